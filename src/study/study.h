// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"
#include "base/ids.h"
#include "base/source_text.h"
#include "study/calibration.h"
#include "study/offers.h"
#include "study/policy.h"
#include "study/readings.h"
#include "study/reasons.h"
#include "study/rejected.h"
#include "study/scheduled_policies.h"
#include "study/setting.h"
#include "study/uncertainty.h"

/// A study: the question asked of a model, as a person writes it in TOML.
namespace commonweal::study {

using ScenarioId = base::Id<struct ScenarioTag>;

struct Scenario {
  std::string id;           ///< as other files and results name it: flat-real
  std::string name;         ///< as a reader sees it: "Money keeps up with prices"
  std::string clause;       ///< what it supposes, to be put after "if": "money keeps up with prices"; may be empty
  std::string description;  ///< one or two sentences
  std::string bound_of;     ///< id of the scenario whose range it shows one end of; empty: it stands for itself
  std::string extends;      ///< id of the scenario it differs from; empty: none
  std::string place;        ///< id of the place it is run for
  base::FinancialYear first, last;        ///< years simulated and shown
  std::vector<ScheduledPolicy> policies;  ///< what is done, and when
  std::vector<Setting> settings;          ///< those of the policies included, which come last
  std::vector<Setting> own_settings;      ///< those among them that stand under its own [scenario.set]
  std::vector<Reason> reasons;            ///< why some of it was chosen; a scenario that extends this one has its own
  base::Position position, bound_of_position;
};

/// Who asks, does, checks and signs: the four roles of the Aqua Book. Empty: not named yet.
struct Scope {
  std::string question, owner, commissioner, analyst, assurer, approver;
};

struct Study {
  std::filesystem::path path;
  std::string id;  ///< the file's name without .toml
  std::string title;
  Scope scope;
  std::filesystem::path model;  ///< absolute or relative to the working folder, as resolved from the study's own folder
  std::filesystem::path evidence;             ///< the register; empty: none
  std::filesystem::path targets;              ///< published figures to set beside the model's; empty: none
  std::filesystem::path policies_folder;      ///< the library of policies; empty: none
  std::vector<Policy> policies;               ///< all those of its library, sorted by id; empty: it names none
  std::vector<std::filesystem::path> places;  ///< folders; the first is the study's own place, others give context
  base::IdVector<ScenarioId, Scenario>
      scenarios;                               ///< never empty after a reading without error; the first is the headline
  std::vector<RejectedOption> rejected;        ///< options that were turned down, in the order of the file
  std::optional<Uncertainty> uncertainty;      ///< nothing: every scenario is one future
  std::optional<CalibrationWish> calibration;  ///< nothing: it is held against no measurements
  Readings readings;                           ///< of a choice that the report is to show both ways
  std::vector<Offer> offers;                   ///< what the live page lets its reader move, beside policies
  bool loop_scores = false;                    ///< which loops drive each scenario is asked for
  std::vector<std::string> outputs;            ///< further variables to put in results.csv beside what the report needs
  std::string source_text;                     ///< for the manifest's hash
};

/// Reads a study. Relative paths are taken from the study's own folder. Unknown keys are errors with a suggestion.
Study read(const std::filesystem::path& path, base::Diagnostics& diagnostics);

/// The same from a text that need not be in a file; its path says what names in it are relative to.
///
/// `known` is a study without fault whose library of policies is taken, instead of read again, where it is the same.
Study read(const base::SourceText& source, base::Diagnostics& diagnostics, const Study* known = nullptr);

/// The study as text: `dump study`.
std::string dump(const Study& study);

}  // namespace commonweal::study

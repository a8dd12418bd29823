// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/toml_table.h"
#include "study/pilot.h"
#include "study/setting.h"

/// A policy: something that can be bought, done or changed, as a file of domain/policies describes it.
namespace commonweal::study {

/// What some property of a policy rests on: constants of the model, by name, and words where the model has none.
struct Basis {
  std::vector<base::PlacedText> constants;  ///< "claimed effect[re ablement]"; their values stand in the register
  std::string words;                        ///< a sentence; empty only where there are constants
};

/// What was found that a policy does, and how well that is known.
struct PolicyEffect {
  Basis basis;
  std::string grade;                         ///< one of evidence/grade.h
  std::optional<double> low, central, high;  ///< of the figure that `unit` names; all or none
  std::string unit;                          ///< "odds ratio", "% of visits"
};

struct AgencyShare {
  std::string agency;
  double share = 0;  ///< 0 to 1
  base::Position position;
};

/// Which part of what a policy gains can be turned into cash.
struct Cashability {
  double share = 0;       ///< 0 to 1
  std::string source;     ///< where the share was read; empty: it is a judgement
  std::string judgement;  ///< its reason; empty: it was read
};

struct PolicySource {
  std::string title, url;
};

struct Policy {
  std::string id;             ///< the file's name without .toml: re-ablement
  std::string title;          ///< as a reader sees it: "Re-ablement"
  std::string family;         ///< one of `families`
  std::string category;       ///< what kind of saving it makes: one of `saving_categories`
  std::string description;    ///< one or two sentences
  std::vector<Setting> sets;  ///< constants of the model with the policy in full force, at least one lever among them
  Basis cost, reach, lag, persistence;
  PolicyEffect effect;
  std::vector<AgencyShare> pays;        ///< who is to pay for it; together 1
  std::vector<base::PlacedText> gains;  ///< agencies that gain, the one that gains most first; empty: none does
  Cashability cashable;
  std::vector<std::string> failure_modes;  ///< ways in which it went wrong elsewhere; at least one
  std::vector<PolicySource> sources;       ///< empty only where the grade is judgement
  std::optional<Pilot> pilot;              ///< how it is to be tried first; nothing: it is not
  std::string source_text;                 ///< for the manifest's hash
  base::Position position;                 ///< the file's own
};

/// The model's constant that says how hard a lever is pulled, and those that say when.
inline constexpr char lever_intensity[] = "lever intensity", lever_start[] = "lever start year",
                      lever_ramp[] = "lever ramp", lever_end[] = "lever end year";

/// Families of policies: what is bought, what is done otherwise, what is changed with people, how the system works.
const std::vector<std::string>& families();

/// Kinds of saving, as councils track them: efficiency, income, demand management, service reduction.
const std::vector<std::string>& saving_categories();

/// The levers of the model that a policy pulls.
std::vector<std::string> levers(const Policy& policy);

/// Reads one policy. Faults: those of base::TomlTable and of `read_settings`, and "other-id", "unknown-family",
/// "unknown-category", "unknown-grade", "no-lever", "lever-out-of-range", "timing-set", "no-basis", "bad-range",
/// "bad-share", "shares-do-not-sum", "source-or-judgement", "no-source"; those of `read_pilot`.
Policy read_policy(const std::filesystem::path& path, base::Diagnostics& diagnostics);

}  // namespace commonweal::study

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "appraisal/case.h"
#include "appraisal/options.h"
#include "base/financial_year.h"
#include "ensemble/draw_futures.h"
#include "study/design.h"
#include "study/draw_design.h"
#include "study/study.h"

namespace commonweal::appraisal {

/// The options of one scenario, together and apart.
struct ScenarioAppraisal {
  study::ScenarioId scenario;
  std::vector<Option> options;
  Case package;               ///< all options against none
  std::vector<Case> alone;    ///< each against none: first in; empty if only packages were asked for
  std::vector<Case> last_in;  ///< what each adds to all the others
};

struct Appraisal {
  base::FinancialYear first;
  std::size_t years = 0;
  std::uint64_t draws = 0;  ///< 1 where the study says nothing of uncertainty: every number at its centre
  std::vector<std::string> agencies, cohorts, services;
  std::vector<bool> is_public;  ///< of each agency
  Ledger without;               ///< the headline scenario itself: means over its futures
  std::vector<ScenarioAppraisal> scenarios;
};

/// What is appraised; all of it must outlive the work.
struct AppraisalTask {
  const study::Study* study = nullptr;
  const study::Design* design = nullptr;
  const study::DrawDesign* draws = nullptr;  ///< nothing: one future, every number at its centre
  const program::Program* program = nullptr;
  const evidence::Register* evidence = nullptr;
  const Valuation* valuation = nullptr;
  bool only_packages = false;  ///< nothing of what each option does by itself
};

/// A design of draws where nothing is uncertain: one future, every number at its centre.
study::DrawDesign one_future();

/// Appraises each scenario that can be set against the headline, on the same futures. Nothing if the work was stopped
/// or after a fault: those of `options_of` and `check_ledger`, "unknown-agency", "nothing-to-appraise".
std::optional<Appraisal> appraise(const AppraisalTask& task, const ensemble::DrawWork& work,
                                  base::Diagnostics& diagnostics);

}  // namespace commonweal::appraisal

// SPDX-License-Identifier: Apache-2.0
#include "report/rejected_options.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "report/sections.h"
#include "report/table.h"
#include "report/wording.h"

namespace commonweal::report {

namespace {

using appraisal::Appraisal;
using appraisal::Case;
using Kind = Table::Kind;

/// The case of the scenario that does the option; nullptr if there is none, or none that could be appraised.
const Case* case_of(const study::RejectedOption& option, const Appraisal& appraisal, const study::Study& study) {
  for (const appraisal::ScenarioAppraisal& scenario : appraisal.scenarios) {
    if (study.scenarios[scenario.scenario].id == option.scenario) return &scenario.package;
  }
  return nullptr;
}

/// How many people more go without what they need, mean of all years.
double unmet(const Case& of, const Appraisal& appraisal) {
  const std::vector<double>& change = of.change.unmet;
  return std::accumulate(change.begin(), change.end(), 0.0) / static_cast<double>(appraisal.years);
}

std::vector<Cell> row_of(const study::RejectedOption& option, const Appraisal& appraisal, const study::Study& study) {
  std::vector<Cell> row = {option.name, option.reason, option.decided.empty() ? "not said" : option.decided};
  const Case* found = case_of(option, appraisal, study);
  if (found == nullptr || found->futures == 0) {
    row.insert(row.end(), 6, Cell(unknown));
    row.emplace_back(std::string(option.scenario.empty() ? "no: no scenario of the study does it"
                                 : found == nullptr      ? "no: its scenario cannot be set against the headline"
                                                         : "no: it could not be computed in any future"));
    return row;
  }
  row.insert(row.end(),
             {found->promised.costs, found->promised.benefits, found->promised.net(), found->corrected.net(),
              100 * found->paid_back_in_plan, unmet(*found, appraisal), std::string("yes, like the others")});
  return row;
}

}  // namespace

Table rejected_table(const Appraisal& appraisal, const study::Study& study) {
  Table table{"Rejected options",
              fmt::format("options that were turned down, and why; present values, £ million in prices of {}",
                          appraisal.first.text()),
              {{"Option"},
               {"Why not"},
               {"Turned down by"},
               {"Costs", Kind::figure},
               {"Benefits", Kind::figure},
               {"Net", Kind::figure},
               {"Net, corrected for optimism", Kind::figure},
               {"Chance to pay back within the plan (%)", Kind::figure, 0},
               {"People with unmet need, change, mean of all years", Kind::figure, 0},
               {"Appraised"}},
              {},
              {}};
  for (const study::RejectedOption& option : study.rejected) {
    table.rows.push_back(row_of(option, appraisal, study));
  }
  return table;
}

Markup rejected_section(const Appraisal& appraisal, const study::Study& study) {
  const std::string law =
      "People who are consulted are owed the alternatives that were discarded, and why (R (Moseley) v Haringey [2014] "
      "UKSC 56).";
  if (study.rejected.empty()) {
    return section("rejected", "Rejected options",
                   paragraph("The study names no option that was turned down. " + law +
                             " A table [[rejected]] in the study keeps one, with its reason."));
  }
  return section("rejected", "Rejected options",
                 paragraph(law + " Where a scenario of the study does what was turned down, it is appraised all the "
                                 "same.") +
                     table_markup(rejected_table(appraisal, study), {}));
}

std::string rejected_sentence(const study::Study& study, study::ScenarioId scenario) {
  const auto found = std::ranges::find(study.rejected, study.scenarios[scenario].id, &study::RejectedOption::scenario);
  if (found == study.rejected.end()) return "";
  return fmt::format("Turned down{}: {}", found->decided.empty() ? "" : " by " + found->decided, found->reason);
}

}  // namespace commonweal::report

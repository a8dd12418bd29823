// SPDX-License-Identifier: Apache-2.0
#include "audit/account_run.h"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "ensemble/run.h"

namespace commonweal::audit {

std::vector<std::string> input_variables() {
  return {"base spend",
          "general inflation",
          "real pay growth",
          "labour share",
          "real price growth",
          "pressures by assumed rate",
          "assumed pressure rate",
          "envelope follows inflation",
          "last announced year",
          "council tax rise beyond inflation",
          "council tax base growth",
          "council tax collected",
          "grant growth",
          "years of grant growth",
          "business rates are kept locally",
          "floor of business rates",
          "ceiling of business rates",
          "base below the line",
          "below the line growth",
          "planned payment into earmarked reserves",
          "planned payment into unallocated reserves",
          "opening unallocated reserves",
          "opening earmarked reserves",
          "opening change fund",
          "reserves may close a gap",
          "reserve floor",
          "usable share of earmarked reserves",
          "council tax may close a gap",
          "referendum limit"};
}

std::vector<std::string> account_variables() {
  return {"years since base",
          "price level",
          "people index",
          "growth in prices",
          "required spend",
          "total required spend",
          "care required",
          "announced funding",
          "funding as planned",
          "funding",
          "total funding",
          "below the line",
          "total below the line",
          "planned contribution to reserves",
          "money for services",
          "pressures",
          "investment from the budget",
          "payment into the change fund",
          "loan service",
          "gap before action",
          "budget requirement",
          "budget gap",
          "deficit brought forward",
          "gap to close",
          "saved by choice",
          "gap closed by choice",
          "gap to find",
          "payment into earmarked reserves not made",
          "payment into unallocated reserves not made",
          "unallocated reserves that can be used",
          "earmarked reserves that can be used",
          "drawn from unallocated reserves",
          "drawn from earmarked reserves",
          "gap closed by reserves",
          "highest council tax above plan",
          "gap closed by council tax",
          "council tax above plan",
          "gap after reserves and council tax",
          "exceptional support",
          "cut needed",
          "gap closed by cuts",
          "gap left open",
          "service level",
          "spend",
          "total spend",
          "income",
          "budgeted payment into earmarked reserves",
          "surplus or overspend",
          "overspend covered by earmarked reserves",
          "payment into earmarked reserves",
          "payment into unallocated reserves",
          "earmarked reserves",
          "unallocated reserves",
          "partner money received",
          "investment from the change fund",
          "change fund",
          "loan repayment",
          "loans"};
}

std::string element_name(const std::string& variable, const std::string& element) {
  return element.empty() ? variable : fmt::format("{}[{}]", variable, element);
}

std::optional<AccountRun> AccountRun::make(const program::Program& program, const study::Design& design) {
  study::Design wanted = design;
  wanted.outputs = input_variables();
  for (const std::string& name : account_variables()) wanted.outputs.push_back(name);
  const auto has = [&](const std::string& name) { return program.find(name) != nullptr; };
  if (!std::ranges::all_of(wanted.outputs, has)) return std::nullopt;
  AccountRun run;
  base::Diagnostics faults;  // of runs: `understand` has told of them
  run.ensemble_ = ensemble::run(program, wanted, faults);
  if (faults.has_errors()) return std::nullopt;
  return run;
}

const ensemble::Future* AccountRun::future(study::ScenarioId scenario) const {
  const auto found = std::ranges::find(ensemble_.futures, scenario, &ensemble::Future::scenario);
  return found == ensemble_.futures.end() ? nullptr : &*found;
}

std::vector<double> AccountRun::yearly(const ensemble::Future& future, std::string_view variable,
                                       std::string_view element) const {
  std::vector<double> figures = ensemble_.series(future, variable, element);
  assert(!figures.empty());
  return figures;
}

}  // namespace commonweal::audit

// SPDX-License-Identifier: Apache-2.0
// Policies in company, as the shipped study of them is reported: two for the same people or the same work bring less
// than the sum, two that complement each other more.
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "appraisal/appraise.h"
#include "appraisal/summary.h"
#include "report/appraisal_page.h"
#include "road/road.h"

namespace commonweal::laws {
namespace {

const std::filesystem::path root = COMMONWEAL_ROOT;

TEST(Company, TheReportSaysWhichPoliciesBringLessOrMoreThanTheirSum) {
  base::Diagnostics diagnostics;
  road::Overrides overrides;
  overrides.draws = 64;
  const road::Journey way = road::travel(root / "domain/studies/barnet-in-company.toml", diagnostics, overrides);
  const appraisal::Valuation valuation =
      appraisal::read_valuation(root / "domain/appraisal/green-book-2022.toml", diagnostics);
  const appraisal::AppraisalTask task{.study = &way.study,
                                      .design = &way.design,
                                      .draws = &*way.draw_design,
                                      .program = &way.program,
                                      .evidence = &way.evidence,
                                      .valuation = &valuation};
  const auto found = appraisal::appraise(task, {.threads = 1}, diagnostics);
  ASSERT_EQ(diagnostics.render(), "");
  const std::map<std::string, std::string> wanted = {{"same-people", "less than the sum"},
                                                     {"same-work", "less than the sum"},
                                                     {"complements", "more than the sum"},
                                                     {"evaluated", "more than the sum"}};
  ASSERT_EQ(found->scenarios.size(), wanted.size());
  for (const appraisal::ScenarioAppraisal& scenario : found->scenarios) {
    const std::string& id = way.study.scenarios[scenario.scenario].id;
    EXPECT_EQ(appraisal::company_in_words(scenario), wanted.at(id)) << id;
    EXPECT_NE(report::company_answer(scenario).find(": " + wanted.at(id)), std::string::npos) << id;
  }
}

}  // namespace
}  // namespace commonweal::laws

// SPDX-License-Identifier: Apache-2.0
#include "report/headline_output.h"

#include <cmath>

#include <gtest/gtest.h>

#include "report/fixture_test.h"

namespace commonweal::report {
namespace {

analysis::Findings small_with_one_row() {
  analysis::Findings findings = fixture::smallest();
  findings.reconciliation = {{"F3.gap", "a \"gap\"", "England", "only", "2019-20", 16.5, std::nan(""), "GBP bn",
                              study::Role::fitted, 0.1, true, "", ""}};
  return findings;
}

TEST(HeadlineJson, OfASmallStudyIsThisAndAnUnknownFigureIsNull) {
  EXPECT_EQ(headline_json(small_with_one_row()), R"({
  "headline": {
    "sentence": "Nothing happens.",
    "place": "Somewhere",
    "base_year": "2020-21",
    "care_spend": 0.0,
    "service_spend": 0.0,
    "care_share": 0.5,
    "unit": "GBP million",
    "outcomes": [
      {
        "scenario": "only",
        "name": "the only scenario",
        "restricts": null,
        "takes_all": null,
        "restricts_range": null,
        "takes_all_range": null,
        "last_year": "2020-21",
        "final_gap": 0.0
      }
    ]
  },
  "reconciliation": [
    {
      "id": "F3.gap",
      "published": 16.5,
      "model": null,
      "unit": "GBP bn",
      "fitted": true,
      "role": "fitted",
      "tolerance": 0.1,
      "within": true,
      "place": "England",
      "scenario": "only",
      "year": "2019-20",
      "what": "a \"gap\""
    }
  ]
}
)");
}

TEST(HeadlineText, SaysTheAnswerThenEachScenario) {
  analysis::Findings findings = small_with_one_row();
  findings.agreement.base_judged = 2;
  findings.agreement.base_agreeing = 2;
  findings.agreement.fitted = 1;
  EXPECT_EQ(headline_text(findings),
            "A small study\n"
            "Nothing happens.\n"
            "  The only scenario: care needs 75%: not by 2020-21; all: not by 2020-21; gap in 2020-21: £0\n"
            "  Published figures: 2 of 2 lines of the base year agree, as they must; 1 fitted\n");
}

}  // namespace
}  // namespace commonweal::report

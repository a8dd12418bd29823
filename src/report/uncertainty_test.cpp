// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "analysis/fabricated_draws.h"
#include "report/fan_chart.h"
#include "report/headline_output.h"
#include "report/results_csv.h"
#include "report/sections.h"
#include "report/uncertainty_tables.h"

namespace commonweal::report {
namespace {

analysis::Findings findings_of_town() {
  const analysis::fabricated::Town town = analysis::fabricated::town();
  analysis::Findings findings;
  findings.headline.outcomes = {{"calm", "Calm", {}, {}, 0, {}}, {"steep", "Steep", {}, {}, 0, {}}};
  findings.uncertainty = analysis::uncertainty(town.draws, town.design, town.ensemble, town.study, town.places);
  return findings;
}

TEST(UncertaintySection, is_empty_where_nothing_was_drawn) {
  EXPECT_TRUE(uncertainty_section({}).empty());
}

TEST(UncertaintySection, has_fans_chances_differences_inputs_and_the_caveat) {
  const std::string text = uncertainty_section(findings_of_town()).text();
  for (const char* part :
       {"How sure it is", "100 futures were worked out for each scenario", analysis::uncertainty_caveat,
        "id=\"fan-gap-before-action-calm\"", "id=\"fan-gap-before-action-steep\"", "id=\"chance-a-gap\"", "fan-outer",
        "Every number at its centre", "future by future, so that chance cancels",
        "triangular from 0 by 0.01 to 0.02"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part;
  }
}

TEST(DifferenceSection, has_bands_of_what_the_other_scenario_changes) {
  const std::string text = difference_section(findings_of_town()).text();
  for (const char* part : {"id=\"difference-gap-before-action-steep\"", "Modelled: Steep less Calm",
                           "than in Calm, in 8 of 10", "below nought the gap before action is smaller"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << text;
  }
  EXPECT_EQ(text.find("difference-gap-before-action-calm"), std::string::npos);
  const analysis::Findings findings = findings_of_town();
  const analysis::Fan& fan = findings.uncertainty.difference_fans.front();
  ASSERT_EQ(findings.uncertainty.difference_fans.size(), 1U);
  EXPECT_EQ(fan.quantiles[2].back().value, findings.uncertainty.differences.front().median.value);
  ASSERT_FALSE(fan.central.empty());
  EXPECT_EQ(fan.central.back(),
            findings.uncertainty.fans[1].central.back() - findings.uncertainty.fans[0].central.back());
}

TEST(DifferenceSection, has_lines_where_nothing_is_drawn) {
  analysis::Findings findings;
  findings.headline.outcomes = {{"calm", "Calm", {}, {}, 0, {}}, {"steep", "Steep", {}, {}, 0, {}}};
  EXPECT_TRUE(difference_section(findings).empty());
  findings.gaps = {{"calm", "Calm", {2012}, {1, 2}, {}, {}, {}, {}, {}},
                   {"steep", "Steep", {2012}, {1, 5}, {}, {}, {}, {}, {}}};
  const std::string text = difference_section(findings).text();
  EXPECT_NE(text.find("Against Calm, in 2013-14: Steep: £3.0 million more."), std::string::npos) << text;
}

TEST(UncertaintySection, tells_failures) {
  analysis::Findings findings = findings_of_town();
  findings.uncertainty.failures = {{"Calm", 12, 100, {"'share' divides by zero"}, {"growth is high", "tax is low"}}};
  EXPECT_NE(uncertainty_section(findings).text().find(
                "Calm: 12 of 100 futures could not be computed, and are in no figure here (&#39;share&#39; divides by "
                "zero). In them growth is high and tax is low."),
            std::string::npos)
      << uncertainty_section(findings).text();
}

TEST(FanTable, tells_no_digit_finer_than_the_error) {
  analysis::Fan fan = findings_of_town().uncertainty.fans.front();
  fan.quantiles[2][1] = {49.5, 13};
  const Table table = fan_table(fan);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(cell_text(table.rows[1][0], table.columns[0]), "2013-14");
  EXPECT_EQ(std::get<double>(table.rows[1][3]), 40);  // in steps of 20
  EXPECT_EQ(std::get<double>(table.rows[1][6]), 13);  // the largest error of the year
}

TEST(ResultsCsv, has_statistics_with_their_errors_and_paired_differences) {
  const analysis::fabricated::Town town = analysis::fabricated::town();
  const std::vector<ScenarioName> names = {{"calm", "Calm"}, {"steep", "Steep"}};
  const std::string text = results_csv(town.ensemble, town.draws, names);
  EXPECT_NE(text.find("calm,2013-14,gap before action,,value,40,\r\n"), std::string::npos);
  EXPECT_NE(text.find("calm,2013-14,gap before action,,mean,49.5,"), std::string::npos) << text;
  EXPECT_NE(text.find("steep,2013-14,a gap,,chance by the year,0.75,"), std::string::npos) << text;
  EXPECT_NE(text.find("steep against calm,2013-14,gap before action,,p50,49.5,"), std::string::npos) << text;
}

TEST(HeadlineText, ends_with_what_many_futures_say_and_the_caveat) {
  const std::string text = headline_text(findings_of_town());
  EXPECT_NE(text.find("  Calm: in 8 of 10 futures the gap before action"), std::string::npos);
  EXPECT_NE(text.find(analysis::uncertainty_caveat), std::string::npos);
  EXPECT_NE(headline_json(findings_of_town()).find("\"draws\": 100"), std::string::npos);
  EXPECT_EQ(headline_json({}).find("uncertainty"), std::string::npos);
}

TEST(FanChart, shows_its_whole_extent) {
  FanChart fan;
  fan.outer_low = {-5};
  fan.outer_high = {7};
  fan.paths = {{12}};
  EXPECT_EQ(extent_of(fan).low, -5);
  EXPECT_EQ(extent_of(fan).high, 12);
}

}  // namespace
}  // namespace commonweal::report

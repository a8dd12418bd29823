// SPDX-License-Identifier: Apache-2.0
#include "ensemble/vary.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/compiled_test.h"
#include "ensemble/simulate.h"

namespace commonweal::ensemble {
namespace {

const std::string growth =
    "growth = 0.1 ~ 1/year ~ |\npeople = INTEG(growth * people, 100) ~ person ~ |\n"
    "share = 1 / growth ~ year ~ |\n";

/// A table of one column, the growth, with a run for each of `values`.
study::Variation table_of(const program::Program& program, const std::vector<double>& values) {
  std::string text = "growth\n";
  study::Variation variation;
  variation.slots = {{program.find("growth")->first_slot}};
  for (const double value : values) {
    variation.rows.push_back({value});
    variation.lines.push_back(static_cast<std::uint32_t>(variation.rows.size() + 1));
    text += "x\n";
  }
  variation.source = std::make_shared<base::SourceText>("table.csv", text);
  return variation;
}

struct Varied {
  std::string rows;
  VaryTally tally;
  base::Diagnostics diagnostics;
};

Varied varied(const program::Program& program, const std::vector<double>& values, unsigned threads) {
  Varied result;
  const auto write = [&](std::string_view rows) {
    result.rows += rows;
    return true;
  };
  result.tally = vary(program, {}, table_of(program, values), {program.find("people")->first_slot}, threads, write,
                      result.diagnostics);
  return result;
}

RC_GTEST_PROP(Vary, gives_the_same_bytes_whatever_the_threads, ()) {
  const program::Program program = engine::ten_years(growth);
  const auto values = *rc::gen::map(rc::gen::container<std::vector<int>>(rc::gen::inRange(-3, 40)),
                                    [](auto numbers) { return std::vector<double>(numbers.begin(), numbers.end()); });
  if (values.empty()) return;
  const Varied alone = varied(program, values, 1);
  for (const unsigned threads : {2U, 8U}) {
    const Varied together = varied(program, values, threads);
    RC_ASSERT(together.rows == alone.rows);
    RC_ASSERT(together.diagnostics.render() == alone.diagnostics.render());
    RC_ASSERT(together.tally.steps == alone.tally.steps);
  }
}

TEST(Vary, gives_what_each_run_gives_by_itself) {
  const program::Program program = engine::ten_years(growth);
  const std::vector<double> values{0.1, 0.02, 0.3};
  std::string expected;
  for (std::size_t run = 0; run < values.size(); ++run) {
    base::Diagnostics diagnostics;
    const Trajectory alone = simulate(program, {{{program.find("growth")->first_slot, values[run]}}, {}},
                                      {program.find("people")->first_slot}, diagnostics);
    std::string csv_of_run = csv(alone);
    csv_of_run.erase(0, csv_of_run.find('\n') + 1);
    for (std::size_t begin = 0; begin < csv_of_run.size();) {
      const std::size_t end = csv_of_run.find('\n', begin) + 1;
      expected += std::to_string(run) + "," + csv_of_run.substr(begin, end - begin);
      begin = end;
    }
  }
  EXPECT_EQ(varied(program, values, 2).rows, expected);
}

TEST(Vary, counts_what_failed_and_tells_the_first_of_them) {
  const program::Program program = engine::ten_years(growth);
  std::vector<double> values(60, 0.0);
  values.back() = 1;
  const Varied result = varied(program, values, 2);
  EXPECT_EQ(result.tally.runs, 60U);
  EXPECT_EQ(result.tally.failures, 59U);
  EXPECT_FALSE(result.diagnostics.has_errors());
  EXPECT_TRUE(result.rows.starts_with("59,0,100\r\n")) << result.rows;
  const std::string told = result.diagnostics.render();
  EXPECT_TRUE(told.starts_with("table.csv:2: warning: run 0: 'share' divides by zero at time 0 [failed-run]\n"))
      << told;
  EXPECT_NE(told.find("59 of 60 runs could not be computed; the first 20 are told above"), std::string::npos) << told;
}

TEST(Vary, stops_where_nothing_more_can_be_written) {
  const program::Program program = engine::ten_years(growth);
  std::size_t written = 0;
  const auto write = [&](std::string_view) {
    ++written;
    return false;
  };
  base::Diagnostics diagnostics;
  vary(program, {}, table_of(program, std::vector<double>(1000, 0.1)), {}, 2, write, diagnostics);
  EXPECT_EQ(written, 1U);
}

TEST(Vary, tells_how_fast_it_was) {
  VaryTally tally;
  tally.runs = 10;
  tally.failures = 1;
  tally.equations = 4;
  tally.steps = 50;
  tally.seconds = 0.002;
  EXPECT_EQ(json(tally),
            R"({"runs":10,"failures":1,"equations":4,"steps":50,"seconds":0.002,"ns_per_equation_step_run":10000})");
}

}  // namespace
}  // namespace commonweal::ensemble

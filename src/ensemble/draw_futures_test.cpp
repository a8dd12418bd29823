// SPDX-License-Identifier: Apache-2.0
#include "ensemble/draw_futures.h"

#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "ensemble/drawn_test.h"

namespace commonweal::ensemble {
namespace {

constexpr const char* fails_in_some_of_64 = R"toml([uncertainty]
draws = 64
dimensions = "dimensions.csv"
bands = ["burden"]
[[uncertainty.input]]
variable = "spend"
distribution = "discrete(5: 0.25; 10: 0.75)"
low = 5
central = 10
high = 10
)toml";

TEST(DrawFutures, GatherEveryScenarioThatIsNoBound) {
  DrawnStudy debt;
  const Draws draws = *debt.draw();
  EXPECT_EQ(debt.diagnostics.render(), "");
  ASSERT_EQ(draws.clouds.size(), 3U);
  EXPECT_EQ(draws.clouds[1].count(), 300U);
  EXPECT_EQ(draws.of(study::ScenarioId(3)), nullptr);
  ASSERT_EQ(draws.inputs.size(), 3U);
  EXPECT_EQ(draws.inputs[0].variable, "interest");
  EXPECT_EQ(draws.inputs[0].set_by, (std::vector{study::ScenarioId(1), study::ScenarioId(3)}));
  EXPECT_EQ(draws.inputs[2].variable, "grant");
  EXPECT_TRUE(draws.inputs[2].is_shock);
  EXPECT_EQ(draws.clouds[0].whole.size(), whole_futures_kept);
  EXPECT_EQ(draws.events[0].condition, "debt above 117");
}

TEST(DrawFutures, ComputeEachFutureAsARunOfItsOwnWould) {
  DrawnStudy debt;
  const Draws draws = *debt.draw();
  study::Design replayed = debt.runs;
  replayed.runs[0].inputs = study::inputs_of(debt.runs.runs[0], debt.design, 17);
  const Ensemble alone = run(debt.program, replayed, debt.diagnostics);
  EXPECT_EQ(draws.clouds[0].whole[17].draw, 17U);
  EXPECT_EQ(draws.clouds[0].whole[17].values, alone.series(alone.futures[0], "debt"));
}

TEST(DrawFutures, AreTheSameBytesOnAnyNumberOfThreads) {
  DrawnStudy debt;
  const std::string one = debt.bytes({.threads = 1});
  EXPECT_FALSE(one.empty());
  EXPECT_EQ(debt.bytes({.threads = 2}), one);
  EXPECT_EQ(debt.bytes({.threads = 8}), one);
}

TEST(DrawFutures, TakeAnySeedAndDifferByIt) {
  DrawnStudy zero,
      other(std::string(debt_uncertainty).replace(std::string(debt_uncertainty).find("bands"), 0, "seed = 1\n"));
  EXPECT_EQ(zero.design.seed, 0U);
  EXPECT_NE(zero.bytes(), other.bytes());
}

TEST(DrawFutures, ComparePoliciesOnTheSameFutures) {
  DrawnStudy debt;
  const Draws draws = *debt.draw();
  ASSERT_EQ(draws.differences.size(), 2U);
  // Two scenarios that differ in nothing but name are the same line, future by future.
  const Cloud& same = *draws.difference_of(study::ScenarioId(2));
  EXPECT_EQ(same.count(), 300U);
  for (const Spread& spread : same.spreads) {
    EXPECT_EQ(spread.mean().value, 0);
    EXPECT_EQ(spread.quantile(1).value, 0);
    EXPECT_EQ(spread.quantile(0).value, 0);
  }
  const Cloud& dearer = *draws.difference_of(study::ScenarioId(1));
  const double apart = draws.clouds[1].spread(0, 2).mean().value - draws.clouds[0].spread(0, 2).mean().value;
  EXPECT_NEAR(dearer.spread(0, 2).mean().value, apart, 1e-9);
  EXPECT_LT(dearer.spread(0, 2).mean().error, draws.clouds[0].spread(0, 2).mean().error);
}

TEST(DrawFutures, CountEventsOnceForTheFirstYear) {
  DrawnStudy debt;
  const Draws draws = *debt.draw();
  const Cloud& cloud = draws.clouds[0];
  const std::size_t output = *draws.find("debt");
  std::array<double, 3> in{}, by{};
  for (std::uint64_t draw = 0; draw < 300; ++draw) {
    study::Design replayed = debt.runs;
    replayed.runs[0].inputs = study::inputs_of(debt.runs.runs[0], debt.design, draw);
    const Ensemble alone = run(debt.program, replayed, debt.diagnostics);
    bool has_happened = false;
    for (std::size_t year = 0; year < 3; ++year) {
      const bool happens = alone.series(alone.futures[0], "debt")[year] > 117;
      has_happened = has_happened || happens;
      in[year] += happens ? 1 : 0;
      by[year] += has_happened ? 1 : 0;
    }
  }
  EXPECT_EQ(output, 0U);
  EXPECT_GT(by[2], 0);
  for (std::size_t year = 0; year < 3; ++year) {
    EXPECT_EQ(cloud.probability_in(0, year).value, in[year] / 300);
    EXPECT_EQ(cloud.probability_by(0, year).value, by[year] / 300);
  }
}

TEST(DrawFutures, ArePooledUnderTheirWeightsOnly) {
  DrawnStudy debt;
  const Draws draws = *debt.draw();
  ASSERT_TRUE(draws.pool.has_value());
  const auto mix = [](double now, double dearer) { return 0.25 * now + 0.75 * dearer; };
  EXPECT_NEAR(draws.pool->cloud.spread(0, 2).mean().value,
              mix(draws.clouds[0].spread(0, 2).mean().value, draws.clouds[1].spread(0, 2).mean().value), 1e-9);
  EXPECT_NEAR(draws.pool->cloud.probability_in(0, 2).value,
              mix(draws.clouds[0].probability_in(0, 2).value, draws.clouds[1].probability_in(0, 2).value), 1e-12);
  EXPECT_EQ(draws.pool->cloud.count(), 300U);
  EXPECT_TRUE(draws.pool->cloud.whole.empty());
  EXPECT_FALSE(DrawnStudy(fails_in_some_of_64).draw()->pool.has_value());
}

TEST(DrawFutures, HaveTheQuantilesOfTheirDistributionsWithinTheErrorTheyState) {
  DrawnStudy debt(R"([uncertainty]
dimensions = "dimensions.csv"
bands = ["spend", "interest"]
[[uncertainty.input]]
variable = "interest"
distribution = "lognormal"
low = 0.02
central = 0.04
high = 0.08
[[uncertainty.input]]
variable = "spend"
distribution = "triangular"
low = 8
central = 11
high = 12
)");
  constexpr std::array<double, 5> shown{0.05, 0.1, 0.5, 0.9, 0.95};
  std::size_t all = 0, beyond_two = 0;
  for (const std::uint64_t count : {512, 1'000, 6'000, 30'000}) {
    debt.design.draws = count;
    const Draws draws = *debt.draw();
    for (const study::DrawnConstant& constant : debt.design.constants) {
      const Spread& spread = draws.clouds[0].spread(*draws.find(constant.name.variable), 1);
      const std::vector<Estimate> told = spread.quantiles(shown);
      for (std::size_t i = 0; i < shown.size(); ++i) {
        const double known = random::quantile(constant.distribution, shown[i]);
        const double off = std::fabs(told[i].value - known) / told[i].error;
        EXPECT_LT(told[i].error, 0.02 * known);
        EXPECT_LT(off, 4) << constant.name.variable << ", " << shown[i] << " of " << count;
        beyond_two += off > 2 ? 1 : 0;
        ++all;
      }
    }
  }
  EXPECT_LE(beyond_two, all / 10);
}

TEST(DrawFutures, CountAndTellTheDrawsThatFail) {
  DrawnStudy debt(fails_in_some_of_64);
  const Draws draws = *debt.draw();
  const Cloud& cloud = draws.clouds[0];
  EXPECT_EQ(cloud.failures, 16U);
  EXPECT_EQ(cloud.count(), 48U);
  ASSERT_EQ(cloud.failed.size(), 16U);
  EXPECT_EQ(cloud.failed[0].fault, "'burden' divides by zero in 2012-13 (time 2012)");
  EXPECT_EQ(draws.differences[0].failures, 16U);
  EXPECT_EQ(cloud.whole.size(), 48U);
  const std::string faults = debt.folder.without_name(debt.diagnostics.render());
  EXPECT_EQ(faults,
            "FOLDER/study.toml:10:6: warning: 16 of 64 draws of scenario 'as-now' could not be computed: 'burden' "
            "divides by zero in 2012-13 (time 2012) in draw 1 [failed-draws]\n"
            "   10 | id = \"as-now\"\n"
            "      |      ^~~~~~~~\n"
            "      = they are in no band and no probability\n"
            "FOLDER/study.toml:13:6: warning: 16 of 64 draws of scenario 'dearer' could not be computed: 'burden' "
            "divides by zero in 2012-13 (time 2012) in draw 1 [failed-draws]\n"
            "   13 | id = \"dearer\"\n"
            "      |      ^~~~~~~~\n"
            "      = they are in no band and no probability\n"
            "FOLDER/study.toml:18:6: warning: 16 of 64 draws of scenario 'as-now-again' could not be computed: "
            "'burden' divides by zero in 2012-13 (time 2012) in draw 1 [failed-draws]\n"
            "   18 | id = \"as-now-again\"\n"
            "      |      ^~~~~~~~~~~~~~\n"
            "      = they are in no band and no probability\n");
}

TEST(DrawFutures, CountTheDrawsThatGrowPastAllBounds) {
  DrawnStudy debt(R"toml([uncertainty]
draws = 64
dimensions = "dimensions.csv"
bands = ["debt"]
[[uncertainty.input]]
variable = "interest"
distribution = "discrete(0.05: 0.75; 1e200: 0.25)"
low = 0.05
central = 0.05
high = 1e200
)toml");
  const Draws draws = *debt.draw();
  EXPECT_EQ(draws.clouds[0].failures, 16U);
  EXPECT_EQ(draws.clouds[0].failed[0].fault, "'debt' grows past what a number can hold in 2012-13 (time 2012.25)");
  EXPECT_EQ(draws.clouds[1].failures, 0U);  // it sets the interest
  EXPECT_EQ(draws.differences[0].failures, 16U);
}

TEST(DrawFutures, StopWhenTheyAreToldTo) {
  DrawnStudy debt;
  std::vector<std::uint64_t> done;
  const DrawWork work{.threads = 2, .goes_on = [&](const Progress& progress) {
                        done.push_back(progress.done);
                        return progress.done < 128;
                      }};
  EXPECT_FALSE(debt.draw(work).has_value());
  EXPECT_EQ(done, (std::vector<std::uint64_t>{64, 128}));
  EXPECT_EQ(debt.diagnostics.render(), "");
}

}  // namespace
}  // namespace commonweal::ensemble

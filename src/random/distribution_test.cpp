// SPDX-License-Identifier: Apache-2.0
#include "random/distribution.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/sha256.h"
#include "base/text.h"

namespace commonweal::random {
namespace {

Distribution made(std::string_view text, double low, double central, double high) {
  base::Diagnostics diagnostics;
  const auto distribution = make_distribution(text, {low, central, high}, {}, diagnostics);
  EXPECT_TRUE(distribution) << diagnostics.render();
  return distribution.value_or(Distribution{});
}

std::string fault(std::string_view text, const Range& range) {
  base::Diagnostics diagnostics;
  EXPECT_FALSE(make_distribution(text, range, base::Position::file("register.csv"), diagnostics));
  return diagnostics.render();
}

struct Case {
  std::string name;
  Distribution distribution;
  std::array<double, 4> expected{};  ///< quantiles 0.01, 0.25, 0.5 and 0.9
};

// Expected values by SciPy 1.17, of the distribution that the range should give.
std::vector<Case> cases() {
  return {
      {"constant", made("constant", 1, 2, 3), {2, 2, 2, 2}},
      {"uniform", made("uniform", -1, 0.5, 3), {-0.96, 0, 1, 2.6}},
      {"triangular", made("triangular", 2, 4, 10), {2.4, 4, 5.1010205144336442, 7.8091097699793563}},
      {"pert", made("pert", 2, 4, 10), {2.2614568976048233, 3.550108876431769, 4.51048136364558, 6.671122996956232}},
      {"normal", made("normal", 0.7, 1, 1.3), {0.4554223326037802, 0.8421078554316023, 1, 1.3}},
      {"lognormal", made("lognormal", 1.5, 3, 6), {0.8524597424796877, 2.082989189790148, 3, 6}},
      {"beta", made("beta", 0.21039624, 0.4, 0.59942049), {0.10526228, 0.29098588, 0.39308483, 0.59942049}},
      {"discrete", made("discrete(5: 0.3; -1: 0.2; 7:0.5)", -1, 5, 7), {-1, 5, 5, 7}}};
}

TEST(Distribution, has_the_quantiles_that_its_range_says) {
  constexpr std::array<double, 4> probabilities = {0.01, 0.25, 0.5, 0.9};
  for (const Case& each : cases()) {
    const double tolerance = each.name == "beta" ? 2e-8 : 1e-13;  // its ends are given with eight digits
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
      EXPECT_NEAR(quantile(each.distribution, probabilities[i]), each.expected[i], tolerance) << each.name;
    }
  }
}

TEST(Distribution, has_the_mean_and_variance_of_its_quantiles) {
  constexpr int parts = 200'000;
  for (const Case& each : cases()) {
    double sum = 0, squares = 0;
    for (int i = 0; i < parts; ++i) {
      const double value = quantile(each.distribution, (i + 0.5) / parts);
      sum += value;
      squares += value * value;
    }
    const double expected = mean(each.distribution), scatter = variance(each.distribution);
    EXPECT_NEAR(sum / parts, expected, 1e-4 * (std::sqrt(scatter) + 1e-9)) << each.name;
    EXPECT_NEAR(squares / parts - expected * expected, scatter, 1e-3 * scatter + 1e-9) << each.name;
  }
}

TEST(Distribution, never_falls_as_the_probability_rises) {
  for (const Case& each : cases()) {
    double before = quantile(each.distribution, 0x1p-53);
    for (int i = 1; i < 50'000; ++i) {
      const double value = quantile(each.distribution, i / 50'000.0);
      ASSERT_GE(value, before) << each.name << " at " << i;
      before = value;
    }
    EXPECT_GE(quantile(each.distribution, 1 - 0x1p-53), before);
  }
}

RC_GTEST_PROP(Distribution, of_a_range_with_ends_stays_between_them, (int first, int second, int third)) {
  std::array<double, 3> numbers = {first / 7.0, second / 7.0, third / 7.0};
  std::ranges::sort(numbers);
  for (const char* kind : {"uniform", "triangular", "pert"}) {
    const Distribution distribution = made(kind, numbers[0], numbers[1], numbers[2]);
    for (const double u : {0x1p-53, 0.001, 0.5, 0.999, 1 - 0x1p-53}) {
      const double value = quantile(distribution, u), rounding = 1e-14 * (numbers[2] - numbers[0]);
      RC_ASSERT(value >= numbers[0] - rounding && value <= numbers[2] + rounding);
    }
  }
}

TEST(Distribution, gives_the_same_bits_everywhere) {
  std::string text;
  for (const Case& each : cases()) {
    for (int i = 1; i < 500; ++i) text += base::shortest(quantile(each.distribution, i / 500.0)) + "\n";
  }
  EXPECT_EQ(base::sha256(text), "d556edde186cfc13af1f94f9decbf9a0cdbbeafc92a392b3ad1ce2347898cea6");
}

TEST(Distribution, of_no_range_is_a_constant) {
  base::Diagnostics diagnostics;
  const auto distribution = make_distribution("", {std::nullopt, 3, std::nullopt}, {}, diagnostics);
  ASSERT_TRUE(distribution);
  EXPECT_EQ(quantile(*distribution, 0.3), 3);
  EXPECT_EQ(quantile(made("normal", 3, 3, 3), 0.3), 3);
}

TEST(Distribution, takes_ranges_rounded_as_published_figures_are) {
  EXPECT_NEAR(quantile(made("lognormal", 0.7, 1, 1.4), 0.5), 1, 1e-15);
  EXPECT_NEAR(mean(made("normal", 0.018, 0.02, 0.0222)), 0.02, 1e-15);
  EXPECT_NEAR(mean(made("beta", 0.21, 0.4, 0.60)), 0.4, 1e-9);
}

TEST(Distribution, says_what_is_wrong_with_its_name) {
  EXPECT_EQ(fault("triangle", {0, 1, 2}),
            "register.csv: error: 'triangle' is no distribution [unknown-distribution]\n"
            "      = did you mean 'triangular'?\n");
  EXPECT_EQ(fault("Gausian", {0, 1, 2}),
            "register.csv: error: 'Gausian' is no distribution [unknown-distribution]\n"
            "      = there are constant, uniform, triangular, pert, normal, lognormal, beta and discrete(...)\n");
  EXPECT_EQ(fault("", {0, 1, 2}),
            "register.csv: error: this number has a range and no distribution [unknown-distribution]\n"
            "      = there are constant, uniform, triangular, pert, normal, lognormal, beta and discrete(...)\n");
  EXPECT_EQ(fault("lognorma", {0, 1, 2}),
            "register.csv: error: 'lognorma' is no distribution [unknown-distribution]\n"
            "      = did you mean 'lognormal'?\n");
  EXPECT_EQ(fault("discrete", {0, 1, 2}),
            "register.csv: error: 'discrete' is no distribution [unknown-distribution]\n"
            "      = write, for example, discrete(0: 0.3; 1: 0.7)\n");
}

TEST(Distribution, says_what_is_wrong_with_its_range) {
  EXPECT_EQ(fault("normal", {std::nullopt, 1, std::nullopt}),
            "register.csv: error: a normal number needs low and high [range-wanted]\n"
            "      = give both, or leave the distribution out\n");
  EXPECT_EQ(fault("uniform", {0, 3, 2}),
            "register.csv: error: 3 does not lie between 0 and 2 [bad-range]\n"
            "      = low, central and high must rise\n");
  EXPECT_EQ(fault("normal", {0.9, 1, 1.3}),
            "register.csv: error: a normal number is as likely to be far below its centre as above, and this range "
            "reaches 0.1 below and 0.3 above [bad-range]\n"
            "      = write triangular or pert for a lopsided range\n");
  EXPECT_EQ(fault("lognormal", {0, 1, 2}),
            "register.csv: error: a lognormal number is above 0, and this range begins at 0 [bad-range]\n"
            "      = write triangular or pert for a range that reaches 0\n");
  EXPECT_EQ(fault("lognormal", {0.5, 1, 3}),
            "register.csv: error: a lognormal number lies between its centre divided and multiplied by one factor, and "
            "this range divides by 2 and multiplies by 3 [bad-range]\n"
            "      = write triangular or pert for another shape\n");
  EXPECT_EQ(fault("beta", {0.1, 0.5, 1.2}),
            "register.csv: error: a beta number is a share between 0 and 1, and this range is 0.1 to 1.2 about 0.5 "
            "[bad-range]\n"
            "      = write triangular or pert for other ranges\n");
  EXPECT_EQ(fault("beta", {0.02, 0.5, 0.98}),
            "register.csv: error: no beta number with one hump has mean 0.5 and 8 of 10 values in a range of 0.96 "
            "[bad-range]\n"
            "      = write triangular or pert for a range so wide, normal for one so narrow\n");
  EXPECT_EQ(fault("beta", {0.3, 0.4, 0.7}),
            "register.csv: error: a beta number with mean 0.4 and 8 of 10 values in a range of 0.4 has them between "
            "0.2052 and 0.6052, not between 0.3 and 0.7 [bad-range]\n"
            "      = give that range, or write triangular or pert\n");
}

TEST(Distribution, says_what_is_wrong_with_its_outcomes) {
  const Range range = {0, 1, 2};
  EXPECT_EQ(fault("discrete(0: 0.3; 1)", range),
            "register.csv: error: '1' is not a value, ':' and its probability [bad-outcomes]\n"
            "      = write, for example, discrete(0: 0.3; 1: 0.7)\n");
  EXPECT_EQ(fault("discrete()", range),
            "register.csv: error: '' is not a value, ':' and its probability [bad-outcomes]\n"
            "      = write, for example, discrete(0: 0.3; 1: 0.7)\n");
  EXPECT_EQ(fault("discrete(0: 0.3; 1: 0.6)", range),
            "register.csv: error: the probabilities sum to 0.9, not to 1 [bad-outcomes]\n"
            "      = write, for example, discrete(0: 0.3; 1: 0.7)\n");
  EXPECT_EQ(fault("discrete(0: 0; 1: 1)", range),
            "register.csv: error: the probability of 0 is 0, which is not above 0 [bad-outcomes]\n"
            "      = write, for example, discrete(0: 0.3; 1: 0.7)\n");
  EXPECT_EQ(fault("discrete(1: 0.5; 1: 0.5)", range),
            "register.csv: error: 1 stands there twice [bad-outcomes]\n"
            "      = write, for example, discrete(0: 0.3; 1: 0.7)\n");
  EXPECT_EQ(fault("discrete(1: 0.5; 3: 0.5)", range),
            "register.csv: error: 3 lies outside its range, 0 to 2 [bad-outcomes]\n"
            "      = write, for example, discrete(0: 0.3; 1: 0.7)\n");
  EXPECT_EQ(fault("discrete(0: 0.5; 0.5: 0.5)", range),
            "register.csv: error: the central value, 1, lies outside these values [bad-outcomes]\n"
            "      = write, for example, discrete(0: 0.3; 1: 0.7)\n");
}

}  // namespace
}  // namespace commonweal::random

// SPDX-License-Identifier: Apache-2.0
#include "random/stream.h"

#include <cmath>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::random {
namespace {

TEST(Stream, gives_these_numbers_for_ever) {
  // A study can be run again only as long as these stay: no change may move them.
  EXPECT_EQ(Stream(0, "inflation").bits(0), 0xae99b12a12bafe7c);
  EXPECT_EQ(Stream(2012, "inflation").bits(7, 2015), 0x4b42ee0fb3df5e0);
  EXPECT_EQ(Stream(2012, "growth[older people]").bits(1, -1, Purpose::scramble), 0x2d05ce4e8f617068);
}

TEST(Stream, takes_spellings_of_one_name_as_one) {
  const double number = uniform(1, "Risk Weight[older people]", 3, 2020);
  EXPECT_EQ(number, uniform(1, "risk_weight[Older  people]", 3, 2020));
  EXPECT_EQ(number, Stream(1, "risk weight[older people]").uniform(3, 2020));
}

RC_GTEST_PROP(Stream, stays_strictly_inside,
              (std::uint64_t seed, const std::string& name, std::uint64_t draw, int year)) {
  const double number = uniform(seed, name, draw, year);
  RC_ASSERT(number > 0 && number < 1);
}

TEST(Stream, differs_wherever_seed_name_draw_year_or_purpose_differ) {
  std::set<std::uint64_t> seen;
  std::size_t asked = 0;
  for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 32}) {
    for (const char* name : {"a", "b", "ab", "a[b]", "a[c]"}) {
      const Stream stream(seed, name);
      for (const std::uint64_t draw : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 32}) {
        for (const int year : {-1, 0, 2012}) {
          for (const Purpose purpose : {Purpose::draw, Purpose::scramble}) {
            seen.insert(stream.bits(draw, year, purpose));
            ++asked;
          }
        }
      }
    }
  }
  EXPECT_EQ(seen.size(), asked);
}

/// Chi squared of counts that should be alike, in standard deviations from what is expected.
double strangeness(const std::vector<int>& counts, double expected) {
  double sum = 0;
  for (const int count : counts) sum += (count - expected) * (count - expected) / expected;
  const double freedom = static_cast<double>(counts.size()) - 1;
  return (sum - freedom) / std::sqrt(2 * freedom);
}

TEST(Stream, fills_squares_of_neighbouring_draws_years_names_and_seeds_evenly) {
  constexpr int cells = 16, draws = 100'000;
  std::vector<std::vector<int>> counts(4, std::vector<int>(cells * cells));
  const Stream first(5, "a"), second(5, "b"), third(6, "a");
  const auto cell = [](double x) { return static_cast<int>(x * cells); };
  for (int k = 0; k < draws; ++k) {
    const auto draw = static_cast<std::uint64_t>(k);
    const int row = cells * cell(first.uniform(draw, 2012));
    ++counts[0][row + cell(first.uniform(draw + 1, 2012))];
    ++counts[1][row + cell(first.uniform(draw, 2013))];
    ++counts[2][row + cell(second.uniform(draw, 2012))];
    ++counts[3][row + cell(third.uniform(draw, 2012))];
  }
  for (const std::vector<int>& each : counts) {
    EXPECT_LT(std::fabs(strangeness(each, static_cast<double>(draws) / (cells * cells))), 4);
  }
}

TEST(Stream, chooses_among_few_evenly) {
  std::vector<int> counts(7);
  const Stream stream(0, "rows");
  for (std::uint64_t draw = 0; draw < 70'000; ++draw) ++counts[stream.below(7, draw, 0, Purpose::resample)];
  EXPECT_LT(std::fabs(strangeness(counts, 10'000)), 4);
}

}  // namespace
}  // namespace commonweal::random

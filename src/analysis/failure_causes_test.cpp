// SPDX-License-Identifier: Apache-2.0
#include "analysis/failure_causes.h"

#include <gtest/gtest.h>

#include "random/stream.h"

namespace commonweal::analysis {
namespace {

/// Futures of three inputs of chance; those where `fails` says so failed.
struct Futures {
  std::vector<std::vector<double>> failed, computed;

  template <typename Fails>
  Futures(std::uint64_t count, const Fails& fails) {
    for (std::uint64_t draw = 0; draw < count; ++draw) {
      std::vector<double> inputs;
      for (const char* name : {"a", "b", "c"}) inputs.push_back(random::uniform(0, name, draw));
      (fails(inputs) ? failed : computed).push_back(inputs);
    }
  }
};

TEST(FailureCauses, are_the_inputs_that_failed_futures_have_otherwise) {
  const Futures futures(500, [](const std::vector<double>& inputs) { return inputs[1] > 0.8 && inputs[2] < 0.5; });
  const std::vector<FailureCause> causes = failure_causes(futures.failed, futures.computed);
  ASSERT_EQ(causes.size(), 2U);
  EXPECT_EQ(causes[0].input, 1U);
  EXPECT_TRUE(causes[0].is_high);
  EXPECT_GT(causes[0].distance, 0.8);
  EXPECT_EQ(causes[1].input, 2U);
  EXPECT_FALSE(causes[1].is_high);
}

TEST(FailureCauses, are_none_where_chance_alone_decides) {
  const random::Stream coin(7, "coin");
  for (std::uint64_t sample = 0; sample < 20; ++sample) {
    std::uint64_t at = 0;
    const Futures futures(
        200, [&](const std::vector<double>&) { return coin.uniform(at++, static_cast<int>(sample)) < 0.2; });
    EXPECT_TRUE(failure_causes(futures.failed, futures.computed).empty()) << sample;
  }
}

TEST(FailureCauses, are_not_told_of_a_handful) {
  EXPECT_TRUE(failure_causes({{1}, {1}}, {{0}, {0}, {0}, {0}, {0}, {0}}).empty());
}

}  // namespace
}  // namespace commonweal::analysis

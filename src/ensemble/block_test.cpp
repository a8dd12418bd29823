// SPDX-License-Identifier: Apache-2.0
#include "ensemble/block.h"

#include <cstring>

#include <gtest/gtest.h>

#include "ensemble/drawn_test.h"

namespace commonweal::ensemble {
namespace {

/// The bytes of a fault, with NaN for while initialising.
std::string text(const std::optional<engine::Fault>& fault) {
  if (!fault) return "none";
  return std::to_string(static_cast<int>(fault->kind)) + " " + std::to_string(fault->slot) + " " +
         std::to_string(fault->time);
}

void expect_same(const std::vector<DrawnFuture>& seen, const std::vector<DrawnFuture>& expected) {
  ASSERT_EQ(seen.size(), expected.size());
  for (std::size_t i = 0; i < seen.size(); ++i) {
    EXPECT_EQ(text(seen[i].fault), text(expected[i].fault)) << i;
    if (expected[i].fault) continue;
    ASSERT_EQ(seen[i].figures.size(), expected[i].figures.size());
    EXPECT_EQ(std::memcmp(seen[i].figures.data(), expected[i].figures.data(), seen[i].figures.size() * sizeof(double)),
              0)
        << i;
  }
}

constexpr const char* fails_sometimes = R"toml([uncertainty]
draws = 300
dimensions = "dimensions.csv"
bands = ["burden", "debt"]
[[uncertainty.input]]
variable = "spend"
distribution = "discrete(5: 0.25; 10: 0.75)"
low = 5
central = 10
high = 10
)toml";

TEST(Block, LanesGiveTheBytesOfThePlainEngine) {
  for (const char* uncertainty : {debt_uncertainty, fails_sometimes}) {
    DrawnStudy debt(uncertainty);
    DrawTask task = draw_task(debt.study, debt.runs, debt.design, debt.program, {});
    std::vector<std::vector<double>> constants;
    for (std::uint64_t draw = 5; draw < 205; ++draw) {
      constants.push_back(study::constants_at(debt.design, study::uniforms_of(debt.design, draw)));
    }
    for (const engine::KernelSet& kernels : engine::available_kernels()) {
      make_lanes(task, kernels);
      for (std::size_t run = 0; run < task.runs.size(); ++run) {
        EXPECT_EQ(task.lanes[run]->not_on_lanes, "");
        expect_same(run_draws(task, run, 5, constants), run_draws_plainly(task, run, 5, constants));
      }
    }
  }
}

}  // namespace
}  // namespace commonweal::ensemble

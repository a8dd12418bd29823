// SPDX-License-Identifier: Apache-2.0
#include "random/beta.h"

#include <array>
#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::random {
namespace {

// Computed with forty digits by mpmath; the last three by SciPy 1.17.
TEST(Beta, quantiles_are_right) {
  struct Known {
    double first = 0, second = 0, p = 0, x = 0;
  };
  constexpr std::array<Known, 11> known = {{{1, 1, 0.3, 0.3},
                                            {2, 3, 0.1, 0.142559316710030724},
                                            {2, 3, 0.9, 0.679539416278181701},
                                            {1, 5, 0.5, 0.129449436703875861},
                                            {4.2, 1.8, 0.25, 0.585773373045536175},
                                            {50, 150, 0.01, 0.182847688160678363},
                                            {1, 40, 1e-6, 2.50000121875080223e-8},
                                            {3, 3, 1e-9, 0.000464266660131003399},
                                            {1000, 3, 0.5, 0.9973321745805727},
                                            {2, 3, 1 - 1e-9, 0.9993699402215238},
                                            {250000, 750000, 0.9, 0.2505550349693318}}};
  for (const Known& each : known) {
    EXPECT_NEAR(beta_quantile(BetaShape::of(each.first, each.second), each.p), each.x, 1e-12 * each.x)
        << each.first << " " << each.second << " " << each.p;
  }
}

RC_GTEST_PROP(Beta, probability_and_quantile_undo_each_other, ()) {
  const double first = 1 + *rc::gen::inRange(0, 100'000) / 1000.0, second = 1 + *rc::gen::inRange(0, 100'000) / 1000.0;
  const double p = *rc::gen::inRange(1, 1'000'000) / 1e6;
  const BetaShape shape = BetaShape::of(first, second);
  RC_ASSERT(std::fabs(beta_probability(shape, beta_quantile(shape, p)) - p) < 1e-12);
}

}  // namespace
}  // namespace commonweal::random

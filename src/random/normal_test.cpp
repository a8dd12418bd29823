// SPDX-License-Identifier: Apache-2.0
#include "random/normal.h"

#include <array>
#include <cmath>

#include <gtest/gtest.h>

namespace commonweal::random {
namespace {

struct Known {
  double x = 0, y = 0;
};

// Computed with forty digits by mpmath.
TEST(Normal, quantiles_are_right_to_fifteen_digits) {
  constexpr std::array<Known, 10> known = {{{1e-300, -37.0470962993611992},
                                            {1e-20, -9.26234008979840758},
                                            {1e-9, -5.99780701500768686},
                                            {0.001, -3.09023230616781354},
                                            {0.075, -1.43953147093845593},
                                            {0.1, -1.28155156554460044},
                                            {0.3, -0.524400512708040816},
                                            {0.5, 0},
                                            {0.9, 1.28155156554460059},
                                            {0.999, 3.09023230616781328}}};
  for (const auto& [p, z] : known) EXPECT_NEAR(normal_quantile(p), z, 1e-15 * std::fabs(z)) << p;
}

TEST(Normal, probabilities_are_right_to_fourteen_digits) {
  constexpr std::array<Known, 12> known = {{{-10, 7.61985302416052607e-24},
                                            {-5, 2.86651571879193912e-7},
                                            {-3, 0.00134989803163009453},
                                            {-2.9, 0.00186581330038403848},
                                            {-1.5, 0.066807201268858066},
                                            {-0.5, 0.308537538725986896},
                                            {0, 0.5},
                                            {0.3, 0.617911422188952633},
                                            {1.2815515655446004, 0.899999999999999983},
                                            {2, 0.977249868051820793},
                                            {3, 0.998650101968369905},
                                            {5, 0.999999713348428121}}};
  for (const auto& [z, p] : known) EXPECT_NEAR(normal_probability(z), p, 1e-13 * p) << z;
}

TEST(Normal, probability_and_quantile_undo_each_other) {
  for (double z = -8; z <= 5; z += 0.0625) EXPECT_NEAR(normal_quantile(normal_probability(z)), z, 2e-10) << z;
}

}  // namespace
}  // namespace commonweal::random

// SPDX-License-Identifier: Apache-2.0
#include "program/c_text.h"

#include <bit>
#include <string>

#include <gtest/gtest.h>

#include "engine/compiled_c_test.h"
#include "engine/compiled_test.h"

namespace commonweal::engine {
namespace {

/// By Euler's method ("") or RK4.
class CText : public testing::TestWithParam<std::string> {};

TEST_P(CText, ComputesTheBitsOfTheEngine) {
  const program::Program program = ten_years(
      "Who: p, q, r ~ ~ |\nw[Who] = 1, -2, 0.5 ~ ~ |\nt((0, 0), (1, 2), (4, -3), (5, 1)) ~ ~ |\nd ~ ~ |\n"
      "x = EXP(Time / 7) + LN(1 + Time) * 3 ^ (Time / 5) - t(Time) + d ~ ~ |\n"
      "y[Who] = IF THEN ELSE(Time > 3, w[Who] / 7, MIN(x, Time) * MAX(w[Who], 0.3)) ~ ~ |\n"
      "z = SUM(y[Who!] * w[Who!]) + PROD(w[Who!]) - VMIN(y[Who!]) + VMAX(y[Who!]) + ZIDZ(1, z0) + XIDZ(1, 0, 7) ~ ~ |\n"
      "z0 = ABS(Time - 5) + SIN(Time) + MODULO(Time, 2) + QUANTUM(Time, 0.6) + INTEGER(x) + SQRT(Time) ~ ~ |\n"
      "s = INTEG(z - 0.1 * s, 5) ~ ~ |\nu = SMOOTH3(x, 2) + DELAY FIXED(Time, 1.5, -1) + DELAY FIXED(x, 99, 3) ~ ~ |\n"
      "k = SAMPLE IF TRUE(MODULO(Time, 2) = 0, Time, -1) + INITIAL(x) ~ ~ |\n"
      "g[Who] = ALLOCATE BY PRIORITY(v[Who], w[Who], 2, 1, Time) ~ ~ |\nv[Who] = ABS(w[Who]) + Time ~ ~ |\n"
      "l = (Time > 2 :AND: x < 5) :OR: :NOT: (k = 4) ~ ~ |\n",
      "0.25", GetParam());
  program::Inputs inputs;
  inputs.series.push_back({{0, 3, 7}, {1, 2.5, -1}});
  std::vector<std::vector<double>> expected;
  EXPECT_FALSE(run(program, inputs, [&](double, std::span<const double> values) {
                 expected.emplace_back(values.begin(), values.end());
               }).has_value());
  EXPECT_EQ(expected.size(), 41U);

  std::size_t moment = 0;
  const CompiledC compiled(program);
  compiled.run(inputs, [&](const double* values) {
    ASSERT_LT(moment, expected.size());
    for (const program::Variable& variable : program.variables) {
      for (std::uint32_t i = 0; i < variable.elements.size(); ++i) {
        const std::uint32_t slot = variable.first_slot + i;
        EXPECT_EQ(std::bit_cast<std::uint64_t>(values[slot]), std::bit_cast<std::uint64_t>(expected[moment][slot]))
            << variable.name << " at step " << moment;
      }
    }
    ++moment;
  });
  EXPECT_EQ(moment, expected.size());
}

INSTANTIATE_TEST_SUITE_P(Methods, CText, testing::Values("", settings_of_rk4));

}  // namespace
}  // namespace commonweal::engine

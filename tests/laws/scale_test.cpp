// SPDX-License-Identifier: Apache-2.0
// Laws 4 and 7: whatever money and people are counted in, the model says the same. Units that do not balance anywhere
// would show; a place twice as large is the case in which both grow alike.
#include <cmath>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "model/unit_check.h"
#include "random_inputs.h"
#include "syntax/mdl.h"

namespace commonweal::laws {
namespace {

TEST(Law4, EveryUnitBalances) {
  base::Diagnostics diagnostics;
  const syntax::Document document =
      syntax::read(std::string(COMMONWEAL_ROOT) + "/domain/models/public-services.mdl", diagnostics);
  model::check_units(model::build(document, diagnostics), diagnostics);
  EXPECT_EQ(diagnostics.render(), "");
}

/// Powers of two, so that every product is exact.
struct Scale {
  double money, people;
};

/// What an amount in `unit` is multiplied by: what stands before the first '/' counts, after it divides.
double factor_of(const std::string& unit, const Scale& scale) {
  const auto of_part = [&](const std::string& part) {
    const double money = part.find("GBP million") == std::string::npos ? 1 : scale.money;
    return money * (part.find("person") == std::string::npos ? 1 : scale.people);
  };
  const std::size_t slash = unit.find('/');
  if (slash == std::string::npos) return of_part(unit);
  return of_part(unit.substr(0, slash)) / of_part(unit.substr(slash));
}

program::Inputs scaled(program::Inputs inputs, const Scale& scale) {
  for (const program::Variable& one : shipped_program().variables) {
    const double factor = factor_of(one.unit, scale);
    if (factor == 1) continue;
    if (one.kind == program::Kind::data) {
      for (program::SeriesPoints* points : series_of(inputs, one.name)) {
        for (double& value : points->values) value *= factor;
      }
    }
    if (one.kind != program::Kind::constant) continue;
    for (std::size_t i = 0; i < one.elements.size(); ++i) {
      set(inputs, one.name, i, factor * setting(inputs, one.name, i));
    }
  }
  return inputs;
}

std::string unit_of(const std::string& line) {
  return variable(line.substr(0, line.find('['))).unit;
}

void expect_scaled(const YearlyLines& lines, const YearlyLines& scaled_lines, const Scale& scale) {
  for (const auto& [name, figures] : lines) {
    const double factor = factor_of(unit_of(name), scale);
    for (std::size_t year = 0; year < figures.size(); ++year) {
      const double expected = factor * figures[year];
      if (std::fabs(scaled_lines.at(name)[year] - expected) > 1e-9 * std::fabs(expected)) {
        RC_FAIL(name + ": " + std::to_string(scaled_lines.at(name)[year]) + ", not " + std::to_string(expected));
      }
    }
  }
}

RC_GTEST_PROP(Laws4And7, UnitsBalanceAndAPlaceTwiceAsLargeHasTwiceTheAmountsAndTheSameRatios, ()) {
  const program::Inputs inputs = random_choices();
  const YearlyLines lines = run_lines(inputs);
  const Scale other_units{std::exp2(*rc::gen::inRange(-10, 11)), std::exp2(*rc::gen::inRange(-10, 11))};
  const Scale twice{2, 2};
  for (const Scale& scale : {other_units, twice}) expect_scaled(lines, run_lines(scaled(inputs, scale)), scale);
}

}  // namespace
}  // namespace commonweal::laws

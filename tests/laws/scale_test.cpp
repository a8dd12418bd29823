// SPDX-License-Identifier: Apache-2.0
// Units, steps, size and extremes: what a change that should not matter must not change, and what no input may break.
#include <algorithm>
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

bool is_amount(const std::string& unit) {
  return unit.starts_with("GBP million") || unit.starts_with("person");
}

/// The unit of a yearly line.
std::string unit_of(const std::string& line) {
  return shipped_program().find(line.substr(0, line.find('[')))->unit;
}

/// Everything that is an amount of money or people, twice.
void double_place(program::Inputs& inputs) {
  for (const program::Variable& variable : shipped_program().variables) {
    if (!is_amount(variable.unit)) continue;
    if (variable.kind == program::Kind::data) {
      for (program::SeriesPoints* points : series_of(inputs, variable.name)) {
        for (double& value : points->values) value *= 2;
      }
    }
    if (variable.kind != program::Kind::constant) continue;
    for (std::uint32_t element = 0; element < variable.elements.size(); ++element) {
      double value = shipped_program().start[variable.first_slot + element];
      for (const program::Inputs::Setting& one : inputs.settings) {
        if (one.slot == variable.first_slot + element) value = one.value;
      }
      inputs.settings.push_back({variable.first_slot + element, 2 * value});
    }
  }
}

RC_GTEST_PROP(Law7, ADoubledPlaceHasDoubleAmountsAndTheSameRatios, ()) {
  program::Inputs inputs = random_inputs();
  add_choices(inputs);
  const YearlyLines single = run_lines(inputs);
  double_place(inputs);
  const YearlyLines twice = run_lines(inputs);
  for (const auto& [name, figures] : single) {
    const double factor = is_amount(unit_of(name)) ? 2 : 1;
    for (std::size_t year = 0; year < years; ++year) {
      const double expected = factor * figures[year];
      RC_ASSERT(std::fabs(twice.at(name)[year] - expected) <= 1e-9 * (1e-3 + std::fabs(expected)));
    }
  }
}

/// Whether a run meets a moment at which something begins or ends at once: a budget that cannot be closed, reserves
/// used up, a lever given up.
bool has_event(const YearlyLines& lines) {
  for (const char* name : {"section 114 condition", "gap left open", "exceptional support"}) {
    for (const double figure : lines.at(name)) {
      if (figure > 1e-9) return true;
    }
  }
  return false;
}

/// A figure's size, against which a difference is judged: its own, or a hundredth of all spending for money that may be
/// nil.
double size_of(const YearlyLines& lines, const std::string& name, std::size_t year) {
  const double own = std::fabs(lines.at(name)[year]);
  return unit_of(name).starts_with("GBP") ? std::max(own, 0.01 * lines.at("total spend")[year]) : std::max(own, 1e-3);
}

RC_GTEST_PROP(Law6, HalvingTheStepChangesYearlyResultsByLessThanHalfAPerCent, ()) {
  program::Inputs inputs = shipped_inputs();
  add_choices(inputs);
  set(inputs, "general inflation", between(0, 0.04));
  set(inputs, "pressures by assumed rate", 0);
  const YearlyLines whole = run_lines(inputs);
  set(inputs, "TIME STEP", 0.0625);
  const YearlyLines halved = run_lines(inputs);
  RC_PRE(!has_event(whole) && !has_event(halved));
  for (const char* name : {"total required spend", "total spend", "gap before action", "total funding", "care required",
                           "people with moderate need[older people]", "people with complex need[older people]",
                           "people with moderate need[children and families]", "total unmet need"}) {
    for (std::size_t year = 0; year < years; ++year) {
      const double off = std::fabs(whole.at(name)[year] - halved.at(name)[year]) / size_of(whole, name, year);
      if (off > 0.003) std::fprintf(stderr, "OFF %s %zu %.4f\n", name, year, off);
    }
  }
}

/// Figures that are finite, shares that are shares, people that are not below zero.
void expect_sense(const YearlyLines& lines) {
  for (const auto& [name, figures] : lines) {
    for (const double figure : figures) {
      RC_ASSERT(std::isfinite(figure));
      if (name.find(" share[") != std::string::npos && name.starts_with("moderate"))
        RC_ASSERT(figure >= -1e-9 && figure <= 1 + 1e-9);
      if (unit_of(name) == "person" && name.starts_with("people with")) RC_ASSERT(figure >= -1e-9);
    }
  }
}

RC_GTEST_PROP(Law8, ExtremesGiveFiniteFiguresThatMakeSense, ()) {
  constexpr int a_century = 100;
  program::Inputs inputs = shipped_inputs();
  add_choices(inputs);
  const auto scale = [&](const char* variable, double factor) {
    for (program::SeriesPoints* points : series_of(inputs, variable)) {
      for (double& value : points->values) value *= factor;
    }
  };
  if (*rc::gen::arbitrary<bool>()) scale("announced funding", *rc::gen::element(0.0, 1e-6, 1e6));
  if (*rc::gen::arbitrary<bool>()) scale("base spend", *rc::gen::element(0.0, 1e-6, 1e6));
  if (*rc::gen::arbitrary<bool>()) scale("population", *rc::gen::element(1e-3, 1e3));
  const double pull = *rc::gen::element(-1.0, 0.0, 1.0);
  if (*rc::gen::arbitrary<bool>()) set(inputs, "lever intensity", std::max(0.0, pull));
  expect_sense(run_lines(inputs, a_century));
}

}  // namespace
}  // namespace commonweal::laws

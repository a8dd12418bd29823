// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"

/// Published figures that a study sets beside the model's own.
namespace commonweal::study {

/// How the model's figure beside a published one came about.
enum class Role {
  fitted,      ///< a number was chosen so that it agrees: no evidence for the model
  predicted,   ///< follows from the rest
  consistent,  ///< no number was fitted to it, but definitions were chosen with it in view: consistency, not evidence
  given,       ///< the published figure itself, carried into the model or the report: nothing to test
  base,        ///< the base year's own account: must agree, or the start is wrong
};

/// "fitted", "predicted", "given", "base": as the targets' file has it.
std::string_view name(Role role);

/// What is computed from the yearly figures of `variable` to stand beside the published figure.
enum class Measure {
  value,            ///< the figure of `year`
  yearly_change,    ///< (figure of `until` - figure of `year`) / years between
  relative_change,  ///< figure of `until` / figure of `year` - 1
  crossing,         ///< years from the base year until it first reaches `threshold`, interpolated
  context,          ///< from the place's context figures of `year`: "a", "a - b" or "a / b" in `variable`
};

/// "value", "yearly_change", "relative_change", "crossing", "context": as the targets' file has it.
std::string_view name(Measure measure);

struct Target {
  std::string id;        ///< F3.gap.2019-20
  std::string what;      ///< in words
  std::string scenario;  ///< id of a scenario; for Measure::context the id of a place
  std::string variable;
  std::string element;  ///< empty: a scalar, or the sum over all elements
  Measure measure = Measure::value;
  std::optional<base::FinancialYear> year, until;
  std::optional<double> threshold;
  double scale = 1;  ///< model figure * scale = figure in `unit`
  double published = 0;
  std::string unit;
  Role role = Role::predicted;
  std::optional<double> tolerance;  ///< absolute, in `unit`; none: reported, not judged
  std::string source, note;
  base::Position position;
};

/// Reads targets (CSV: id, what, scenario, variable, element, measure, year, until, threshold, scale, published, unit,
/// role, tolerance, source, note).
std::vector<Target> read_targets(const std::filesystem::path& path, base::Diagnostics& diagnostics);

}  // namespace commonweal::study

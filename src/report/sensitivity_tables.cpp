// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity_tables.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "base/text.h"
#include "report/interval_bars.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

using Kind = Table::Kind;
using sensitivity::StudySensitivity;

constexpr int significant_digits = 3;

/// Digits for changes of a figure: those of the largest, one at least as elsewhere in the report.
int digits_of_changes(const StudySensitivity& sensitivity, std::size_t figure) {
  double largest = 0;
  for (const sensitivity::MovedInput& input : sensitivity.moved) {
    for (const double change : {input.changes[figure].down, input.changes[figure].up}) {
      if (std::isfinite(change)) largest = std::max(largest, std::abs(change));
    }
  }
  return std::max(1, digits_for(largest * shown_unit(sensitivity.figures[figure]).scale, significant_digits));
}

}  // namespace

ShownUnit shown_unit(const sensitivity::Figure& figure) {
  const std::string unit = figure.output.unit;
  if (unit == "GBP million") return {1, "£ million"};
  if (unit == "dimensionless" || unit == "1" || unit.empty()) return {100, "percentage points"};
  return {1, unit_text(unit)};
}

std::string name_of(const sensitivity::Figure& figure) {
  const ensemble::Output& output = figure.output;
  const std::string element = output.element.empty() ? "" : fmt::format("[{}]", output.element);
  return fmt::format("{}{} in {}", output.variable, element, figure.year.text());
}

std::string name_of(const sensitivity::InputGroup& group) {
  return base::joined(group.names, " with ");
}

std::vector<std::size_t> ranked(const std::vector<double>& sizes) {
  const auto weight = [&](std::size_t at) { return std::isfinite(sizes[at]) ? std::abs(sizes[at]) : -1; };
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t one, std::size_t other) { return weight(one) > weight(other); });
  return order;
}

std::string step_text(const sensitivity::MovedInput& input) {
  return input.is_in_points ? "1 percentage point" : "1%";
}

bool changes_nothing(const sensitivity::MovedInput& input) {
  return std::ranges::all_of(input.changes, [](const auto& change) { return change.down == 0 && change.up == 0; });
}

Table moved_table(const StudySensitivity& sensitivity) {
  Table table{"One per cent",
              fmt::format("What one per cent more or less on one number changes, {}", sensitivity.scenario_name),
              {{"Number"}, {"Its value", Kind::figure, Table::as_published}, {"Unit"}, {"Moved by"}},
              {},
              {}};
  for (std::size_t figure = 0; figure < sensitivity.figures.size(); ++figure) {
    const std::string name = capitalised(name_of(sensitivity.figures[figure]));
    const std::string unit = shown_unit(sensitivity.figures[figure]).unit;
    const int digits = digits_of_changes(sensitivity, figure);
    table.columns.push_back({fmt::format("{}: number lower ({})", name, unit), Kind::figure, digits});
    table.columns.push_back({fmt::format("{}: number higher ({})", name, unit), Kind::figure, digits});
  }
  std::vector<double> sizes;
  for (const sensitivity::MovedInput& input : sensitivity.moved) sizes.push_back(input.changes.front().up);
  for (const std::size_t at : ranked(sizes)) {
    const sensitivity::MovedInput& input = sensitivity.moved[at];
    if (changes_nothing(input)) continue;
    std::vector<Cell> row{capitalised(input.name), input.value, unit_text(input.unit), step_text(input)};
    for (std::size_t figure = 0; figure < input.changes.size(); ++figure) {
      const double scale = shown_unit(sensitivity.figures[figure]).scale;
      row.emplace_back(input.changes[figure].down * scale);
      row.emplace_back(input.changes[figure].up * scale);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table screening_table(const StudySensitivity& sensitivity) {
  Table table{
      "Screening",
      fmt::format("What a number changes from one end of its range to the other, {}", sensitivity.scenario_name),
      {{"Figure"},
       {"Number"},
       {"Unit"},
       {"Change, without sign", Kind::figure, 2},
       {"Its low end", Kind::figure, 2},
       {"Its high end", Kind::figure, 2},
       {"Change, with sign", Kind::figure, 2},
       {"How much it depends on the other numbers", Kind::figure, 2}},
      {},
      {}};
  if (!sensitivity.screening) return table;
  for (std::size_t figure = 0; figure < sensitivity.screening->outputs.size(); ++figure) {
    const std::vector<sensitivity::ElementaryEffects>& effects = sensitivity.screening->outputs[figure];
    const auto [scale, unit] = shown_unit(sensitivity.figures[figure]);
    std::vector<double> sizes;
    for (const sensitivity::ElementaryEffects& effect : effects) sizes.push_back(effect.size.value);
    for (const std::size_t at : ranked(sizes)) {
      const sensitivity::ElementaryEffects& effect = effects[at];
      if (effect.size.value == 0) continue;
      const bool has_sign = sensitivity.groups[at].names.size() == 1;
      table.rows.push_back({capitalised(name_of(sensitivity.figures[figure])), name_of(sensitivity.groups[at]), unit,
                            effect.size.value * scale, effect.size.low * scale, effect.size.high * scale,
                            has_sign ? Cell(effect.mean * scale) : Cell("none: several numbers"),
                            effect.deviation * scale});
    }
  }
  return table;
}

Table variance_table(const StudySensitivity& sensitivity) {
  Table table{"Shares of variance",
              fmt::format("Whose uncertainty makes the uncertainty of the result, {}", sensitivity.scenario_name),
              {{"Figure"}, {"Number"}},
              {},
              {}};
  for (const char* what : {"By itself", "With others"}) {
    table.columns.push_back({fmt::format("{} (% of the variance)", what), Kind::figure, 1});
    table.columns.push_back({fmt::format("{}, low end (%)", what), Kind::figure, 1});
    table.columns.push_back({fmt::format("{}, high end (%)", what), Kind::figure, 1});
  }
  if (!sensitivity.variance) return table;
  const auto add = [&](const std::string& name, const sensitivity::VarianceShares& shares) {
    std::vector<double> sizes;
    for (const sensitivity::Measured& share : shares.total) sizes.push_back(share.value);
    for (const std::size_t at : ranked(sizes)) {
      if (shares.total[at].value == 0) continue;
      std::vector<Cell> row{name, name_of(sensitivity.groups[at])};
      for (const sensitivity::Measured& share : {shares.first[at], shares.total[at]}) {
        for (const double part : {share.value, share.low, share.high}) row.emplace_back(part * 100);
      }
      table.rows.push_back(std::move(row));
    }
  };
  const std::vector<sensitivity::VarianceShares>& outputs = sensitivity.variance->outputs;
  for (std::size_t figure = 0; figure < outputs.size(); ++figure) {
    add(capitalised(name_of(sensitivity.figures[figure])), outputs[figure]);
  }
  return table;
}

}  // namespace commonweal::report

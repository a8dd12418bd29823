// SPDX-License-Identifier: Apache-2.0
#include "report/gap_figure.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "base/text.h"
#include "report/stacked_bars.h"
#include "report/tables.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

/// One way of closing the gap, in the order in which the bars are stacked.
struct Way {
  std::string name;
  const std::vector<double> analysis::Gap::* values;
  Fill fill;
};

const std::vector<Way>& ways() {
  static const std::vector<Way> all = {{"From reserves", &analysis::Gap::from_reserves, Fill::part_1},
                                       {"Council tax", &analysis::Gap::from_council_tax, Fill::part_2},
                                       {"Cuts to services", &analysis::Gap::from_cuts, Fill::part_3},
                                       {"Not closed", &analysis::Gap::unclosed, Fill::part_4}};
  return all;
}

double total(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += std::isfinite(value) ? value : 0;
  return sum;
}

bool matters(const std::vector<double>& values) {
  return std::any_of(values.begin(), values.end(), [](double value) { return std::abs(value) > 1e-9; });
}

std::string title_of(const analysis::Gap& gap) {
  const std::string last = last_of(gap.first, gap.before_action.size()).text();
  if (gap.before_action.back() <= 0) return fmt::format("There is no gap in {}", last);
  return fmt::format("The gap before action reaches {} in {}", money_text(gap.before_action.back()), last);
}

std::string summary_of(const analysis::Gap& gap) {
  std::vector<std::string> parts;
  for (const Way& way : ways()) {
    const double sum = total(gap.*way.values);
    if (std::abs(sum) > 0.05) parts.push_back(fmt::format("{} ({})", base::lower(way.name), money_text(sum)));
  }
  std::string text =
      fmt::format("{}: the gap goes from {} in {} to {} in {}.", capitalised(gap.scenario_name),
                  money_text(gap.before_action.front()), gap.first.text(), money_text(gap.before_action.back()),
                  last_of(gap.first, gap.before_action.size()).text());
  if (!gap.before_action_low.empty() && !gap.before_action_high.empty()) {
    text += fmt::format(" Over the range of the drivers the gap of the last year lies between {} and {}.",
                        money_text(gap.before_action_low.back()), money_text(gap.before_action_high.back()));
  }
  if (!parts.empty()) text += fmt::format(" Over all years together it is met as follows: {}.", listed(parts));
  return text;
}

}  // namespace

Figure gap_figure(const analysis::Gap& gap, Extent at_least) {
  Figure figure;
  figure.id = "gap-" + slug(gap.scenario_id);
  figure.basis = "Modelled: " + gap.scenario_name;
  figure.table = gap_table(gap);
  figure.cites = gap.cites;
  figure.caption = fmt::format(
      "Gap before action: cost of services at the base level, and of what stands below the line, less funding. A "
      "council must balance its "
      "budget each year, so a gap shows as reserves drawn, tax raised or services cut. {}{}, cash.",
      gap.place.empty() ? "" : gap.place + ", ", gap.first.text() + " on");
  figure.title = title_of(gap);
  figure.summary = summary_of(gap);
  figure.draw = [gap, at_least](const Canvas& canvas, const std::string& style_class, const std::string& title_id,
                                const std::string& summary_id) {
    Extent extent = at_least;
    extent.include(gap.before_action);
    const MoneyUnit unit = money_unit(std::max(extent.high, -extent.low));
    StackedBars bars;
    bars.first = gap.first;
    bars.at_least = {at_least.low * unit.scale, at_least.high * unit.scale};
    bars.unit = std::string(unit.name) + " a year, cash";
    for (const Way& way : ways()) {
      std::vector<double> values = gap.*way.values;
      if (!matters(values)) continue;
      for (double& value : values) value *= unit.scale;
      bars.layers.push_back({way.name, std::move(values), way.fill});
    }
    bars.line_name = "Gap before action";
    bars.line = gap.before_action;
    for (double& value : bars.line) value *= unit.scale;
    return draw(bars, canvas, style_class, title_id, summary_id);
  };
  return figure;
}

}  // namespace commonweal::report

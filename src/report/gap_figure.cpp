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
  std::string name, words;
  const std::vector<double> analysis::Gap::* values;
  Fill fill;
};

const std::vector<Way>& ways() {
  static const std::vector<Way> all = {
      {"From reserves", "{} from reserves", &analysis::Gap::from_reserves, Fill::part_1},
      {"Council tax", "{} more council tax", &analysis::Gap::from_council_tax, Fill::part_2},
      {"Cuts to services", "{} of cuts to services", &analysis::Gap::from_cuts, Fill::part_3},
      {"Not closed", "{} left open", &analysis::Gap::unclosed, Fill::part_4}};
  return all;
}

bool matters(const std::vector<double>& values) {
  return std::any_of(values.begin(), values.end(), [](double value) { return std::abs(value) > 1e-9; });
}

std::string title_of(const analysis::Gap& gap) {
  const std::string last = last_of(gap.first, gap.before_action.size()).text();
  if (gap.before_action.back() <= 0) return fmt::format("There is no gap in {}", last);
  return fmt::format("The gap before action reaches {} in {}", money_text(gap.before_action.back()), last);
}

/// "In 2046-47 it is met by £20 million from reserves and £274 million of cuts."
std::string last_year_met(const analysis::Gap& gap, const std::string& last) {
  std::vector<std::string> parts;
  for (const Way& way : ways()) {
    const std::vector<double>& values = gap.*way.values;
    if (values.empty() || !(std::abs(values.back()) > 0.05)) continue;
    parts.push_back(fmt::format(fmt::runtime(way.words), money_text(values.back())));
  }
  return parts.empty() ? "" : fmt::format(" In {} it is met by {}.", last, listed(parts));
}

std::string summary_of(const analysis::Gap& gap) {
  const std::string last = last_of(gap.first, gap.before_action.size()).text();
  std::string text =
      fmt::format("{}: the gap goes from {} in {} to {} in {}.", capitalised(gap.scenario_name),
                  money_text(gap.before_action.front()), gap.first.text(), money_text(gap.before_action.back()), last);
  if (!gap.before_action_low.empty() && !gap.before_action_high.empty()) {
    text += fmt::format(" Over its range the gap of that year lies between {} and {}.",
                        money_text(gap.before_action_low.back()), money_text(gap.before_action_high.back()));
  }
  return text + last_year_met(gap, last);
}

}  // namespace

Extent gap_extent(const analysis::Gap& gap) {
  Extent extent;
  extent.include(gap.before_action);
  extent.include(gap.before_action_low);
  extent.include(gap.before_action_high);
  return extent;
}

Figure gap_figure(const analysis::Gap& gap, Extent at_least) {
  Figure figure;
  figure.id = "gap-" + slug(gap.scenario_id);
  figure.basis = "Modelled: " + gap.scenario_name;
  figure.table = gap_table(gap);
  figure.cites = gap.cites;
  figure.caption = fmt::format(
      "Gap before action: cost of services at the base level, and of what stands below the line, less funding. A "
      "council must balance its "
      "budget each year, so a gap shows as reserves drawn, tax raised or services cut. “From reserves” is both: "
      "planned "
      "payments into reserves that are not made, and money drawn. {}{}, cash.",
      gap.place.empty() ? "" : gap.place + ", ", gap.first.text() + " on");
  figure.title = title_of(gap);
  figure.summary = summary_of(gap);
  figure.draw = [gap, at_least](const Canvas& canvas, const std::string& style_class, const std::string& title_id,
                                const std::string& summary_id) {
    Extent extent = at_least;
    extent.include(gap_extent(gap).high);
    extent.include(gap_extent(gap).low);
    const MoneyUnit unit = money_unit(std::max(extent.high, -extent.low));
    StackedBars bars;
    bars.first = gap.first;
    bars.at_least = {at_least.low * unit.scale, at_least.high * unit.scale};
    bars.unit = std::string(unit.name) + " a year, cash";
    for (const Way& way : ways()) {
      if (!matters(gap.*way.values)) continue;
      bars.layers.push_back({way.name, scaled(gap.*way.values, unit.scale), way.fill});
    }
    bars.line_name = "Gap before action";
    bars.line = scaled(gap.before_action, unit.scale);
    bars.line_low = scaled(gap.before_action_low, unit.scale);
    bars.line_high = scaled(gap.before_action_high, unit.scale);
    return draw(bars, canvas, style_class, title_id, summary_id);
  };
  return figure;
}

}  // namespace commonweal::report

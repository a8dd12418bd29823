// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "report/figure.h"
#include "report/sections.h"
#include "report/stacked_bars.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

using analysis::LoopDrivers;

std::size_t years_of(const LoopDrivers& drivers) {
  return drivers.layers.front().shares.size();
}

/// "2012-13 to 2016-17".
std::string span_of(const LoopDrivers& drivers, std::size_t from, std::size_t years) {
  return fmt::format("{} to {}", (drivers.first + static_cast<int>(from)).text(),
                     last_of(drivers.first + static_cast<int>(from), years).text());
}

/// "In 2012-13 to 2016-17 the largest part is that of “R6 neglect with B6 rationing”, reinforcing: 27% of all that
/// loops do."
std::string spell_text(const LoopDrivers& drivers, std::size_t from, std::size_t years) {
  const LoopDrivers::Layer& most = analysis::strongest(drivers, from, years);
  return fmt::format("In {} the largest part is that of “{}”, {}: {} of all that loops do.",
                     span_of(drivers, from, years), most.name, most.reinforces ? "reinforcing" : "balancing",
                     percent_text(analysis::mean_share(most, from, years)));
}

std::string title_of(const LoopDrivers& drivers) {
  double reinforcing = 0;
  for (const LoopDrivers::Layer& layer : drivers.layers) {
    if (layer.reinforces) reinforcing += analysis::mean_share(layer, 0, years_of(drivers));
  }
  return reinforcing > 0.5 ? "Most of what loops do drives change on" : "Most of what loops do holds change back";
}

std::string summary_of(const LoopDrivers& drivers) {
  constexpr std::size_t spell = 5;
  const std::size_t years = years_of(drivers);
  const std::string begin = spell_text(drivers, 0, std::min(spell, years));
  return years < 2 * spell ? begin : begin + " " + spell_text(drivers, years - spell, spell);
}

Table table_of(const LoopDrivers& drivers) {
  Table table{"Loops " + drivers.scenario_id,
              fmt::format("Share of each feedback loop in what drives change, {}, {}", drivers.scenario_name,
                          span_of(drivers, 0, years_of(drivers))),
              {{"Year", Table::Kind::words}},
              {},
              {}};
  for (const LoopDrivers::Layer& layer : drivers.layers) {
    table.columns.push_back(
        {fmt::format("{}, {} (%)", layer.name, layer.reinforces ? "reinforcing" : "balancing"), Table::Kind::figure});
  }
  for (std::size_t year = 0; year < years_of(drivers); ++year) {
    std::vector<Cell> row{(drivers.first + static_cast<int>(year)).text()};
    for (const LoopDrivers::Layer& layer : drivers.layers) row.emplace_back(layer.shares[year] * 100);
    table.rows.push_back(std::move(row));
  }
  return table;
}

StackedBars bars_of(const LoopDrivers& drivers) {
  static constexpr std::array reinforcing{Fill::care_1, Fill::care_2, Fill::care_3, Fill::other_8};
  static constexpr std::array balancing{Fill::part_3, Fill::part_2, Fill::part_4, Fill::other_2};
  StackedBars bars;
  bars.first = drivers.first;
  bars.unit = "% of all that loops do: above 0 reinforcing, below 0 balancing";
  std::size_t up = 0, down = 0;
  for (const LoopDrivers::Layer& layer : drivers.layers) {
    StackedBars::Layer drawn{layer.name, {}, Fill::care_1};
    for (const double share : layer.shares) drawn.values.push_back(share * (layer.reinforces ? 100 : -100));
    drawn.fill = layer.reinforces ? reinforcing.at(up++) : balancing.at(down++);
    bars.layers.push_back(std::move(drawn));
  }
  return bars;
}

Figure figure_of(const LoopDrivers& drivers) {
  Figure figure;
  figure.id = "loops-" + slug(drivers.scenario_id);
  figure.basis = "Modelled: " + drivers.scenario_name;
  figure.title = title_of(drivers);
  figure.summary = summary_of(drivers);
  figure.caption = fmt::format(
      "Loops that Matter scores, {}, each year’s mean. A loop that reinforces drives change on the way it goes; one "
      "that balances holds it back. A loop through the links of several named ones stands under all their names; a "
      "stock that drains by itself is a loop without a name.",
      drivers.place);
  figure.notes.emplace_back(
      "Scores say what drives all that the loops tie together, not the gap alone, and only while something changes.");
  if (!drivers.complete) {
    figure.notes.push_back(fmt::format(
        "The model has more loops than can be listed; these are shares of the {} strong ones that were found.",
        drivers.circles));
  }
  figure.table = table_of(drivers);
  figure.draw = [drivers](const Canvas& canvas, const std::string& style_class, const std::string& title_id,
                          const std::string& summary_id) {
    return draw(bars_of(drivers), canvas, style_class, title_id, summary_id);
  };
  return figure;
}

}  // namespace

Markup loops_section(const analysis::Findings& findings) {
  Markup content;
  for (const LoopDrivers& drivers : findings.loops) {
    if (drivers.layers.empty()) continue;
    content += figure_markup(figure_of(drivers), Canvas::wide(), findings.sources);
  }
  return content.empty() ? Markup() : section("loop-scores", "Which loops drive the change", content);
}

}  // namespace commonweal::report

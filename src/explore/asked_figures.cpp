// SPDX-License-Identifier: Apache-2.0
#include "explore/asked_figures.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "analysis/uncertainty_words.h"
#include "report/lines.h"
#include "report/uncertainty_tables.h"
#include "report/wording.h"

namespace commonweal::explore {

namespace {

constexpr std::size_t most_lines = 8;  ///< so many scenarios differ in one chart; the table has all of them

/// One variable in one scenario.
struct Path {
  std::string scenario;
  std::vector<double> values;
};

/// A variable in every scenario that can be compared, the headline's first.
struct Asked {
  std::string variable, unit, place;  ///< unit: "" for a share or index
  base::FinancialYear first, last;
  std::vector<Path> paths;
};

Asked asked(const road::Journey& way, const std::string& variable) {
  const ensemble::Ensemble& futures = way.futures;
  const auto output = std::ranges::find(futures.outputs, variable, &ensemble::Output::variable);
  const study::Scenario& headline = way.study.scenarios[way.futures.futures.front().scenario];
  Asked asked{variable,
              output->unit == "dimensionless" ? "" : output->unit,
              way.findings.headline.place,
              headline.first,
              headline.last,
              {}};
  for (const ensemble::Future& future : futures.futures) {
    const study::Scenario& scenario = way.study.scenarios[future.scenario];
    const bool is_alike = scenario.bound_of.empty() && scenario.place == headline.place &&
                          scenario.first.start == headline.first.start && scenario.last.start == headline.last.start;
    if (is_alike) asked.paths.push_back({scenario.name, futures.series(future, variable)});
  }
  return asked;
}

double finest_of(const Asked& asked) {
  double largest = 0;
  for (const Path& path : asked.paths) {
    for (const double value : path.values) largest = std::max(largest, std::abs(value));
  }
  return asked.unit.empty() || largest >= 100 ? 1 : 0.1;
}

std::string last_in_words(const Asked& asked, const Path& path) {
  return analysis::figure_in_words(path.values.back(), asked.unit, finest_of(asked));
}

/// "Total unmet need in 2032-33: 1,240 person, if Carry on".
std::string title_of(const Asked& asked) {
  const Path& headline = asked.paths.front();
  return fmt::format("{} in {}: {}, if {}", report::capitalised(asked.variable), asked.last.text(),
                     last_in_words(asked, headline), headline.scenario);
}

std::string summary_of(const Asked& asked) {
  if (asked.paths.size() == 1) return title_of(asked) + ".";
  const auto by_last = [](const Path& a, const Path& b) { return a.values.back() < b.values.back(); };
  const auto [least, most] = std::ranges::minmax_element(asked.paths, by_last);
  const std::string low = last_in_words(asked, *least), high = last_in_words(asked, *most);
  const std::string range = low == high
                                ? fmt::format("all come to {}", low)
                                : fmt::format("from {} ({}) to {} ({})", low, least->scenario, high, most->scenario);
  return fmt::format("The {} scenarios in {}: {}. Each is one run, every number at its centre.", asked.paths.size(),
                     asked.last.text(), range);
}

report::Table table_of(const Asked& asked, const report::FanUnit& unit) {
  report::Table table{asked.variable,
                      fmt::format("{}, {}, by scenario ({})", asked.place, asked.variable, unit.name),
                      {{"Financial year"}},
                      {},
                      {}};
  for (const Path& path : asked.paths) table.columns.push_back({path.scenario, report::Table::Kind::figure, 1});
  for (int year = 0; asked.first.start + year <= asked.last.start; ++year) {
    std::vector<report::Cell> row{(asked.first + year).text()};
    for (const Path& path : asked.paths) row.emplace_back(path.values[static_cast<std::size_t>(year)] * unit.scale);
    table.rows.push_back(std::move(row));
  }
  return table;
}

report::LineChart chart_of(const Asked& asked, const report::FanUnit& unit) {
  report::LineChart chart;
  chart.first = asked.first;
  chart.unit = unit.name;
  for (const Path& path : asked.paths) {
    if (chart.lines.size() == most_lines) break;
    std::vector<double> shown = path.values;
    for (double& value : shown) value *= unit.scale;
    chart.lines.push_back({path.scenario, std::move(shown)});
  }
  return chart;
}

report::Figure figure_of(const Asked& asked) {
  analysis::Fan fan;
  fan.unit = asked.unit;
  const report::FanUnit unit = report::fan_unit(fan);
  report::Figure figure;
  figure.id = "asked-" + report::slug(asked.variable);
  figure.basis = "Modelled";
  figure.title = title_of(asked);
  figure.summary = summary_of(asked);
  figure.caption = fmt::format("{}, {} on.{}", asked.place, asked.first.text(),
                               asked.paths.size() > most_lines ? " The table has all scenarios." : "");
  figure.table = table_of(asked, unit);
  figure.draw = [chart = chart_of(asked, unit)](const report::Canvas& canvas, const std::string& style_class,
                                                const std::string& title_id, const std::string& summary_id) {
    return report::draw(chart, canvas, style_class, title_id, summary_id);
  };
  return figure;
}

}  // namespace

std::vector<report::Figure> asked_figures(const road::Journey& way) {
  std::vector<report::Figure> figures;
  if (way.futures.futures.empty()) return figures;
  for (const std::string& name : way.study.outputs) {
    const program::Variable* variable = way.program.find(name);  // as the model spells it
    if (variable == nullptr || variable->elements.size() != 1) continue;
    figures.push_back(figure_of(asked(way, variable->name)));
  }
  return figures;
}

}  // namespace commonweal::explore

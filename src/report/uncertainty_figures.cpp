// SPDX-License-Identifier: Apache-2.0
#include "report/uncertainty_figures.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/chances.h"
#include "analysis/uncertainty_words.h"
#include "base/text.h"
#include "report/lines.h"
#include "report/uncertainty_tables.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

constexpr std::size_t most_told = 3;   ///< so many scenarios are told in a sentence
constexpr std::size_t most_lines = 8;  ///< so many scenarios differ in one chart; the table has all of them

std::vector<double> values_of(const std::vector<ensemble::Estimate>& statistics, double scale) {
  std::vector<double> values;
  for (const ensemble::Estimate& one : statistics) values.push_back(one.value * scale);
  return values;
}

base::FinancialYear last_year_of(const analysis::Fan& fan) {
  return last_of(fan.first, fan.quantiles.front().size());
}

/// "between £80 million and £160 million": the outer band of the last year.
std::string outer_band(const analysis::Fan& fan) {
  const ensemble::Estimate ends[] = {fan.quantiles.front().back(), fan.quantiles.back().back()};
  const double step = analysis::step_in_words(ends, fan.unit);
  return fmt::format("between {} and {}", analysis::figure_in_words(ends[0].value, fan.unit, step),
                     analysis::figure_in_words(ends[1].value, fan.unit, step));
}

/// "from £12 million less to £4 million more", "from £4 million to £12 million less": the outer band of the last year
/// of a difference.
std::string more_or_less(const analysis::Fan& fan) {
  const ensemble::Estimate ends[] = {fan.quantiles.front().back(), fan.quantiles.back().back()};
  const double step = analysis::step_in_words(ends, fan.unit);
  const auto size = [&](double value) { return analysis::figure_in_words(std::abs(value), fan.unit, step); };
  const double low = ends[0].value, high = ends[1].value;
  if (low >= 0) return fmt::format("from {} to {} more", size(low), size(high));
  if (high <= 0) return fmt::format("from {} to {} less", size(high), size(low));
  return fmt::format("from {} less to {} more", size(low), size(high));
}

std::string title_of(const analysis::Fan& fan) {
  return fmt::format("{} in {}: {} in 8 of 10 futures", capitalised(fan.variable), last_year_of(fan).text(),
                     outer_band(fan));
}

std::string paths_in_words(const analysis::Fan& fan) {
  if (fan.paths.empty()) return "";
  std::vector<std::string> parts;
  for (const analysis::Fan::Path& path : fan.paths)
    parts.push_back(fmt::format("{} (number {})", path.name, path.draw));
  return " The thin lines are real futures: " + listed(parts) + ". No future runs along a band.";
}

}  // namespace

FanChart fan_chart(const analysis::Fan& fan) {
  const FanUnit unit = fan_unit(fan);
  FanChart chart;
  chart.first = fan.first;
  chart.unit = unit.name;
  chart.outer_low = values_of(fan.quantiles[0], unit.scale);
  chart.inner_low = values_of(fan.quantiles[1], unit.scale);
  chart.median = values_of(fan.quantiles[2], unit.scale);
  chart.inner_high = values_of(fan.quantiles[3], unit.scale);
  chart.outer_high = values_of(fan.quantiles[4], unit.scale);
  chart.central = scaled(fan.central, unit.scale);
  for (const analysis::Fan::Path& path : fan.paths) chart.paths.push_back(scaled(path.values, unit.scale));
  return chart;
}

Figure fan_figure(const analysis::Fan& fan, double draws, Extent at_least) {
  Figure figure;
  figure.id = "fan-" + slug(fan.variable) + "-" + slug(fan.scenario_id);
  figure.basis = "Modelled: " + fan.scenario_name;
  figure.title = title_of(fan);
  figure.summary = fmt::format(
      "{}: {} futures, each with its own value of every uncertain number. In half of them the {} in {} "
      "lies within the darker band.{}",
      capitalised(fan.scenario_name), base::grouped(draws, 0), fan.variable, last_year_of(fan).text(),
      paths_in_words(fan));
  figure.caption =
      fmt::format("{}{}, {} on. The run with every number at its centre is one future, not the middle of all.",
                  fan.place.empty() ? "" : fan.place + ", ", fan.variable, fan.first.text());
  figure.notes = {analysis::uncertainty_caveat};
  figure.table = fan_table(fan);
  figure.draw = [chart = fan_chart(fan), at_least](const Canvas& canvas, const std::string& style_class,
                                                   const std::string& title_id, const std::string& summary_id) {
    FanChart shown = chart;
    shown.at_least = at_least;
    return draw(shown, canvas, style_class, title_id, summary_id);
  };
  return figure;
}

Figure difference_figure(const analysis::Fan& fan, double draws, Extent at_least) {
  Figure figure = fan_figure(fan, draws, at_least);
  figure.id = "difference-" + slug(fan.variable) + "-" + slug(fan.scenario_id);
  figure.basis = fmt::format("Modelled: {} less {}", fan.scenario_name, fan.than);
  figure.title = fmt::format("{} in {}: {} than in {}, in 8 of 10 futures", capitalised(fan.variable),
                             last_year_of(fan).text(), more_or_less(fan), fan.than);
  figure.summary = fmt::format(
      "{} against {}, future by future: below nought the {} is smaller. In half of the futures the difference in {} "
      "lies within the darker band.{}",
      capitalised(fan.scenario_name), fan.than, fan.variable, last_year_of(fan).text(), paths_in_words(fan));
  figure.caption = fmt::format(
      "{}{}, {} on: what it is in the one scenario less what it is in the other, where all else is drawn alike.",
      fan.place.empty() ? "" : fan.place + ", ", fan.variable, fan.first.text());
  return figure;
}

Figure pooled_figure(const analysis::Fan& fan, const std::string& weights, double draws) {
  Figure figure = fan_figure(fan, draws);
  figure.id = "pooled-" + slug(fan.variable);
  figure.basis = "Modelled: scenarios taken together, by weights that the study chose";
  figure.summary = fmt::format("Scenarios count by these weights, which are nobody's measurement: {}.", weights);
  return figure;
}

Figure odds_figure(const std::vector<analysis::EventOdds>& of_one_event) {
  const analysis::EventOdds& first = of_one_event.front();
  const std::string last = last_of(first.first, first.by_year.size()).text();
  Figure figure;
  figure.id = "chance-" + slug(first.name);
  figure.basis = "Modelled: share of futures";
  figure.title = fmt::format("{}: {}, if {}", capitalised(first.name),
                             analysis::chance_in_words(first.by_year.back(), first.futures), first.scenario_name);
  std::vector<std::string> parts;
  for (const analysis::EventOdds& odds : of_one_event) {
    if (parts.size() == most_told) break;
    parts.push_back(fmt::format(
        "{}: {}{}", odds.scenario_name, analysis::chance_in_words(odds.by_year.back(), odds.futures),
        odds.likelier_than_not ? fmt::format(", more than half of them by {}", odds.likelier_than_not->text()) : ""));
  }
  figure.summary =
      fmt::format("{} ({}), by {}: {}.", capitalised(first.name), first.condition, last, base::joined(parts, "; "));
  figure.caption = fmt::format("{}, {} on. {}", first.place, first.first.text(),
                               of_one_event.size() > most_lines ? "The table has all scenarios." : "");
  figure.notes = {analysis::uncertainty_caveat};
  figure.table = odds_table(of_one_event);
  figure.draw = [of_one_event](const Canvas& canvas, const std::string& style_class, const std::string& title_id,
                               const std::string& summary_id) {
    LineChart chart{of_one_event.front().first, "% of futures", {}, {{50, "as likely as not"}}, {0, 100}};
    for (const analysis::EventOdds& odds : of_one_event) {
      if (chart.lines.size() < most_lines) chart.lines.push_back({odds.scenario_name, values_of(odds.by_year, 100)});
    }
    return draw(chart, canvas, style_class, title_id, summary_id);
  };
  return figure;
}

}  // namespace commonweal::report

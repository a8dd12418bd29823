// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/figure.h"
#include "report/lines.h"
#include "report/reading_tables.h"
#include "report/sections.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

using analysis::ReadOutcome;
using analysis::ReadScenario;

double rise_of(const ReadOutcome& outcome) {
  return outcome.care_share.back() - outcome.care_share.front();
}

/// "20.3 points", "minus 1.2 points": of a share.
std::string points_in_words(double share) {
  const double points = std::round(share * 1000) / 10;
  return fmt::format("{}{:.1f} points", points < 0 ? "minus " : "", std::abs(points));
}

std::string title_of(const ReadScenario& scenario, const std::string& of) {
  const auto [low, high] =
      std::ranges::minmax(scenario.outcomes, {}, [](const ReadOutcome& one) { return one.care_share.back(); });
  return fmt::format("Care has {} to {} of spend in {}, by how {} is read", percent_text(low.care_share.back()),
                     percent_text(high.care_share.back()), last_of(scenario.first, low.care_share.size()).text(), of);
}

/// How much of the rise of care's share every reading shows, and how much the choice can put in besides.
std::string summary_of(const ReadScenario& scenario, const std::string& of) {
  const ReadOutcome& first = scenario.outcomes.front();
  std::vector<std::string> rises;
  for (const ReadOutcome& one : scenario.outcomes) {
    rises.push_back(fmt::format("{} ({})", points_in_words(rise_of(one)), one.reading));
  }
  const auto [low, high] = std::ranges::minmax(scenario.outcomes, {}, rise_of);
  return fmt::format(
      "{}: from {} in {} care’s share of spend moves by {} to {}. {} are there by every reading; up to {} more are put "
      "in by {}, and are no finding of the model.",
      scenario.name, percent_text(first.care_share.front()), scenario.first.text(), listed(rises),
      last_of(scenario.first, first.care_share.size()).text(), capitalised(points_in_words(rise_of(low))),
      points_in_words(rise_of(high) - rise_of(low)), of);
}

LineChart chart_of(const ReadScenario& scenario) {
  LineChart chart;
  chart.first = scenario.first;
  chart.unit = "Care’s share of spend on services, %";
  for (const ReadOutcome& one : scenario.outcomes) {
    std::vector<double> values = one.care_share;
    for (double& value : values) value *= 100;
    chart.lines.push_back({capitalised(one.reading), std::move(values)});
  }
  return chart;
}

Figure figure_of(const ReadScenario& scenario, const std::string& of) {
  Figure figure;
  figure.id = "readings-" + slug(scenario.id);
  figure.basis = "Modelled: " + scenario.name;
  figure.title = title_of(scenario, of);
  figure.summary = summary_of(scenario, of);
  figure.caption =
      fmt::format("Spend after the gap has been closed; {} on, every number at its centre.", scenario.first.text());
  figure.table = reading_years_table(scenario, of);
  figure.draw = [chart = chart_of(scenario)](const Canvas& canvas, const std::string& style_class,
                                             const std::string& title_id, const std::string& summary_id) {
    return draw(chart, canvas, style_class, title_id, summary_id);
  };
  return figure;
}

Markup ways_of(const analysis::ReadingFindings& readings) {
  Markup items;
  for (const auto& [name, description] : readings.ways) {
    items += element("li", element("strong", capitalised(name)) + (description.empty() ? "" : ": " + description));
  }
  return element("ul", items);
}

bool is_known(const ReadScenario& scenario) {
  return std::ranges::all_of(scenario.outcomes, [](const ReadOutcome& one) {
    return !one.care_share.empty() && std::isfinite(one.care_share.front()) && std::isfinite(one.care_share.back());
  });
}

}  // namespace

Markup readings_section(const analysis::Findings& findings) {
  const analysis::ReadingFindings& readings = findings.readings;
  if (readings.scenarios.empty()) return {};
  Markup content = paragraph(fmt::format(
      "The model cannot do without {}, and what is known does not settle it. Each scenario that leaves it open was run "
      "by every "
      "reading, all else alike. What differs between readings is put in by the choice; only what all of them show is "
      "found.",
      readings.of));
  content += ways_of(readings);
  const ReadScenario& headline = readings.scenarios.front();
  if (is_known(headline)) {
    content += figure_markup(figure_of(headline, readings.of), Canvas::wide(), findings.sources);
  }
  content += table_markup(readings_table(readings), findings.sources);
  return section("readings", fmt::format("What {} puts into the answer", readings.of), content);
}

}  // namespace commonweal::report

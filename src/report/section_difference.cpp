// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/vocabulary.h"
#include "base/text.h"
#include "report/compared_fans.h"
#include "report/gap_differences.h"
#include "report/lines.h"
#include "report/sections.h"
#include "report/tables.h"
#include "report/uncertainty_figures.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

/// Of the main scenarios; of all that stand for themselves, where none but the first is a main one.
std::vector<const analysis::Fan*> differences_of_gap(const analysis::Findings& findings) {
  std::vector<const analysis::Fan*> of_main, of_all;
  for (const analysis::Fan& fan : findings.uncertainty.difference_fans) {
    if (fan.variable != analysis::vocabulary::gap_before_action) continue;
    const auto& outcomes = findings.headline.outcomes;
    const auto outcome = std::ranges::find(outcomes, fan.scenario_id, &analysis::Headline::Outcome::scenario_id);
    if (outcome != outcomes.end()) of_all.push_back(&fan);
    if (is_main(findings.headline, fan.scenario_id)) of_main.push_back(&fan);
  }
  return of_main.empty() ? of_all : of_main;
}

/// What they change in the one run of each, where nothing is drawn: a line a scenario.
Markup at_the_centre(const GapDifferences& differences) {
  if (differences.of.empty()) return {};
  LineChart chart{differences.first, "£ million", {}, {{0, "as in " + differences.than}}};
  std::vector<std::string> parts;
  for (const GapDifference& each : differences.of) {
    parts.push_back(fmt::format("{}: {} {}", each.scenario_name, money_text(std::abs(each.values.back())),
                                each.values.back() < 0 ? "less" : "more"));
    chart.lines.push_back({each.scenario_name, each.values});
  }
  const std::string last = last_of(differences.first, differences.of.front().values.size()).text();
  Figure figure;
  figure.id = "differences-of-gap";
  figure.basis = "Modelled";
  figure.title = fmt::format("What the other scenarios change in the gap of {}", last);
  figure.summary = fmt::format("Against {}, in {}: {}.", differences.than, last, base::joined(parts, "; "));
  figure.caption = "Gap before action, each scenario less the first; one run of each, with every number at its centre.";
  figure.table = gap_differences_table(differences);
  figure.draw = [chart](const Canvas& canvas, const std::string& style_class, const std::string& title_id,
                        const std::string& summary_id) {
    return draw(chart, canvas, style_class, title_id, summary_id);
  };
  return figure_markup(figure, Canvas::wide(), {});
}

}  // namespace

Markup difference_section(const analysis::Findings& findings) {
  const Markup figures = findings.uncertainty.empty()
                             ? at_the_centre(gap_differences(findings))
                             : compared_fans(differences_of_gap(findings), difference_figure, findings);
  if (figures.empty()) return {};
  return section("difference", "What the other scenarios change", figures);
}

}  // namespace commonweal::report

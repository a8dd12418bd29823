// SPDX-License-Identifier: Apache-2.0
#include "explore/view_short.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/uncertainty_words.h"
#include "analysis/vocabulary.h"
#include "explore/own_scenario.h"
#include "report/doom_figure.h"
#include "report/lines.h"
#include "report/sections.h"
#include "report/tables.h"
#include "report/uncertainty_tables.h"
#include "report/wording.h"

namespace commonweal::explore {

namespace {

constexpr std::size_t most_gaps = 5;  ///< so many gaps differ in one chart; the table has all of them

/// One's own among them, or else the first; there is one at least.
template <class Result>
const Result& own_of(const std::vector<Result>& all) {
  const auto found = std::ranges::find(all, std::string(own_id), &Result::scenario_id);
  return found == all.end() ? all.front() : *found;
}

/// Gaps over the same years in the same place, one's own first.
struct Gaps {
  std::vector<const analysis::Gap*> all;
  std::vector<double> low, high;  ///< of the first: 8 of 10 futures lie between; empty: none were drawn
  report::FanUnit unit;

  const analysis::Gap& own() const { return *all.front(); }
  base::FinancialYear last() const { return report::last_of(own().first, own().before_action.size()); }
};

std::vector<double> values_of(const std::vector<ensemble::Estimate>& estimates) {
  std::vector<double> values;
  for (const ensemble::Estimate& each : estimates) values.push_back(each.value);
  return values;
}

Gaps gaps_of(const analysis::Findings& findings) {
  const analysis::Gap& own = own_of(findings.gaps);
  Gaps gaps{{&own}, {}, {}, {}};
  for (const analysis::Gap& gap : findings.gaps) {
    const bool is_alike = gap.place == own.place && gap.first.start == own.first.start &&
                          gap.before_action.size() == own.before_action.size();
    if (&gap != &own && is_alike) gaps.all.push_back(&gap);
  }
  const std::string variable(analysis::vocabulary::gap_before_action);
  if (const analysis::Fan* fan = findings.uncertainty.fan(own.scenario_id, variable)) {
    gaps.low = values_of(fan->quantiles.front());
    gaps.high = values_of(fan->quantiles.back());
  }
  analysis::Fan unit;
  unit.unit = "GBP million";
  gaps.unit = report::fan_unit(unit);
  return gaps;
}

std::string summary_of(const Gaps& gaps) {
  const std::size_t last = gaps.own().before_action.size() - 1;
  std::vector<std::string> parts;
  for (const analysis::Gap* gap : gaps.all) {
    parts.push_back(fmt::format("{} {}", gap->scenario_name, report::money_text(gap->before_action[last])));
  }
  std::string text = fmt::format("In {}: {}.", gaps.last().text(), report::listed(parts));
  if (!gaps.low.empty() && std::isfinite(gaps.low[last]) && std::isfinite(gaps.high[last])) {
    text += fmt::format(" In 8 of 10 futures of {} it lies between {} and {}.", gaps.own().scenario_name,
                        report::money_text(gaps.low[last]), report::money_text(gaps.high[last]));
  }
  return text;
}

report::Table table_of(const Gaps& gaps) {
  report::Table table{"Gaps",
                      fmt::format("{}, gap before action, by scenario ({})", gaps.own().place, gaps.unit.name),
                      {{"Financial year"}},
                      {},
                      {}};
  const auto add = [&](const std::string& name) { table.columns.push_back({name, report::Table::Kind::figure, 1}); };
  for (const analysis::Gap* gap : gaps.all) add(gap->scenario_name);
  if (!gaps.low.empty()) {
    add(gaps.own().scenario_name + ", 1 of 10 futures below");
    add(gaps.own().scenario_name + ", 1 of 10 futures above");
  }
  for (std::size_t year = 0; year < gaps.own().before_action.size(); ++year) {
    std::vector<report::Cell> row{(gaps.own().first + static_cast<int>(year)).text()};
    for (const analysis::Gap* gap : gaps.all) row.emplace_back(gap->before_action[year] * gaps.unit.scale);
    if (!gaps.low.empty()) {
      row.emplace_back(gaps.low[year] * gaps.unit.scale);
      row.emplace_back(gaps.high[year] * gaps.unit.scale);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

report::LineChart chart_of(const Gaps& gaps) {
  const auto scaled = [&](const std::vector<double>& values) { return report::scaled(values, gaps.unit.scale); };
  report::LineChart chart;
  chart.first = gaps.own().first;
  chart.unit = gaps.unit.name + " a year, cash";
  for (const analysis::Gap* gap : gaps.all) {
    if (chart.lines.size() == most_gaps) break;
    chart.lines.push_back({gap->scenario_name, scaled(gap->before_action)});
  }
  chart.lines.front().low = scaled(gaps.low);
  chart.lines.front().high = scaled(gaps.high);
  return chart;
}

report::Figure gaps_figure(const analysis::Findings& findings) {
  const Gaps gaps = gaps_of(findings);
  report::Figure figure;
  figure.id = "short-gap";
  figure.basis = fmt::format("Modelled: {}{}", gaps.own().scenario_name, gaps.all.size() > 1 ? ", beside others" : "");
  figure.title = fmt::format("The gap before action in {}: {}", gaps.last().text(),
                             report::money_text(gaps.own().before_action.back()));
  figure.summary = summary_of(gaps);
  figure.caption = fmt::format(
      "Cost of services at the base level, and of what stands below the line, less funding; {}, {} on. Each line is "
      "one run, every number at its centre.{}{}",
      gaps.own().place, gaps.own().first.text(),
      gaps.low.empty() ? "" : fmt::format(" Shaded: 8 of 10 futures of {}.", gaps.own().scenario_name),
      gaps.all.size() > most_gaps ? " The table has all scenarios." : "");
  figure.cites = gaps.own().cites;
  figure.assumed = report::assumption_mark(findings);
  if (!gaps.low.empty()) figure.notes = {analysis::uncertainty_caveat};
  figure.table = table_of(gaps);
  figure.draw = [chart = chart_of(gaps)](const report::Canvas& canvas, const std::string& style_class,
                                         const std::string& title_id, const std::string& summary_id) {
    return report::draw(chart, canvas, style_class, title_id, summary_id);
  };
  return figure;
}

report::Figure graph_figure(const analysis::Findings& findings, const std::vector<analysis::GraphOfDoom>& graphs) {
  // The axis of the headline's too, so that a choice does not move it.
  report::Extent extent = report::doom_extent(graphs.front());
  extent.include(report::doom_extent(own_of(graphs)).low);
  extent.include(report::doom_extent(own_of(graphs)).high);
  report::Figure figure = report::doom_figure(own_of(graphs), extent, report::Detail::care_and_rest);
  figure.id = "short-graph";
  figure.assumed = report::assumption_mark(findings);
  return figure;
}

std::string supposed(const analysis::Headline::Outcome& of) {
  return of.clause.empty() ? of.scenario_name : of.clause;
}

/// "if the council carries on, by 2023-24", "just as if the council carries on".
std::string other_crossing(const analysis::Headline::Outcome& own, const analysis::Headline::Outcome& other) {
  const std::string year = report::crossing_text(other.takes_all, other.last);
  if (year == report::crossing_text(own.takes_all, own.last)) return "just as if " + supposed(other);
  return fmt::format("if {}, {}{}", supposed(other), other.takes_all ? "by " : "", year);
}

/// What one has chosen beside the headline; before one has, the answer of the study.
std::string answer(const analysis::Headline& headline) {
  if (headline.outcomes.empty()) return headline.sentence;
  const analysis::Headline::Outcome& own = own_of(headline.outcomes);
  const analysis::Headline::Outcome& other = headline.outcomes.front();
  if (&own == &other) return headline.sentence;
  const std::string year = report::crossing_text(own.takes_all, own.last);
  return fmt::format(
      "If {}, care {} all the money for services by {}; {}. The gap before action in {} is then {}, instead of {}.",
      supposed(own), own.takes_all ? "needs" : "does not need", own.takes_all ? year : own.last.text(),
      other_crossing(own, other), own.last.text(), report::money_text(own.final_gap),
      report::money_text(other.final_gap));
}

}  // namespace

report::Part short_part(const road::Journey& way) {
  const analysis::Findings& findings = way.findings;
  const std::vector<analysis::GraphOfDoom> graphs = report::own_graphs(findings);
  report::Markup figures;
  const auto add = [&](const report::Figure& figure) {
    figures += report::figure_markup(figure, report::Canvas::small(), findings.sources);
  };
  if (!graphs.empty()) add(graph_figure(findings, graphs));
  if (!findings.gaps.empty() && !findings.gaps.front().before_action.empty()) add(gaps_figure(findings));
  report::Markup content = report::element("p", {{"class", "lede"}}, answer(findings.headline));
  content += report::element("div", {{"class", "side-by-side"}}, figures);
  if (!findings.limits.empty()) content += report::element("p", {{"class", "note"}}, findings.limits.front());
  const char* const id = "short";
  const char* const name = "In short";
  return {id, name, report::section(id, name, content)};
}

}  // namespace commonweal::explore

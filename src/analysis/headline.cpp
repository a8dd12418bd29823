// SPDX-License-Identifier: Apache-2.0
#include "analysis/headline.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <span>

#include <fmt/format.h>

#include "analysis/vocabulary.h"
#include "base/text.h"

namespace commonweal::analysis {

namespace {

// So many scenarios a sentence can name and still be read: the headline's and the one it is set against.
constexpr std::size_t named_outcomes = 2;

void add_base_year_spending(Headline& headline, const YearlyFigures& figures) {
  for (const std::string& service : figures.elements(vocabulary::spend)) {
    const double spent = figures.of(vocabulary::spend, service).front();
    headline.service_spend += spent;
    if (vocabulary::is_care(service)) headline.care_spend += spent;
  }
  headline.care_share = headline.care_spend / headline.service_spend;
}

Headline::Outcome outcome_of(const ScenarioRun& run, const GraphOfDoom& graph, const Gap& gap) {
  const double final_gap = gap.before_action.back();
  const bool has_range = !gap.before_action_low.empty();
  return {.scenario_id = run.scenario.id,
          .scenario_name = run.scenario.name,
          .restricts = graph.restricts,
          .takes_all = graph.takes_all,
          .final_gap = final_gap,
          .last = run.figures.last(),
          .clause = run.scenario.clause,
          .restricts_range = graph.restricts_range,
          .takes_all_range = graph.takes_all_range,
          .final_gap_low = has_range ? gap.before_action_low.back() : final_gap,
          .final_gap_high = has_range ? gap.before_action_high.back() : final_gap};
}

std::string when(const std::optional<Crossing>& crossing, base::FinancialYear last) {
  if (!crossing) return "not by " + last.text();
  return (crossing->years_from_base == 0 ? "already in " : "by ") + crossing->year.text();
}

// " (2019-20 at the earliest, 2039-40 at the latest)"; empty where there are no bounds or they say the same.
std::string range_in_brackets(const Headline::Outcome& outcome) {
  const CrossingRange& range = outcome.takes_all_range;
  if (range.scenario_names.empty() || !range.earliest) return "";
  const std::string earliest = range.earliest->year.text();
  if (range.latest) {
    const std::string latest = range.latest->year.text();
    return earliest == latest ? "" : fmt::format(" ({} at the earliest, {} at the latest)", earliest, latest);
  }
  if (!outcome.takes_all) return fmt::format(" ({} at the earliest)", earliest);
  return fmt::format(" (as early as {}, or not by {})", earliest, outcome.last.text());
}

// "care needs all the money for services by 2036-37"
std::string told_in_full(const Headline::Outcome& outcome) {
  constexpr std::string_view all = "all the money for services";
  if (outcome.takes_all) return fmt::format("care needs {} {}", all, when(outcome.takes_all, outcome.last));
  return fmt::format("care does not need {} by {}", all, outcome.last.text());
}

// "If A, care needs all the money for services by 2036-37 (as early as 2023-24, or not by 2046-47); if B, by 2023-24."
std::string told(std::span<const Headline::Outcome> outcomes) {
  const Headline::Outcome& first = outcomes.front();
  std::string sentence = fmt::format("If {}, {}{}", first.clause, told_in_full(first), range_in_brackets(first));
  for (const Headline::Outcome& outcome : outcomes.subspan(1)) {
    sentence +=
        fmt::format("; if {}, {}{}", outcome.clause, when(outcome.takes_all, outcome.last), range_in_brackets(outcome));
  }
  return sentence + ".";
}

}  // namespace

std::string headline_sentence(const Headline& headline) {
  std::vector<Headline::Outcome> outcomes;
  std::ranges::copy_if(headline.outcomes, std::back_inserter(outcomes),
                       [](const Headline::Outcome& outcome) { return !outcome.clause.empty(); });
  if (outcomes.size() > named_outcomes) outcomes.resize(named_outcomes);
  std::string sentence = fmt::format("In {} in {}, {}% of the money spent on services went on care.", headline.place,
                                     headline.base_year, base::grouped(100 * headline.care_share, 1));
  if (!outcomes.empty()) sentence += " " + told(outcomes);
  return sentence;
}

Headline headline(const std::vector<ScenarioRun>& runs, const std::vector<GraphOfDoom>& graphs,
                  const std::vector<Gap>& gaps) {
  assert(!runs.empty() && graphs.size() >= runs.size() && gaps.size() >= runs.size());
  Headline headline;
  headline.place = runs.front().place.name;
  headline.base_year = runs.front().figures.first().text();
  add_base_year_spending(headline, runs.front().figures);
  for (std::size_t run = 0; run < runs.size(); ++run) {
    headline.outcomes.push_back(outcome_of(runs[run], graphs[run], gaps[run]));
  }
  headline.sentence = headline_sentence(headline);
  return headline;
}

}  // namespace commonweal::analysis

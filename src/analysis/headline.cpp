// SPDX-License-Identifier: Apache-2.0
#include "analysis/headline.h"

#include <cassert>
#include <cmath>

#include <fmt/format.h>

#include "analysis/vocabulary.h"
#include "base/text.h"

namespace commonweal::analysis {

namespace {

void add_base_year_spending(Headline& headline, const YearlyFigures& figures) {
  for (const std::string& service : figures.elements(vocabulary::spend)) {
    const double spent = figures.of(vocabulary::spend, service).front();
    headline.service_spend += spent;
    if (vocabulary::is_care(service)) headline.care_spend += spent;
  }
  headline.care_share = headline.care_spend / headline.service_spend;
}

std::string when(const Headline::Outcome& outcome) {
  if (!outcome.takes_all) return "not by " + outcome.last.text();
  if (outcome.takes_all->years_from_base == 0) return "already in " + outcome.takes_all->year.text();
  return "in " + outcome.takes_all->year.text();
}

// "In the scenario 'A' care needs all of that money in 2036-37; in 'B', in 2023-24; in 'C', not by 2041-42."
std::string outcomes_sentence(const std::vector<Headline::Outcome>& outcomes) {
  std::string sentence;
  for (const Headline::Outcome& outcome : outcomes) {
    sentence += sentence.empty() ? fmt::format("In the scenario '{}' care needs all of the money for services {}",
                                               outcome.scenario_name, when(outcome))
                                 : fmt::format("; in '{}', {}", outcome.scenario_name, when(outcome));
  }
  return sentence + ".";
}

}  // namespace

std::string headline_sentence(const Headline& headline) {
  const std::string begin = fmt::format("In {} in {}, {}% of the money spent on services went on care.", headline.place,
                                        headline.base_year, base::grouped(100 * headline.care_share, 1));
  return headline.outcomes.empty() ? begin : begin + " " + outcomes_sentence(headline.outcomes);
}

Headline headline(const std::vector<ScenarioRun>& runs, const std::vector<GraphOfDoom>& graphs,
                  const std::vector<Gap>& gaps) {
  assert(!runs.empty() && graphs.size() >= runs.size() && gaps.size() >= runs.size());
  Headline headline;
  headline.place = runs.front().place.name;
  headline.base_year = runs.front().figures.first().text();
  add_base_year_spending(headline, runs.front().figures);
  for (std::size_t run = 0; run < runs.size(); ++run) {
    headline.outcomes.push_back({.scenario_id = graphs[run].scenario_id,
                                 .scenario_name = graphs[run].scenario_name,
                                 .restricts = graphs[run].restricts,
                                 .takes_all = graphs[run].takes_all,
                                 .final_gap = gaps[run].before_action.back(),
                                 .last = runs[run].figures.last()});
  }
  headline.sentence = headline_sentence(headline);
  return headline;
}

}  // namespace commonweal::analysis

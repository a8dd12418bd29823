// SPDX-License-Identifier: Apache-2.0
#include "analysis/headline.h"

#include <cassert>
#include <set>
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

std::string when(const Crossing& crossing) {
  return (crossing.years_from_base == 0 ? "already in " : "in ") + crossing.year.text();
}

// "In the scenario 'A' care needs all of the money for services in 2036-37; in 'B' it does so in 2023-24; in 'C' it
// does not by 2046-47."
std::string told_one_by_one(std::span<const Headline::Outcome> outcomes) {
  const Headline::Outcome& first = outcomes.front();
  constexpr std::string_view all = "all of the money for services";
  std::string sentence = fmt::format("In the scenario '{}' care ", first.scenario_name);
  sentence += first.takes_all ? fmt::format("needs {} {}", all, when(*first.takes_all))
                              : fmt::format("does not need {} by {}", all, first.last.text());
  for (const Headline::Outcome& outcome : outcomes.subspan(1)) {
    sentence += fmt::format("; in '{}' it ", outcome.scenario_name);
    sentence += outcome.takes_all ? "does so " + when(*outcome.takes_all) : "does not by " + outcome.last.text();
  }
  return sentence + ".";
}

// "In the other 5 scenarios it does so between 2019-20 and 2043-44, or not by 2046-47."
std::string told_together(std::span<const Headline::Outcome> outcomes) {
  std::set<base::FinancialYear> years, horizons;
  for (const Headline::Outcome& outcome : outcomes) {
    if (outcome.takes_all) years.insert(outcome.takes_all->year);
    if (!outcome.takes_all) horizons.insert(outcome.last);
  }
  std::vector<std::string> times;
  if (years.size() == 1) times.push_back("in " + years.begin()->text());
  if (years.size() > 1)
    times.push_back(fmt::format("between {} and {}", years.begin()->text(), years.rbegin()->text()));
  if (!horizons.empty()) times.push_back("not by " + horizons.begin()->text());
  return fmt::format("In the other {} scenarios it does so {}.", outcomes.size(), base::joined(times, ", or "));
}

}  // namespace

std::string headline_sentence(const Headline& headline) {
  const std::span<const Headline::Outcome> outcomes = headline.outcomes;
  const bool all_by_name = outcomes.size() <= named_outcomes + 1;  // one other is as soon named as counted
  const std::size_t by_name = all_by_name ? outcomes.size() : named_outcomes;

  std::string sentence = fmt::format("In {} in {}, {}% of the money spent on services went on care.", headline.place,
                                     headline.base_year, base::grouped(100 * headline.care_share, 1));
  if (by_name > 0) sentence += " " + told_one_by_one(outcomes.first(by_name));
  if (!all_by_name) sentence += " " + told_together(outcomes.subspan(by_name));
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

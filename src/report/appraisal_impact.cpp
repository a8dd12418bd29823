// SPDX-License-Identifier: Apache-2.0
#include "report/appraisal_impact.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include <fmt/format.h>

#include "base/text.h"
#include "report/wording.h"

namespace commonweal::report {

namespace {

using appraisal::Appraisal;
using appraisal::Case;
using appraisal::ScenarioAppraisal;
using Kind = Table::Kind;

constexpr double points = 100;          ///< in a whole
constexpr double worth_telling = 1e-6;  ///< of a service's standard, or of a person: less is what computing makes of it

double sum_of(const std::vector<double>& rows, std::size_t which, std::size_t years) {
  const std::span<const double> row = std::span(rows).subspan(which * years, years);
  return std::accumulate(row.begin(), row.end(), 0.0);
}

double mean_of(const std::vector<double>& rows, std::size_t which, std::size_t years) {
  return sum_of(rows, which, years) / static_cast<double>(years);
}

/// Rows that say how figures of several groups change: on average over the years, in the last one, and in all.
void add_impacts(Table& table, const std::string& what, const std::vector<std::string>& names, double scale,
                 const std::vector<double>& without, const std::vector<double>& change, std::size_t years) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t last = (i + 1) * years - 1;
    table.rows.push_back({capitalised(names[i]), what, scale * mean_of(without, i, years),
                          scale * mean_of(change, i, years), scale * without[last], scale * change[last],
                          scale * sum_of(change, i, years)});
  }
}

/// The service that loses most, as its number and its mean loss below zero; the loss is 0 where none loses.
std::pair<std::size_t, double> most_lost(const Case& of, const Appraisal& appraisal) {
  std::pair<std::size_t, double> found{0, 0};
  for (std::size_t service = 0; service < appraisal.services.size(); ++service) {
    const double change = mean_of(of.change.provided, service, appraisal.years);
    if (change < found.second - worth_telling) found = {service, change};
  }
  return found;
}

std::size_t services_that_lose(const Case& of, const Appraisal& appraisal) {
  std::size_t count = 0;
  for (std::size_t service = 0; service < appraisal.services.size(); ++service) {
    if (mean_of(of.change.provided, service, appraisal.years) < -worth_telling) ++count;
  }
  return count;
}

/// The change in unmet need of each cohort, mean of all years; then of all, added up over the years.
std::vector<double> unmet_figures(const Case& of, const Appraisal& appraisal) {
  std::vector<double> figures;
  double all = 0;
  for (std::size_t cohort = 0; cohort < appraisal.cohorts.size(); ++cohort) {
    figures.push_back(mean_of(of.change.unmet, cohort, appraisal.years));
    all += sum_of(of.change.unmet, cohort, appraisal.years);
  }
  figures.push_back(all);
  return figures;
}

std::vector<Cell> impact_row(const std::string& name, const Case& of, const Appraisal& appraisal) {
  const auto [service, loss] = most_lost(of, appraisal);
  std::vector<Cell> row = {name, static_cast<double>(services_that_lose(of, appraisal)),
                           loss < 0 ? appraisal.services[service] : std::string("no service loses"), points * loss};
  for (const double figure : unmet_figures(of, appraisal)) row.emplace_back(figure);
  return row;
}

/// What the figures of all options would add up to if none were in another's way.
std::vector<Cell> sum_row(const ScenarioAppraisal& scenario, const Appraisal& appraisal) {
  Case sum;
  for (const Case& each : scenario.alone) {
    if (each.futures > 0) appraisal::add(sum.change, each.change);
  }
  return impact_row("One by one, added up", sum, appraisal);
}

}  // namespace

Table impact_table(const Appraisal& appraisal, const ScenarioAppraisal& scenario, const study::Study& study) {
  Table table{
      "Impact",
      fmt::format("{}: what all policies together do to services and people", study.scenarios[scenario.scenario].name),
      {{"Who or what"},
       {"Measure"},
       {"Without, mean of all years", Kind::figure},
       {"Change, mean of all years", Kind::figure},
       {"Without, last year", Kind::figure},
       {"Change, last year", Kind::figure},
       {"Change, all years added up", Kind::figure}},
      {},
      {}};
  if (scenario.package.futures == 0) return table;
  const appraisal::Ledger &without = appraisal.without, &change = scenario.package.change;
  add_impacts(table, "service provided, % of the base year’s standard", appraisal.services, points, without.provided,
              change.provided, appraisal.years);
  add_impacts(table, "people whose need goes unmet", appraisal.cohorts, 1, without.unmet, change.unmet,
              appraisal.years);
  return table;
}

Table cumulative_impact_table(const Appraisal& appraisal, const ScenarioAppraisal& scenario,
                              const study::Study& study) {
  Table table{"Cumulative impact",
              fmt::format("{}: what each policy does to services and people, and all of them together",
                          study.scenarios[scenario.scenario].name),
              {{"Policy"},
               {"Services that lose", Kind::figure, 0},
               {"Service that loses most"},
               {"Its loss, points, mean of all years", Kind::figure, 2}},
              {},
              {}};
  for (const std::string& cohort : appraisal.cohorts) {
    table.columns.push_back({fmt::format("Unmet need, {}, change, mean of all years", cohort), Kind::figure, 1});
  }
  table.columns.push_back({"Unmet need, all, years of people added up", Kind::figure, 0});
  if (scenario.package.futures == 0) return table;
  for (std::size_t i = 0; i < scenario.options.size(); ++i) {
    if (scenario.alone[i].futures == 0) continue;
    table.rows.push_back(impact_row(capitalised(scenario.options[i].name), scenario.alone[i], appraisal));
  }
  if (!table.rows.empty()) table.rows.push_back(sum_row(scenario, appraisal));
  table.rows.push_back(impact_row("All of them together", scenario.package, appraisal));
  return table;
}

std::string impact_answer(const Appraisal& appraisal, const ScenarioAppraisal& scenario) {
  const Case& package = scenario.package;
  if (package.futures == 0) return "";
  const auto [service, loss] = most_lost(package, appraisal);
  std::string text = loss < 0 ? fmt::format(
                                    "Of {} services {} lose: most of all {}, by {:.1f} points of its standard "
                                    "on average over the years.",
                                    appraisal.services.size(), services_that_lose(package, appraisal),
                                    appraisal.services[service], -points * loss)
                              : std::string("No service loses.");
  const std::vector<double> unmet = unmet_figures(package, appraisal);
  const double all = unmet.back() / static_cast<double>(appraisal.years);
  text += std::abs(all) < 0.5 ? " About as many people go without what they need."
                              : fmt::format(" On average {} {} people go without what they need.",
                                            base::grouped(std::abs(all), 0), all > 0 ? "more" : "fewer");
  std::vector<std::string> worse;
  for (std::size_t cohort = 0; cohort < appraisal.cohorts.size(); ++cohort) {
    if (unmet[cohort] > 0.5) worse.push_back(appraisal.cohorts[cohort]);
  }
  if (!worse.empty()) text += fmt::format(" More go without among: {}.", listed(worse));
  return text;
}

std::vector<std::string> impact_unknowns(const Appraisal& appraisal) {
  return {
      fmt::format("By cohort means: {}. Age and disability are told apart as far as these do, and no further.",
                  base::joined(appraisal.cohorts, ", ")),
      "By income or deprivation nothing can be said: no source was found that splits these needs, or what meets them, "
      "by quintile. Records of the people served, matched to the Index of Multiple Deprivation by their address, would "
      "give it: for adults the client level data that councils send to NHS England, for children the children in need "
      "census, for homeless households the H-CLIC returns.",
      "By protected group (Equality Act 2010: age, disability, gender reassignment, marriage and civil partnership, "
      "pregnancy and maternity, race, religion or belief, sex, sexual orientation) nothing can be said beyond those "
      "cohorts, and no figure here stands for one. The same records hold sex and ethnic group, and H-CLIC sexual "
      "orientation; for the others a council must ask those concerned. An equality impact assessment is still owed: "
      "these figures can be its beginning, not its end."};
}

}  // namespace commonweal::report

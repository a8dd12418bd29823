// SPDX-License-Identifier: Apache-2.0
#include "report/appraisal_tables.h"

#include <algorithm>

#include <fmt/format.h>

#include "appraisal/savings.h"
#include "appraisal/summary.h"
#include "report/appraisal_impact.h"
#include "report/savings_tracker.h"
#include "report/wording.h"

namespace commonweal::report {

namespace {

using appraisal::Appraisal;
using appraisal::Case;
using appraisal::ScenarioAppraisal;
using Kind = Table::Kind;

std::string title(const std::string& what, const ScenarioAppraisal& scenario, const study::Study& study) {
  return fmt::format("{}: {}", study.scenarios[scenario.scenario].name, what);
}

std::string prices(const Appraisal& appraisal) {
  return fmt::format("in prices of {}", appraisal.first.text());
}

double corrected_ratio(const Case& of) {
  return of.corrected.costs > 0 ? of.corrected.benefits / of.corrected.costs : unknown;
}

std::vector<Cell> option_row(const std::string& name, const Case& of, double net_in_company, const std::string& company,
                             const Appraisal& appraisal) {
  if (of.futures == 0 || of.is_nil) {
    std::vector<Cell> row(15, Cell(unknown));
    row.front() = name;
    row[11] = std::string(of.futures == 0 ? "not computed" : "nothing to pay back");
    row[12] = net_in_company;
    row[13] = std::string(of.futures == 0 ? "could not be computed" : "nil: it changes nothing");
    row[14] = of.grade;
    return row;
  }
  return {name,
          of.promised.costs,
          of.promised.benefits,
          of.promised.net(),
          of.net_value.quantile(0.1).value,
          of.net_value.quantile(0.9).value,
          of.corrected.net(),
          of.ratio().value_or(unknown),
          corrected_ratio(of),
          of.fiscal_return().value_or(unknown),
          100 * of.paid_back_in_plan,
          payback_text(of, appraisal),
          net_in_company,
          company,
          of.grade};
}

/// What the options would come to if none touched another.
std::vector<Cell> added_up_row(const ScenarioAppraisal& scenario) {
  std::vector<Cell> row(15, Cell(unknown));
  const appraisal::Sums sum = appraisal::one_by_one(scenario);
  row[0] = std::string("One by one, added up");
  row[1] = sum.costs;
  row[2] = sum.benefits;
  row[3] = sum.net();
  for (const std::size_t words : {11U, 13U, 14U}) row[words] = std::string();
  return row;
}

/// The sum of the agencies' figures of one year, of public ones alone if asked.
double in_year(const std::vector<double>& rows, const Appraisal& appraisal, std::size_t year, bool public_only) {
  double sum = 0;
  for (std::size_t agency = 0; agency < appraisal.agencies.size(); ++agency) {
    if (!public_only || appraisal.is_public[agency]) sum += rows[agency * appraisal.years + year];
  }
  return sum;
}

void add_business_case(Table& table, const std::string& name, const Case& of, const Appraisal& appraisal) {
  if (of.futures == 0) return;
  const std::string pays = appraisal::agency_with_most(of, appraisal, [](const auto& value) { return value.paid; });
  const std::string gains = appraisal::benefit_owner(of, appraisal);
  double cumulative = 0;
  for (std::size_t year = 0; year < appraisal.years; ++year) {
    const double paid = in_year(of.change.invested, appraisal, year, false);
    const double one_off = of.change.one_off[year];
    const double cashable = in_year(of.change.cashable, appraisal, year, true);
    cumulative += cashable - paid;
    table.rows.push_back({name, (appraisal.first + static_cast<int>(year)).text(), thousands * one_off,
                          thousands * (paid - one_off), thousands * cashable, thousands * (cashable - paid),
                          thousands * cumulative, payback_text(of, appraisal), pays, gains});
  }
}

}  // namespace

std::string payback_text(const Case& of, const Appraisal& appraisal) {
  double share = 0;
  for (std::size_t year = 0; year < of.paid_back.size(); ++year) {
    share += of.paid_back[year];
    if (share >= 0.5) return (appraisal.first + static_cast<int>(year)).text();
  }
  return "not by " + last_of(appraisal.first, appraisal.years).text();
}

Table options_table(const Appraisal& appraisal, const ScenarioAppraisal& scenario, const study::Study& study) {
  Table table{
      "Policies",
      title("what each policy costs and brings, present values, £ million " + prices(appraisal), scenario, study),
      {{"Policy"},
       {"Costs", Kind::figure},
       {"Benefits", Kind::figure},
       {"Net", Kind::figure},
       {"Net, low (1 in 10)", Kind::figure},
       {"Net, high (1 in 10)", Kind::figure},
       {"Net, corrected for optimism", Kind::figure},
       {"Benefits for £1", Kind::figure, 2},
       {"The same, corrected", Kind::figure, 2},
       {"Public cash for £1", Kind::figure, 2},
       {"Chance to pay back within the plan (%)", Kind::figure, 0},
       {"Half of the futures have paid back by"},
       {"Net, added to all the others", Kind::figure},
       {"With all the others"},
       {"Evidence"}},
      {},
      {}};
  for (std::size_t i = 0; i < scenario.options.size(); ++i) {
    const Case &alone = scenario.alone[i], &last_in = scenario.last_in[i];
    table.rows.push_back(option_row(capitalised(scenario.options[i].name), alone,
                                    last_in.futures == 0 ? unknown : last_in.promised.net(),
                                    appraisal::company_in_words(alone, last_in), appraisal));
  }
  if (scenario.options.size() > 1) table.rows.push_back(added_up_row(scenario));
  table.rows.push_back(
      option_row("All of them together", scenario.package, unknown, appraisal::company_in_words(scenario), appraisal));
  return table;
}

Table agencies_table(const Appraisal& appraisal, const ScenarioAppraisal& scenario, const study::Study& study) {
  Table table{"Who pays, who gains",
              title("who pays and who gains by all policies together, present values, £ million " + prices(appraisal),
                    scenario, study),
              {{"Agency"},
               {"Pays", Kind::figure},
               {"Gains in cash", Kind::figure},
               {"Gains not in cash", Kind::figure},
               {"Net", Kind::figure},
               {"Receives from others, in what it pays", Kind::figure},
               {"To be given so that none loses", Kind::figure},
               {"Fair share of the whole", Kind::figure}},
              {},
              {}};
  const Case& package = scenario.package;
  if (package.futures == 0) return table;
  std::vector<double> sums(7, 0.0);
  for (std::size_t i = 0; i < package.agencies.size(); ++i) {
    const appraisal::AgencyValue& value = package.agencies[i];
    const std::vector<double> figures = {value.paid,           value.cashable, value.gained - value.cashable,
                                         value.net(),          value.transfer, package.break_even[i],
                                         package.fair_share[i]};
    std::vector<Cell> row = {capitalised(appraisal.agencies[i])};
    for (std::size_t column = 0; column < figures.size(); ++column) {
      row.emplace_back(figures[column]);
      sums[column] += figures[column];
    }
    table.rows.push_back(std::move(row));
  }
  std::vector<Cell> all = {std::string("All")};
  for (const double sum : sums) all.emplace_back(sum);
  table.rows.push_back(std::move(all));
  return table;
}

Table business_case_table(const Appraisal& appraisal, const ScenarioAppraisal& scenario, const study::Study& study) {
  Table table{"Business case",
              title("business case by year, £ thousand " + prices(appraisal), scenario, study),
              {{"Policy"},
               {"Year"},
               {"One-off cost", Kind::figure, 0},
               {"Ongoing cost", Kind::figure, 0},
               {"Cashable saving", Kind::figure, 0},
               {"Net", Kind::figure, 0},
               {"Cumulative", Kind::figure, 0},
               {"Payback (half of the futures)"},
               {"Budget that pays most"},
               {"Benefit owner"}},
              {},
              {}};
  for (std::size_t i = 0; i < scenario.options.size(); ++i) {
    add_business_case(table, capitalised(scenario.options[i].name), scenario.alone[i], appraisal);
  }
  add_business_case(table, "All of them together", scenario.package, appraisal);
  return table;
}

std::vector<Table> appraisal_tables(const Appraisal& appraisal, const ScenarioAppraisal& scenario,
                                    const appraisal::Valuation& valuation, const study::Study& study) {
  return {options_table(appraisal, scenario, study),
          agencies_table(appraisal, scenario, study),
          impact_table(appraisal, scenario, study),
          cumulative_impact_table(appraisal, scenario, study),
          savings_tracker(appraisal, scenario, valuation, study),
          business_case_table(appraisal, scenario, study)};
}

}  // namespace commonweal::report

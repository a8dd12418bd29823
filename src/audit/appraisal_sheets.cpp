// SPDX-License-Identifier: Apache-2.0
#include "audit/appraisal_sheets.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

#include <fmt/format.h>

#include "appraisal/measures.h"
#include "audit/appraisal_columns.h"

namespace commonweal::audit {

namespace {

using appraisal::Case;

constexpr double million = 1e6;
constexpr std::array effect_names = {"",
                                     "Gained in cash",
                                     "Gained not in cash",
                                     "Paid",
                                     "Received from other agencies",
                                     "Years of life in full quality gained"};

Expression count(std::size_t value) {
  return number(static_cast<double>(value));
}

std::span<const double> row_of(const std::vector<double>& rows, std::size_t which, std::size_t years) {
  return std::span(rows).subspan(which * years, years);
}

}  // namespace

void add_heads(Sheet& sheet, const std::vector<std::string>& heads) {
  for (std::size_t column = 0; column < heads.size(); ++column) sheet.words(head_row, column, heads[column]);
}

ScenarioSheets::ScenarioSheets(Book& book, const ValuationSheets& valuation, const appraisal::Appraisal& appraisal,
                               const appraisal::ScenarioAppraisal& scenario, const std::string& name,
                               std::size_t number)
    : book_(book), valuation_(valuation), appraisal_(appraisal), scenario_(scenario), name_(name), number_(number) {
  const auto add = [&](const std::string& prefix, const Case& each) {
    if (each.futures > 0) cases_.push_back({prefix + each.name, &each});
  };
  add("All together: ", scenario.package);
  for (const Case& each : scenario.alone) add("Alone: ", each);
  for (const Case& each : scenario.last_in) add("With all the others: ", each);
}

Sheet& ScenarioSheets::add_sheet(const std::string& tab, const std::string& title) {
  return book_.sheets.emplace_back(fmt::format("{} {}", tab, number_), name_ + ": " + title);
}

void ScenarioSheets::add_year_heads(Sheet& sheet, std::size_t row) const {
  for (std::size_t year = 0; year < appraisal_.years; ++year) {
    sheet.words(row, first_year_column + year, (appraisal_.first + static_cast<int>(year)).text());
  }
}

// Effects: what the paired runs gave.

void ScenarioSheets::add_effects() {
  effects_ = &add_sheet("Effects", fmt::format("what policies change, mean of all futures, £ million in prices of {}",
                                               appraisal_.first.text()));
  effects_->set_widths({8, 44, 8, 22, 8, 30, 8, 16});
  add_heads(*effects_, {"Case", "Name", "Agency", "Name", "Effect", "Name", "Public", "Present value"});
  add_year_heads(*effects_, head_row);
  for (std::size_t i = 0; i < cases_.size(); ++i) add_effect_rows(i + 1, cases_[i]);
}

void ScenarioSheets::add_effect_rows(std::size_t number, const Named& each) {
  const appraisal::Ledger& change = each.of->change;
  for (std::size_t agency = 0; agency < appraisal_.agencies.size(); ++agency) {
    add_effect_row(number, each.name, agency, cash, change.cashable);
    add_effect_row(number, each.name, agency, not_in_cash, change.not_in_cash);
    add_effect_row(number, each.name, agency, paid, change.invested);
    add_effect_row(number, each.name, agency, received, change.transfer);
  }
  // Of no agency, discounted as health is.
  const std::size_t row = effects_->rows();
  effects_->engine(row, case_number, static_cast<double>(number), 0);
  effects_->words(row, case_name, each.name);
  effects_->engine(row, agency_number, 0, 0);
  effects_->words(row, agency_name, "people");
  effects_->engine(row, effect_number, quality, 0);
  effects_->words(row, effect_name, effect_names[quality]);
  effects_->engine(row, public_money, 0, 0);
  for (std::size_t year = 0; year < appraisal_.years; ++year) {
    effects_->engine(row, first_year_column + year, change.quality[year]);
  }
  const Expression worth = sum_of_products(
      effects_->across(row, first_year_column, first_year_column + appraisal_.years - 1), valuation_.health_factors());
  effects_->formula(row, present_value, worth,
                    appraisal::present_value(change.quality, valuation_.health_factors().values));
}

void ScenarioSheets::add_effect_row(std::size_t number, const std::string& name, std::size_t agency, std::size_t effect,
                                    const std::vector<double>& rows) {
  const std::size_t row = effects_->rows();
  effects_->engine(row, case_number, static_cast<double>(number), 0);
  effects_->words(row, case_name, name);
  effects_->engine(row, agency_number, static_cast<double>(agency + 1), 0);
  effects_->words(row, agency_name, appraisal_.agencies[agency]);
  effects_->engine(row, effect_number, static_cast<double>(effect), 0);
  effects_->words(row, effect_name, effect_names[effect]);
  effects_->formula(row, public_money, valuation_.is_public(agency), appraisal_.is_public[agency] ? 1 : 0, 0);
  const std::span<const double> yearly = row_of(rows, agency, appraisal_.years);
  for (std::size_t year = 0; year < yearly.size(); ++year) {
    effects_->engine(row, first_year_column + year, yearly[year], 6);
  }
  const Expression worth = sum_of_products(
      effects_->across(row, first_year_column, first_year_column + appraisal_.years - 1), valuation_.money_factors());
  effects_->formula(row, present_value, worth, appraisal::present_value(yearly, valuation_.money_factors().values), 6);
}

Range ScenarioSheets::effects(std::size_t column) const {
  return effects_->down(column, first_row, effects_->rows() - 1);
}

Expression ScenarioSheets::of_case(std::size_t column, std::size_t number, std::size_t effect) const {
  return sum_where(effects(column), effects(case_number), count(number), effects(effect_number), count(effect));
}

Expression ScenarioSheets::of_agency(std::size_t column, std::size_t number, std::size_t effect,
                                     std::size_t agency) const {
  return sum_where(effects(column), effects(case_number), count(number), effects(effect_number), count(effect),
                   effects(agency_number), count(agency + 1));
}

Expression ScenarioSheets::of_public(std::size_t column, std::size_t number, std::size_t effect, bool is_public) const {
  return sum_where(effects(column), effects(case_number), count(number), effects(effect_number), count(effect),
                   effects(public_money), count(is_public ? 1 : 0));
}

// Cases: what each set of policies is worth.

namespace {

enum CaseColumn : std::size_t {
  number_of_case,
  name_of_case,
  grade,
  costs,
  benefits,
  net,
  fiscal_cash,
  fiscal_other,
  economic,
  social,
  costs_corrected,
  benefits_corrected,
  net_corrected,
  ratio,
  ratio_corrected,
  fiscal_return,
  transfers,
  in_plan,
  never
};

}  // namespace

void ScenarioSheets::add_cases() {
  Sheet& sheet = add_sheet("Cases", fmt::format("present values, £ million in prices of {}", appraisal_.first.text()));
  sheet.set_widths({8, 44, 16});
  add_heads(sheet, {"Case", "Name", "Weakest evidence", "Costs", "Benefits", "Net", "Fiscal, in cash",
                    "Fiscal, not in cash", "Economic", "Social, in no sum", "Costs, corrected for optimism",
                    "Benefits, corrected", "Net, corrected", "Benefits for £1 (0: nothing is spent)",
                    "The same, corrected", "Public cash for £1", "Transfers, all agencies (must be 0)",
                    "Paid back within the plan, share of futures (engine)", "Never paid back (engine)"});
  for (std::size_t i = 0; i < cases_.size(); ++i) add_case_row(sheet, i + 1, cases_[i]);
}

void ScenarioSheets::add_case_row(Sheet& sheet, std::size_t number, const Named& each) {
  const Case& of = *each.of;
  const std::size_t row = first_row + number - 1;
  const auto at = [&](std::size_t column) { return sheet.at(row, column); };
  const auto pv = [&](std::size_t effect, bool is_public) {
    return of_public(present_value, number, effect, is_public);
  };
  sheet.engine(row, number_of_case, static_cast<double>(number), 0);
  sheet.words(row, name_of_case, each.name);
  sheet.words(row, grade, of.grade);
  sheet.formula(row, costs, of_case(present_value, number, paid), of.promised.costs);
  sheet.formula(row, benefits, of_case(present_value, number, cash) + of_case(present_value, number, not_in_cash),
                of.promised.benefits);
  sheet.formula(row, net, at(benefits) - at(costs), of.promised.net());
  sheet.formula(row, fiscal_cash, pv(cash, true), of.cashable);
  sheet.formula(row, fiscal_other, pv(not_in_cash, true), of.not_in_cash);
  sheet.formula(row, economic, pv(cash, false) + pv(not_in_cash, false), of.economic);
  sheet.formula(row, social,
                of_case(present_value, number, quality) * valuation_.quality_year() / audit::number(million),
                of.social);
  // A loss that was promised is not made smaller.
  sheet.formula(row, costs_corrected,
                choose(is_above(at(costs), audit::number(0)),
                       at(costs) * (audit::number(1) + valuation_.cost_correction(of.grade)), at(costs)),
                of.corrected.costs);
  sheet.formula(row, benefits_corrected,
                choose(is_above(at(benefits), audit::number(0)),
                       at(benefits) * (audit::number(1) - valuation_.benefit_correction(of.grade)), at(benefits)),
                of.corrected.benefits);
  sheet.formula(row, net_corrected, at(benefits_corrected) - at(costs_corrected), of.corrected.net());
  const auto for_a_pound = [&](std::size_t gained, std::size_t spent) {
    return choose(is_above(at(spent), audit::number(0)), at(gained) / at(spent), audit::number(0));
  };
  sheet.formula(row, ratio, for_a_pound(benefits, costs), of.ratio().value_or(0));
  sheet.formula(row, ratio_corrected, for_a_pound(benefits_corrected, costs_corrected),
                appraisal::benefit_cost_ratio(of.corrected.benefits, of.corrected.costs).value_or(0));
  sheet.formula(row, fiscal_return, for_a_pound(fiscal_cash, costs), of.fiscal_return().value_or(0));
  sheet.formula(row, transfers, of_case(present_value, number, received), 0);
  sheet.engine(row, in_plan, of.paid_back_in_plan);
  sheet.engine(row, never, of.never_paid_back);
}

// Cash: the business case by year.

void ScenarioSheets::add_cash() {
  Sheet& sheet = add_sheet("Cash", fmt::format("cash of public bodies against all costs by year, £ million in prices "
                                               "of {}; mean of all futures",
                                               appraisal_.first.text()));
  sheet.set_widths({8, 44, 30, 22});
  add_heads(sheet, {"Case", "Name", "Figure", "Paid back from year (1 is the first; one more than there are: not)"});
  for (std::size_t year = 0; year < appraisal_.years; ++year) {
    sheet.engine(head_row - 1, first_year_column + year, static_cast<double>(year + 1), 0);
  }
  add_year_heads(sheet, head_row);
  for (std::size_t i = 0; i < cases_.size(); ++i) add_cash_rows(sheet, i + 1, cases_[i]);
}

void ScenarioSheets::add_cash_rows(Sheet& sheet, std::size_t number, const Named& each) {
  enum CashRow : std::size_t { one_off, ongoing, cashable, net_cash, cumulative, worth, cumulative_worth, all };
  constexpr std::array names = {"One-off cost (engine)",
                                "Ongoing cost",
                                "Cashable saving",
                                "Net",
                                "Cumulative",
                                "Net, of the first year’s worth",
                                "Cumulative, of that worth"};
  const std::size_t first = sheet.rows(), last_column = first_year_column + appraisal_.years - 1;
  for (std::size_t line = 0; line < all; ++line) {
    sheet.engine(first + line, 0, static_cast<double>(number), 0);
    sheet.words(first + line, 1, each.name);
    sheet.words(first + line, 2, names[line]);
  }
  std::vector<double> nets;
  double summed = 0, summed_worth = 0;
  for (std::size_t year = 0; year < appraisal_.years; ++year) {
    const std::size_t column = first_year_column + year;
    const appraisal::Ledger& change = each.of->change;
    double invested = 0, saved = 0;
    for (std::size_t agency = 0; agency < appraisal_.agencies.size(); ++agency) {
      invested += change.invested[agency * appraisal_.years + year];
      if (appraisal_.is_public[agency]) saved += change.cashable[agency * appraisal_.years + year];
    }
    const auto at = [&](std::size_t line) { return sheet.at(first + line, column); };
    const auto before = [&](std::size_t line) { return sheet.at(first + line, column - 1); };
    nets.push_back(saved - invested);
    summed += nets.back();
    const double worth_now = nets.back() * valuation_.money_factor(year).value;
    summed_worth += worth_now;
    sheet.engine(first + one_off, column, change.one_off[year], 6);
    sheet.formula(first + ongoing, column, of_case(column, number, paid) - at(one_off), invested - change.one_off[year],
                  6);
    sheet.formula(first + cashable, column, of_public(column, number, cash, true), saved, 6);
    sheet.formula(first + net_cash, column, at(cashable) - at(one_off) - at(ongoing), nets.back(), 6);
    sheet.formula(first + cumulative, column, year == 0 ? at(net_cash) : before(cumulative) + at(net_cash), summed, 6);
    sheet.formula(first + worth, column, at(net_cash) * valuation_.money_factor(year), worth_now, 6);
    sheet.formula(first + cumulative_worth, column, year == 0 ? at(worth) : before(cumulative_worth) + at(worth),
                  summed_worth, 6);
  }
  const auto paid_back = appraisal::payback_year(nets);
  sheet.formula(first + cumulative, 3,
                after_last_below_zero(sheet.across(first + cumulative, first_year_column, last_column),
                                      sheet.across(head_row - 1, first_year_column, last_column)),
                static_cast<double>(paid_back ? *paid_back + 1 : appraisal_.years + 1), 0);
}

// Why the gap changed: that the parts add up.

void ScenarioSheets::add_why(const appraisal::Why& why) {
  if (why.futures == 0) return;
  Sheet& sheet = add_sheet("Why", "why the gap changes, by Shapley’s value; cash, £ million, mean of the futures");
  sheet.set_widths({44});
  add_heads(sheet, {"Part"});
  add_year_heads(sheet, head_row);
  const std::size_t without = first_row, parts = first_row + 1, sum_row = parts + why.drivers.size();
  sheet.words(without, 0, "Gap without (engine)");
  for (std::size_t driver = 0; driver < why.drivers.size(); ++driver) {
    sheet.words(parts + driver, 0, why.drivers[driver] + " (engine)");
  }
  sheet.words(sum_row, 0, "All parts");
  sheet.words(sum_row + 1, 0, "Gap with");
  sheet.words(sum_row + 2, 0, "Change of the gap (engine)");
  sheet.words(sum_row + 3, 0, "Parts less the change (must be 0)");
  for (std::size_t year = 0; year < why.years; ++year) {
    const std::size_t column = first_year_column + year;
    const double change = why.change[year].mean().value;
    sheet.engine(without, column, why.without[year]);
    for (std::size_t driver = 0; driver < why.drivers.size(); ++driver) {
      sheet.engine(parts + driver, column, why.part(driver, year).mean().value);
    }
    sheet.formula(sum_row, column, sum(sheet.down(column, parts, sum_row - 1)), change);
    sheet.formula(sum_row + 1, column, sheet.at(without, column) + sheet.at(sum_row, column),
                  why.without[year] + change);
    sheet.engine(sum_row + 2, column, change);
    sheet.formula(sum_row + 3, column, sheet.at(sum_row, column) - sheet.at(sum_row + 2, column), 0);
  }
}

}  // namespace commonweal::audit

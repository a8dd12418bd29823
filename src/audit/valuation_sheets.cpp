// SPDX-License-Identifier: Apache-2.0
#include "audit/valuation_sheets.h"

#include "base/text.h"

namespace commonweal::audit {

namespace {

constexpr std::size_t year_row = 2, first_factor_row = 3;  ///< on the sheet of factors
enum ValueColumn : std::size_t { what, first_number, second_number, meaning, source };

}  // namespace

ValuationSheets::ValuationSheets(Book& book, const appraisal::Appraisal& appraisal,
                                 const appraisal::Valuation& valuation)
    : years_(appraisal.years) {
  inputs_ = &book.sheets.emplace_back("Inputs", "Rates, corrections and agencies: change a number in blue");
  add_inputs(appraisal, valuation);
  factors_ = &book.sheets.emplace_back("Discounting", "What a pound of each year is worth in the first one");
  add_factors(appraisal, valuation);
}

void ValuationSheets::add_inputs(const appraisal::Appraisal& appraisal, const appraisal::Valuation& valuation) {
  inputs_->set_widths({38, 16, 16, 50, 60});
  inputs_->words(head_row, what, "Input");
  inputs_->words(head_row, first_number, "Number");
  inputs_->words(head_row, second_number, "Second number");
  inputs_->words(head_row, meaning, "What they are");
  inputs_->words(head_row, source, "Source");
  quality_row_ = inputs_->rows();
  inputs_->words(quality_row_, what, "A year of life in full quality");
  inputs_->input(quality_row_, first_number, valuation.quality_year, 0);
  inputs_->words(quality_row_, meaning, "GBP; used for the social value alone, which is in no sum");
  inputs_->words(quality_row_, source, valuation.source);
  add_rates("Discount rate of money", valuation.money, first_money_, last_money_);
  add_rates("Discount rate of health", valuation.health, first_health_, last_health_);
  inputs_->words(first_money_, source, valuation.source);
  inputs_->words(first_health_, source, valuation.source);
  for (const appraisal::OptimismCorrection& row : valuation.optimism) {
    const std::size_t at = inputs_->rows();
    grade_rows_[row.grade] = at;
    weakest_ = row.grade;
    inputs_->words(at, what, "Correction for optimism, grade " + row.grade);
    inputs_->input(at, first_number, row.costs);
    inputs_->input(at, second_number, row.benefits);
    inputs_->words(at, meaning, "Part added to costs; part taken off benefits");
    inputs_->words(at, source, valuation.source);
  }
  first_agency_ = inputs_->rows();
  for (std::size_t agency = 0; agency < appraisal.agencies.size(); ++agency) {
    const std::size_t at = inputs_->rows();
    inputs_->words(at, what, "Agency: " + appraisal.agencies[agency]);
    inputs_->input(at, first_number, appraisal.is_public[agency] ? 1 : 0, 0);
    inputs_->words(at, meaning, "1: its money is the public’s, its gains are fiscal; 0: they are economic");
    inputs_->words(at, source, "The valuation’s list not_public");
  }
}

void ValuationSheets::add_rates(const std::string& name, const appraisal::DiscountRate& rate, std::size_t& first,
                                std::size_t& last) {
  first = inputs_->rows();
  for (const appraisal::DiscountRate::Step& step : rate.steps) {
    last = inputs_->rows();
    inputs_->words(last, what, name);
    inputs_->input(last, first_number, static_cast<double>(step.from_year), 0);
    inputs_->input(last, second_number, step.rate, 4);
    inputs_->words(last, meaning, "From so many years after the first; rate a year, 0.035 for 3.5%");
  }
}

void ValuationSheets::add_factors(const appraisal::Appraisal& appraisal, const appraisal::Valuation& valuation) {
  factors_->set_widths({34});
  factors_->words(year_row - 1, 0, "Financial year");
  factors_->words(year_row, 0, "Years after the first");
  for (std::size_t year = 0; year < years_; ++year) {
    const std::size_t column = first_year_column + year;
    factors_->words(year_row - 1, column, (appraisal.first + static_cast<int>(year)).text());
    factors_->engine(year_row, column, static_cast<double>(year), 0);
  }
  add_factor_rows(first_factor_row, "money", valuation.money, first_money_, last_money_);
  add_factor_rows(first_factor_row + 2, "health", valuation.health, first_health_, last_health_);
}

void ValuationSheets::add_factor_rows(std::size_t row, const std::string& name, const appraisal::DiscountRate& rate,
                                      std::size_t first_step, std::size_t last_step) {
  factors_->words(row, 0, "Discount rate of " + name);
  factors_->words(row + 1, 0, "A pound of " + name + " is worth");
  const std::vector<double> factors = appraisal::discount_factors(rate, years_);
  for (std::size_t year = 0; year < years_; ++year) {
    const std::size_t column = first_year_column + year;
    factors_->formula(row, column,
                      in_steps(factors_->at(year_row, column), inputs_->down(first_number, first_step, last_step),
                               inputs_->down(second_number, first_step, last_step)),
                      rate.in_year(year), 4);
    factors_->formula(
        row + 1, column,
        year == 0 ? number(1) : factors_->at(row + 1, column - 1) / (number(1) + factors_->at(row, column)),
        factors[year], 6);
  }
}

Range ValuationSheets::money_factors() const {
  return factors_->across(first_factor_row + 1, first_year_column, first_year_column + years_ - 1);
}

Range ValuationSheets::health_factors() const {
  return factors_->across(first_factor_row + 3, first_year_column, first_year_column + years_ - 1);
}

Expression ValuationSheets::money_factor(std::size_t year) const {
  return factors_->at(first_factor_row + 1, first_year_column + year);
}

Expression ValuationSheets::quality_year() const {
  return inputs_->at(quality_row_, first_number);
}

Expression ValuationSheets::cost_correction(const std::string& grade) const {
  const auto found = grade_rows_.find(grade);
  return inputs_->at(found == grade_rows_.end() ? grade_rows_.at(weakest_) : found->second, first_number);
}

Expression ValuationSheets::benefit_correction(const std::string& grade) const {
  const auto found = grade_rows_.find(grade);
  return inputs_->at(found == grade_rows_.end() ? grade_rows_.at(weakest_) : found->second, second_number);
}

Expression ValuationSheets::is_public(std::size_t agency) const {
  return inputs_->at(first_agency_ + agency, first_number);
}

}  // namespace commonweal::audit

// SPDX-License-Identifier: Apache-2.0
#include "audit/account_sheet.h"

#include <algorithm>

namespace commonweal::audit {

namespace {

enum AccountColumn : std::size_t { name_of_line, basis_of_line, first_year };

}  // namespace

AccountSheet::AccountSheet(Sheet& sheet, base::FinancialYear first, std::size_t years) : sheet_(sheet), years_(years) {
  sheet.set_widths({56, 40});
  sheet.words(head_row, name_of_line, "Line (£ million in cash where nothing else is said)");
  sheet.words(head_row, basis_of_line, "Where it comes from");
  for (std::size_t year = 0; year < years; ++year) {
    sheet.words(head_row, first_year + year, (first + static_cast<int>(year)).text());
  }
}

Expression AccountSheet::Line::in(std::size_t year) const {
  return sheet_->at(row_, first_year + year);
}

std::size_t AccountSheet::begin_line(const std::string& name, const std::string& basis) {
  const std::size_t row = sheet_.rows();
  sheet_.words(row, name_of_line, name);
  sheet_.words(row, basis_of_line, basis);
  return row;
}

void AccountSheet::heading(const std::string& words) {
  sheet_.words(sheet_.rows() + 1, name_of_line, words);
}

AccountSheet::Line AccountSheet::input(const std::string& name, const std::string& source,
                                       const std::vector<double>& values) {
  const std::size_t row = begin_line(name, "input: " + source);
  for (std::size_t year = 0; year < years_; ++year) sheet_.input(row, first_year + year, values[year]);
  return {sheet_, row};
}

AccountSheet::Line AccountSheet::engine(const std::string& name, const std::string& what,
                                        const std::vector<double>& values, int digits) {
  const std::size_t row = begin_line(name, "engine: " + what);
  for (std::size_t year = 0; year < years_; ++year) sheet_.engine(row, first_year + year, values[year], digits);
  return {sheet_, row};
}

AccountSheet::Line AccountSheet::promise(const std::string& name, const std::vector<double>& engine) {
  const std::size_t row = begin_line(name, "");
  for (std::size_t year = 0; year < years_; ++year) sheet_.engine(row, first_year + year, engine[year]);
  return {sheet_, row};
}

void AccountSheet::keep(const Line& promised, const std::vector<double>& engine, const Make& make) {
  std::vector<Expression> expressions;
  for (std::size_t year = 0; year < years_; ++year) expressions.push_back(make(year, promised));
  const bool all_agree = std::ranges::equal(
      expressions, engine, [](const Expression& made, double value) { return agrees(made.value, value); });
  sheet_.words(promised.row_, basis_of_line, all_agree ? "formula" : "engine: moves within the year");
  if (!all_agree) return;  // what the promise holds stays
  for (std::size_t year = 0; year < years_; ++year) {
    sheet_.formula(promised.row_, first_year + year, expressions[year], engine[year]);
  }
}

AccountSheet::Line AccountSheet::formula(const std::string& name, const std::vector<double>& engine, const Make& make) {
  const Line line = promise(name, engine);
  keep(line, engine, make);
  return line;
}

Range AccountSheet::from_to(const Line& first, const Line& last, std::size_t year) const {
  return sheet_.down(first_year + year, first.row_, last.row_);
}

}  // namespace commonweal::audit

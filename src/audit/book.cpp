// SPDX-License-Identifier: Apache-2.0
#include "audit/book.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <fmt/format.h>

#include "base/spreadsheet.h"

namespace commonweal::audit {

namespace {

std::string tab(const std::string& name) {
  return "'" + name + "'!";
}

/// Within its own sheet a cell is named without the sheet.
std::string without_tab(std::string text, const std::string& name) {
  const std::string own = tab(name);
  for (std::size_t at = text.find(own); at != std::string::npos; at = text.find(own, at)) text.erase(at, own.size());
  return text;
}

std::string cell_name(std::size_t row, std::size_t column) {
  return fmt::format("${}${}", base::column_name(column), row + 1);
}

double value_of(const std::vector<std::vector<Cell>>& rows, std::size_t row, std::size_t column) {
  assert(row < rows.size() && column < rows[row].size());
  return rows[row][column].value;
}

}  // namespace

bool agrees(double computed, double engine) {
  return std::abs(computed - engine) <= 1e-9 + 1e-9 * std::max(std::abs(computed), std::abs(engine));
}

Cell& Sheet::cell(std::size_t row, std::size_t column) {
  if (rows_.size() <= row) rows_.resize(row + 1);
  if (rows_[row].size() <= column) rows_[row].resize(column + 1);
  return rows_[row][column];
}

void Sheet::words(std::size_t row, std::size_t column, const std::string& text) {
  cell(row, column) = {Cell::Kind::words, text, 0, 0, 0};
}

void Sheet::input(std::size_t row, std::size_t column, double value, int digits) {
  cell(row, column) = {Cell::Kind::input, "", value, value, digits};
}

void Sheet::engine(std::size_t row, std::size_t column, double value, int digits) {
  cell(row, column) = {Cell::Kind::engine, "", value, value, digits};
}

void Sheet::formula(std::size_t row, std::size_t column, const Expression& expression, double engine, int digits) {
  cell(row, column) = {Cell::Kind::formula, without_tab(expression.text, name_), engine, expression.value, digits};
}

Expression Sheet::at(std::size_t row, std::size_t column) const {
  return {tab(name_) + cell_name(row, column), value_of(rows_, row, column), Expression::Binds::as_one};
}

Range Sheet::across(std::size_t row, std::size_t first, std::size_t last) const {
  Range range{tab(name_) + cell_name(row, first) + ":" + cell_name(row, last), {}};
  for (std::size_t column = first; column <= last; ++column) range.values.push_back(value_of(rows_, row, column));
  return range;
}

Range Sheet::down(std::size_t column, std::size_t first, std::size_t last) const {
  Range range{tab(name_) + cell_name(first, column) + ":" + cell_name(last, column), {}};
  for (std::size_t row = first; row <= last; ++row) range.values.push_back(value_of(rows_, row, column));
  return range;
}

std::vector<std::string> disagreements(const Book& book) {
  std::vector<std::string> found;
  for (const Sheet& sheet : book.sheets) {
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
      for (std::size_t column = 0; column < sheet.row(row).size(); ++column) {
        const Cell& cell = sheet.row(row)[column];
        if (cell.kind != Cell::Kind::formula || agrees(cell.computed, cell.value)) continue;
        found.push_back(fmt::format("{}{} is {}, the engine has {}", tab(sheet.name()), cell_name(row, column),
                                    cell.computed, cell.value));
      }
    }
  }
  return found;
}

}  // namespace commonweal::audit

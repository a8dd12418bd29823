// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "audit/expression.h"

namespace commonweal::audit {

/// Where the headings of a sheet's columns stand, and where what is below them begins.
inline constexpr std::size_t head_row = 2, first_row = 3;

/// One cell. Whatever it holds, `value` is the engine's number for it.
struct Cell {
  enum class Kind {
    empty,
    words,
    input,    ///< a number that a person may change
    engine,   ///< a number that the engine worked out and the sheet does not
    formula,  ///< worked out on the sheet
  };
  Kind kind = Kind::empty;
  std::string text;     ///< of words and formulas, these without "="
  double value = 0;     ///< the engine's
  double computed = 0;  ///< of a formula: its value with the engine's numbers in all other cells
  int digits = 3;       ///< shown after the decimal point
};

/// A sheet being filled. Rows and columns count from 0.
class Sheet {
 public:
  Sheet(std::string name, std::string title) : name_(std::move(name)), title_(std::move(title)) {}

  const std::string& name() const { return name_; }    ///< of its tab
  const std::string& title() const { return title_; }  ///< stands in A1
  std::size_t rows() const { return rows_.size(); }
  const std::vector<Cell>& row(std::size_t row) const { return rows_[row]; }
  std::vector<Cell>& row(std::size_t row) { return rows_[row]; }
  void set_widths(std::vector<double> widths) { widths_ = std::move(widths); }
  const std::vector<double>& widths() const { return widths_; }  ///< of the first columns, in characters

  void words(std::size_t row, std::size_t column, const std::string& text);
  void input(std::size_t row, std::size_t column, double value, int digits = 3);
  void engine(std::size_t row, std::size_t column, double value, int digits = 3);

  /// A formula, and what the engine has for it.
  void formula(std::size_t row, std::size_t column, const Expression& expression, double engine, int digits = 3);

  /// A cell as part of a formula, of this sheet or another one.
  Expression at(std::size_t row, std::size_t column) const;

  /// The cells of a row from `first` to `last`, and those of a column.
  Range across(std::size_t row, std::size_t first, std::size_t last) const;
  Range down(std::size_t column, std::size_t first, std::size_t last) const;

 private:
  Cell& cell(std::size_t row, std::size_t column);

  std::string name_, title_;
  std::vector<std::vector<Cell>> rows_;
  std::vector<double> widths_;
};

/// All sheets, in the order of their tabs. A deque, so that a sheet stays where it is while others are added.
struct Book {
  std::string title;
  std::deque<Sheet> sheets;
};

/// Whether the sheet's own number is the engine's: to a part in 1e9, or a tenth of a penny of money in GBP million.
bool agrees(double computed, double engine);

/// "'Inputs'!$C$5": where a cell stands that disagrees with the engine, for every such cell of the book.
std::vector<std::string> disagreements(const Book& book);

}  // namespace commonweal::audit

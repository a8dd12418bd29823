// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "audit/account_inputs.h"
#include "audit/account_run.h"
#include "audit/book.h"
#include "base/financial_year.h"

namespace commonweal::audit {

/// A sheet of lines, a column for each year. A line is worked out on the sheet if its formula gives the engine's number
/// in every year; where something moves within a year, which no yearly account can follow, the whole line is the
/// engine's and says so.
class AccountSheet {
 public:
  AccountSheet(Sheet& sheet, base::FinancialYear first, std::size_t years);

  /// A line that has been written: its figure of a year as part of a formula, and all lines from it to another one.
  class Line {
   public:
    Expression in(std::size_t year) const;

   private:
    friend class AccountSheet;
    Line(const Sheet& sheet, std::size_t row) : sheet_(&sheet), row_(row) {}
    const Sheet* sheet_;
    std::size_t row_;
  };

  void heading(const std::string& words);
  Line input(const std::string& name, const std::string& source, const std::vector<double>& values);
  Line engine(const std::string& name, const std::string& what, const std::vector<double>& values, int digits = 6);

  /// `make` is given a year and the line itself, of which the years before stand already.
  using Make = std::function<Expression(std::size_t year, const Line& self)>;
  Line formula(const std::string& name, const std::vector<double>& engine, const Make& make);

  /// A line that others need before its own formula can be written: `keep` writes it.
  Line promise(const std::string& name, const std::vector<double>& engine);
  void keep(const Line& promised, const std::vector<double>& engine, const Make& make);

  /// The figures of a year of lines that stand below each other.
  Range from_to(const Line& first, const Line& last, std::size_t year) const;

  std::size_t years() const { return years_; }

 private:
  std::size_t begin_line(const std::string& name, const std::string& basis);

  Sheet& sheet_;
  std::size_t years_;
};

}  // namespace commonweal::audit

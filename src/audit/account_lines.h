// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "audit/account_sheet.h"

namespace commonweal::audit {

inline const Expression zero = number(0), one = number(1);

/// The lines of a scenario's yearly account, as the model's sector Money has them.
class AccountLines {
 public:
  /// `number` is the scenario's column on the sheet of inputs. Everything must outlive it.
  AccountLines(AccountSheet& sheet, const AccountInputs& inputs, const AccountRun& run, const ensemble::Future& future,
               std::size_t number);

  /// All of them, part by part; each part rests on those before it.
  void add();

  /// A line's figure of the first year, once they stand.
  Expression in_first_year(const std::string& name) const { return in(name, 0); }

 private:
  using Line = AccountSheet::Line;
  using Figures = std::vector<double>;

  void add_prices();
  void add_need();
  void add_funding();
  void add_gap();
  void add_budget();
  void add_reserves_that_close();
  void add_council_tax_that_closes();
  void add_cuts_that_close();
  void add_cuts_by_service();
  void add_spending();
  void add_reserves();
  void add_change();

  Line council_tax();
  Line grant(const std::string& source);

  Figures figures(const std::string& variable, const std::string& element = "") const;
  Expression given(const std::string& variable, const std::string& element = "") const;
  Expression in(const std::string& name, std::size_t year) const;  ///< of a line that stands already
  Range all(const std::string& variable, const std::vector<std::string>& elements, std::size_t year) const;
  Line engine(const std::string& variable, const std::string& what);
  Line formula(const std::string& variable, const AccountSheet::Make& make);
  Line sum_line(const std::string& variable, const std::string& of, const std::vector<std::string>& elements);

  /// What inflation gives the money for services in a year; and how many years a source's figures have been carried on.
  Expression envelope() const;
  Expression years_after(const std::string& source, std::size_t year) const;

  /// Reserves on 1 April.
  Expression before(const std::string& reserves, std::size_t year) const;

  AccountSheet& sheet_;
  const AccountInputs& inputs_;
  const AccountRun& run_;
  const ensemble::Future& future_;
  std::size_t number_;
  std::vector<std::string> services_, sources_, items_;
  std::map<std::string, Line> lines_;  ///< by variable, of elements "spend[x]"
};

}  // namespace commonweal::audit

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "appraisal/appraise.h"
#include "appraisal/why.h"
#include "audit/book.h"
#include "audit/coalitions.h"
#include "audit/valuation_sheets.h"

namespace commonweal::audit {

/// The sheets of one appraised scenario: effects as the runs gave them, and what follows from them.
class ScenarioSheets {
 public:
  /// `number` tells the scenario's sheets from others'. Everything must outlive it.
  ScenarioSheets(Book& book, const ValuationSheets& valuation, const appraisal::Appraisal& appraisal,
                 const appraisal::ScenarioAppraisal& scenario, const std::string& name, std::size_t number);

  void add_effects();  ///< first: all others rest on it
  void add_cases();
  void add_cash();
  void add_shares(const Coalitions& coalitions);  ///< before the agencies, who get them
  void add_agencies(const Coalitions& coalitions);
  void add_why(const appraisal::Why& why);

 private:
  struct Named {
    std::string name;
    const appraisal::Case* of;
  };

  Sheet& add_sheet(const std::string& tab, const std::string& title);
  void add_year_heads(Sheet& sheet, std::size_t row) const;
  void add_effect_rows(std::size_t number, const Named& each);
  void add_effect_row(std::size_t number, const std::string& name, std::size_t agency, std::size_t effect,
                      const std::vector<double>& rows);
  void add_case_row(Sheet& sheet, std::size_t number, const Named& each);
  void add_cash_rows(Sheet& sheet, std::size_t number, const Named& each);
  void add_agency_row(Sheet& sheet, std::size_t agency, const Coalitions& coalitions);
  void add_agency_sums(Sheet& sheet);

  /// The column of present values, or of a year, of all effects; and the columns of what they are of.
  Range effects(std::size_t column) const;

  /// The sum over those effects of a case that are of a kind; of an agency, or of public agencies (1) or others (0).
  Expression of_case(std::size_t column, std::size_t number, std::size_t effect) const;
  Expression of_agency(std::size_t column, std::size_t number, std::size_t effect, std::size_t agency) const;
  Expression of_public(std::size_t column, std::size_t number, std::size_t effect, bool is_public) const;

  Book& book_;
  const ValuationSheets& valuation_;
  const appraisal::Appraisal& appraisal_;
  const appraisal::ScenarioAppraisal& scenario_;
  std::string name_;
  std::size_t number_;
  std::vector<Named> cases_;
  Sheet *effects_ = nullptr, *shares_ = nullptr;
};

}  // namespace commonweal::audit

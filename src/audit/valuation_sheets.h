// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "appraisal/appraise.h"
#include "appraisal/valuation.h"
#include "audit/book.h"

namespace commonweal::audit {

/// Where yearly figures begin on every sheet of an appraisal, so that a year is the same column everywhere.
inline constexpr std::size_t first_year_column = 8;

/// What all sheets of an appraisal rest on: rates, corrections and agencies, and what a pound of each year is worth.
class ValuationSheets {
 public:
  /// Adds its two sheets to `book`, which must outlive it.
  ValuationSheets(Book& book, const appraisal::Appraisal& appraisal, const appraisal::Valuation& valuation);

  Range money_factors() const;
  Range health_factors() const;
  Expression money_factor(std::size_t year) const;
  Expression quality_year() const;                                ///< GBP
  Expression cost_correction(const std::string& grade) const;     ///< part added
  Expression benefit_correction(const std::string& grade) const;  ///< part taken off
  Expression is_public(std::size_t agency) const;                 ///< 1 or 0

 private:
  void add_inputs(const appraisal::Appraisal& appraisal, const appraisal::Valuation& valuation);
  void add_rates(const std::string& what, const appraisal::DiscountRate& rate, std::size_t& first, std::size_t& last);
  void add_factors(const appraisal::Appraisal& appraisal, const appraisal::Valuation& valuation);
  void add_factor_rows(std::size_t row, const std::string& what, const appraisal::DiscountRate& rate,
                       std::size_t first_step, std::size_t last_step);

  Sheet *inputs_ = nullptr, *factors_ = nullptr;
  std::size_t years_ = 0, quality_row_ = 0, first_agency_ = 0;
  std::size_t first_money_ = 0, last_money_ = 0, first_health_ = 0, last_health_ = 0;  ///< rows of the rates
  std::map<std::string, std::size_t> grade_rows_;
  std::string weakest_;
};

}  // namespace commonweal::audit

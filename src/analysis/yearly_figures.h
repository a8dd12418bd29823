// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/financial_year.h"
#include "ensemble/ensemble.h"

namespace commonweal::analysis {

/// The yearly figures of one future by name. What was not kept reads as NaN in every year, so that one missing
/// variable (which has its own diagnostic) does not stop the rest from being worked out.
class YearlyFigures {
 public:
  YearlyFigures(const ensemble::Ensemble& ensemble, const ensemble::Future& future)
      : ensemble_(ensemble), future_(future) {}

  base::FinancialYear first() const { return future_.first; }
  base::FinancialYear last() const { return future_.first + (static_cast<int>(future_.years) - 1); }
  std::size_t years() const { return future_.years; }

  /// One figure a year, of a scalar or of one element.
  std::vector<double> of(std::string_view variable, std::string_view element = "") const;

  /// The sum over all elements, year by year; for a scalar the scalar.
  std::vector<double> total(std::string_view variable) const;

  /// The elements kept of a variable, in the model's order; {""} for a scalar; empty if it was not kept.
  std::vector<std::string> elements(std::string_view variable) const { return ensemble_.elements(variable); }

 private:
  const ensemble::Ensemble& ensemble_;
  const ensemble::Future& future_;
};

/// Adds `more` to `sum`, year by year; both must be of one length.
void add_to(std::vector<double>& sum, const std::vector<double>& more);

}  // namespace commonweal::analysis

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"
#include "study/study.h"

/// Futures: what every run of a study gave, year by year.
namespace commonweal::ensemble {

/// How a variable becomes one figure a year. The unit decides: "x/year" is summed over the year.
enum class Accumulation {
  sum,      ///< a rate per year: accumulated over the financial year, as an outturn is
  closing,  ///< a stock: its value at 31 March
  mean,     ///< anything else: the mean over the year
};

/// One variable element that was kept.
struct Output {
  std::string variable;  ///< "required spend"
  std::string element;   ///< "adult social care older", "" for a scalar, "a, b" for two subscripts
  std::string unit;      ///< of the yearly figure: "GBP million" for a rate in GBP million/year
  Accumulation accumulation = Accumulation::mean;
};

/// One run: one scenario of one place.
struct Future {
  study::ScenarioId scenario;
  base::FinancialYear first;
  std::size_t years = 0;
  std::vector<double> values;  ///< [output * years + year]
};

struct Ensemble {
  std::vector<Output> outputs;
  std::vector<Future> futures;  ///< in the order of the study's scenarios

  const Future& of(study::ScenarioId scenario) const;

  /// The yearly figures of one output in one future; empty if the variable or element was not kept.
  std::vector<double> series(const Future& future, std::string_view variable, std::string_view element = "") const;

  /// The elements kept of a variable, in the model's order; {""} for a scalar; empty if not kept.
  std::vector<std::string> elements(std::string_view variable) const;
};

}  // namespace commonweal::ensemble

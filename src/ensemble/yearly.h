// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "base/financial_year.h"
#include "ensemble/ensemble.h"
#include "program/inputs.h"
#include "program/program.h"

namespace commonweal::ensemble {

/// Which slots become which yearly figures.
struct Kept {
  std::vector<Output> outputs;
  std::vector<std::uint32_t> slots;  ///< of each output
};

/// The defined elements of the variables named, in the program's order of elements. The unit of a yearly figure is the
/// rate's without its "/year".
Kept keep(const program::Program& program, const std::vector<std::string>& variables);

/// TIME STEP as a run has it.
double time_step_of(const program::Program& program, const program::Inputs& inputs);

/// Makes yearly figures of the values at each time step. Year y is made of the moments t with y <= t < y + 1; closing
/// stocks are read at y + 1.
class YearlyAccumulator {
 public:
  YearlyAccumulator(const Kept& kept, base::FinancialYear first, std::size_t years, double time_step);

  void observe(double time, std::span<const double> values);

  /// [output * years + year]; figures of moments never observed are 0.
  std::vector<double> figures() &&;

 private:
  const Kept& kept_;
  int first_;
  std::size_t years_;
  double time_step_;
  std::vector<double> figures_;
};

}  // namespace commonweal::ensemble

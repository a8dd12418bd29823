// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace commonweal::appraisal {

/// By how much promises of a grade of evidence are corrected: those who plan hope.
struct OptimismCorrection {
  std::string grade;    ///< one of evidence/grade.h
  double costs = 0;     ///< added to costs, as a part of them
  double benefits = 0;  ///< taken off benefits, as a part of them
};

/// The correction for a grade; that of the weakest evidence in `table`, which is its last row, for one that is not in
/// it.
const OptimismCorrection& correction_of(const std::vector<OptimismCorrection>& table, std::string_view grade);

/// Costs, and benefits, after the correction. A loss that was promised as a benefit below zero is not made smaller.
double corrected_costs(double costs, const OptimismCorrection& correction);
double corrected_benefits(double benefits, const OptimismCorrection& correction);

}  // namespace commonweal::appraisal

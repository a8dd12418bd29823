// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "sensitivity/evaluation.h"

namespace commonweal::sensitivity {

/// How the variance of an output is shared among groups of inputs, mostly of one, that are independent of each other
/// (Sobol').
///
/// `first` is the share that would go if only that group were known: Saltelli
/// et al. 2010 (Variance based sensitivity analysis of model output), table 2
/// (b), with the mean taken off so that a large offset costs no digits. `total`
/// is the share that would stay if all the others were known: Jansen 1999. The
/// difference is what it does together with others. An index may come out a
/// little below 0 or above 1, by its error.
struct VarianceShares {
  std::vector<Measured> first, total;  ///< one a group
  double mean = 0, variance = 0;       ///< of the output
};

struct VarianceAnalysis {
  std::vector<VarianceShares> outputs;
  VarianceShares together;      ///< all outputs, each by its variance: what moves a
                                ///< path over the years
  std::size_t rows = 0;         ///< rows of runs used, of groups + 2 runs each
  std::size_t failed_rows = 0;  ///< rows with a run that could not be computed: left out whole
  std::size_t runs = 0;         ///< in all
};

/// Runs `rows` * (groups + 2) points of a scrambled Sobol' design: two halves A
/// and B of one sequence of twice as many dimensions, and A with the columns of
/// one group from B for each group. `rows` should be a power of 2; there may be at most 512
/// inputs (a longer list is a fault of the caller). An output that does not
/// vary has NaN for its shares.
VarianceAnalysis variance_analysis(const Plan& plan, std::size_t rows, const Evaluate& evaluate);

}  // namespace commonweal::sensitivity

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/financial_year.h"
#include "engine/lanes.h"
#include "ensemble/yearly.h"

namespace commonweal::ensemble {

/// What YearlyAccumulator does, for all lanes of a block at once; the observed slots are those kept. The same figures,
/// bit for bit.
class YearlyLanes {
 public:
  YearlyLanes(const Kept& kept, const engine::KernelSet& kernels, base::FinancialYear first, std::size_t years,
              double time_step);

  void observe(const engine::Moment& moment);

  /// Of one lane: [output * years + year].
  std::vector<double> figures(std::size_t lane) const;

 private:
  double* at(std::size_t output, std::size_t year) { return &figures_[(output * years_ + year) * kernels_.lanes]; }

  const Kept& kept_;
  engine::KernelSet kernels_;
  int first_;
  std::size_t years_;
  double time_step_;
  std::vector<double> figures_;  ///< [(output * years + year) * lanes + lane]; of a shared output the first lane only
  std::vector<bool> is_shared_;  ///< [output]
};

}  // namespace commonweal::ensemble

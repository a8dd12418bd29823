// SPDX-License-Identifier: Apache-2.0
#include "ensemble/yearly_lanes.h"

#include <algorithm>
#include <cmath>

namespace commonweal::ensemble {

YearlyLanes::YearlyLanes(const Kept& kept, const engine::KernelSet& kernels, base::FinancialYear first,
                         std::size_t years, double time_step)
    : kept_(kept),
      kernels_(kernels),
      first_(first.start),
      years_(years),
      time_step_(time_step),
      figures_(kept.outputs.size() * years * kernels.lanes, 0.0),
      is_shared_(kept.outputs.size(), false) {}

void YearlyLanes::observe(const engine::Moment& moment) {
  const double whole = std::floor(moment.time);
  const bool opens_a_year = moment.time == whole;
  if (whole < first_ || whole > first_ + static_cast<double>(years_)) return;
  const auto year = static_cast<std::size_t>(whole - first_);
  for (std::size_t i = 0; i < kept_.outputs.size(); ++i) {
    const engine::Column& column = moment.columns[i];
    is_shared_[i] = column.step == 0;
    if (kept_.outputs[i].accumulation == Accumulation::closing) {
      if (opens_a_year && year > 0) std::copy_n(column.values, is_shared_[i] ? 1 : moment.lanes, at(i, year - 1));
    } else if (year < years_) {
      if (is_shared_[i]) {
        *at(i, year) += *column.values * time_step_;
      } else {
        kernels_.add_scaled(at(i, year), column.values, time_step_, moment.lanes);
      }
    }
  }
}

std::vector<double> YearlyLanes::figures(std::size_t lane) const {
  std::vector<double> figures(kept_.outputs.size() * years_);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    figures[i] = figures_[i * kernels_.lanes + (is_shared_[i / years_] ? 0 : lane)];
  }
  return figures;
}

}  // namespace commonweal::ensemble

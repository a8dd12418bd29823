// SPDX-License-Identifier: Apache-2.0
#include "analysis/chances.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::analysis {

std::string chance_in_words(const ensemble::Estimate& share, double futures) {
  if (!std::isfinite(share.value)) return "in an unknown share of futures";
  const std::string all = base::grouped(futures, 0);
  if (share.value <= 0) return fmt::format("in none of {} futures", all);
  if (share.value >= 1) return fmt::format("in all of {} futures", all);
  if (share.value < 0.01) return "in fewer than 1 of 100 futures";
  if (share.value > 0.99) return "in more than 99 of 100 futures";
  const bool is_rare = share.value < 0.095, is_usual = share.value > 0.905;
  // Hundredths only where two errors are less than one of them.
  if ((is_rare || is_usual) && share.error <= 0.005) {
    return fmt::format("in about {:.0f} of 100 futures", share.value * 100);
  }
  if (share.value < 0.05) return "in fewer than 1 of 10 futures";
  if (share.value > 0.95) return "in more than 9 of 10 futures";
  return fmt::format("in about {:.0f} of 10 futures", std::clamp(std::round(share.value * 10), 1.0, 9.0));
}

}  // namespace commonweal::analysis

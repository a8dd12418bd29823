// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::base {
namespace {

/// The least number of letters to add, drop, change or swap with their neighbour to make one text of the other
/// (Damerau's distance, no stretch being edited twice). Row `i` of the usual table needs only the two rows above it.
std::size_t edit_distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> two_above(right.size() + 1);
  std::vector<std::size_t> above(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) row[j] = j;

  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::swap(two_above, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
  }
  return row[right.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view seen, const std::vector<std::string>& known) {
  const std::string wanted = lower(trimmed(seen));
  const std::string* best = nullptr;
  std::size_t best_distance = 0;
  for (const std::string& candidate : known) {
    const std::size_t distance = edit_distance(wanted, lower(candidate));
    // A third of the letters wrong is a misspelling; more is another word. Nothing in common is never near.
    const std::size_t longer = std::max(wanted.size(), candidate.size());
    const std::size_t tolerated = std::max<std::size_t>(longer / 3, 1);
    if (distance > tolerated || distance >= longer) continue;
    if (best == nullptr || distance < best_distance) {
      best = &candidate;
      best_distance = distance;
    }
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

std::string suggestion(std::string_view seen, const std::vector<std::string>& known, std::string otherwise) {
  if (const auto near = nearest(seen, known)) return fmt::format("did you mean '{}'?", *near);
  return otherwise;
}

}  // namespace commonweal::base

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "audit/book.h"

namespace commonweal::audit {

/// The sheet of all sets of agencies that could do a thing together, and how much each set's worth counts in an
/// agency's fair share (appraisal/shapley.h): plain counting, the same whatever the money.
class Coalitions {
 public:
  /// Adds its sheet to `book`, which must outlive it. At most appraisal::most_players agencies.
  Coalitions(Book& book, const std::vector<std::string>& agencies);

  std::size_t count() const { return std::size_t{1} << agencies_; }

  /// 1 for each agency that is in the set, 0 for the others: side by side.
  Range members(std::size_t set) const;

  /// How much each set's worth counts in an agency's share: below each other.
  Range counts_for(std::size_t agency) const;

 private:
  const Sheet* sheet_;
  std::size_t agencies_;
};

}  // namespace commonweal::audit

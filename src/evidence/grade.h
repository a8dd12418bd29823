// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace commonweal::evidence {

/// How well a value of the register is known: the word in its column `grade`, and what that means.
struct Grade {
  std::string_view word;
  std::string_view meaning;
};

/// Every grade there is, the strongest evidence first; then values that are set, not measured.
std::span<const Grade> grades();

/// The grade of that word; nullptr if there is none.
const Grade* find_grade(std::string_view word);

}  // namespace commonweal::evidence

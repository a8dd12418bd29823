// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace commonweal::study {

/// A variable, or one element of an array, as people write it: "general inflation", "growth[older people]".
struct ElementName {
  std::string variable;
  std::string element;  ///< empty: the whole variable

  friend bool operator==(const ElementName&, const ElementName&) = default;
};

/// `text` as variable and element; nothing if it names no variable or the brackets are not one pair at its end.
std::optional<ElementName> parse_element_name(std::string_view text);

/// "growth[older people]".
std::string text(const ElementName& name);

/// The same text for all spellings that the model takes as one, blanks after commas included.
std::string canonical_text(const ElementName& name);

/// Whether two texts name the same element: "a, b" and "A,b" do.
bool is_same_element(std::string_view one, std::string_view other);

}  // namespace commonweal::study

// SPDX-License-Identifier: Apache-2.0
#include "study/element_name.h"

#include <vector>

#include <fmt/format.h>

#include "base/names.h"
#include "base/text.h"

namespace commonweal::study {

std::optional<ElementName> parse_element_name(std::string_view text) {
  text = base::trimmed(text);
  const std::size_t open = text.find('[');
  if (open == std::string_view::npos) {
    if (text.empty() || text.find(']') != std::string_view::npos) return std::nullopt;
    return ElementName{std::string(text), ""};
  }
  if (text.find(']') != text.size() - 1) return std::nullopt;
  const std::string variable(base::trimmed(text.substr(0, open)));
  const std::string element(base::trimmed(text.substr(open + 1, text.size() - open - 2)));
  if (variable.empty() || element.empty() || element.find('[') != std::string::npos) return std::nullopt;
  return ElementName{variable, element};
}

std::string text(const ElementName& name) {
  return name.element.empty() ? name.variable : fmt::format("{}[{}]", name.variable, name.element);
}

std::string canonical_text(const ElementName& name) {
  std::vector<std::string> parts;
  for (const std::string_view part : base::split(name.element, ',')) parts.push_back(base::canonical(part));
  return text({base::canonical(name.variable), base::joined(parts, ",")});
}

bool is_same_element(std::string_view one, std::string_view other) {
  while (true) {
    const std::size_t end_of_one = one.find(','), end_of_other = other.find(',');
    if (!base::is_same_name(one.substr(0, end_of_one), other.substr(0, end_of_other))) return false;
    if (end_of_one == std::string_view::npos || end_of_other == std::string_view::npos) {
      return end_of_one == end_of_other;
    }
    one.remove_prefix(end_of_one + 1);
    other.remove_prefix(end_of_other + 1);
  }
}

}  // namespace commonweal::study

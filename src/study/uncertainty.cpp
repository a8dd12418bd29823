// SPDX-License-Identifier: Apache-2.0
#include "study/uncertainty.h"

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::study {

std::string_view name(Comparison comparison) {
  switch (comparison) {
    case Comparison::above: return "above";
    case Comparison::at_least: return "at least";
    case Comparison::below: return "below";
    case Comparison::at_most: return "at most";
  }
  return "";
}

bool holds(Comparison comparison, double figure, double limit) {
  switch (comparison) {
    case Comparison::above: return figure > limit;
    case Comparison::at_least: return figure >= limit;
    case Comparison::below: return figure < limit;
    case Comparison::at_most: return figure <= limit;
  }
  return false;
}

std::string condition(const Event& event) {
  const std::string element = event.element.empty() ? "" : fmt::format("[{}]", event.element);
  return fmt::format("{}{} {} {}", event.variable, element, name(event.comparison), base::shortest(event.limit));
}

}  // namespace commonweal::study

// SPDX-License-Identifier: Apache-2.0
#include "analysis/units_in_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::analysis {

namespace {

constexpr std::string_view rate = "1/year";

/// What one person costs is said in pounds: in millions it is all noughts.
constexpr std::string_view per_person = "GBP million/person/year";

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> words{{
    {rate, "a year"},
    {"dimensionless", ""},
    {"1", ""},
    {"GBP million/year", "£ million a year"},
    {per_person, "a person a year"},
    {"GBP million", "£ million"},
    {"GBP billion", "£ billion"},
    {"person", "people"},
    {"year", "years"},
}};

}  // namespace

std::string figure_in_words(double value, const std::string& unit) {
  // Ten digits, so that what is left over by the multiplication does not show.
  if (unit == rate) return fmt::format("{:.10g}%", 100 * value);
  return unit == per_person ? fmt::format("£{:.10g}", 1e6 * value) : base::shortest(value);
}

std::string unit_in_words(const std::string& unit) {
  const auto found = std::ranges::find(words, unit, [](const auto& word) { return word.first; });
  return found == words.end() ? unit : std::string(found->second);
}

std::string quantity_in_words(double value, const std::string& unit) {
  const std::string words_of_unit = unit_in_words(unit);
  return figure_in_words(value, unit) + (words_of_unit.empty() ? "" : " " + words_of_unit);
}

std::string name_in_words(const std::string& variable, const std::string& element) {
  return element.empty() ? variable : variable + ", " + element;
}

}  // namespace commonweal::analysis

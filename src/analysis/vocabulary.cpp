// SPDX-License-Identifier: Apache-2.0
#include "analysis/vocabulary.h"

#include <algorithm>
#include <array>

namespace commonweal::analysis::vocabulary {

namespace {

constexpr std::string_view rate = "GBP million/year";
constexpr std::string_view stock = "GBP million";
constexpr std::string_view ratio = "1";

constexpr std::array needed_rows{
    NeededVariable{required_spend, "Service", rate, "the Graph of Doom"},
    NeededVariable{spend, "Service", rate, "the headline"},
    NeededVariable{money_for_services, "", rate, "the Graph of Doom"},
    NeededVariable{funding, "Source", rate, "the table of results"},
    NeededVariable{total_funding, "", rate, "the table of results"},
    NeededVariable{below_the_line, "Item", rate, "the table of results"},
    NeededVariable{total_below_the_line, "", rate, "the table of results"},
    NeededVariable{gap_before_action, "", rate, "the gap"},
    NeededVariable{gap_closed_by_reserves, "", rate, "the gap"},
    NeededVariable{gap_closed_by_council_tax, "", rate, "the gap"},
    NeededVariable{gap_closed_by_cuts, "", rate, "the gap"},
    NeededVariable{gap_left_open, "", rate, "the gap"},
    NeededVariable{care_required, "", rate, "the table of results"},
    NeededVariable{total_required_spend, "", rate, "the table of results"},
    NeededVariable{unallocated_reserves, "", stock, "the gap"},
    NeededVariable{earmarked_reserves, "", stock, "the gap"},
    NeededVariable{care_share_of_money, "", ratio, "the table of results"},
    NeededVariable{care_share_of_required, "", ratio, "the table of results"},
    NeededVariable{people_index, "Service", ratio, "what drives the growth"},
    NeededVariable{need_index, "Service", ratio, "what drives the growth"},
    NeededVariable{price_index, "Service", ratio, "what drives the growth"},
    NeededVariable{reference_service_level, "Service", ratio, "what drives the growth"},
    NeededVariable{population, "Age", "person", "the demography"},
    NeededVariable{share_aged_65_and_over, "", ratio, "the demography"},
};

constexpr std::array<std::string_view, 3> care{
    "adult social care older",
    "adult social care working age",
    "children social care",
};

constexpr std::array<std::string_view, 8> others{
    "public health",       "education other than schools", "highways and transport", "housing and homelessness",
    "culture and leisure", "environment and waste",        "planning and economy",   "central services",
};

}  // namespace

std::span<const NeededVariable> needed() {
  return needed_rows;
}

std::span<const std::string_view> care_services() {
  return care;
}

std::span<const std::string_view> other_services() {
  return others;
}

bool is_care(std::string_view service) {
  return std::ranges::find(care, service) != care.end();
}

bool is_service(std::string_view name) {
  return is_care(name) || std::ranges::find(others, name) != others.end();
}

}  // namespace commonweal::analysis::vocabulary

namespace commonweal::analysis {

std::vector<std::string> needed_variables() {
  std::vector<std::string> names;
  for (const vocabulary::NeededVariable& variable : vocabulary::needed()) names.emplace_back(variable.name);
  return names;
}

}  // namespace commonweal::analysis

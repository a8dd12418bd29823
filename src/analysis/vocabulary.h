// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The names by which a model of public services is understood: a model may hold far more, but what is called by one
/// of these names must mean what is said here. This is the whole contract between a model's text and the findings.
namespace commonweal::analysis::vocabulary {

// Money that flows, in GBP million/year.
inline constexpr std::string_view required_spend = "required spend";  ///< [Service] at the base level of service
inline constexpr std::string_view spend = "spend";                    ///< [Service] after the gap has been closed
inline constexpr std::string_view money_for_services = "money for services";
inline constexpr std::string_view funding = "funding";  ///< [Source]
inline constexpr std::string_view total_funding = "total funding";
inline constexpr std::string_view below_the_line = "below the line";  ///< [Item] what is spent on no service
inline constexpr std::string_view total_below_the_line = "total below the line";
inline constexpr std::string_view gap_before_action = "gap before action";
inline constexpr std::string_view gap_closed_by_reserves = "gap closed by reserves";
inline constexpr std::string_view gap_closed_by_council_tax = "gap closed by council tax";
inline constexpr std::string_view gap_closed_by_cuts = "gap closed by cuts";
inline constexpr std::string_view gap_left_open = "gap left open";
inline constexpr std::string_view care_required = "care required";
inline constexpr std::string_view total_required_spend = "total required spend";

// Money that is held, in GBP million at 31 March.
inline constexpr std::string_view unallocated_reserves = "unallocated reserves";
inline constexpr std::string_view earmarked_reserves = "earmarked reserves";

// Held as well, without unit: [Service] the service level that counts as full from 31 March on, against the base
// year's. 1 at the start; less once a study takes a year of cuts as its reference.
inline constexpr std::string_view reference_service_level = "reference service level";

// Ratios and indices (1 in the base year).
inline constexpr std::string_view care_share_of_money = "care share of money for services";
inline constexpr std::string_view care_share_of_required = "care share of required spend";
inline constexpr std::string_view people_index = "people index";  ///< [Service]
inline constexpr std::string_view need_index = "need index";      ///< [Service]
inline constexpr std::string_view price_index = "price index";    ///< [Service]

// People.
inline constexpr std::string_view population = "population";  ///< [Age] persons, constant within a financial year
inline constexpr std::string_view share_aged_65_and_over = "share aged 65 and over";

// What the nation spends, in a place's context.csv, in GBP billion.
inline constexpr std::string_view total_managed_expenditure = "total managed expenditure";
inline constexpr std::string_view public_sector_receipts = "public sector current receipts";
inline constexpr std::string_view public_sector_borrowing = "public sector net borrowing";
inline constexpr std::string_view borrowing_forecast_2012 = "borrowing forecast march 2012";

/// What the name of a loop's switch begins with: "loop R6 neglect", 1 where the loop acts and 0 where it is cut.
inline constexpr std::string_view switch_prefix = "loop ";

/// A variable that a model must define, and why.
struct NeededVariable {
  std::string_view name;
  std::string_view subscript;   ///< "Service"; empty for a scalar
  std::string_view unit;        ///< in the model: "GBP million/year"
  std::string_view needed_for;  ///< "the Graph of Doom": what cannot be said without it
};

/// Every variable that the findings or the table of results cannot do without, in the order of this file.
std::span<const NeededVariable> needed();

/// The services that are care.
std::span<const std::string_view> care_services();

/// All other services, in the order of the model.
std::span<const std::string_view> other_services();

bool is_care(std::string_view service);
bool is_service(std::string_view name);

}  // namespace commonweal::analysis::vocabulary

namespace commonweal::analysis {

/// The names of all needed variables: what a study's runs must keep for the findings and the table of results.
std::vector<std::string> needed_variables();

}  // namespace commonweal::analysis

// SPDX-License-Identifier: Apache-2.0
#include "analysis/national.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "analysis/context_figures.h"
#include "analysis/vocabulary.h"

namespace commonweal::analysis {

namespace {

constexpr std::string_view unit = "GBP billion";

constexpr std::array wanted{vocabulary::total_managed_expenditure, vocabulary::public_sector_receipts,
                            vocabulary::public_sector_borrowing, vocabulary::borrowing_forecast_2012};

// The figures of the nation among a place's context figures, with their years; what is in another unit is refused.
std::vector<const place::Observation*> national_figures(const place::Place& place, base::Diagnostics& diagnostics) {
  std::vector<const place::Observation*> figures;
  for (const place::Observation& observation : place.context) {
    if (std::ranges::find(wanted, observation.variable) == wanted.end() || !observation.year) continue;
    if (observation.unit == unit) {
      figures.push_back(&observation);
    } else {
      diagnostics.error("wrong-context-unit", observation.position,
                        fmt::format("'{}' of {} is in '{}', but the nation's finances are in {}", observation.variable,
                                    observation.year->text(), observation.unit, unit),
                        fmt::format("convert the figure to {}", unit));
    }
  }
  return figures;
}

}  // namespace

std::optional<NationalFinances> national_finances(const std::vector<place::Place>& places, Bibliography& bibliography,
                                                  base::Diagnostics& diagnostics) {
  const auto holder = std::ranges::find_if(places, [](const place::Place& place) {
    return std::ranges::any_of(wanted, [&](std::string_view variable) { return has_context(place, variable); });
  });
  if (holder == places.end()) return std::nullopt;
  const std::vector<const place::Observation*> figures = national_figures(*holder, diagnostics);
  if (figures.empty()) return std::nullopt;

  std::set<base::FinancialYear> years;
  std::set<int> cites;
  for (const place::Observation* figure : figures) {
    years.insert(*figure->year);
    if (const place::Source* source = holder->source(figure->source)) cites.insert(bibliography.number(*source));
  }

  const base::FinancialYear first = *years.begin();
  const auto length = static_cast<std::size_t>(years.rbegin()->start - first.start) + 1;
  const auto series = [&](std::string_view variable) {
    std::vector<double> values(length, std::numeric_limits<double>::quiet_NaN());
    for (const place::Observation* figure : figures) {
      if (figure->variable == variable)
        values[static_cast<std::size_t>(figure->year->start - first.start)] = figure->value;
    }
    return values;
  };
  return NationalFinances{.place = holder->context_name,
                          .first = first,
                          .spending = series(vocabulary::total_managed_expenditure),
                          .receipts = series(vocabulary::public_sector_receipts),
                          .borrowing_outturn = series(vocabulary::public_sector_borrowing),
                          .borrowing_forecast_2012 = series(vocabulary::borrowing_forecast_2012),
                          .cites = {cites.begin(), cites.end()}};
}

}  // namespace commonweal::analysis

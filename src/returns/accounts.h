// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "place/place.h"
#include "returns/outturn.h"

namespace commonweal::returns {

/// One step of the ladder from services to council tax: what its lines add up to, and the total that was published. GBP
/// thousand.
struct LadderStep {
  std::string total;  ///< "net current expenditure"
  double summed = 0, published = 0;
  std::string cell;  ///< where the total stands

  double difference() const { return summed - published; }
};

/// A figure of a place: one row of its series.csv.
struct Figure {
  std::string variable, element;
  double value = 0;  ///< GBP million
  std::string unit;
  place::Status status = place::Status::published;
  std::string note;  ///< which lines it is made of, or why it is assumed
};

/// One authority's year in the model's terms: services + below the line + payments into reserves = funding.
struct Accounts {
  std::vector<LadderStep> ladder;
  std::vector<Figure> figures;
  std::vector<std::string> limits;  ///< what a reader must know of this year's return
};

/// Steps may miss their totals by so much, in GBP thousand: returns are rounded line by line.
inline constexpr double usual_tolerance = 5;

/// Reconciles a return and puts it in the model's terms. What rounding leaves is put with the other items below the
/// line, so that the account closes. Fault: "does-not-reconcile" for each step that misses its total by more than
/// `tolerance` (GBP thousand), as it does if columns are shifted.
std::optional<Accounts> accounts_of(const Outturn& outturn, const Authority& authority, double tolerance,
                                    base::Diagnostics& diagnostics);

}  // namespace commonweal::returns

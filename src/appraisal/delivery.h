// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/toml_table.h"

namespace commonweal::appraisal {

/// Which part of a planned saving councils went on to deliver, for one kind of saving.
struct DeliveryPrior {
  std::string category;                 ///< one of study::saving_categories(), or `any_category`
  double share = 0, low = 0, high = 0;  ///< 0 to 1; a range as people gave it, of no stated chance
  std::string source;                   ///< where it was read; empty: it is a judgement
  std::string judgement;                ///< its reason; empty: it was read
};

/// The prior for savings of which nobody said what kind they are, and for kinds without a row.
inline constexpr std::string_view any_category = "any";

/// How councils rate whether a saving will come: by the part of it that is expected.
struct Delivery {
  std::vector<DeliveryPrior> priors;  ///< empty: nothing is said of delivery
  double green = 1, amber = 1;        ///< rated green, or amber, from this part on
  std::string judgement;              ///< why these limits

  /// The prior for a category; nullptr if there is none.
  const DeliveryPrior* of(std::string_view category) const;

  /// "green", "amber", "red": what a part of a saving is rated.
  std::string_view rating(double share) const;
};

/// Reads [delivery] of a valuation; empty where there is none. Faults: those of base::TomlTable, "bad-share",
/// "bad-range", "unknown-category", "duplicate-category", "source-or-judgement", "no-prior".
Delivery read_delivery(base::TomlTable& valuation, base::Diagnostics& diagnostics);

}  // namespace commonweal::appraisal

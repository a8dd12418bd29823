// SPDX-License-Identifier: Apache-2.0
#include "appraisal/delivery.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "study/policy.h"

namespace commonweal::appraisal {

namespace {

std::vector<std::string> known_categories() {
  std::vector<std::string> known = study::saving_categories();
  known.emplace_back(any_category);
  return known;
}

/// A part of a whole that must be there; 0 and a fault for anything else.
double share(base::TomlTable& table, std::string_view key, base::Diagnostics& diagnostics) {
  const auto found = table.number(key);
  if (!found || (found->number >= 0 && found->number <= 1)) return found ? found->number : 0;
  diagnostics.error("bad-share", found->position,
                    fmt::format("'{}' is {}, which is no part of a whole", key, base::shortest(found->number)),
                    "write 0.9 for 90%");
  return 0;
}

void check_category(const base::PlacedText& category, const std::vector<DeliveryPrior>& above,
                    base::Diagnostics& diagnostics) {
  const std::vector<std::string> known = known_categories();
  if (category.text.empty()) return;  // which has been said
  if (std::ranges::find(known, category.text) == known.end()) {
    diagnostics.error("unknown-category", category.position, fmt::format("'{}' is no kind of saving", category.text),
                      base::suggestion(category.text, known, "they are: " + base::joined(known, ", ")));
  } else if (std::ranges::find(above, category.text, &DeliveryPrior::category) != above.end()) {
    diagnostics.error("duplicate-category", category.position,
                      fmt::format("there are two priors for '{}'", category.text));
  }
}

DeliveryPrior read_prior(const base::TomlValue& value, const std::vector<DeliveryPrior>& above,
                         base::Diagnostics& diagnostics) {
  base::TomlTable table(value, "[[delivery.prior]]", diagnostics);
  const base::PlacedText category = table.text("category");
  check_category(category, above, diagnostics);
  const std::size_t errors_before = diagnostics.error_count();
  DeliveryPrior prior{category.text,
                      share(table, "share", diagnostics),
                      share(table, "low", diagnostics),
                      share(table, "high", diagnostics),
                      table.optional_text("source").text,
                      table.optional_text("judgement").text};
  table.finish();
  const bool is_range = prior.low <= prior.share && prior.share <= prior.high;
  if (!is_range && diagnostics.error_count() == errors_before) {
    diagnostics.error("bad-range", table.position(),
                      fmt::format("{} does not lie between {} and {}", base::shortest(prior.share),
                                  base::shortest(prior.low), base::shortest(prior.high)));
  }
  if (prior.source.empty() == prior.judgement.empty()) {
    diagnostics.error("source-or-judgement", table.position(), "a prior is either read somewhere or judged",
                      "source = \"where it was read\", or judgement = \"why so much\"");
  }
  return prior;
}

}  // namespace

const DeliveryPrior* Delivery::of(std::string_view category) const {
  auto found = std::ranges::find(priors, category, &DeliveryPrior::category);
  if (found == priors.end()) found = std::ranges::find(priors, any_category, &DeliveryPrior::category);
  return found == priors.end() ? nullptr : &*found;
}

std::string_view Delivery::rating(double share) const {
  return share >= green ? "green" : share >= amber ? "amber" : "red";
}

Delivery read_delivery(base::TomlTable& valuation, base::Diagnostics& diagnostics) {
  Delivery delivery;
  const base::TomlValue* value = valuation.optional_table("delivery");
  if (value == nullptr) return delivery;
  base::TomlTable table(*value, "[delivery]", diagnostics);
  delivery.green = share(table, "green", diagnostics);
  delivery.amber = share(table, "amber", diagnostics);
  delivery.judgement = table.text("judgement").text;
  if (delivery.amber > delivery.green) {
    diagnostics.error("bad-range", table.position(), "amber begins above green", "green = 0.9, amber = 0.75");
  }
  for (const base::TomlValue* row : table.tables("prior")) {
    delivery.priors.push_back(read_prior(*row, delivery.priors, diagnostics));
  }
  table.finish();
  if (delivery.priors.empty() && !diagnostics.has_errors()) {
    diagnostics.error("no-prior", table.position(), "there is no [[delivery.prior]]",
                      "give one at least: category = \"any\", with share, low and high");
  }
  return delivery;
}

}  // namespace commonweal::appraisal

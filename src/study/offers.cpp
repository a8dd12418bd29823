// SPDX-License-Identifier: Apache-2.0
#include "study/offers.h"

#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "study/binding.h"

namespace commonweal::study {

namespace {

Offer read_offer(const base::TomlValue& value, base::Diagnostics& diagnostics) {
  base::TomlTable table(value, "an offer", diagnostics);
  const base::PlacedText constant = table.text("constant");
  const auto name = parse_element_name(constant.text);
  if (!name && !constant.text.empty()) {
    diagnostics.error("bad-setting", constant.position, fmt::format("'{}' names no variable", constant.text),
                      "write \"variable\" or \"variable[element]\"");
  }
  Offer offer{name.value_or(ElementName{}), table.text("label").text, 0, 0, constant.position};
  const auto least = table.number("least"), most = table.number("most");
  table.finish();
  if (!least || !most) return offer;
  offer.least = least->number;
  offer.most = most->number;
  if (offer.least < offer.most) return offer;
  diagnostics.error(
      "bad-offer", most->position,
      fmt::format("the most, {}, is not above the least, {}", base::shortest(offer.most), base::shortest(offer.least)));
  return offer;
}

}  // namespace

std::vector<Offer> read_offers(base::TomlTable& study, base::Diagnostics& diagnostics) {
  std::vector<Offer> offers;
  std::map<std::string, std::uint32_t> first_lines;
  for (const base::TomlValue* value : study.tables("offer")) {
    Offer offer = read_offer(*value, diagnostics);
    const auto [first, is_new] = first_lines.try_emplace(canonical_text(offer.constant), offer.position.line);
    if (!is_new) {
      diagnostics.error("duplicate-offer", offer.position, fmt::format("'{}' is offered twice", text(offer.constant)),
                        fmt::format("the first stands in line {}", first->second));
    }
    offers.push_back(std::move(offer));
  }
  return offers;
}

void check_offers(const std::vector<Offer>& offers, const program::Program& program, base::Diagnostics& diagnostics) {
  for (const Offer& offer : offers) {
    if (offer.constant.variable.empty()) continue;  // which has been said
    program::Inputs bound;                          // only to be told whether it can be
    bind_setting(program, {offer.constant.variable, offer.constant.element, offer.least, offer.position}, bound,
                 diagnostics);
    if (bound.settings.size() < 2) continue;
    diagnostics.error("bad-offer", offer.position,
                      fmt::format("'{}' is {} numbers", text(offer.constant), bound.settings.size()),
                      "name one element: \"variable[element]\"");
  }
}

}  // namespace commonweal::study

// SPDX-License-Identifier: Apache-2.0
#include "appraisal/ledger.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::appraisal {

namespace {

constexpr std::string_view cashable = "cashable gain", not_in_cash = "gain not in cash", invested = "invested",
                           transfer = "transfer", price_level = "price level",
                           quality = "total quality weighted people", unmet = "people with unmet need",
                           provided = "provided level", gap = "gap before action", required = "required spend",
                           given_up = "saved by choice";

/// Costs that come once. A model may not have them.
constexpr std::array spent_once = {std::string_view("cost of making savings"), std::string_view("cost of moving work")};

constexpr std::array needed = {cashable, not_in_cash, invested, transfer, price_level, quality, unmet, provided, gap};

/// Each vector of a ledger, so that what holds for all is said once.
constexpr std::array parts = {&Ledger::cashable, &Ledger::not_in_cash, &Ledger::invested, &Ledger::transfer,
                              &Ledger::one_off,  &Ledger::quality,     &Ledger::unmet,    &Ledger::provided,
                              &Ledger::gap,      &Ledger::required};

/// The outputs of a variable, in the model's order of its elements; `names` gets those.
std::vector<std::size_t> outputs_of(const ensemble::Kept& kept, std::string_view variable,
                                    std::vector<std::string>* names = nullptr) {
  std::vector<std::size_t> found;
  for (std::size_t output = 0; output < kept.outputs.size(); ++output) {
    if (kept.outputs[output].variable != variable) continue;
    found.push_back(output);
    if (names != nullptr) names->push_back(kept.outputs[output].element);
  }
  return found;
}

}  // namespace

std::vector<std::string> ledger_variables() {
  std::vector<std::string> names(needed.begin(), needed.end());
  names.emplace_back(required);
  names.emplace_back(given_up);
  names.insert(names.end(), spent_once.begin(), spent_once.end());
  return names;
}

void check_ledger(const program::Program& program, base::Diagnostics& diagnostics) {
  std::vector<std::string> missing;
  for (const std::string_view name : needed) {
    if (program.find(std::string(name)) == nullptr) missing.push_back(fmt::format("'{}'", name));
  }
  if (missing.empty()) return;
  diagnostics.error("no-ledger", base::Position::file("the study's model"),
                    "nobody's costs and gains can be read from it: it has no variable " + base::joined(missing, ", "),
                    "policies are appraised with a model that keeps ledgers of agencies");
}

LedgerLayout ledger_layout(const ensemble::Kept& kept) {
  LedgerLayout layout;
  layout.cashable = outputs_of(kept, cashable, &layout.agencies);
  layout.not_in_cash = outputs_of(kept, not_in_cash);
  layout.invested = outputs_of(kept, invested);
  layout.transfer = outputs_of(kept, transfer);
  layout.unmet = outputs_of(kept, unmet, &layout.cohorts);
  layout.provided = outputs_of(kept, provided, &layout.services);
  layout.required = outputs_of(kept, required);
  layout.price_level = outputs_of(kept, price_level).at(0);
  layout.quality = outputs_of(kept, quality).at(0);
  layout.gap = outputs_of(kept, gap).at(0);
  for (const std::string_view name : spent_once) {
    for (const std::size_t output : outputs_of(kept, name)) layout.one_off.push_back(output);
  }
  const std::vector<std::size_t> saved = outputs_of(kept, given_up);
  if (!saved.empty()) layout.given_up = saved.front();
  return layout;
}

Ledger ledger_of(const LedgerLayout& layout, const std::vector<double>& figures, std::size_t years) {
  const auto rows = [&](const std::vector<std::size_t>& outputs, bool is_money) {
    std::vector<double> values;
    for (const std::size_t output : outputs) {
      for (std::size_t year = 0; year < years; ++year) {
        const double prices = is_money ? figures[layout.price_level * years + year] : 1;
        values.push_back(figures[output * years + year] / prices);
      }
    }
    return values;
  };
  Ledger ledger{.cashable = rows(layout.cashable, true),
                .not_in_cash = rows(layout.not_in_cash, true),
                .invested = rows(layout.invested, true),
                .transfer = rows(layout.transfer, true),
                .one_off = std::vector<double>(years, 0.0),
                .quality = rows({layout.quality}, false),
                .unmet = rows(layout.unmet, false),
                .provided = rows(layout.provided, false),
                .gap = rows({layout.gap}, true),
                .required = rows(layout.required, true)};
  const std::vector<double> spent = rows(layout.one_off, true);
  for (std::size_t i = 0; i < spent.size(); ++i) ledger.one_off[i % years] += spent[i];
  if (layout.given_up) {  // the council is the first of the agencies
    const std::vector<double> saved = rows({*layout.given_up}, true);
    for (std::size_t year = 0; year < years; ++year) ledger.cashable[year] += saved[year];
  }
  return ledger;
}

void add(Ledger& sum, const Ledger& part, double scale) {
  for (const auto values : parts) {
    std::vector<double>& to = sum.*values;
    const std::vector<double>& from = part.*values;
    to.resize(from.size(), 0.0);
    for (std::size_t i = 0; i < from.size(); ++i) to[i] += scale * from[i];
  }
}

Ledger difference(const Ledger& with, const Ledger& without) {
  Ledger result = with;
  add(result, without, -1);
  return result;
}

bool is_nil(const Ledger& ledger) {
  return std::ranges::all_of(parts, [&](const auto values) {
    return std::ranges::all_of(ledger.*values, [](double value) { return std::abs(value) < 1e-9; });
  });
}

}  // namespace commonweal::appraisal

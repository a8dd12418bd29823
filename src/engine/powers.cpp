// SPDX-License-Identifier: Apache-2.0
#include "engine/powers.h"

#include <map>
#include <utility>

namespace commonweal::engine {

namespace {

class Splitter {
 public:
  Splitter(Flat& flat, Traits& traits) : flat_(flat), traits_(traits) {}

  void split() {
    const std::size_t count = flat_.values.size();
    for (std::size_t i = 0; i < count; ++i) {
      const FlatValue& value = flat_.values[i];
      const bool is_in_step = value.phase == Phase::advance || value.phase == Phase::rates;
      if (value.is_home || !is_in_step || value.operation != program::Operation::power || !traits_.moves[i]) continue;
      const ValueId base = flat_.inputs_of(value)[0], exponent = flat_.inputs_of(value)[1];
      if (!traits_.moves[base]) split(static_cast<ValueId>(i), base, exponent);
    }
  }

 private:
  void split(ValueId power, ValueId base, ValueId exponent) {
    auto [known, is_new] = logarithms_.try_emplace(base);
    if (is_new) known->second = {logarithm(Special::logarithm_head, base), logarithm(Special::logarithm_rest, base)};
    flat_.values[power].special = Special::power_by_logarithm;
    read(flat_.values[power], {base, exponent, known->second.first, known->second.second});
  }

  ValueId logarithm(Special part, ValueId base) {
    FlatValue value;
    value.phase = Phase::advance;
    value.operation = program::Operation::logarithm;
    value.special = part;
    value.slot = flat_.values[base].slot;
    read(value, {base});
    flat_.values.push_back(value);
    traits_.varies.push_back(traits_.varies[base]);
    traits_.moves.push_back(false);
    return static_cast<ValueId>(flat_.values.size() - 1);
  }

  void read(FlatValue& value, std::initializer_list<ValueId> inputs) {
    value.first_input = static_cast<std::uint32_t>(flat_.inputs.size());
    value.input_count = static_cast<std::uint32_t>(inputs.size());
    flat_.inputs.insert(flat_.inputs.end(), inputs);
  }

  Flat& flat_;
  Traits& traits_;
  std::map<ValueId, std::pair<ValueId, ValueId>> logarithms_;  ///< [base] both parts
};

}  // namespace

void split_powers(Flat& flat, Traits& traits) {
  Splitter(flat, traits).split();
}

}  // namespace commonweal::engine

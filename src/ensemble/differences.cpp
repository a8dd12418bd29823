// SPDX-License-Identifier: Apache-2.0
#include "ensemble/differences.h"

#include <algorithm>
#include <bit>
#include <map>
#include <vector>

namespace commonweal::ensemble {

namespace {

using Bits = std::uint64_t;

/// The settings in force: of two of one slot the later.
std::map<std::uint32_t, Bits> settings_of(const program::Inputs& inputs) {
  std::map<std::uint32_t, Bits> settings;
  for (const program::Inputs::Setting& setting : inputs.settings) {
    settings[setting.slot] = std::bit_cast<Bits>(setting.value);
  }
  return settings;
}

void note_settings(const program::Inputs& one, const program::Inputs& other, std::vector<std::uint32_t>& slots) {
  const std::map<std::uint32_t, Bits> known = settings_of(other);
  for (const auto& setting : settings_of(one)) {
    const auto found = known.find(setting.first);
    if (found == known.end() || *found != setting) slots.push_back(setting.first);
  }
}

void note_series(const program::Inputs& one, const program::Inputs& other, std::vector<std::uint32_t>& series) {
  for (std::uint32_t i = 0; i < one.series.size(); ++i) {
    const program::SeriesPoints &here = one.series[i], &there = other.series[i];
    if (here.times != there.times || here.values != there.values) series.push_back(i);
  }
}

void keep_one_of_each(std::vector<std::uint32_t>& all) {
  std::ranges::sort(all);
  const auto repeated = std::ranges::unique(all);
  all.erase(repeated.begin(), repeated.end());
}

}  // namespace

engine::Varying differences(std::span<const study::Run> runs) {
  engine::Varying varying;
  const program::Inputs& first = runs.front().inputs;
  for (const study::Run& run : runs.subspan(1)) {
    note_settings(first, run.inputs, varying.slots);
    note_settings(run.inputs, first, varying.slots);
    note_series(first, run.inputs, varying.series);
  }
  keep_one_of_each(varying.slots);
  keep_one_of_each(varying.series);
  return varying;
}

}  // namespace commonweal::ensemble

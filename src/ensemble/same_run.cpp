// SPDX-License-Identifier: Apache-2.0
#include "ensemble/same_run.h"

#include <algorithm>

namespace commonweal::ensemble {

namespace {

bool is_same(const program::Inputs& one, const program::Inputs& other) {
  return std::ranges::equal(one.settings, other.settings,
                            [](const program::Inputs::Setting& a, const program::Inputs::Setting& b) {
                              return a.slot == b.slot && a.value == b.value;  // exact: set alike, or not
                            }) &&
         std::ranges::equal(one.series, other.series,
                            [](const program::SeriesPoints& a, const program::SeriesPoints& b) {
                              return a.times == b.times && a.values == b.values;
                            });
}

}  // namespace

bool is_same_run(const study::Run& one, const study::Run& other) {
  return one.first.start == other.first.start && one.last.start == other.last.start &&
         is_same(one.inputs, other.inputs);
}

}  // namespace commonweal::ensemble

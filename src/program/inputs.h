// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace commonweal::program {

/// Points of a data series, times rising. Before the first point the first value holds, after the last the last.
struct SeriesPoints {
  std::vector<double> times, values;
};

/// What makes one run of a program differ from another.
struct Inputs {
  struct Setting {
    std::uint32_t slot = 0;
    double value = 0;
  };
  std::vector<Setting> settings;     ///< constants given another value; a later one wins
  std::vector<SeriesPoints> series;  ///< one for each of Program::series, in that order
};

}  // namespace commonweal::program

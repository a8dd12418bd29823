// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "report/plot.h"

namespace commonweal::report {

/// What adds to or takes from each of several things: a row each, a column of bars for each cause, on one scale, with
/// the figure at every bar. Position and words carry everything; colour only helps.
struct Contributions {
  static constexpr std::size_t causes = 3;
  struct Row {
    std::string name;
    std::array<double, causes> parts;
    double total;
    bool strong = false;  ///< the row that sums up the others
  };
  std::string unit;  ///< "£ million a year"
  std::array<std::string, causes> cause_names;
  std::string total_name;
  std::vector<Row> rows;
  int digits = 1;
};

Markup draw(const Contributions& contributions, const Canvas& canvas, const std::string& style_class,
            const std::string& title_id, const std::string& summary_id);

}  // namespace commonweal::report

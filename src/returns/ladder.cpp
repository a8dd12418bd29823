// SPDX-License-Identifier: Apache-2.0
#include "returns/ladder.h"

#include <cmath>

namespace commonweal::returns {

std::vector<LadderStep> ladder_of(const Outturn& outturn, const Authority& authority) {
  std::vector<LadderStep> ladder;
  double sum = 0;
  for (std::size_t column = 0; column < outturn.columns.size(); ++column) {
    const Line& line = *outturn.columns[column].line;
    if (line.kind == LineKind::level) continue;
    const double amount = std::isnan(authority.amounts[column]) ? 0 : authority.amounts[column];
    if (line.kind == LineKind::amount) {
      sum += amount;
      continue;
    }
    ladder.push_back({std::string(line.name), sum, amount, authority.cells[column]});
    sum = amount;
  }
  return ladder;
}

}  // namespace commonweal::returns

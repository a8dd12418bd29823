// SPDX-License-Identifier: Apache-2.0
#include "analysis/years_in_words.h"

#include "base/text.h"

namespace commonweal::analysis {

std::string years_in_words(const std::set<base::FinancialYear>& years) {
  std::vector<std::string> runs;
  for (auto year = years.begin(); year != years.end();) {
    const base::FinancialYear from = *year;
    base::FinancialYear to = from;
    while (++year != years.end() && *year == to + 1) to = *year;
    runs.push_back(from == to ? from.text() : from.text() + " to " + to.text());
  }
  return base::joined(runs, ", ");
}

std::string without_full_stop(std::string text) {
  if (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

}  // namespace commonweal::analysis

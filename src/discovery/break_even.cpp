// SPDX-License-Identifier: Apache-2.0
#include "discovery/break_even.h"

namespace commonweal::discovery {

namespace {

constexpr double low_end = 0.001, high_end = 0.999, close_enough = 1e-4;

struct Bracket {
  std::size_t input = 0;
  double low = low_end, high = high_end;
  bool is_wanted_above = true;

  double middle() const { return (low + high) / 2; }
};

}  // namespace

std::vector<Turn> turns(std::size_t inputs, const Judge& judge) {
  std::vector<Trial> ends;
  for (std::size_t input = 0; input < inputs; ++input) {
    ends.push_back({input, low_end});
    ends.push_back({input, high_end});
  }
  std::vector<Bracket> brackets;
  const std::vector<std::optional<bool>> at_ends = judge(ends);
  if (at_ends.size() < ends.size()) return {};
  for (std::size_t input = 0; input < inputs; ++input) {
    const std::optional<bool> low = at_ends[2 * input], high = at_ends[2 * input + 1];
    if (low && high && *low != *high) brackets.push_back({input, low_end, high_end, *high});
  }
  while (!brackets.empty() && brackets.front().high - brackets.front().low > close_enough) {
    std::vector<Trial> middles;
    for (const Bracket& bracket : brackets) middles.push_back({bracket.input, bracket.middle()});
    const std::vector<std::optional<bool>> judged = judge(middles);
    if (judged.size() < middles.size()) return {};
    for (std::size_t i = 0; i < brackets.size(); ++i) {
      // One that fails is taken for unwanted, as a future that cannot be is none to hope for.
      const bool is_wanted = judged[i].value_or(false);
      (is_wanted == brackets[i].is_wanted_above ? brackets[i].high : brackets[i].low) = brackets[i].middle();
    }
  }
  std::vector<Turn> found;
  for (const Bracket& bracket : brackets) found.push_back({bracket.input, bracket.middle(), bracket.is_wanted_above});
  return found;
}

}  // namespace commonweal::discovery

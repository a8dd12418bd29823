// SPDX-License-Identifier: Apache-2.0
#include "engine/flat_traits.h"

#include <algorithm>

namespace commonweal::engine {

namespace {

using program::Operation;

/// Finds all that depends on some homes, through stocks, samples and delays too.
std::vector<bool> reached(const Flat& flat, std::vector<bool> reached, bool through_states) {
  bool grew = true;
  const auto reach = [&](ValueId value, ValueId from) {
    if (from == no_value || !reached[from] || reached[value]) return;
    reached[value] = grew = true;
  };
  while (grew) {
    grew = false;
    for (std::size_t i = 0; i < flat.values.size(); ++i) {
      for (const ValueId input : flat.inputs_of(flat.values[i])) reach(static_cast<ValueId>(i), input);
    }
    if (!through_states) break;
    for (const Flat::Home& home : flat.homes) {
      reach(home.value, home.initially);
      reach(home.value, home.stepwise);
    }
    for (const Flat::Stock& stock : flat.stocks) reach(flat.homes[stock.home].value, stock.rate);
    for (const Flat::Delay& delay : flat.delays) {
      reach(flat.homes[delay.home].value, delay.input);
      reach(flat.homes[delay.home].value, delay.time);
    }
  }
  return reached;
}

/// If operand `i` is no number, neither is the result; and if it is infinite, the result is infinite or no number.
bool passes_infinity(Operation operation, std::size_t i) {
  switch (operation) {
    case Operation::copy:
    case Operation::add:
    case Operation::subtract:
    case Operation::multiply:
    case Operation::negate:
    case Operation::absolute:
    case Operation::square_root:
    case Operation::natural_logarithm:
    case Operation::sum:
    case Operation::product: return true;
    case Operation::divide: return i == 0;
    default: return false;
  }
}

/// If operand `i` is no number, neither is the result.
bool passes_no_number(Operation operation, std::size_t i) {
  switch (operation) {
    case Operation::divide:
    case Operation::exponential:
    case Operation::logarithm: return true;
    default: return passes_infinity(operation, i);
  }
}

/// Goes through the values of a phase from the last to the first.
class Checks {
 public:
  explicit Checks(const Flat& flat)
      : flat_(flat), finite_(flat.values.size(), false), a_number_(flat.values.size(), false) {}

  std::vector<Wanted> needed() {
    std::vector<Wanted> needed;  // first those of values made before the phase
    std::vector<std::vector<Wanted>> of_value(flat_.values.size());
    for (const Wanted& wanted : flat_.wanted) {
      const ValueId made_last = wanted.kind == Wanted::Kind::no_divisor ? wanted.quotient : wanted.value;
      const FlatValue& value = flat_.values[made_last];
      const bool is_of_phase = !value.is_home && value.phase == wanted.phase;
      if (is_of_phase) {
        of_value[made_last].push_back(wanted);
      } else {
        needed.push_back(wanted);
      }
    }
    for (std::size_t i = flat_.values.size(); i-- > 0;) {
      const auto value = static_cast<ValueId>(i);
      for (const Wanted& wanted : of_value[i]) {  // the result of an equation first: it says most
        if (wanted.kind == Wanted::Kind::finite) add(wanted, value, needed);
      }
      for (const Wanted& wanted : of_value[i]) {
        if (wanted.kind != Wanted::Kind::finite) add(wanted, value, needed);
      }
      pass_on(value);
    }
    std::ranges::sort(needed);
    needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
    return needed;
  }

 private:
  void add(const Wanted& wanted, ValueId value, std::vector<Wanted>& needed) {
    if (finite_[value] || (a_number_[value] && wanted.kind == Wanted::Kind::a_number)) return;
    needed.push_back(wanted);
    if (wanted.kind == Wanted::Kind::finite) finite_[value] = true;
    if (wanted.kind == Wanted::Kind::a_number) a_number_[value] = true;
  }

  /// What is seen of a value's being no number is seen of its operands', if they were made in the same phase.
  void pass_on(ValueId id) {
    const FlatValue& value = flat_.values[id];
    const auto inputs = flat_.inputs_of(value);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      const FlatValue& input = flat_.values[inputs[i]];
      if (input.is_home || input.phase != value.phase) continue;
      if (finite_[id] && passes_infinity(value.operation, i)) finite_[inputs[i]] = true;
      if ((finite_[id] || a_number_[id]) && passes_no_number(value.operation, i)) a_number_[inputs[i]] = true;
    }
  }

  const Flat& flat_;
  std::vector<bool> finite_, a_number_;  ///< [value] it is seen if it is not
};

}  // namespace

Traits traits(const program::Program& program, const Flat& flat, const Varying& varying) {
  Traits result;
  const auto mark = [&](std::vector<bool>& marked, std::uint32_t slot) {
    if (flat.home_of[slot] != no_value) marked[flat.homes[flat.home_of[slot]].value] = true;
  };
  result.varies.assign(flat.values.size(), false);
  for (const std::uint32_t slot : varying.slots) mark(result.varies, slot);
  for (const std::uint32_t series : varying.series) mark(result.varies, program.series[series].slot);
  for (const program::SeriesAhead& ahead : program.series_ahead) {
    if (std::ranges::find(varying.series, ahead.series) != varying.series.end()) mark(result.varies, ahead.slot);
  }
  result.varies = reached(flat, std::move(result.varies), true);

  result.moves.assign(flat.values.size(), false);
  mark(result.moves, program.time);
  for (const program::Series& series : program.series) mark(result.moves, series.slot);
  for (const program::SeriesAhead& ahead : program.series_ahead) mark(result.moves, ahead.slot);
  for (const Flat::Home& home : flat.homes) {
    if (home.stepwise != no_value) result.moves[home.value] = true;
  }
  for (const Flat::Stock& stock : flat.stocks) result.moves[flat.homes[stock.home].value] = true;
  for (const Flat::Delay& delay : flat.delays) result.moves[flat.homes[delay.home].value] = true;
  result.moves = reached(flat, std::move(result.moves), false);
  return result;
}

std::vector<Wanted> needed_checks(const Flat& flat) {
  return Checks(flat).needed();
}

}  // namespace commonweal::engine

// SPDX-License-Identifier: Apache-2.0
#include "engine/fusion.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "engine/schedule.h"
#include "engine/segment.h"

namespace commonweal::engine {

namespace {

using program::Operation;

constexpr std::uint32_t not_fusible = 99;

/// The number of an operation in namespace kernel.
std::uint32_t number_of(Operation operation) {
  switch (operation) {
    case Operation::add: return kernel::add;
    case Operation::subtract: return kernel::subtract;
    case Operation::multiply: return kernel::multiply;
    case Operation::divide: return kernel::divide;
    case Operation::minimum: return kernel::minimum;
    case Operation::maximum: return kernel::maximum;
    default: return not_fusible;
  }
}

bool is_slow(Operation operation) {
  switch (operation) {
    case Operation::divide:
    case Operation::lookup:
    case Operation::power:
    case Operation::natural_logarithm:
    case Operation::zero_if_divided_by_zero:
    case Operation::value_if_divided_by_zero: return true;
    default: return false;
  }
}

bool is_in_every_step(Part part) {
  return part == Part::advance || part == Part::rates || part == Part::update;
}

/// Of two operands, and takes so long that looking whether it must be done again is worth it.
bool is_dear(Operation operation) {
  switch (operation) {
    case Operation::power:
    case Operation::logarithm:
    case Operation::modulo:
    case Operation::quantum: return true;
    default: return false;
  }
}

std::uint32_t kernel_of(const FlatValue& value) {
  switch (value.special) {
    case Special::logarithm_head: return kernel::logarithm_head;
    case Special::logarithm_rest: return kernel::logarithm_rest;
    case Special::power_by_logarithm: return kernel::power_by_logarithm;
    case Special::none: break;
  }
  return static_cast<std::uint32_t>(value.operation);
}

bool is_comparison(Operation operation) {
  return operation >= Operation::less && operation <= Operation::not_equal;
}

class Fuser {
 public:
  Fuser(const Flat& flat, const Traits& traits, const std::vector<Wanted>& checks, bool of_varying, Joining joining)
      : flat_(flat),
        traits_(traits),
        checks_(checks),
        of_varying_(of_varying),
        joining_(joining),
        uses_(flat.values.size(), 0),
        is_absorbed_(flat.values.size(), false) {}

  std::array<std::vector<LaneStep>, part_count> steps() {
    count_uses();
    for (std::size_t i = flat_.values.size(); i-- > 0;) make(static_cast<ValueId>(i));
    for (auto& part : made_) std::ranges::reverse(part);
    fill_homes();
    add_checks();
    add_updates();
    join();
    return std::move(made_);
  }

 private:
  bool is_in_segments(Part part) const { return joining_ == Joining::in_segments && is_in_every_step(part); }

  void join() {
    for (std::size_t i = 0; i < part_count; ++i) {
      if (!is_in_segments(static_cast<Part>(i))) continue;
      for (LaneStep& step : made_[i]) step.is_joined = is_joinable(step.kernel);
    }
  }

  bool is_mine(ValueId value) const { return traits_.varies[value] == of_varying_; }

  void count_uses() {
    for (const ValueId input : flat_.inputs) ++uses_[input];
    // What is looked at from outside must be stored: it counts as used more than once.
    const auto keep = [&](ValueId value) {
      if (value != no_value) uses_[value] += 2;
    };
    for (const ValueId value : flat_.observed) keep(value);
    for (const Wanted& check : checks_) keep(check.value);
    for (const Flat::Home& home : flat_.homes) {
      keep(home.initially);
      keep(home.stepwise);
      if (home.stepwise != no_value) keep(home.value);  // its readers stay where they are: it is overwritten
    }
    for (const Flat::Stock& stock : flat_.stocks) keep(stock.rate);
    for (const Flat::Delay& delay : flat_.delays) {
      keep(delay.input);
      keep(delay.time);
    }
    keep(flat_.initial_time);
  }

  /// Whether a value can be made inside the instruction that makes `outer`.
  bool can_absorb(ValueId outer, ValueId value, std::uint32_t operations) const {
    const FlatValue& inner = flat_.values[value];
    if (!of_varying_ || inner.is_home || !is_mine(value) || uses_[value] != 1 ||
        number_of(inner.operation) >= operations) {
      return false;
    }
    return part_of(flat_, traits_, value) == part_of(flat_, traits_, outer) && !reads_what_changes(inner);
  }

  bool reads_what_changes(const FlatValue& value) const {
    return std::ranges::any_of(flat_.inputs_of(value), [&](ValueId input) {
      return flat_.values[input].is_home && flat_.homes[flat_.home_of[flat_.values[input].slot]].stepwise != no_value;
    });
  }

  void make(ValueId id) {
    const FlatValue& value = flat_.values[id];
    if (value.is_home || !is_mine(id) || is_absorbed_[id]) return;
    LaneStep step;
    step.kernel = kernel_of(value);
    step.result = id;
    step.operation = value.operation;
    step.table = value.table;
    const auto inputs = flat_.inputs_of(value);
    step.operands.assign(inputs.begin(), inputs.end());
    step.is_slow = is_slow(value.operation);
    const Part where = part_of(flat_, traits_, id);
    if (is_in_segments(where) || (!fuse_tree(step) && !fuse_chain(step) && !fuse_pair(step))) fuse_choice(step);
    part(where).push_back(std::move(step));
  }

  const FlatValue& of(ValueId value) const { return flat_.values[value]; }
  std::uint32_t number(ValueId value) const { return number_of(of(value).operation); }
  ValueId input(ValueId value, std::size_t i) const { return flat_.inputs_of(of(value))[i]; }

  void absorb(ValueId value, LaneStep& into) {
    is_absorbed_[value] = true;
    into.is_slow = into.is_slow || is_slow(of(value).operation);
  }

  bool fuse_tree(LaneStep& step) {
    const ValueId id = step.result;
    if (number(id) >= kernel::chainable) return false;
    const ValueId left = step.operands[0], right = step.operands[1];
    if (left == right || !can_absorb(id, left, kernel::chainable) || !can_absorb(id, right, kernel::chainable))
      return false;
    step.kernel = kernel::tree(number(left), number(right), number(id));
    step.operands = {input(left, 0), input(left, 1), input(right, 0), input(right, 1)};
    absorb(left, step);
    absorb(right, step);
    return true;
  }

  bool fuse_chain(LaneStep& step) {
    const ValueId id = step.result;
    if (number(id) >= kernel::chainable) return false;
    for (const bool middle_is_right : {false, true}) {
      const ValueId middle = step.operands[middle_is_right ? 1 : 0], other = step.operands[middle_is_right ? 0 : 1];
      if (!can_absorb(id, middle, kernel::chainable)) continue;
      for (const bool inner_is_right : {false, true}) {
        const ValueId inner = input(middle, inner_is_right ? 1 : 0), third = input(middle, inner_is_right ? 0 : 1);
        if (!can_absorb(middle, inner, kernel::chainable)) continue;
        step.kernel = kernel::chain(number(inner), number(middle), inner_is_right, number(id), middle_is_right);
        step.operands = {input(inner, 0), input(inner, 1), third, other};
        absorb(inner, step);
        absorb(middle, step);
        return true;
      }
    }
    return false;
  }

  bool fuse_pair(LaneStep& step) {
    const ValueId id = step.result;
    if (number(id) >= kernel::fusible) return false;
    for (const bool is_right : {false, true}) {
      const ValueId inner = step.operands[is_right ? 1 : 0], other = step.operands[is_right ? 0 : 1];
      if (!can_absorb(id, inner, kernel::fusible)) continue;
      step.kernel = kernel::pair(number(inner), number(id), is_right);
      step.operands = {input(inner, 0), input(inner, 1), other};
      absorb(inner, step);
      return true;
    }
    return false;
  }

  void fuse_choice(LaneStep& step) {
    if (step.operation != Operation::choose || !of_varying_) return;
    const ValueId condition = step.operands[0];
    const FlatValue& value = of(condition);
    if (value.is_home || !is_comparison(value.operation) || !is_mine(condition) || uses_[condition] != 1 ||
        part_of(flat_, traits_, condition) != part_of(flat_, traits_, step.result) || reads_what_changes(value)) {
      return;
    }
    step.kernel =
        kernel::choice(static_cast<std::uint32_t>(value.operation) - static_cast<std::uint32_t>(Operation::less));
    step.operands = {input(condition, 0), input(condition, 1), step.operands[1], step.operands[2]};
    absorb(condition, step);
  }

  std::vector<LaneStep>& part(Part which) { return made_[static_cast<std::size_t>(which)]; }

  static LaneStep change(std::uint32_t home, std::uint32_t kernel, std::vector<ValueId> operands) {
    LaneStep step;
    step.kernel = kernel;
    step.home = home;
    step.operands = std::move(operands);
    return step;
  }

  /// What all lanes share is copied into a home in which they differ.
  void fill_homes() {
    constexpr auto copy = static_cast<std::uint32_t>(Operation::copy);
    for (std::uint32_t i = 0; i < flat_.homes.size(); ++i) {
      const Flat::Home& home = flat_.homes[i];
      if (!is_mine(home.value)) continue;
      if (home.initially != no_value && !is_mine(home.initially)) {
        part(Part::initialise).push_back(change(i, copy, {home.initially}));
      }
      if (home.stepwise != no_value && !is_mine(home.stepwise)) {
        part(Part::advance).push_back(change(i, copy, {home.stepwise}));
      }
    }
  }

  Part part_of_check(const Wanted& check) const {
    const bool moves = traits_.moves[check.value];
    switch (check.phase) {
      case Phase::controls: return Part::controls;
      case Phase::initialise: return Part::initialise;
      case Phase::advance: return moves ? Part::advance : Part::first_advance;
      case Phase::rates: return moves ? Part::rates : Part::first_rates;
    }
    return Part::advance;
  }

  static std::uint32_t check_of(Wanted::Kind kind) {
    switch (kind) {
      case Wanted::Kind::finite: return kernel::check_finite;
      case Wanted::Kind::a_number: return kernel::check_number;
      case Wanted::Kind::no_divisor: break;
    }
    return kernel::check_divisor;
  }

  /// Checks stand right after what they look at, up to four of a kind together.
  void add_checks() {
    constexpr std::size_t together = 4;
    std::array<std::vector<Wanted>, part_count> of_part;
    for (const Wanted& check : checks_) {
      if (is_mine(check.value)) of_part[static_cast<std::size_t>(part_of_check(check))].push_back(check);
    }
    for (std::size_t i = 0; i < part_count; ++i) {
      std::ranges::sort(of_part[i], {}, [](const Wanted& check) { return check.value; });
      std::vector<LaneStep> with_checks, open(3);
      auto next = of_part[i].begin();
      const auto close = [&](LaneStep& gathering) {
        if (!gathering.operands.empty()) with_checks.push_back(std::exchange(gathering, {}));
      };
      const auto look_up_to = [&](ValueId made) {
        for (; next != of_part[i].end() && next->value <= made; ++next) {
          LaneStep& gathering = open[static_cast<std::size_t>(next->kind)];
          gathering.kernel = check_of(next->kind);
          gathering.operands.push_back(next->value);
          if (gathering.operands.size() == together) close(gathering);
        }
      };
      for (LaneStep& step : made_[i]) {
        const ValueId made = step.result;
        with_checks.push_back(std::move(step));
        if (made != no_value) look_up_to(made);
      }
      look_up_to(no_value - 1);
      for (LaneStep& gathering : open) close(gathering);
      made_[i] = std::move(with_checks);
    }
  }

  /// state = state + rate * time step. A state of lanes that is not looked at once all is computed may change as soon
  /// as nobody reads it any more: its rate then need not be kept. Where the update stands in time is for the order to
  /// say.
  void add_updates() {
    const Flat::Home& home = flat_.homes[flat_.time_step];
    const ValueId time_step = home.stepwise == no_value ? home.value : home.stepwise;
    const std::set<ValueId> kept = read_after_step();
    std::map<ValueId, std::vector<LaneStep>> after;  // [rate]
    for (const Flat::Stock& stock : flat_.stocks) {
      const ValueId state = flat_.homes[stock.home].value;
      if (!is_mine(state)) continue;
      LaneStep update =
          change(stock.home, kernel::pair(kernel::multiply, kernel::add, true), {stock.rate, time_step, state});
      if (!of_varying_ || kept.contains(state)) {
        part(Part::update).push_back(std::move(update));
      } else {
        after[stock.rate].push_back(std::move(update));
      }
    }
    put_behind(std::move(after), part(Part::advance));
  }

  /// Each behind the step that makes what it is listed under; at the end if that is made elsewhere.
  static void put_behind(std::map<ValueId, std::vector<LaneStep>> more, std::vector<LaneStep>& steps) {
    std::vector<LaneStep> together;
    for (LaneStep& step : steps) {
      const auto found = step.result == no_value ? more.end() : more.find(step.result);
      together.push_back(std::move(step));
      if (found == more.end()) continue;
      std::ranges::move(found->second, std::back_inserter(together));
      more.erase(found);
    }
    for (auto& [value, left] : more) std::ranges::move(left, std::back_inserter(together));
    steps = std::move(together);
  }

  std::set<ValueId> read_after_step() const {
    std::set<ValueId> read(flat_.observed.begin(), flat_.observed.end());
    for (const Wanted& check : checks_) {
      if (check.phase == Phase::rates) read.insert(check.value);
    }
    for (const Flat::Delay& delay : flat_.delays) read.insert(delay.input);
    for (const Flat::Stock& stock : flat_.stocks) read.insert(stock.rate);
    return read;
  }

  const Flat& flat_;
  const Traits& traits_;
  const std::vector<Wanted>& checks_;
  bool of_varying_;
  Joining joining_;
  std::vector<std::uint32_t> uses_;
  std::vector<bool> is_absorbed_;
  std::array<std::vector<LaneStep>, part_count> made_;
};

/// Whether a value of lanes is kept from step to step, because it takes long to make and seldom changes: of what it
/// reads nothing moves but what all lanes share, and that is soon looked at.
bool is_remembered(const Flat& flat, const Traits& traits, ValueId value) {
  const FlatValue& made = flat.values[value];
  const bool is_of_step = made.phase == Phase::advance || made.phase == Phase::rates;
  if (made.is_home || !is_of_step || !is_dear(made.operation) || !traits.varies[value] || !traits.moves[value] ||
      flat.home_of[made.slot] != no_value) {
    return false;
  }
  return std::ranges::none_of(flat.inputs_of(made),
                              [&](ValueId input) { return traits.varies[input] && traits.moves[input]; });
}

}  // namespace

Part part_of(const Flat& flat, const Traits& traits, ValueId value) {
  switch (flat.values[value].phase) {
    case Phase::controls: return Part::controls;
    case Phase::initialise: return Part::initialise;
    default: break;
  }
  if (is_remembered(flat, traits, value)) return Part::remembered;
  return traits.moves[value] ? Part::advance : Part::first_advance;
}

std::array<std::vector<LaneStep>, part_count> steps_of(const Flat& flat, const Traits& traits,
                                                       const std::vector<Wanted>& checks, bool of_varying,
                                                       Joining joining) {
  auto steps = Fuser(flat, traits, checks, of_varying, joining).steps();
  std::vector<LaneStep>& advance = steps[static_cast<std::size_t>(Part::advance)];
  if (joining == Joining::in_segments) {
    gather(flat, advance);
  } else if (of_varying) {
    mix(flat, advance);
  }
  return steps;
}

}  // namespace commonweal::engine

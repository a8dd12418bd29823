// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <utility>

#include "engine/fusion.h"
#include "engine/kernel_sets.h"
#include "engine/lane_program.h"
#include "program/operands.h"

namespace commonweal::engine {

namespace {

using program::Operation;

constexpr std::uint32_t vector_cell = 64;  ///< room for one vector of any width, in bytes

/// Gives every value a cell and writes the instructions: first of what lanes share, then of lanes.
class Writer {
 public:
  Writer(LaneProgram& result, const Flat& flat, const Traits& traits)
      : result_(result), flat_(flat), traits_(traits), places_(flat.values.size()), last_use_(flat.values.size(), 0) {
    for (std::size_t i = 0; i < places_.size(); ++i) places_[i].varies = traits.varies[i];
  }

  void write() {
    const std::vector<Wanted> checks = needed_checks(flat_);
    write(result_.shared, false, sizeof(double), checks);
    write(result_.lanes, true, result_.kernels.lanes * static_cast<std::uint32_t>(sizeof(double)), checks);
    for (const Flat::Home& home : flat_.homes) {
      result_.homes.push_back({flat_.values[home.value].slot, places_[home.value]});
    }
    result_.home_of = flat_.home_of;
    for (const ValueId value : flat_.observed) result_.observed.push_back(places_[value]);
    result_.initial_time = places_[flat_.initial_time].offset;
    for (const Flat::Delay& delay : flat_.delays) {
      result_.delays.push_back(
          {places_[flat_.homes[delay.home].value], places_[delay.input], places_[delay.time].offset});
    }
  }

 private:
  static constexpr std::uint32_t for_ever = 0xffffffff;
  static constexpr std::uint32_t page = 4096;
  static constexpr std::ptrdiff_t steps_ahead = 3;

  void write(LaneProgram::Code& code, bool of_varying, std::uint32_t cell, const std::vector<Wanted>& checks) {
    code_ = &code;
    cell_ = cell;
    free_.clear();
    kernels_ = of_varying ? &result_.kernels : &result_.shared_kernels;
    auto steps = steps_of(flat_, traits_, checks, of_varying);
    if (of_varying) place_broadcasts(steps);
    code.faulty = take_new();
    place_homes(of_varying);
    find_last_uses(steps);
    position_ = 0;
    for (std::size_t part = 0; part < part_count; ++part) {
      const std::vector<LaneStep>& all = steps[part];
      for (const LaneStep& step : all) write(step, static_cast<Part>(part), &step + 1, all.data() + all.size());
    }
  }

  /// A new cell: one that is kept cannot have been, nor become, another's in some step.
  std::uint32_t take_new() { return std::exchange(code_->size, code_->size + cell_); }

  /// Cells a multiple of 4096 bytes apart look alike to a processor for a while: a load from one waits for a store to
  /// the other that is on its way. Cells are of one class if they look alike.
  std::uint32_t class_of(std::uint32_t offset) const { return offset % page / cell_; }

  /// A cell that nobody needs any more, of the class that the next steps read least; or a new one.
  std::uint32_t take(const LaneStep* next, const LaneStep* end) {
    std::array<std::uint32_t, page / vector_cell> reads{};
    for (const LaneStep* step = next; step != end && step != next + steps_ahead; ++step) {
      for (const ValueId value : step->operands) {
        const bool is_placed = traits_.varies[value] && places_[value].exists();
        if (is_placed) ++reads[class_of(places_[value].offset)];
      }
    }
    if (free_.empty()) return take_new();
    const auto best =
        std::ranges::min_element(free_, {}, [&](std::uint32_t offset) { return reads[class_of(offset)]; });
    const std::uint32_t offset = *best;
    *best = free_.back();
    free_.pop_back();
    return offset;
  }

  /// Shared values that lanes read stand at the beginning of their registers, a vector wide.
  void place_broadcasts(const std::array<std::vector<LaneStep>, part_count>& steps) {
    broadcast_.assign(flat_.values.size(), CellPlace::nowhere);
    for (const auto& part : steps) {
      for (const LaneStep& step : part) {
        for (const ValueId value : step.operands) {
          if (!traits_.varies[value] && broadcast_[value] == CellPlace::nowhere) broadcast(value);
        }
      }
    }
  }

  void broadcast(ValueId value) {
    broadcast_[value] = code_->size;
    const LaneProgram::Broadcast copy{places_[value].offset, code_->size};
    code_->size += vector_cell;
    if (!flat_.values[value].is_home) {
      result_.broadcasts[static_cast<std::size_t>(part_of(flat_, traits_, value))].push_back(copy);
      return;
    }
    result_.broadcast_homes.push_back(copy);
    if (traits_.moves[value]) result_.broadcast_moving.push_back(copy);
  }

  /// What initialising or a step makes of a home is made in its cell.
  void place_homes(bool of_varying) {
    for (const Flat::Home& home : flat_.homes) {
      if (traits_.varies[home.value] != of_varying) continue;
      places_[home.value].offset = take_new();
      for (const ValueId made : {home.initially, home.stepwise}) {
        if (made == no_value || traits_.varies[made] != of_varying || flat_.values[made].is_home) continue;
        places_[made].offset = places_[home.value].offset;
      }
    }
  }

  void find_last_uses(const std::array<std::vector<LaneStep>, part_count>& steps) {
    std::uint32_t position = 0, observation = 0;
    for (std::size_t part = 0; part < part_count; ++part) {
      for (const LaneStep& step : steps[part]) {
        ++position;
        for (const ValueId value : step.operands) last_use_[value] = std::max(last_use_[value], position);
      }
      if (static_cast<Part>(part) == Part::advance) observation = position;
    }
    for (const ValueId value : flat_.observed) last_use_[value] = std::max(last_use_[value], observation);
    for (const Flat::Delay& delay : flat_.delays) last_use_[delay.input] = last_use_[delay.time] = for_ever;
    last_use_[flat_.initial_time] = for_ever;
  }

  /// Whether a value's cell is its own for the whole run.
  bool is_kept(ValueId value) const {
    if (flat_.values[value].is_home || last_use_[value] == for_ever) return true;
    const Part part = part_of(flat_, traits_, value);
    return part == Part::first_advance || part == Part::first_rates;
  }

  LaneOperand operand(ValueId value) const {
    if (kernels_ == &result_.shared_kernels) return {places_[value].offset, 0};
    if (!traits_.varies[value]) return {broadcast_[value], 0};
    return {places_[value].offset, kernels_->width * static_cast<std::uint32_t>(sizeof(double))};
  }

  void write(const LaneStep& step, Part part, const LaneStep* next, const LaneStep* end) {
    ++position_;
    LaneInstruction instruction;
    instruction.kernel = kernels_->kernels[step.kernel];
    instruction.operation = step.operation;
    write_operands(step, instruction);
    for (const ValueId value : step.operands) release_after(value);
    if (step.home != no_value) instruction.result = places_[flat_.homes[step.home].value].offset;
    if (step.result != no_value) {
      if (!places_[step.result].exists()) {
        const bool is_own = is_kept(step.result) || kernels_ == &result_.shared_kernels;
        places_[step.result].offset = is_own ? take_new() : take(next, end);
      }
      instruction.result = places_[step.result].offset;
      if (last_use_[step.result] < position_) release(step.result);  // nobody reads it
    }
    code_->parts[static_cast<std::size_t>(part)].push_back(instruction);
  }

  void write_operands(const LaneStep& step, LaneInstruction& instruction) {
    const bool is_list =
        step.kernel < kernel::pairs && (program::is_reduction(step.operation) || step.operation == Operation::allocate);
    if (is_list) {
      instruction.extra = static_cast<std::uint32_t>(code_->lists.size());
      instruction.count = static_cast<std::uint32_t>(step.operands.size());
      for (const ValueId value : step.operands) code_->lists.push_back(operand(value));
      if (step.operation == Operation::allocate) {
        instruction.count = (instruction.count - 2) / 2;
        instruction.operands[3].offset = step.table;
        result_.scratch = std::max<std::size_t>(result_.scratch, 2 * instruction.count);
      }
      return;
    }
    for (std::size_t i = 0; i < 4; ++i) {  // kernels may read more operands than they use: the last again
      instruction.operands[i] = operand(step.operands[std::min(i, step.operands.size() - 1)]);
    }
    if (step.operation == Operation::lookup) instruction.extra = step.table;
  }

  void release_after(ValueId value) {
    if (last_use_[value] == position_) release(value);
  }

  /// A cell of lanes is used again once nobody reads it; shared ones are small, and copied at the end of a part.
  void release(ValueId value) {
    if (kernels_ != &result_.kernels || !traits_.varies[value] || is_kept(value) || is_home_cell(value)) return;
    free_.push_back(places_[value].offset);
    last_use_[value] = 0;  // an operand that stands twice is released once
  }

  bool is_home_cell(ValueId value) const {
    const std::uint32_t home = flat_.home_of[flat_.values[value].slot];
    return home != no_value && places_[flat_.homes[home].value].offset == places_[value].offset &&
           places_[flat_.homes[home].value].varies == places_[value].varies;
  }

  LaneProgram& result_;
  const Flat& flat_;
  const Traits& traits_;
  std::vector<CellPlace> places_;        ///< [value]
  std::vector<std::uint32_t> last_use_;  ///< [value] the position of the last step that reads it
  std::vector<std::uint32_t> broadcast_;
  LaneProgram::Code* code_ = nullptr;
  const KernelSet* kernels_ = nullptr;
  std::uint32_t cell_ = 0, position_ = 0;
  std::vector<std::uint32_t> free_;  ///< offsets of cells that nobody needs any more
};

void add_table(LaneProgram& result, const program::Table& table) {
  auto data = std::make_unique<TableData>();
  LaneTable view;
  data->x = table.x;
  view.points = static_cast<std::uint32_t>(table.x.size());
  view.x = data->x.data();
  const std::size_t segments = table.x.size() + 1;
  const auto room = [&](auto& few, std::vector<double>& many) {
    if (segments <= few.size()) return few.data();
    many.resize(segments);
    return many.data();
  };
  double* begin_x = room(data->begin_x, data->long_begin_x);
  double* begin_y = room(data->begin_y, data->long_begin_y);
  double* run = room(data->run, data->long_run);
  double* rise = room(data->rise, data->long_rise);
  for (std::size_t i = 1; i + 1 < segments; ++i) {
    begin_x[i] = table.x[i - 1];
    begin_y[i] = table.y[i - 1];
    run[i] = table.x[i] - table.x[i - 1];
    rise[i] = table.y[i] - table.y[i - 1];
  }
  view.begin_x = begin_x;
  view.begin_y = begin_y;
  view.run = run;
  view.rise = rise;
  view.first = table.y.empty() ? 0 : table.y.front();
  view.last = table.y.empty() ? 0 : table.y.back();
  result.table_data.push_back(std::move(data));
  result.tables.push_back(view);
}

std::string_view why_not(const program::Program& program, const Flat& flat, const Traits& traits) {
  const auto home = [&](std::uint32_t slot) { return flat.homes[flat.home_of[slot]]; };
  for (const std::uint32_t slot : {program.final_time, program.time_step, program.saveper}) {
    if (traits.varies[home(slot).value]) return "the time controls differ between lanes";
  }
  if (traits.varies[flat.initial_time]) return "the time controls differ between lanes";
  for (const Flat::Delay& delay : flat.delays) {
    if (traits.varies[delay.time]) return "the length of a fixed delay differs between lanes";
    if (home(program.final_time).stepwise != no_value || home(program.time_step).stepwise != no_value)
      return "a fixed delay in a run whose length changes on the way";
  }
  return {};
}

}  // namespace

LaneProgram prepare(const program::Program& program, const std::vector<std::uint32_t>& observed, const Varying& varying,
                    const KernelSet& kernels) {
  LaneProgram result;
  result.program = program;
  result.kernels = kernels;
  result.shared_kernels = single_kernels();
  const Flat flat = flatten(result.program, observed);
  const Traits found = traits(result.program, flat, varying);
  result.not_on_lanes = why_not(result.program, flat, found);
  if (!result.not_on_lanes.empty()) return result;
  for (const program::Table& table : program.tables) add_table(result, table);
  Writer(result, flat, found).write();
  return result;
}

}  // namespace commonweal::engine

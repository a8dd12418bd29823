// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "engine/fusion.h"
#include "engine/kernel_sets.h"
#include "engine/lane_program.h"
#include "engine/powers.h"
#include "engine/segment.h"
#include "program/operands.h"

namespace commonweal::engine {

namespace {

using program::Operation;

constexpr std::uint32_t vector_cell = 64;  ///< room for one vector of any width, in bytes

/// Gives every value a cell and writes the instructions: first of what lanes share, then of lanes.
class Writer {
 public:
  Writer(LaneProgram& result, const Flat& flat, const Traits& traits, const std::vector<Wanted>& checks)
      : result_(result),
        flat_(flat),
        traits_(traits),
        checks_(checks),
        joining_(result.kernels.translate == nullptr ? Joining::fused : Joining::in_segments),
        places_(flat.values.size()),
        last_use_(flat.values.size(), 0) {
    for (std::size_t i = 0; i < places_.size(); ++i) places_[i].varies = traits.varies[i];
  }

  /// False if kernels of its own cannot be made for the program; what is written then must not be run.
  bool write() {
    write(result_.shared, false, sizeof(double), Joining::fused);
    write(result_.lanes, true, cell_of_lanes(), joining_);
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
    return translate();
  }

 private:
  static constexpr std::uint32_t for_ever = 0xffffffff;
  static constexpr std::uint32_t page = 4096;
  static constexpr std::size_t steps_ahead = 3;

  /// A segment goes to and fro between cells: with a vector more than they need they do not all compete for the same
  /// few lines of a cache.
  std::uint32_t cell_of_lanes() const {
    const std::uint32_t needed = result_.kernels.lanes * static_cast<std::uint32_t>(sizeof(double));
    return joining_ == Joining::in_segments ? needed + vector_cell : needed;
  }

  void write(LaneProgram::Code& code, bool of_varying, std::uint32_t cell, Joining joining) {
    code_ = &code;
    cell_ = cell;
    free_.clear();
    kernels_ = of_varying ? &result_.kernels : &result_.shared_kernels;
    const auto steps = steps_of(flat_, traits_, checks_, of_varying, joining);
    if (of_varying) place_broadcasts(steps);
    code.faulty = take_new();
    place_homes(of_varying);
    find_last_uses(steps);
    position_ = 0;
    for (std::size_t part = 0; part < part_count; ++part) {
      write(steps[part], static_cast<Part>(part));
      ++position_;  // what is looked at after a part is read later than by its last step
    }
  }

  void write(std::span<const LaneStep> steps, Part part) {
    while (!steps.empty()) {
      const auto near = steps.first(std::min(steps.size(), longest_segment));
      const auto count = static_cast<std::size_t>(std::ranges::find_if_not(near, &LaneStep::is_joined) - near.begin());
      if (count == 0) {
        write(steps.front(), part, steps.subspan(1));
      } else {
        write_segment(steps.first(count), part);
      }
      steps = steps.subspan(std::max<std::size_t>(count, 1));
    }
  }

  bool translate() {
    if (segments_.empty()) return true;
    Translation made = result_.kernels.translate(segments_, result_.kernels.width);
    if (made.kernels.empty()) return false;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const auto [part, index] = of_segments_[i];
      result_.lanes.parts[static_cast<std::size_t>(part)][index].kernel = made.kernels[i];
    }
    result_.machine_code = std::move(made.code);
    return true;
  }

  /// A new cell: one that is kept cannot have been, nor become, another's in some step.
  std::uint32_t take_new() { return std::exchange(code_->size, code_->size + cell_); }

  /// Cells a multiple of 4096 bytes apart look alike to a processor for a while: a load from one waits for a store to
  /// the other that is on its way. Cells are of one class if they look alike.
  std::uint32_t class_of(std::uint32_t offset) const { return offset % page / cell_; }

  /// A cell that nobody needs any more, of the class that the next steps read least; or a new one.
  std::uint32_t take(std::span<const LaneStep> next) {
    std::array<std::uint32_t, page / vector_cell> reads{};
    for (const LaneStep& step : next.first(std::min(next.size(), steps_ahead))) {
      for (const ValueId value : step.operands) {
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
      ++position;
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
    return part == Part::first_advance || part == Part::remembered;
  }

  LaneOperand operand(ValueId value) const {
    if (kernels_ == &result_.shared_kernels) return {places_[value].offset, 0};
    if (!traits_.varies[value]) return {broadcast_[value], 0};
    return {places_[value].offset, kernels_->width * static_cast<std::uint32_t>(sizeof(double))};
  }

  void write(const LaneStep& step, Part part, std::span<const LaneStep> next) {
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
        places_[step.result].offset = is_own ? take_new() : take(next);
      }
      instruction.result = places_[step.result].offset;
      if (last_use_[step.result] < position_) release(step.result);  // nobody reads it
    }
    code_->parts[static_cast<std::size_t>(part)].push_back(instruction);
  }

  /// One instruction for all of the steps; its kernel is made when all segments are known.
  void write_segment(std::span<const LaneStep> steps, Part part) {
    const std::uint32_t end = position_ + static_cast<std::uint32_t>(steps.size());
    Segment segment;
    std::map<ValueId, std::uint32_t> known;  // into the values of the segment
    const auto read = [&](ValueId value) {
      const auto [at, is_new] = known.try_emplace(value, static_cast<std::uint32_t>(segment.values.size()));
      if (is_new) segment.values.push_back({operand(value), true});
      return at->second;
    };
    for (const LaneStep& step : steps) {
      ++position_;
      Segment::Step joined;
      joined.kernel = step.kernel;
      for (const ValueId value : step.operands) joined.operands.push_back(read(value));
      for (const ValueId value : step.operands) {
        if (places_[value].exists()) release_after(value);
      }
      joined.result = static_cast<std::uint32_t>(segment.values.size());
      if (step.home != no_value) segment.values.push_back({operand(flat_.homes[step.home].value), true});
      if (step.result != no_value) {
        segment.values.push_back(result_of_segment(step.result, end));
        known[step.result] = joined.result;
      }
      segment.steps.push_back(std::move(joined));
    }
    auto& instructions = code_->parts[static_cast<std::size_t>(part)];
    segments_.push_back(std::move(segment));
    of_segments_.push_back({part, instructions.size()});
    instructions.emplace_back();
  }

  /// A value that a segment which ends at a position makes: it has a cell only if it is read after it.
  Segment::Value result_of_segment(ValueId value, std::uint32_t end) {
    CellPlace& place = places_[value];
    if (!place.exists()) {
      if (!is_kept(value) && last_use_[value] <= end) return {};
      place.offset = is_kept(value) ? take_new() : take({});
    }
    return {operand(value), true};
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
  const std::vector<Wanted>& checks_;
  Joining joining_;
  std::vector<CellPlace> places_;        ///< [value]
  std::vector<std::uint32_t> last_use_;  ///< [value] the position of the last step that reads it
  std::vector<std::uint32_t> broadcast_;
  LaneProgram::Code* code_ = nullptr;
  const KernelSet* kernels_ = nullptr;
  std::uint32_t cell_ = 0, position_ = 0;
  std::vector<Segment> segments_;
  std::vector<std::pair<Part, std::size_t>> of_segments_;  ///< the instructions that stand for them
  std::vector<std::uint32_t> free_;                        ///< offsets of cells that nobody needs any more
};

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
  Flat flat = flatten(result.program, observed);
  const std::vector<Wanted> checks = needed_checks(flat);
  Traits found = traits(result.program, flat, varying);
  result.not_on_lanes = why_not(result.program, flat, found);
  if (!result.not_on_lanes.empty()) return result;
  for (const program::Table& table : program.tables) {
    result.table_data.push_back(std::make_unique<TableData>(table));
    result.tables.push_back(result.table_data.back()->view());
  }
  split_powers(flat, found);
  if (Writer(result, flat, found, checks).write()) return result;
  KernelSet interpreting = kernels;
  interpreting.translate = nullptr;
  return prepare(program, observed, varying, interpreting);
}

}  // namespace commonweal::engine

// SPDX-License-Identifier: Apache-2.0
#include "engine/lanes.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <new>

#include "engine/arithmetic.h"
#include "engine/series.h"

namespace commonweal::engine {

namespace {

using program::Inputs;

constexpr std::align_val_t alignment{64};

double allocate_from(const double* requests, const double* priorities, std::size_t count, double width, double supply,
                     std::size_t place) {
  return allocate({requests, count}, {priorities, count}, width, supply, place);
}

/// Numbers of a history at most: 32 MB.
constexpr std::size_t most_kept = 4'000'000;

/// One block while it runs. The order of events is that of the plain engine's Run.
class BlockRun {
 public:
  /// With what all lanes share known from the past, or nothing.
  BlockRun(const LaneProgram& program, std::span<const Inputs* const> inputs, Registers& registers,
           const SharedHistory* past)
      : program_(program),
        inputs_(inputs),
        registers_(registers),
        past_(past != nullptr && past->is_whole ? past : nullptr),
        lanes_(lanes_for(inputs.size(), program.kernels)) {
    shared_context_ = context(registers.shared(), program.shared, 1);
    lanes_context_ = context(registers.lanes(), program.lanes, lanes_ / program.kernels.width);
    for (const CellPlace& place : program.observed) {
      columns_.push_back({cell(place), place.varies ? 1U : 0U});
    }
    registers.fails.assign(lanes_, false);
  }

  void go(const LaneObserver& observe) {
    start();
    initialise();
    double since = initial_time_, steps_since = 0;
    for (double steps = 0; !all_fail_; ++steps, ++steps_since) {
      time_ = since + steps_since * time_step_;
      if (time_ > value(final_time()) + time_step_ / 2) break;
      if (steps > most_steps) return fail_all();
      begin_step(static_cast<std::size_t>(steps));
      if (steps == 0) compute(Part::first_advance);
      advance_shared(static_cast<std::size_t>(steps));
      compute_remembered(steps == 0);
      compute_lanes(Part::advance);
      note_faults();
      if (all_fail_) return;
      observe({time_, columns_, lanes_, registers_.fails});
      if (steps == 0) compute(Part::first_rates);
      compute_unless_past(Part::rates);
      note_faults();
      if (value(time_step()) != time_step_) {
        time_step_ = value(time_step());
        check_time_controls();
        since = time_;
        steps_since = 0;
      }
      compute_unless_past(Part::update);
      move_delays();
    }
    if (history_ != nullptr) history_->is_whole = !all_fail_;
  }

  /// Runs what all lanes share, and no lanes.
  void record(SharedHistory& history) {
    history_ = &history;
    lanes_ = 0;
    go([](const Moment&) {});
  }

 private:
  /// A block that is not full does little more than it must.
  static std::size_t lanes_for(std::size_t inputs, const KernelSet& kernels) {
    const std::size_t step = kernels.width * kernels.together;
    return (inputs + step - 1) / step * step;
  }

  KernelContext context(std::byte* registers, const LaneProgram::Code& code, std::size_t vectors) {
    KernelContext result;
    result.registers = registers;
    result.vectors = static_cast<std::uint32_t>(vectors);
    result.faulty = reinterpret_cast<double*>(registers + code.faulty);
    result.lists = code.lists.data();
    result.tables = program_.tables.data();
    result.scratch = registers_.scratch.data();
    result.apply = apply;
    result.allocate = allocate_from;
    return result;
  }

  double* cell(const CellPlace& place) const {
    return reinterpret_cast<double*>((place.varies ? registers_.lanes() : registers_.shared()) + place.offset);
  }
  double value(const CellPlace& place) const { return *cell(place); }
  const CellPlace& time() const { return program_.home(program_.program.time)->place; }
  const CellPlace& final_time() const { return program_.home(program_.program.final_time)->place; }
  const CellPlace& time_step() const { return program_.home(program_.program.time_step)->place; }
  const CellPlace& saveper() const { return program_.home(program_.program.saveper)->place; }

  /// Lanes beyond the inputs do what the first does.
  const Inputs& inputs(std::size_t lane) const { return *inputs_[lane < inputs_.size() ? lane : 0]; }

  void set(const CellPlace& place, std::size_t lane, double value) { cell(place)[place.varies ? lane : 0] = value; }

  void start() {
    std::fill_n(shared_context_.faulty, 1, 0.0);
    std::fill_n(lanes_context_.faulty, lanes_, 0.0);
    for (const LaneProgram::Home& home : program_.homes) {
      std::fill_n(cell(home.place), home.place.varies ? lanes_ : 1, program_.program.start[home.slot]);
    }
    for (std::size_t lane = std::max<std::size_t>(lanes_, 1); lane-- > 0;) {
      for (const Inputs::Setting& setting : inputs(lane).settings) {
        const LaneProgram::Home* home = program_.home(setting.slot);
        if (home != nullptr) set(home->place, lane, setting.value);
      }
    }
  }

  void initialise() {
    compute(Part::controls);
    initial_time_ = value({false, program_.initial_time});
    time_ = initial_time_;
    set(time(), 0, time_);
    read_all_series(true);
    spread(program_.broadcast_moving);
    spread(program_.broadcast_homes);
    compute(Part::initialise);
    spread(program_.broadcast_homes);
    note_faults();
    if (all_fail_) return;
    time_step_ = value(time_step());
    check_time_controls();
    for (std::size_t i = 0; i < program_.delays.size() && !all_fail_; ++i) start_delay(i);
  }

  void check_time_controls() {
    const double saved = value(saveper()), steps = steps_between(initial_time_, value(final_time()), time_step_);
    const bool is_sound = time_step_ > 0 && std::isfinite(time_step_) && saved > 0 && std::isfinite(saved);
    if (!is_sound || !(steps <= most_steps)) fail_all();
  }

  void begin_step(std::size_t step) {
    set(time(), 0, time_);
    read_all_series(past_ == nullptr);
    if (past_ != nullptr) past_->begun.restore(step, registers_.shared());
    if (history_ != nullptr) history_->begun.record(registers_.shared());
    spread(program_.broadcast_moving);
  }

  void advance_shared(std::size_t step) {
    if (past_ == nullptr) {
      compute_shared(Part::advance);
    } else {
      past_->advanced.restore(step, registers_.shared());
      spread(program_.broadcasts[static_cast<std::size_t>(Part::advance)]);
    }
    if (history_ == nullptr) return;
    history_->advanced.record(registers_.shared());
    if (history_->begun.size() + history_->advanced.size() > most_kept) fail_all();
  }

  void read_all_series(bool with_shared) {
    for (std::uint32_t i = 0; i < program_.program.series.size(); ++i) {
      read_series(i, program_.program.series[i].slot, time_, with_shared);
    }
    for (const program::SeriesAhead& ahead : program_.program.series_ahead) {
      read_series(ahead.series, ahead.slot, time_ + ahead.fraction * time_step_, with_shared);
    }
  }

  void read_series(std::uint32_t i, std::uint32_t slot, double time, bool with_shared) {
    const LaneProgram::Home* home = program_.home(slot);
    if (home == nullptr || !(home->place.varies || with_shared)) return;
    for (std::size_t lane = home->place.varies ? lanes_ : 1; lane-- > 0;) {
      set(home->place, lane, read_points(inputs(lane).series[i], program_.program.series[i].between, time));
    }
  }

  void spread(const std::vector<LaneProgram::Broadcast>& broadcasts) {
    for (const LaneProgram::Broadcast& each : broadcasts) {
      const double value = *reinterpret_cast<const double*>(registers_.shared() + each.from);
      std::fill_n(reinterpret_cast<double*>(registers_.lanes() + each.to), program_.kernels.width, value);
    }
  }

  void compute(Part part) {
    compute_shared(part);
    compute_lanes(part);
  }

  /// What all lanes share has nothing left to do in these parts if its past is known.
  void compute_unless_past(Part part) {
    if (past_ == nullptr) compute_shared(part);
    compute_lanes(part);
  }

  void compute_shared(Part part) {
    const auto index = static_cast<std::size_t>(part);
    for (const LaneInstruction& each : program_.shared.parts[index]) each.kernel(each, shared_context_);
    spread(program_.broadcasts[index]);
  }

  void compute_lanes(Part part) {
    if (lanes_ == 0) return;
    for (const LaneInstruction& each : program_.lanes.parts[static_cast<std::size_t>(part)]) {
      each.kernel(each, lanes_context_);
    }
  }

  /// Only what reads something else of what all lanes share than when it was made last: nothing else that it reads
  /// moves.
  void compute_remembered(bool is_first) {
    if (lanes_ == 0) return;
    auto remembered = registers_.read_before.begin();
    for (const LaneInstruction& each : program_.lanes.parts[static_cast<std::size_t>(Part::remembered)]) {
      bool is_changed = is_first;
      for (const LaneOperand& operand : each.operands) {
        std::uint64_t& before = *remembered++;
        if (operand.step != 0) continue;
        const auto now =
            std::bit_cast<std::uint64_t>(*reinterpret_cast<const double*>(registers_.lanes() + operand.offset));
        is_changed |= now != before;
        before = now;
      }
      if (is_changed) each.kernel(each, lanes_context_);
    }
  }

  void fail_all() {
    all_fail_ = true;
    registers_.fails.assign(lanes_, true);
  }

  /// Takes note of lanes that went wrong in the computing just done. One that has is of no more interest.
  void note_faults() {
    if (std::isnan(*shared_context_.faulty)) return fail_all();
    std::uint64_t any = 0;  // 0 where all is well, no number elsewhere
    for (std::size_t lane = 0; lane < lanes_; ++lane) any |= std::bit_cast<std::uint64_t>(lanes_context_.faulty[lane]);
    if (any == 0) return;
    all_fail_ = true;
    for (std::size_t lane = 0; lane < lanes_; ++lane) {
      if (std::isnan(lanes_context_.faulty[lane])) registers_.fails[lane] = true;
      if (lane < inputs_.size() && !registers_.fails[lane]) all_fail_ = false;
    }
  }

  void start_delay(std::size_t i) {
    Registers::DelayLine& line = registers_.delays[i];
    const double time = value({false, program_.delays[i].steps_from});
    line.steps = std::max(1.0, std::round(time / time_step_));
    const double moments = steps_between(initial_time_, value(final_time()), time_step_) + 2;
    line.filled = 0;
    line.next = 0;
    line.room = static_cast<std::size_t>(std::min(line.steps, moments));
    const std::size_t wanted = line.room * (program_.delays[i].output.varies ? lanes_ : 1);
    if (line.waiting.size() < wanted) line.waiting.resize(wanted);
  }

  void move_delays() {
    for (std::size_t i = 0; i < program_.delays.size(); ++i) {
      Registers::DelayLine& line = registers_.delays[i];
      const CellPlace &output = program_.delays[i].output, &input = program_.delays[i].input;
      if (past_ != nullptr && !output.varies) continue;
      const std::size_t width = output.varies ? lanes_ : 1;
      const auto put = [&](std::size_t moment) {
        double* to = line.waiting.data() + moment * width;
        if (input.varies) {
          std::copy_n(cell(input), width, to);
        } else {
          std::fill_n(to, width, value(input));
        }
      };
      if (line.filled < line.steps) {
        if (line.filled < static_cast<double>(line.room)) put(static_cast<std::size_t>(line.filled));
        if (++line.filled < line.steps) continue;  // still what it was initially
      } else {
        put(line.next);
        line.next = (line.next + 1) % line.room;
      }
      std::copy_n(line.waiting.data() + line.next * width, width, cell(output));
    }
  }

  const LaneProgram& program_;
  std::span<const Inputs* const> inputs_;
  Registers& registers_;
  const SharedHistory* past_;         ///< nothing: what all lanes share is made
  SharedHistory* history_ = nullptr;  ///< where it is recorded
  std::size_t lanes_;                 ///< in use
  KernelContext shared_context_, lanes_context_;
  std::vector<Column> columns_;
  double time_ = 0, initial_time_ = 0, time_step_ = 0;
  bool all_fail_ = false;
};

Registers::Memory memory(std::size_t bytes) {
  return Registers::Memory(static_cast<std::byte*>(::operator new(std::max<std::size_t>(bytes, 64), alignment)));
}

}  // namespace

void Registers::Free::operator()(std::byte* memory) const {
  ::operator delete(memory, alignment);
}

Registers::Registers(const LaneProgram& program)
    : scratch(program.scratch),
      delays(program.delays.size()),
      fails(program.kernels.lanes, false),
      read_before(4 * program.lanes.parts[static_cast<std::size_t>(Part::remembered)].size()),
      shared_(memory(program.shared.size)),
      lanes_(memory(program.lanes.size)) {}

SharedHistory shared_history(const LaneProgram& program, const Inputs& inputs) {
  SharedHistory history(program);
  Registers registers(program);
  const Inputs* const one[] = {&inputs};
  BlockRun(program, one, registers, nullptr).record(history);
  return history;
}

std::vector<std::optional<Fault>> run(const LaneProgram& program, std::span<const Inputs* const> inputs,
                                      Registers& registers, const LaneObserver& observe, const SharedHistory* past) {
  assert(program.not_on_lanes.empty() && !inputs.empty() && inputs.size() <= program.kernels.lanes);
  std::vector<std::optional<Fault>> faults(inputs.size());
  BlockRun(program, inputs, registers, past).go(observe);
  for (std::size_t lane = 0; lane < inputs.size(); ++lane) {
    if (registers.fails[lane]) faults[lane] = run(program.program, *inputs[lane], [](double, auto) {});
  }
  return faults;
}

}  // namespace commonweal::engine

// SPDX-License-Identifier: Apache-2.0
#include "ensemble/vary.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "base/csv.h"
#include "base/text.h"
#include "engine/lanes.h"
#include "ensemble/fault.h"
#include "ensemble/in_order.h"
#include "ensemble/save_clock.h"

namespace commonweal::ensemble {

namespace {

/// So many neighbouring runs are made at once: as many as go into the widest block of lanes. It changes no figure.
constexpr std::size_t runs_in_a_block = 64;

struct FailedRun {
  std::size_t run = 0;
  engine::Fault fault;
};

/// What neighbouring runs gave.
struct RunRows {
  std::string rows;
  std::vector<FailedRun> failed;
  std::uint64_t steps = 0;
};

/// A row of a run: `value(i)` is that of output i.
template <typename Value>
void append_row(std::size_t run, double time, std::size_t outputs, const Value& value, std::string& rows) {
  rows += std::to_string(run);
  rows += ',';
  rows += base::shortest(time);
  for (std::size_t i = 0; i < outputs; ++i) {
    rows += ',';
    rows += base::shortest(value(i));
  }
  rows += "\r\n";
}

/// The runs of a table, made a block at a time.
class TableRuns {
 public:
  TableRuns(const program::Program& program, const program::Inputs& inputs, const study::Variation& variation,
            const std::vector<std::uint32_t>& outputs)
      : inputs_(inputs), variation_(variation), outputs_(outputs) {
    engine::Varying varying;
    for (const auto& column : variation.slots) {
      varying.slots.insert(varying.slots.end(), column.begin(), column.end());
    }
    std::vector<std::uint32_t> observed = outputs;
    observed.push_back(program.saveper);
    lanes_ = engine::prepare(program, observed, varying, engine::available_kernels().back());
  }

  RunRows make(std::size_t first, std::size_t end) const {
    return lanes_.not_on_lanes.empty() && end - first > 1 ? make_on_lanes(first, end) : make_plainly(first, end);
  }

 private:
  RunRows make_plainly(std::size_t first, std::size_t end) const {
    RunRows made;
    for (std::size_t run = first; run < end; ++run) {
      const std::size_t before = made.rows.size();
      SaveClock clock;
      const auto observe = [&](double time, std::span<const double> values) {
        ++made.steps;
        if (!clock.is_due(time, values[lanes_.program.saveper])) return;
        append_row(run, time, outputs_.size(), [&](std::size_t i) { return values[outputs_[i]]; }, made.rows);
      };
      const auto fault = engine::run(lanes_.program, variation_.inputs_of(run, inputs_), observe);
      if (!fault) continue;
      made.rows.resize(before);
      made.failed.push_back({run, *fault});
    }
    return made;
  }

  RunRows make_on_lanes(std::size_t first, std::size_t end) const {
    RunRows made;
    engine::Registers registers(lanes_);
    for (; first < end; first += lanes_.kernels.lanes) {
      const std::size_t count = std::min<std::size_t>(lanes_.kernels.lanes, end - first);
      std::vector<program::Inputs> inputs;
      std::vector<const program::Inputs*> block;
      for (std::size_t i = 0; i < count; ++i) inputs.push_back(variation_.inputs_of(first + i, inputs_));
      for (const program::Inputs& each : inputs) block.push_back(&each);
      std::vector<std::string> rows(count);
      SaveClock clock;
      const auto faults = engine::run(lanes_, block, registers, [&](const engine::Moment& moment) {
        const bool is_due = clock.is_due(moment.time, moment.columns.back()[0]);
        for (std::size_t lane = 0; lane < count; ++lane) {
          if (moment.fails[lane]) continue;
          ++made.steps;
          if (!is_due) continue;
          append_row(
              first + lane, moment.time, outputs_.size(), [&](std::size_t i) { return moment.columns[i][lane]; },
              rows[lane]);
        }
      });
      for (std::size_t lane = 0; lane < count; ++lane) {
        if (faults[lane]) {
          made.failed.push_back({first + lane, *faults[lane]});
        } else {
          made.rows += rows[lane];
        }
      }
    }
    return made;
  }

  const program::Inputs& inputs_;
  const study::Variation& variation_;
  const std::vector<std::uint32_t>& outputs_;
  engine::LaneProgram lanes_;
};

std::uint64_t equations_of(const program::Program& program) {
  std::uint64_t count = 0;
  for (const program::Variable& variable : program.variables) {
    if (variable.kind == program::Kind::constant || variable.kind == program::Kind::data) continue;
    count += static_cast<std::uint64_t>(std::ranges::count(variable.defined, true));
  }
  return count;
}

/// Says which runs could not be computed.
void report_failures(const std::vector<FailedRun>& failed, std::uint64_t failures, const study::Variation& variation,
                     const program::Program& program, base::Diagnostics& diagnostics) {
  const bool is_all = failures == variation.rows.size();
  const auto report = [&](base::Position position, const std::string& message, const std::string& hint) {
    if (is_all) {
      diagnostics.error("failed-run", std::move(position), message, hint);
    } else {
      diagnostics.warning("failed-run", std::move(position), message, hint);
    }
  };
  for (const FailedRun& each : failed) {
    report(variation.source->at_line(variation.lines[each.run]),
           fmt::format("run {}: {}", each.run, fault_in_words(each.fault, program, false)), "");
  }
  if (failures > failed.size()) {
    report(base::Position::file(variation.source->path()),
           fmt::format("{} of {} runs could not be computed; the first {} are told above", failures,
                       variation.rows.size(), failed.size()),
           "");
  }
}

}  // namespace

std::string json(const VaryTally& tally) {
  const double work = static_cast<double>(tally.equations) * static_cast<double>(tally.steps);
  return fmt::format(
      R"({{"runs":{},"failures":{},"equations":{},"steps":{},"seconds":{},"ns_per_equation_step_run":{}}})", tally.runs,
      tally.failures, tally.equations, tally.steps, base::shortest(tally.seconds),
      base::shortest(work > 0 ? tally.seconds * 1e9 / work : 0));
}

std::string vary_header(const program::Program& program, const std::vector<std::uint32_t>& outputs) {
  std::vector<std::string> columns{"run", "Time"};
  for (const std::uint32_t slot : outputs) columns.push_back(program.named(slot).text);
  return base::csv_line(columns);
}

VaryTally vary(const program::Program& program, const program::Inputs& inputs, const study::Variation& variation,
               const std::vector<std::uint32_t>& outputs, unsigned threads,
               const std::function<bool(std::string_view rows)>& write, base::Diagnostics& diagnostics) {
  const std::size_t runs = variation.rows.size();
  const auto begun = std::chrono::steady_clock::now();
  VaryTally tally;
  tally.runs = runs;
  tally.equations = equations_of(program);

  const TableRuns table(program, inputs, variation, outputs);
  const auto make = [&](std::uint64_t block) {
    const std::size_t first = static_cast<std::size_t>(block) * runs_in_a_block;
    return table.make(first, std::min(runs, first + runs_in_a_block));
  };
  std::vector<FailedRun> failed;
  const auto take = [&](std::uint64_t, const RunRows& made) {
    tally.steps += made.steps;
    tally.failures += made.failed.size();
    for (const FailedRun& each : made.failed) {
      if (failed.size() < failed_runs_listed) failed.push_back(each);
    }
    return write(made.rows);
  };
  run_in_order(0, (runs + runs_in_a_block - 1) / runs_in_a_block, threads, make, take);
  tally.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  if (variation.source) report_failures(failed, tally.failures, variation, program, diagnostics);
  return tally;
}

}  // namespace commonweal::ensemble

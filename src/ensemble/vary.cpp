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
#include "engine/engine.h"
#include "ensemble/fault.h"
#include "ensemble/in_order.h"
#include "ensemble/save_clock.h"

namespace commonweal::ensemble {

namespace {

/// So many neighbouring runs are made at once. It changes no figure.
constexpr std::size_t runs_in_a_block = 16;

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

void append_row(std::size_t run, double time, std::span<const double> values, const std::vector<std::uint32_t>& outputs,
                std::string& rows) {
  rows += std::to_string(run);
  rows += ',';
  rows += base::shortest(time);
  for (const std::uint32_t slot : outputs) {
    rows += ',';
    rows += base::shortest(values[slot]);
  }
  rows += "\r\n";
}

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

  const auto make = [&](std::uint64_t block) {
    RunRows made;
    const std::size_t first = static_cast<std::size_t>(block) * runs_in_a_block;
    for (std::size_t run = first; run < std::min(runs, first + runs_in_a_block); ++run) {
      const std::size_t before = made.rows.size();
      SaveClock clock;
      const auto observe = [&](double time, std::span<const double> values) {
        ++made.steps;
        if (clock.is_due(time, values[program.saveper])) append_row(run, time, values, outputs, made.rows);
      };
      const auto fault = engine::run(program, variation.inputs_of(run, inputs), observe);
      if (!fault) continue;
      made.rows.resize(before);
      made.failed.push_back({run, *fault});
    }
    return made;
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

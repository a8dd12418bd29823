// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "engine/lanes.h"

/// Blocks of lanes beside the plain engine, for tests.
namespace commonweal::engine {

/// All that a run shows, bit by bit, and how it ended.
struct Shown {
  std::vector<std::vector<std::uint64_t>> moments;  ///< the time and then each observed slot
  std::string end;

  friend bool operator==(const Shown&, const Shown&) = default;
};

inline std::string text(const std::optional<Fault>& fault) {
  if (!fault) return "end";
  return "fault " + std::to_string(static_cast<int>(fault->kind)) + " of slot " + std::to_string(fault->slot) + " at " +
         std::to_string(fault->time) + ", steps " + std::to_string(fault->steps);
}

inline Shown shown_plainly(const program::Program& program, const program::Inputs& inputs,
                           const std::vector<std::uint32_t>& observed) {
  Shown shown;
  const auto fault = run(program, inputs, [&](double time, std::span<const double> values) {
    auto& moment = shown.moments.emplace_back();
    moment.push_back(std::bit_cast<std::uint64_t>(time));
    for (const std::uint32_t slot : observed) moment.push_back(std::bit_cast<std::uint64_t>(values[slot]));
  });
  shown.end = text(fault);
  return shown;
}

/// The same of each of the inputs, run as blocks of lanes.
inline std::vector<Shown> shown_by_lanes(const LaneProgram& program, const std::vector<program::Inputs>& inputs,
                                         const SharedHistory* past = nullptr) {
  std::vector<Shown> shown(inputs.size());
  Registers registers(program);
  for (std::size_t first = 0; first < inputs.size(); first += program.kernels.lanes) {
    std::vector<const program::Inputs*> block;
    for (std::size_t i = first; i < inputs.size() && block.size() < program.kernels.lanes; ++i) {
      block.push_back(&inputs[i]);
    }
    const auto faults = run(
        program, block, registers,
        [&](const Moment& moment) {
          for (std::size_t lane = 0; lane < block.size(); ++lane) {
            if (moment.fails[lane]) continue;
            auto& seen = shown[first + lane].moments.emplace_back();
            seen.push_back(std::bit_cast<std::uint64_t>(moment.time));
            for (const Column& column : moment.columns) seen.push_back(std::bit_cast<std::uint64_t>(column[lane]));
          }
        },
        past);
    for (std::size_t lane = 0; lane < block.size(); ++lane) shown[first + lane].end = text(faults[lane]);
  }
  return shown;
}

/// Where lanes of any width first differ from the plain engine; empty if nowhere.
inline std::string difference(const program::Program& program, const std::vector<std::uint32_t>& observed,
                              const Varying& varying, const std::vector<program::Inputs>& inputs) {
  std::vector<Shown> expected;
  for (const program::Inputs& each : inputs) expected.push_back(shown_plainly(program, each, observed));
  for (const KernelSet& kernels : available_kernels()) {
    const LaneProgram lanes = prepare(program, observed, varying, kernels);
    if (!lanes.not_on_lanes.empty()) return std::string(lanes.not_on_lanes);
    const std::vector<Shown> seen = shown_by_lanes(lanes, inputs);
    const SharedHistory past = shared_history(lanes, inputs.back());
    if (shown_by_lanes(lanes, inputs, &past) != seen) return std::string(kernels.name) + " with a past";
    for (std::size_t lane = 0; lane < inputs.size(); ++lane) {
      if (seen[lane] == expected[lane]) continue;
      std::string where = std::string(kernels.name) + " lane " + std::to_string(lane) + ": '" + seen[lane].end +
                          "' after " + std::to_string(seen[lane].moments.size()) + " moments, not '" +
                          expected[lane].end + "' after " + std::to_string(expected[lane].moments.size());
      for (std::size_t i = 0; i < std::min(seen[lane].moments.size(), expected[lane].moments.size()); ++i) {
        for (std::size_t j = 0; j < seen[lane].moments[i].size(); ++j) {
          const auto a = seen[lane].moments[i][j], b = expected[lane].moments[i][j];
          if (a == b) continue;
          return where + "; moment " + std::to_string(i) + " column " + std::to_string(j) + ": " +
                 std::to_string(std::bit_cast<double>(a)) + " not " + std::to_string(std::bit_cast<double>(b));
        }
      }
      return where;
    }
  }
  return "";
}

/// The first slot of each element of the variables named.
inline std::vector<std::uint32_t> slots_of(const program::Program& program, const std::vector<std::string>& names) {
  std::vector<std::uint32_t> slots;
  for (const std::string& name : names) {
    const program::Variable* variable = program.find(name);
    for (std::uint32_t i = 0; i < variable->elements.size(); ++i) slots.push_back(variable->first_slot + i);
  }
  return slots;
}

}  // namespace commonweal::engine

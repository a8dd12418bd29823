// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "engine/engine.h"
#include "engine/lanes.h"
#include "ensemble/yearly.h"
#include "program/program.h"
#include "study/design.h"
#include "study/draw_design.h"

namespace commonweal::ensemble {

/// What every draw is computed from. Constant while the draws are made; what it points to must outlive it.
struct DrawTask {
  const program::Program* program = nullptr;
  const study::DrawDesign* design = nullptr;
  std::vector<const study::Run*> runs;                            ///< of the scenarios that are drawn
  Kept kept;                                                      ///< what has a spread
  std::vector<std::shared_ptr<const engine::LaneProgram>> lanes;  ///< of each run: the program for many draws at once
  std::vector<std::shared_ptr<const engine::SharedHistory>> pasts = {};  ///< of each run: what its draws share
};

/// Programs made ready for many draws, by what differs between the draws: kept while one program is asked for again.
struct LanePrograms {
  using Differing = std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>;  ///< slots, series

  std::vector<std::uint32_t> kept;  ///< slots that the programs are for
  std::map<Differing, std::shared_ptr<const engine::LaneProgram>> made;
};

/// Sets DrawTask::lanes: the program of a run, without what nobody asked for, made ready for many draws at once; the
/// same for runs in which the same differs. What `known` has is not made again; all of it must be of the task's program
/// and the same kernels. And DrawTask::pasts, once for all draws.
void make_lanes(DrawTask& task, const engine::KernelSet& kernels, LanePrograms& known);

/// The same, where nothing is known.
void make_lanes(DrawTask& task, const engine::KernelSet& kernels);

/// One scenario in one draw.
struct DrawnFuture {
  std::vector<double> figures;  ///< [output * years + year], all finite; not to be used after a fault
  std::optional<engine::Fault> fault;
};

/// Neighbouring draws of all scenarios.
struct Block {
  std::uint64_t first = 0;                        ///< the first of the draws
  std::vector<std::vector<double>> constants;     ///< [draw - first]: what the uncertain constants come to
  std::vector<std::vector<DrawnFuture>> futures;  ///< [run][draw - first]
};

std::size_t years_of(const study::Run& run);

/// Computes draws `first` .. `first + count - 1`. Depends on nothing else, so blocks can be made at the same time.
Block run_block(const DrawTask& task, std::uint64_t first, std::uint64_t count);

/// One run, by its number, in draws `first`, `first + 1`, ..., one for each of `constants`: on lanes, as many at once
/// as go into a block of lanes.
std::vector<DrawnFuture> run_draws(const DrawTask& task, std::size_t run, std::uint64_t first,
                                   std::span<const std::vector<double>> constants);

/// The same on the plain engine, one after another: for what lanes cannot run, and to hold them to.
std::vector<DrawnFuture> run_draws_plainly(const DrawTask& task, std::size_t run, std::uint64_t first,
                                           std::span<const std::vector<double>> constants);

}  // namespace commonweal::ensemble

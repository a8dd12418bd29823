// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/engine.h"
#include "ensemble/yearly.h"
#include "program/program.h"
#include "study/design.h"
#include "study/draw_design.h"

namespace commonweal::ensemble {

/// What every draw is computed from. Constant while the draws are made; what it points to must outlive it.
struct DrawTask {
  const program::Program* program = nullptr;
  const study::DrawDesign* design = nullptr;
  std::vector<const study::Run*> runs;  ///< of the scenarios that are drawn
  Kept kept;                            ///< what has a spread
};

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

/// One run in draws `first`, `first + 1`, ..., one for each of `constants`. What runs many futures at once belongs
/// here.
std::vector<DrawnFuture> run_draws(const DrawTask& task, const study::Run& run, std::uint64_t first,
                                   std::span<const std::vector<double>> constants);

}  // namespace commonweal::ensemble

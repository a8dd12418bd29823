// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "ensemble/block.h"
#include "ensemble/draw_futures.h"
#include "program/program.h"
#include "study/design.h"
#include "study/draw_design.h"

namespace commonweal::discovery {

/// Values of all constants of a design.
using Constants = std::vector<double>;

/// Tells for any inputs whether what a study asks about comes about. What it is made of must outlive it.
class Wanted {
 public:
  /// `design` says what is drawn and asked.
  Wanted(const study::Design& runs, const study::DrawDesign& design, const program::Program& program,
         const ensemble::DrawWork& work);

  /// For the constants of each of `count` futures, from the first draw on, over threads: wanted, not wanted, or nothing
  /// where a run failed. Empty if the work was stopped.
  std::vector<std::optional<bool>> of(std::uint64_t count, const std::function<Constants(std::uint64_t)>& constants_of);

  bool is_stopped() const { return is_stopped_; }

  /// The value that a constant has in the scenario as it stands.
  double centre(const study::DrawnConstant& constant) const;

 private:
  std::optional<double> figure(const ensemble::DrawnFuture& future, const study::Run& run) const;
  std::optional<bool> judge(const ensemble::DrawnFuture& own, const ensemble::DrawnFuture* other) const;

  const study::DiscoveryDesign& asked_;
  const ensemble::DrawWork& work_;
  ensemble::DrawTask task_;  ///< one run or two
  std::size_t output_ = 0;   ///< among those kept
  ensemble::Progress progress_;
  bool is_stopped_ = false;
};

}  // namespace commonweal::discovery

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "ensemble/block.h"
#include "ensemble/draws.h"
#include "study/design.h"
#include "study/study.h"

namespace commonweal::ensemble {

/// Futures that have been made, kept for the next time that somebody asks: after a change of one scenario only its own
/// are made, after a wish for more draws only those that are further. What a future gives depends on its inputs and its
/// number alone (decision 31), so the figures are those of draw_futures(), to the last bit.
class KnownFutures {
 public:
  /// All draws of `task`, gathered, on this thread. Room grows with the draws. The program must be the same each time.
  /// Warnings: "failed-draws".
  Draws draws(const DrawTask& task, const study::Study& study, base::Diagnostics& diagnostics);

 private:
  struct Known {
    study::Run run;
    std::vector<DrawnFuture> futures;  ///< its draws from the first on
  };
  /// What is known of a run: a copy of that of a twin which has been taken, or else taken from what is known.
  std::vector<DrawnFuture> take_known(const study::Run& run, const std::vector<Known>& taken);

  std::string drawn_;                           ///< what is uncertain, and what is kept of a future
  std::vector<std::vector<double>> constants_;  ///< [draw]: what the uncertain constants come to
  std::vector<Known> known_;                    ///< the runs that were asked for last
};

}  // namespace commonweal::ensemble

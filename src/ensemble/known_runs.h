// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "engine/lane_program.h"
#include "ensemble/ensemble.h"
#include "program/program.h"
#include "study/design.h"

namespace commonweal::ensemble {

/// The runs of a design, kept for the next design of the same program: only those are made that are new.
class KnownRuns {
 public:
  /// As ensemble::run(), to the last bit, fault for fault. The program must be the same each time.
  Ensemble run(const program::Program& program, const study::Design& design, base::Diagnostics& diagnostics);

 private:
  struct Known {
    study::Run run;
    Future future;
  };
  const Known* find(const study::Run& run) const;

  std::vector<std::string> kept_;                     ///< the variables whose figures are known
  std::vector<Known> known_;                          ///< the runs that were asked for last
  std::shared_ptr<const engine::LaneProgram> alone_;  ///< for a run that is missing by itself, once there was one
};

}  // namespace commonweal::ensemble

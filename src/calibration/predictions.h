// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <Eigen/Core>

#include "base/diagnostics.h"
#include "calibration/observations.h"
#include "ensemble/block.h"
#include "program/program.h"
#include "study/design.h"
#include "study/draw_design.h"
#include "study/study.h"

namespace commonweal::calibration {

/// The model's figures beside what was measured, for any inputs. What it is made of must outlive it.
class Predictions {
 public:
  /// `design` is that of the inputs, without shocks. Nothing after a fault: see calibrate().
  static std::optional<Predictions> make(const study::Study& study, const study::Design& runs,
                                         const study::DrawDesign& design, const program::Program& program,
                                         const std::vector<Observation>& observations, unsigned threads,
                                         base::Diagnostics& diagnostics);

  /// The inputs of members given as standard normal numbers [input, member]: [input, member].
  Eigen::MatrixXd inputs_of(const Eigen::MatrixXd& members) const;

  /// [observation, member], of members given as standard normal numbers; NaN: could not be run.
  Eigen::MatrixXd of(const Eigen::MatrixXd& members) const;

 private:
  ensemble::DrawTask task_;
  std::size_t run_ = 0;               ///< the scenario's, in task_
  std::vector<std::size_t> figures_;  ///< [observation] into the figures of a future
  unsigned threads_ = 1;
};

}  // namespace commonweal::calibration

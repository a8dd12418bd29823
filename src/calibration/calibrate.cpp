// SPDX-License-Identifier: Apache-2.0
#include "calibration/calibrate.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <Eigen/Cholesky>
#include <fmt/format.h>

#include "calibration/error_covariance.h"
#include "calibration/predictions.h"
#include "calibration/smoother.h"
#include "random/normal.h"
#include "random/stream.h"
#include "study/element_name.h"

namespace commonweal::calibration {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr unsigned smoother_steps = 4;      // Emerick and Reynolds: more gain little
constexpr double entangled_at_least = 0.5;  // worth a line

/// Interpolated between the values as they stand in order.
Spread spread_of(const VectorXd& values) {
  std::vector<double> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  const auto at = [&](double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
  };
  return {at(0.1), at(0.5), at(0.9)};
}

/// The first members: the study's own draws, as standard normal numbers.
MatrixXd first_members(const study::DrawDesign& design) {
  MatrixXd members(design.constants.size(), design.draws);
  for (std::uint64_t draw = 0; draw < design.draws; ++draw) {
    const std::vector<double> uniforms = study::uniforms_of(design, draw);
    for (std::size_t i = 0; i < uniforms.size(); ++i) {
      members(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(draw)) = random::normal_quantile(uniforms[i]);
    }
  }
  return members;
}

/// What would be measured of these predictions: with an error each, of measurement and model.
Spread measured_spread(const VectorXd& predictions, double error, const Observation& observation) {
  const random::Stream stream(0, "what would be measured of " + observation.id);
  VectorXd measured = predictions;
  for (Eigen::Index i = 0; i < measured.size(); ++i) {
    measured(i) += error * random::normal_quantile(stream.uniform(static_cast<std::uint64_t>(i)));
  }
  return spread_of(measured);
}

bool is_kept_back(const Observation& observation, const study::CalibrationWish& wish) {
  return wish.fitted_to && observation.year > *wish.fitted_to;
}

/// Fits and tells, once all that was asked has been found.
class Calibrator {
 public:
  Calibrator(const study::Study& study, const study::DrawDesign& design, const Predictions& predictions,
             const std::vector<Observation>& observations)
      : design_(design), predictions_(predictions), observations_(observations) {
    result_.title = study.title;
    result_.scenario = study.calibration->scenario;
    result_.steps = smoother_steps;
    for (std::size_t i = 0; i < observations.size(); ++i) {
      if (!is_kept_back(observations[i], *study.calibration)) fitted_.push_back(static_cast<Eigen::Index>(i));
    }
  }

  /// Nothing if too few members can be run.
  std::optional<Calibration> calibrate() && {
    const MatrixXd drawn = first_members(design_), drawn_figures = predictions_.of(drawn);
    before_ = of_able(drawn, drawn_figures);
    if (before_.cols() < 2) return std::nullopt;
    const MatrixXd errors = error_covariance(observations_);
    VectorXd values(observations_.size());
    for (std::size_t i = 0; i < observations_.size(); ++i)
      values(static_cast<Eigen::Index>(i)) = observations_[i].value;

    const Measured measured{values(fitted_), errors(fitted_, fitted_)};
    const Predict predict = [this](const MatrixXd& members) {
      return MatrixXd(predictions_.of(members)(fitted_, Eigen::all));
    };
    const MatrixXd moved = assimilated(before_, predict, measured, smoother_steps, design_.seed);
    const MatrixXd moved_figures = predictions_.of(moved);
    after_ = of_able(moved, moved_figures);
    if (after_.cols() < 2) return std::nullopt;
    result_.members = design_.draws;
    result_.failed = design_.draws - static_cast<std::uint64_t>(after_.cols());

    const MatrixXd figures_before = of_able(drawn_figures, drawn_figures),
                   figures_after = of_able(moved_figures, moved_figures);
    tell_inputs();
    tell_figures(figures_before, figures_after, errors.diagonal().cwiseSqrt());
    tell_entangled();
    result_.mismatch = mismatch(figures_after(fitted_, Eigen::all), measured);
    return std::move(result_);
  }

 private:
  void tell_inputs() {
    const MatrixXd before = predictions_.inputs_of(before_), after = predictions_.inputs_of(after_);
    const std::vector<Learned> lessons = learned(before_, after_);
    for (std::size_t i = 0; i < lessons.size(); ++i) {
      const study::DrawnConstant& constant = design_.constants[i];
      const auto row = static_cast<Eigen::Index>(i);
      result_.inputs.push_back({study::text(constant.name), constant.unit, constant.words, spread_of(before.row(row)),
                                spread_of(after.row(row)), lessons[i]});
    }
    std::ranges::stable_sort(result_.inputs, {}, [](const CalibratedInput& input) { return input.learned.shrink; });
  }

  void tell_figures(const MatrixXd& before, const MatrixXd& after, const VectorXd& errors) {
    for (std::size_t i = 0; i < observations_.size(); ++i) {
      const auto row = static_cast<Eigen::Index>(i);
      const Observation& observation = observations_[i];
      result_.figures.push_back({observation, std::ranges::find(fitted_, row) == fitted_.end(),
                                 measured_spread(before.row(row), errors(row), observation),
                                 measured_spread(after.row(row), errors(row), observation),
                                 implausibility(before.row(row), observation.value, errors(row))});
    }
  }

  void tell_entangled() {
    for (const Pair& pair : entangled(after_, entangled_at_least)) {
      result_.entangled.push_back({study::text(design_.constants[pair.first].name),
                                   study::text(design_.constants[pair.second].name), pair.correlation});
    }
  }

  static double mismatch(const MatrixXd& figures, const Measured& measured) {
    const MatrixXd missed = Eigen::LLT<MatrixXd>(measured.error).matrixL().solve(figures.colwise() - measured.values);
    return missed.squaredNorm() / static_cast<double>(missed.size());
  }

  const study::DrawDesign& design_;
  const Predictions& predictions_;
  const std::vector<Observation>& observations_;
  std::vector<Eigen::Index> fitted_;  ///< into the observations
  MatrixXd before_, after_;           ///< [input, member] as standard normal numbers
  Calibration result_;
};

}  // namespace

std::optional<Calibration> calibrate(const study::Study& study, const study::Design& runs,
                                     const study::DrawDesign& design, const program::Program& program,
                                     const std::vector<Observation>& observations, unsigned threads,
                                     base::Diagnostics& diagnostics) {
  study::DrawDesign unshaken = design;
  unshaken.shocks.clear();
  const auto predictions = Predictions::make(study, runs, unshaken, program, observations, threads, diagnostics);
  const bool fits_something = std::ranges::any_of(
      observations, [&](const Observation& observation) { return !is_kept_back(observation, *study.calibration); });
  if (!fits_something || design.constants.empty()) {
    diagnostics.error(
        "nothing-to-fit", study.calibration->position,
        fits_something ? "no input of the study is uncertain" : "nothing was measured in a year that may be fitted");
  }
  if (!predictions || diagnostics.has_errors()) return std::nullopt;
  std::optional<Calibration> result = Calibrator(study, unshaken, *predictions, observations).calibrate();
  if (!result) {
    diagnostics.error("failed-draws", study.calibration->position,
                      fmt::format("fewer than two of {} members can be run", design.draws),
                      "understand says which of them fail, and of which inputs");
  }
  return result;
}

}  // namespace commonweal::calibration

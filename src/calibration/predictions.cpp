// SPDX-License-Identifier: Apache-2.0
#include "calibration/predictions.h"

#include <algorithm>
#include <limits>
#include <span>
#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "ensemble/draw_futures.h"
#include "ensemble/in_order.h"
#include "random/normal.h"

namespace commonweal::calibration {

namespace {

/// Which of the runs is the scenario's; reports one that there is not.
std::optional<std::size_t> find_run(const study::Study& study, const std::vector<const study::Run*>& runs,
                                    base::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    known.push_back(study.scenarios[runs[i]->scenario].id);
    if (known.back() == study.calibration->scenario) return i;
  }
  diagnostics.error("unknown-scenario", study.calibration->scenario_position,
                    fmt::format("'{}' is none of the scenarios that are drawn", study.calibration->scenario),
                    base::suggestion(study.calibration->scenario, known, "they are: " + base::joined(known, ", ")));
  return std::nullopt;
}

void report_unknown(const Observation& observation, const std::vector<std::string>& elements,
                    const program::Program& program, base::Diagnostics& diagnostics) {
  if (!elements.empty()) {
    diagnostics.error("unknown-observation", observation.position,
                      fmt::format("'{}' has no element '{}'", observation.variable, observation.element),
                      base::suggestion(observation.element, elements, ""));
    return;
  }
  std::vector<std::string> known;
  for (const program::Variable& variable : program.variables) known.push_back(variable.name);
  diagnostics.error("unknown-observation", observation.position,
                    fmt::format("the model has no variable '{}'", observation.variable),
                    base::suggestion(observation.variable, known, ""));
}

/// Reports what the run does not have of an observation.
void check(const Observation& observation, const ensemble::Output& output, const study::Run& run,
           base::Diagnostics& diagnostics) {
  if (output.unit != observation.unit) {
    diagnostics.error("bad-unit", observation.position,
                      fmt::format("'{}' is measured in '{}', but the model's yearly figure of '{}' is in '{}'",
                                  observation.id, observation.unit, observation.variable, output.unit));
  }
  if (observation.year < run.first || run.last < observation.year) {
    diagnostics.error("year-not-run", observation.position,
                      fmt::format("'{}' was measured in {}, but the scenario runs from {} to {}", observation.id,
                                  observation.year.text(), run.first.text(), run.last.text()));
  }
}

/// The model's figure of an observation as an index into a future's; what there is not is reported, and 0.
std::size_t find_figure(const Observation& observation, const ensemble::Kept& kept, const study::Run& run,
                        const program::Program& program, base::Diagnostics& diagnostics) {
  std::vector<std::string> elements;
  for (std::size_t i = 0; i < kept.outputs.size(); ++i) {
    const ensemble::Output& output = kept.outputs[i];
    if (output.variable != observation.variable) continue;
    elements.push_back(output.element);
    if (output.element != observation.element) continue;
    check(observation, output, run, diagnostics);
    return i * ensemble::years_of(run) +
           static_cast<std::size_t>(std::max(0, observation.year.start - run.first.start));
  }
  report_unknown(observation, elements, program, diagnostics);
  return 0;
}

std::vector<std::string> variables_of(const std::vector<Observation>& observations) {
  std::vector<std::string> variables;
  for (const Observation& observation : observations) {
    if (std::ranges::find(variables, observation.variable) == variables.end()) {
      variables.push_back(observation.variable);
    }
  }
  return variables;
}

}  // namespace

std::optional<Predictions> Predictions::make(const study::Study& study, const study::Design& runs,
                                             const study::DrawDesign& design, const program::Program& program,
                                             const std::vector<Observation>& observations, unsigned threads,
                                             base::Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  Predictions made;
  made.threads_ = threads;
  made.task_ = ensemble::draw_task(study, runs, design, program, variables_of(observations));
  const std::optional<std::size_t> run = find_run(study, made.task_.runs, diagnostics);
  if (!run) return std::nullopt;
  made.run_ = *run;
  for (const Observation& observation : observations) {
    made.figures_.push_back(find_figure(observation, made.task_.kept, *made.task_.runs[*run], program, diagnostics));
  }
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return made;
}

Eigen::MatrixXd Predictions::inputs_of(const Eigen::MatrixXd& members) const {
  Eigen::MatrixXd inputs(members.rows(), members.cols());
  for (Eigen::Index member = 0; member < members.cols(); ++member) {
    std::vector<double> uniforms;
    for (const double number : members.col(member)) {
      // A member that is moved beyond all digits of a probability keeps the last one that is inside.
      const double inside = std::numeric_limits<double>::epsilon();
      uniforms.push_back(std::clamp(random::normal_probability(number), inside, 1 - inside));
    }
    const std::vector<double> constants = study::constants_at(*task_.design, std::move(uniforms));
    inputs.col(member) = Eigen::Map<const Eigen::VectorXd>(constants.data(), members.rows());
  }
  return inputs;
}

Eigen::MatrixXd Predictions::of(const Eigen::MatrixXd& members) const {
  const Eigen::MatrixXd inputs = inputs_of(members);
  const auto count = static_cast<std::size_t>(members.cols());
  std::vector<std::vector<double>> constants;
  for (Eigen::Index member = 0; member < inputs.cols(); ++member) {
    constants.emplace_back(inputs.col(member).begin(), inputs.col(member).end());
  }
  const std::size_t blocks = (count + ensemble::draws_in_a_block - 1) / ensemble::draws_in_a_block;
  Eigen::MatrixXd predictions(figures_.size(), members.cols());
  const auto make = [&](std::uint64_t block) {
    const std::size_t first = block * ensemble::draws_in_a_block,
                      end = std::min<std::size_t>(first + ensemble::draws_in_a_block, count);
    return ensemble::run_draws(task_, run_, first, std::span(constants).subspan(first, end - first));
  };
  const auto take = [&](std::uint64_t block, const std::vector<ensemble::DrawnFuture>& futures) {
    for (std::size_t i = 0; i < futures.size(); ++i) {
      const auto member = static_cast<Eigen::Index>(block * ensemble::draws_in_a_block + i);
      for (std::size_t figure = 0; figure < figures_.size(); ++figure) {
        predictions(static_cast<Eigen::Index>(figure), member) =
            futures[i].fault ? std::numeric_limits<double>::quiet_NaN() : futures[i].figures[figures_[figure]];
      }
    }
    return true;
  };
  ensemble::run_in_order(0, blocks, threads_, make, take);
  return predictions;
}

}  // namespace commonweal::calibration

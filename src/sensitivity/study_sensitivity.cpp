// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/study_sensitivity.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/text.h"
#include "engine/kernel_sets.h"
#include "ensemble/block.h"
#include "ensemble/in_order.h"
#include "study/element_name.h"
#include "study/sensitivity.h"

namespace commonweal::sensitivity {

namespace {

using Figures = std::vector<double>;  // empty: the run could not be computed

constexpr double hundredth = 0.01;

/// A rate a year is moved by a percentage point; anything else by 1 % of it.
bool moves_in_points(std::string_view unit) {
  return base::lower(base::trimmed(unit)) == "1/year";
}

class Analyst {
 public:
  Analyst(const study::Study& study, const study::Design& runs, const study::DrawDesign& design,
          const program::Program& program, const ensemble::DrawWork& work)
      : design_(design), program_(program), work_(work) {
    // The first scenario is the headline and comes first among the runs.
    run_ = &runs.runs.front();
    const study::Scenario& scenario = study.scenarios[run_->scenario];
    result_.scenario_id = scenario.id;
    result_.scenario_name = scenario.name;
    result_.has_shocks = !design.shocks.empty();
    unshaken_.constants = design.constants;
    unshaken_.copula = design.copula;
    keep_figures();
    find_groups();
  }

  std::optional<StudySensitivity> analyse() && {
    const study::SensitivityDesign& asked = design_.sensitivity;
    if (result_.figures.empty()) return std::move(result_);
    const std::vector<Move> moves = plan_moves();
    const bool has_groups = !plan_.groups.empty();
    progress_.what = "runs for sensitivity";
    progress_.draws = 1 + 2 * moves.size();
    if (has_groups) {
      if (asked.trajectories > 0) progress_.draws += asked.trajectories * (plan_.groups.size() + 1);
      if (asked.rows > 0) progress_.draws += asked.rows * (plan_.groups.size() + 2);
    }

    move_one_by_one(moves);
    const Evaluate evaluate = [this](const std::vector<Point>& points) { return at(points); };
    if (has_groups && asked.trajectories > 0 && !is_stopped_) {
      result_.screening = screening(plan_, asked.trajectories, evaluate);
    }
    if (has_groups && asked.rows > 0 && !is_stopped_) {
      result_.variance = variance_analysis(plan_, asked.rows, evaluate);
    }
    if (is_stopped_) return std::nullopt;
    return std::move(result_);
  }

 private:
  /// Slots of one input with their values in the scenario, and what each is moved by.
  struct Move {
    std::vector<std::uint32_t> slots;
    std::vector<double> values, steps;
  };

  void keep_figures() {
    std::vector<std::string> variables;
    for (const study::ElementName& name : design_.sensitivity.outputs) {
      if (std::ranges::find(variables, name.variable) == variables.end()) variables.push_back(name.variable);
    }
    kept_ = ensemble::keep(program_, variables);
    for (const study::ElementName& name : design_.sensitivity.outputs) {
      const auto found = std::ranges::find_if(kept_.outputs, [&](const ensemble::Output& output) {
        return output.variable == name.variable && output.element == name.element;
      });
      const auto output = static_cast<std::size_t>(found - kept_.outputs.begin());
      for (const base::FinancialYear year : design_.sensitivity.years) {
        result_.figures.push_back({*found, year, std::numeric_limits<double>::quiet_NaN()});
        places_.push_back(output * ensemble::years_of(*run_) +
                          static_cast<std::size_t>(year.start - run_->first.start));
      }
    }
  }

  bool is_held(const study::DrawnConstant& constant) const {
    return std::ranges::find(constant.set_by, run_->scenario) != constant.set_by.end();
  }

  /// A held input still takes part in what is correlated with it, so it stays in its group.
  void find_groups() {
    plan_.seed = design_.seed;
    for (const study::DrawnConstant& constant : design_.constants) {
      plan_.inputs.push_back(study::canonical_text(constant.name));
      if (is_held(constant)) result_.held.push_back(study::text(constant.name));
    }
    for (std::vector<std::size_t>& group : study::correlated_groups(design_)) {
      InputGroup named;
      for (const std::size_t input : group) {
        if (!is_held(design_.constants[input])) named.names.push_back(study::text(design_.constants[input].name));
      }
      if (named.names.empty()) continue;
      result_.groups.push_back(std::move(named));
      plan_.groups.push_back(std::move(group));
    }
  }

  double value_in_scenario(std::uint32_t slot) const {
    double value = program_.start[slot];
    for (const program::Inputs::Setting& setting : run_->inputs.settings) {
      if (setting.slot == slot) value = setting.value;
    }
    return value;
  }

  std::vector<Move> plan_moves() {
    std::vector<Move> moves;
    for (const study::DrawnConstant& constant : design_.constants) {
      const std::string name = study::text(constant.name);
      const bool is_in_points = moves_in_points(constant.unit);
      Move move;
      for (const std::uint32_t slot : constant.slots) {
        const double value = value_in_scenario(slot);
        move.slots.push_back(slot);
        move.values.push_back(value);
        move.steps.push_back(is_in_points ? hundredth : hundredth * std::fabs(value));
      }
      const double first = move.values.front();
      if (constant.distribution.kind == random::DistributionKind::discrete) {
        result_.unmoved.push_back({name, "has single values only"});
      } else if (std::ranges::all_of(move.steps, [](double step) { return step == 0; })) {
        result_.unmoved.push_back({name, "is 0"});
      } else {
        result_.moved.push_back({name, constant.unit, first, move.steps.front(), is_in_points, {}});
        moves.push_back(std::move(move));
      }
    }
    return moves;
  }

  /// The scenario as it stands, then each move down and up: as draws of a design of its own, in which every slot that
  /// is moved is a constant by itself, and nothing else sets it.
  void move_one_by_one(const std::vector<Move>& moves) {
    study::DrawDesign moved;
    study::Run run = *run_;
    std::vector<double> as_it_stands;
    for (const Move& move : moves) {
      for (std::size_t i = 0; i < move.slots.size(); ++i) {
        study::DrawnConstant& constant = moved.constants.emplace_back(design_.constants.front());
        constant.slots = {move.slots[i]};
        as_it_stands.push_back(move.values[i]);
        std::erase_if(run.inputs.settings, [&](const auto& setting) { return setting.slot == move.slots[i]; });
      }
    }
    std::vector<std::vector<double>> constants{as_it_stands};
    std::size_t slot = 0;
    for (const Move& move : moves) {
      for (const double sign : {-1.0, 1.0}) {
        constants.push_back(as_it_stands);
        for (std::size_t i = 0; i < move.steps.size(); ++i) constants.back()[slot + i] += sign * move.steps[i];
      }
      slot += move.steps.size();
    }
    const std::vector<Figures> runs =
        run_all(task_of(run, moved), constants.size(), [&](std::size_t i) { return constants[i]; });
    if (!is_stopped_) note_changes(runs);
  }

  /// What the moves came to, from their runs: the scenario, then two of each input.
  void note_changes(const std::vector<Figures>& runs) {
    for (std::size_t figure = 0; figure < result_.figures.size(); ++figure) {
      const double value = figure_of(runs[0], figure);
      result_.figures[figure].value = value;
      for (std::size_t input = 0; input < result_.moved.size(); ++input) {
        result_.moved[input].changes.push_back(
            {figure_of(runs[1 + 2 * input], figure) - value, figure_of(runs[2 + 2 * input], figure) - value});
      }
    }
  }

  static double figure_of(const Figures& figures, std::size_t figure) {
    return figures.empty() ? std::numeric_limits<double>::quiet_NaN() : figures[figure];
  }

  /// The figures at points of the unit cube.
  std::vector<Figures> at(const std::vector<Point>& points) {
    if (unshaken_task_.lanes.empty()) unshaken_task_ = task_of(*run_, unshaken_);  // most studies never come here
    return run_all(unshaken_task_, points.size(),
                   [&](std::size_t i) { return study::constants_at(unshaken_, points[i]); });
  }

  /// Those that are asked about; none if the run failed.
  Figures figures_of(const ensemble::DrawnFuture& future) const {
    Figures figures;
    if (future.fault) return figures;
    for (const std::size_t place : places_) figures.push_back(future.figures[place]);
    return figures;
  }

  ensemble::DrawTask task_of(const study::Run& run, const study::DrawDesign& design) const {
    ensemble::DrawTask task{&program_, &design, {&run}, kept_, {}};
    ensemble::make_lanes(task, engine::available_kernels().back());
    return task;
  }

  /// One run for each of `count` lists of constants, over threads; where somebody stopped the work, the rest is empty.
  template <typename ConstantsOf>
  std::vector<Figures> run_all(const ensemble::DrawTask& task, std::size_t count, const ConstantsOf& constants_of) {
    if (is_stopped_) return std::vector<Figures>(count);
    constexpr std::size_t in_a_block = ensemble::draws_in_a_block;
    std::vector<Figures> figures;
    ensemble::run_in_order(
        0, (count + in_a_block - 1) / in_a_block, work_.threads,
        [&](std::uint64_t block) {
          std::vector<std::vector<double>> constants;
          for (std::size_t i = block * in_a_block; i < std::min<std::size_t>((block + 1) * in_a_block, count); ++i) {
            constants.push_back(constants_of(i));
          }
          return ensemble::run_draws(task, 0, 0, constants);
        },
        [&](std::uint64_t, const std::vector<ensemble::DrawnFuture>& futures) {
          progress_.done += futures.size();
          for (const ensemble::DrawnFuture& future : futures) {
            figures.push_back(figures_of(future));
            if (figures.back().empty()) ++progress_.failures;
          }
          is_stopped_ = work_.goes_on && !work_.goes_on(progress_);
          return !is_stopped_;
        });
    figures.resize(count);
    return figures;
  }

  const study::DrawDesign& design_;
  const program::Program& program_;
  const ensemble::DrawWork& work_;
  const study::Run* run_ = nullptr;
  study::DrawDesign unshaken_;  // the same without shocks
  ensemble::DrawTask unshaken_task_;
  ensemble::Kept kept_;
  std::vector<std::size_t> places_;  // of each figure among those kept
  Plan plan_;
  ensemble::Progress progress_;
  bool is_stopped_ = false;
  StudySensitivity result_;
};

}  // namespace

std::optional<StudySensitivity> study_sensitivity(const study::Study& study, const study::Design& runs,
                                                  const study::DrawDesign& design, const program::Program& program,
                                                  const ensemble::DrawWork& work) {
  return Analyst(study, runs, design, program, work).analyse();
}

}  // namespace commonweal::sensitivity

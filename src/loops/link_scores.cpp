// SPDX-License-Identifier: Apache-2.0
#include "loops/link_scores.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

#include "engine/execute.h"
#include "program/operands.h"

namespace commonweal::loops {

namespace {

/// By how much a value changed; 0 if by no more than rounding makes.
double change(double before, double now) {
  constexpr double rounding = 1e-12;
  const double difference = now - before;
  return std::fabs(difference) <= rounding * std::max(std::fabs(before), std::fabs(now)) ? 0 : difference;
}

/// Compares each moment of a run with the one before it.
class Scorer {
 public:
  Scorer(const program::Program& program, const CausalGraph& graph, LinkScores& scores)
      : program_(program), graph_(graph), scores_(scores) {
    scores_.scores.resize(graph.links.size());
  }

  void observe(double time, std::span<const double> values) {
    std::vector<double> now(values.begin(), values.end());
    std::vector<double> results = results_of(now);
    if (!before_.empty()) {
      scores_.times.push_back(time);
      for (std::size_t link = 0; link < graph_.links.size(); ++link)
        scores_.scores[link].push_back(score(graph_.links[link], now, results));
    }
    before_ = std::move(now);
    results_before_ = std::move(results);
  }

 private:
  /// What an equation comes to for `values`, which hold it and its parts afterwards.
  double evaluate(const Equation& equation, std::vector<double>& values) const {
    for (const Step& step : equation.steps) {
      const program::Instruction& instruction = program_.instructions[step.instruction];
      values[program::slot_of(program_, instruction.result, step.turn)] =
          engine::execute(program_, instruction, step.turn, values);
    }
    return values[equation.result];
  }

  /// What each equation comes to. Those of stocks the engine has not computed yet when it shows a moment.
  std::vector<double> results_of(std::vector<double>& values) const {
    std::vector<double> results;
    results.reserve(graph_.equations.size());
    for (const Equation& equation : graph_.equations) {
      results.push_back(equation.slot == equation.result ? values[equation.slot] : evaluate(equation, values));
    }
    return results;
  }

  double score(const Link& link, const std::vector<double>& now, const std::vector<double>& results) {
    const double moved = change(before_[link.from], now[link.from]);
    const double total = change(results_before_[link.equation], results[link.equation]);
    if (moved == 0 || total == 0) return 0;
    const Equation& equation = graph_.equations[link.equation];
    const double kept_source = before_[link.from], kept_result = before_[equation.result];
    before_[link.from] = now[link.from];
    const double alone = evaluate(equation, before_) - results_before_[link.equation];
    // In this order: if a stock is filled by one flow alone, source and result are the same slot.
    before_[equation.result] = kept_result;
    before_[link.from] = kept_source;
    const double size = std::fabs(alone / total);
    if (!std::isfinite(size)) {
      ++scores_.without;
      return 0;
    }
    return std::signbit(alone) == std::signbit(moved) ? size : -size;
  }

  const program::Program& program_;
  const CausalGraph& graph_;
  LinkScores& scores_;
  std::vector<double> before_;          ///< [slot] at the moment before
  std::vector<double> results_before_;  ///< [equation]
};

}  // namespace

ScoredRun score_links(const program::Program& program, const program::Inputs& inputs, const CausalGraph& graph) {
  ScoredRun run;
  Scorer scorer(program, graph, run.links);
  run.fault =
      engine::run(program, inputs, [&](double time, std::span<const double> values) { scorer.observe(time, values); });
  return run;
}

}  // namespace commonweal::loops

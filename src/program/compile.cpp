// SPDX-License-Identifier: Apache-2.0
#include "program/compile.h"

#include <algorithm>
#include <unordered_map>

#include "model/flat_elements.h"
#include "model/order.h"
#include "program/block_writer.h"
#include "program/layout.h"
#include "program/runge_kutta.h"

namespace commonweal::program {

namespace {

using model::Equation;
using model::Form;

Between between(syntax::Interpolation interpolation) {
  switch (interpolation) {
    case syntax::Interpolation::look_forward: return Between::take_next;
    case syntax::Interpolation::interpolate: return Between::straight;
    default: return Between::hold_last;
  }
}

class Compiler {
 public:
  Compiler(const model::Model& model, base::Diagnostics& diagnostics)
      : model_(model), diagnostics_(diagnostics), layout_(model, program_) {}

  Program compile() {
    const model::Order order = model::order(model_, diagnostics_);
    if (diagnostics_.has_errors()) return std::move(program_);
    place_time();
    place_constants_and_series();
    for (const model::OrderedEquation& step : order.controls) write_initial(step, program_.controls);
    for (const model::OrderedEquation& step : order.initialising) write_initial(step, program_.initialise);
    for (const model::OrderedEquation& step : order.running) write_running(step);
    for (std::size_t i = 0; i < model_.equations.size(); ++i) write_rate(model_.equations[model_.equations.id_at(i)]);
    if (model_.integration == syntax::Integration::runge_kutta) write_stages();
    return std::move(program_);
  }

 private:
  void place_time() {
    program_.time = layout_.first(model_.time);
    program_.initial_time = layout_.first(model_.initial_time);
    program_.final_time = layout_.first(model_.final_time);
    program_.time_step = layout_.first(model_.time_step);
    program_.saveper = layout_.first(model_.saveper);
  }

  void place_constants_and_series() {
    for (const Equation& equation : model_.equations) {
      if (equation.form != Form::constants && equation.form != Form::series) continue;
      const std::uint32_t first = layout_.first(equation.variable);
      const auto elements = model::left_elements(model_, equation);
      for (std::size_t turn = 0; turn < elements.size(); ++turn) {
        const auto slot = first + static_cast<std::uint32_t>(elements[turn]);
        if (equation.form == Form::constants) {
          program_.start[slot] = equation.constants[turn];
        } else {
          program_.series.push_back({slot, shown(first), static_cast<std::uint32_t>(elements[turn]),
                                     between(model_.variables[equation.variable].interpolation)});
        }
      }
    }
  }

  /// The number of the shown variable that begins at a slot.
  std::uint32_t shown(std::uint32_t first_slot) const {
    const auto found = std::find_if(program_.variables.begin(), program_.variables.end(),
                                    [&](const Variable& variable) { return variable.first_slot == first_slot; });
    return static_cast<std::uint32_t>(found - program_.variables.begin());
  }

  void write_initial(const model::OrderedEquation& step, std::vector<Block>& phase) {
    const Equation& equation = model_.equations[step.equation];
    BlockWriter writer(model_, program_, layout_, phase, equation, step.turn);
    writer.write(equation.initial.exists() ? equation.initial : equation.right, layout_.first(equation.variable));
    if (equation.form == Form::delay_fixed) {
      BlockWriter(model_, program_, layout_, phase, equation, step.turn)
          .write(equation.condition, delay_times(equation.variable));
    }
  }

  void write_running(const model::OrderedEquation& step) {
    const Equation& equation = model_.equations[step.equation];
    BlockWriter writer(model_, program_, layout_, program_.advance, equation, step.turn);
    const std::uint32_t base = layout_.first(equation.variable);
    if (equation.form == Form::sample) {
      writer.write_if(equation.condition, equation.right, base);
    } else {
      writer.write(equation.right, base);
    }
  }

  /// What moves a stock or feeds a fixed delay goes to slots of its own, so that all rates are of the same moment.
  void write_rate(const Equation& equation) {
    if (equation.form != Form::stock && equation.form != Form::delay_fixed) return;
    layout_.begin_equation(equation.variable);
    const std::uint32_t state = layout_.first(equation.variable);
    const auto size = static_cast<std::uint32_t>(model_.size_of(equation.variable));
    auto& slots = equation.form == Form::stock ? rates_ : delay_inputs_;  // an array may have elements of both kinds
    const auto [found, is_new] = slots.try_emplace(equation.variable, 0);
    if (is_new) found->second = layout_.take(size);
    const std::uint32_t rate = found->second;
    if (equation.form == Form::stock && is_new) program_.stocks.push_back({state, rate, rate, size});
    if (equation.form == Form::delay_fixed) {
      const std::uint32_t times = delay_times(equation.variable);
      for (const std::size_t element : model::left_elements(model_, equation)) {
        const auto offset = static_cast<std::uint32_t>(element);
        program_.delays.push_back({state + offset, rate + offset, times + offset});
      }
    }
    BlockWriter(model_, program_, layout_, program_.rates, equation, std::nullopt).write(equation.right, rate);
  }

  void write_stages() {
    if (moving_within_steps(program_)[program_.time_step]) {
      diagnostics_.error("unsteady-time-step", model_.at(model_.variables[model_.time_step].span),
                         "'TIME STEP' changes on the way, and the model is integrated by RK4",
                         "give it one number, or choose Euler's method");
    }
    add_stages(program_);
  }

  std::uint32_t delay_times(model::VariableId variable) {
    const auto [found, is_new] = delay_times_.try_emplace(variable, 0);
    if (is_new) found->second = layout_.take(model_.size_of(variable));
    return found->second;
  }

  const model::Model& model_;
  base::Diagnostics& diagnostics_;
  Program program_;
  Layout layout_;
  std::unordered_map<model::VariableId, std::uint32_t> rates_, delay_inputs_, delay_times_;
};

}  // namespace

Program compile(const model::Model& model, base::Diagnostics& diagnostics) {
  return diagnostics.has_errors() ? Program() : Compiler(model, diagnostics).compile();
}

}  // namespace commonweal::program

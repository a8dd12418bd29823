// SPDX-License-Identifier: Apache-2.0
#include "model/stateful.h"

#include <utility>

#include <fmt/format.h>

#include "model/node_factory.h"

namespace commonweal::model {

namespace {

/// Adds hidden variables that loop as one equation does, and writes out the functions in terms of them.
class StatefulWriter {
 public:
  StatefulWriter(const StatefulPlace& place, Model& model) : place_(place), model_(model), make_(model, place.span) {}

  /// A hidden variable of some form, as a node that refers to it.
  NodeId hidden(Form form, NodeId right, NodeId initial, NodeId condition = {}) {
    const VariableId variable = declare(form);
    return define(variable, form, right, initial, condition);
  }

  /// `order` first-order smooths in a row, each of its share of the time.
  NodeId smooth(NodeId input, NodeId time, NodeId initial, std::size_t order) {
    const NodeId share = order == 1 ? time : make_.divide(time, make_.number(static_cast<double>(order)));
    NodeId level = input;
    for (std::size_t stage = 0; stage < order; ++stage) {
      const VariableId stock = declare(Form::stock);
      const NodeId itself = reference(stock);
      level = define(stock, Form::stock, make_.divide(make_.subtract(level, itself), share), initial, {});
    }
    return level;
  }

  /// `order` first-order material delays in a row: each holds what it has taken in and not yet let out.
  NodeId delay(NodeId input, NodeId time, NodeId initial, std::size_t order) {
    const NodeId share = order == 1 ? time : make_.divide(time, make_.number(static_cast<double>(order)));
    NodeId flow = input;
    for (std::size_t stage = 0; stage < order; ++stage) {
      const VariableId stock = declare(Form::stock);
      const NodeId out = make_.divide(reference(stock), share);
      define(stock, Form::stock, make_.subtract(flow, out), make_.multiply(initial, share), {});
      flow = out;
    }
    return flow;
  }

  /// The average of `input` over `time` that TREND and FORECAST measure growth against.
  NodeId average(NodeId input, NodeId time, NodeId initial) { return smooth(input, time, initial, 1); }

  const NodeFactory& make() const { return make_; }

 private:
  VariableId declare(Form form) {
    Variable variable;
    const std::string& owner = model_.variables[place_.variable].name;
    variable.name = fmt::format("#{} {}", owner, model_.variables.size());
    variable.kind = form == Form::stock ? VariableKind::stock : VariableKind::held;
    variable.axes = place_.left_axes;
    variable.hidden = true;
    variable.owner = place_.variable;
    variable.span = place_.span;
    return model_.variables.add(std::move(variable));
  }

  NodeId define(VariableId variable, Form form, NodeId right, NodeId initial, NodeId condition) {
    Equation equation;
    equation.variable = variable;
    equation.form = form;
    equation.left = indices();
    equation.left_axes = place_.left_axes.size();
    equation.right = right;
    equation.initial = initial;
    equation.condition = condition;
    equation.span = place_.span;
    model_.variables[variable].equations.push_back(model_.equations.add(std::move(equation)));
    return reference(variable);
  }

  std::vector<Index> indices() const {
    std::vector<Index> all;
    for (std::size_t axis = 0; axis < place_.left_axes.size(); ++axis) {
      all.push_back({static_cast<std::uint32_t>(axis), place_.left_axes[axis].elements});
    }
    return all;
  }

  NodeId reference(VariableId variable) const {
    Node node;
    node.kind = NodeKind::reference;
    node.variable = variable;
    node.indices = indices();
    node.span = place_.span;
    return model_.nodes.add(std::move(node));
  }

  const StatefulPlace& place_;
  Model& model_;
  NodeFactory make_;
};

}  // namespace

NodeId write_out_stateful(Function function, const std::vector<NodeId>& a, std::size_t order,
                          const StatefulPlace& place, Model& model) {
  using enum Function;
  StatefulWriter write(place, model);
  const NodeFactory& make = write.make();
  switch (function) {
    case initial: return write.hidden(Form::initial_only, {}, a[0]);
    case sample_if_true: return write.hidden(Form::sample, a[1], a[2], a[0]);
    case delay_fixed: return write.hidden(Form::delay_fixed, a[0], a[2], a[1]);
    case smooth: return write.smooth(a[0], a[1], a[0], 1);
    case smooth_from: return write.smooth(a[0], a[1], a[2], 1);
    case smooth3: return write.smooth(a[0], a[1], a[0], 3);
    case smooth3_from: return write.smooth(a[0], a[1], a[2], 3);
    case smooth_n: return write.smooth(a[0], a[1], a[2], order);
    case delay1: return write.delay(a[0], a[1], a[0], 1);
    case delay1_from: return write.delay(a[0], a[1], a[2], 1);
    case delay3: return write.delay(a[0], a[1], a[0], 3);
    case delay3_from: return write.delay(a[0], a[1], a[2], 3);
    case delay_n: return write.delay(a[0], a[1], a[2], order);
    case trend: {
      const NodeId start = make.divide(a[0], make.add(make.number(1), make.multiply(a[2], a[1])));
      const NodeId average = write.average(a[0], a[1], start);
      return make.call(zero_if_divided_by_zero,
                       {make.subtract(a[0], average), make.multiply(a[1], make.call(absolute, {average}))});
    }
    default: {  // FORECAST
      const NodeId average = write.average(a[0], a[1], a[0]);
      const NodeId growth =
          make.call(zero_if_divided_by_zero, {make.subtract(a[0], average), make.multiply(a[1], average)});
      return make.multiply(a[0], make.add(make.number(1), make.multiply(growth, a[2])));
    }
  }
}

}  // namespace commonweal::model

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/model.h"

namespace commonweal::book {

/// That one variable's equation names another.
struct Link {
  model::VariableId from, to;
};

/// What a switch of the model does: the links that are cut while it is 0, and the circle that one of them closes.
struct Loop {
  model::VariableId loop_switch;
  std::vector<Link> frozen;

  /// The shortest circle through a frozen link: begins with where the link leads, ends with where it comes from. If
  /// several links are frozen, that of the link whose circle is longest: the short ones are what fills up by itself.
  /// Empty if no frozen link closes one: the switch then switches no loop.
  std::vector<model::VariableId> circle;
};

/// A switch is a constant whose name begins with "loop ". In the order of the model.
///
/// Which links a switch freezes is read from the equations: those through which its 0 lets nothing pass, because it is
/// multiplied by, or chosen by in IF THEN ELSE.
std::vector<Loop> loops(const model::Model& model);

}  // namespace commonweal::book

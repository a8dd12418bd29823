// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph.h"
#include "model/model.h"

namespace commonweal::model {

/// What each variable uses while a run goes on, by position in Model::variables, stocks and hidden ones included: a
/// circle in this graph is a feedback. What only an initial value needs is left out. Each list rises.
Graph dependencies(const Model& model);

}  // namespace commonweal::model

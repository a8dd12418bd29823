// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "loops/named_loops.h"
#include "model/model.h"

namespace commonweal::road {

/// What the switches of a model are called, and the links that they cut.
std::vector<loops::NamedLoop> named_loops(const model::Model& model);

}  // namespace commonweal::road

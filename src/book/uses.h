// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph.h"
#include "model/model.h"

/// The model book: what a model is made of, for readers, from the model itself and its register.
namespace commonweal::book {

/// Who needs whom in a model, by position in Model::variables: what initial values and conditions need is included, and
/// a hidden variable counts as the one it was made for. Each list rises.
struct Uses {
  model::Graph uses;   ///< of each variable: what its equations name
  model::Graph users;  ///< of each variable: whose equations name it
};

Uses uses_of(const model::Model& model);

}  // namespace commonweal::book

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/model.h"
#include "syntax/document.h"

namespace commonweal::book {

/// A part of the model under a heading of its own, with its variables in the order written.
struct Sector {
  std::string name, documentation;
  std::vector<model::VariableId> variables;
};

/// Every sector of the model in the order written; variables before the first heading stand in one without a name.
std::vector<Sector> sectors(const syntax::Document& document, const model::Model& model);

}  // namespace commonweal::book

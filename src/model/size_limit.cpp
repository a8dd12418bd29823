// SPDX-License-Identifier: Apache-2.0
#include "model/size_limit.h"

#include <algorithm>

#include <fmt/format.h>

namespace commonweal::model {

std::size_t bounded_size(const std::vector<Axis>& axes) {
  std::size_t size = 1;
  for (const Axis& axis : axes) size = std::min(size * axis.elements.size(), most_values + 1);
  return size;
}

bool hold(Model& model, std::size_t count, base::Span span, base::Diagnostics& diagnostics) {
  if (model.values > most_values) return false;  // said already
  model.values += std::min(count, most_values + 1);
  if (model.values <= most_values) return true;
  diagnostics.error("model-too-large", model.at(span),
                    fmt::format("with this the model has more than {} values to compute", most_values),
                    "count the elements of its subscripts: arrays and sums over several of them multiply");
  return false;
}

}  // namespace commonweal::model

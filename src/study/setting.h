// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/diagnostics.h"

namespace commonweal::study {

/// One constant of the model given another value in a scenario: "general inflation" = 0.02,
/// or for one element of an arrayed constant: "growth[older people]" = 0.02.
struct Setting {
  std::string variable;
  std::string element;  ///< empty: the whole variable (a scalar, or every element)
  double value = 0;
  base::Position position;
};

}  // namespace commonweal::study

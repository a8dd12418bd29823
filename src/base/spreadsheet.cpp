// SPDX-License-Identifier: Apache-2.0
#include "base/spreadsheet.h"

namespace commonweal::base {

std::string column_name(std::size_t column) {
  std::string name;
  for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (left - 1) % 26));
  }
  return name;
}

}  // namespace commonweal::base

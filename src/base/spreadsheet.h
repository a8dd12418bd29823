// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace commonweal::base {

/// "A", "Z", "AA": what a spreadsheet calls a column counted from 0.
std::string column_name(std::size_t column);

}  // namespace commonweal::base

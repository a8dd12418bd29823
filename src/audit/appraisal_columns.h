// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "audit/book.h"

/// Where things stand on the sheets of an appraised scenario, for the files that fill them.
namespace commonweal::audit {

/// Columns of the sheet of effects, before the years.
enum EffectColumn : std::size_t {
  case_number,
  case_name,
  agency_number,
  agency_name,
  effect_number,
  effect_name,
  public_money,
  present_value
};

/// Kinds of effects, as they are numbered on the sheet.
enum Effect : std::size_t { cash = 1, not_in_cash, paid, received, quality };

/// Writes the headings of a sheet's columns.
void add_heads(Sheet& sheet, const std::vector<std::string>& heads);

}  // namespace commonweal::audit

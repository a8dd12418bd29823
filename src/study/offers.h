// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/toml_table.h"
#include "program/program.h"
#include "study/element_name.h"

namespace commonweal::study {

/// A constant that the live page lets its reader move, beside the policies of the library.
struct Offer {
  ElementName constant;
  std::string label;           ///< as a reader sees it: "Growth of the general grant each year"
  double least = 0, most = 0;  ///< how far it can be moved, in the model's unit; least < most
  base::Position position;
};

/// Reads what stands under [[offer]]. Faults: those of base::TomlTable, and "bad-setting", "bad-offer",
/// "duplicate-offer".
std::vector<Offer> read_offers(base::TomlTable& study, base::Diagnostics& diagnostics);

/// Whether each is a constant of the model: the faults of bind_setting(), and "bad-offer" where it is more than one
/// number.
void check_offers(const std::vector<Offer>& offers, const program::Program& program, base::Diagnostics& diagnostics);

}  // namespace commonweal::study

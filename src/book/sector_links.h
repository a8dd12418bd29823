// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "book/loops.h"
#include "book/sector.h"

namespace commonweal::book {

/// That variables of one sector use variables of another.
struct SectorLink {
  std::size_t from = 0, to = 0;  ///< positions in SectorMap::names
  std::size_t count = 0;         ///< how many uses
};

/// A loop as it goes through the sectors.
struct SectorLoop {
  std::string name;                  ///< "R1 doom"
  std::vector<std::size_t> sectors;  ///< in the order of the circle, each once in a row; the last leads to the first
};

/// A model seen from far: its sectors, how they hang together, which way its loops go.
struct SectorMap {
  std::vector<std::string> names;  ///< in the model's order; those that only hold time controls are left out
  std::vector<SectorLink> links;
  std::vector<SectorLoop> loops;  ///< those that close a circle
};

SectorMap sector_map(const syntax::Document& document, const model::Model& model);

}  // namespace commonweal::book

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "base/diagnostics.h"

namespace commonweal::study {

/// Which dimension of Sobol's sequence is whose, by canonical_text() of the input.
using Dimensions = std::map<std::string, std::uint32_t>;

/// Reads the table (CSV: input, dimension) that fixes dimensions to names, so that a new input moves no other. Faults:
/// "bad-name"; "bad-dimension" for what is no dimension; "duplicate-dimension" for an input or a dimension that stands
/// there twice.
Dimensions read_dimensions(const std::filesystem::path& path, base::Diagnostics& diagnostics);

}  // namespace commonweal::study

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/findings.h"

namespace commonweal::report {

/// The first Graph of Doom as a picture that stands alone, with its title, style and fills inside and on white ground:
/// an SVG file for slides, other pages and print. Empty where there is no graph.
std::string picture(const analysis::Findings& findings);

}  // namespace commonweal::report

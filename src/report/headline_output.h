// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/findings.h"

namespace commonweal::report {

/// Headline and reconciliation as JSON, for `--json`. An unknown figure is null.
std::string headline_json(const analysis::Findings& findings);

/// The headline as a few lines for a terminal.
std::string headline_text(const analysis::Findings& findings);

}  // namespace commonweal::report

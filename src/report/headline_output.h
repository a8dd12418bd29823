// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/findings.h"

namespace commonweal::report {

/// For who reads it: people too, a member a line; or programs alone, in as few letters as can be.
enum class Layout { spread, dense };

/// Headline, reconciliation and, where there are any, bands, policies and conditions as JSON, for `--json`. An unknown
/// figure is null.
std::string headline_json(const analysis::Findings& findings, Layout layout = Layout::spread);

/// The headline as a few lines for a terminal.
std::string headline_text(const analysis::Findings& findings);

}  // namespace commonweal::report

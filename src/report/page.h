// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/findings.h"
#include "report/manifest.h"

namespace commonweal::report {

/// report.html: one file with its pictures and style inside and no script, to be read, printed and kept.
std::string page(const analysis::Findings& findings, const Manifest& manifest);

}  // namespace commonweal::report

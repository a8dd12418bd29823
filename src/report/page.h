// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/findings.h"
#include "report/manifest.h"
#include "report/markup.h"

namespace commonweal::report {

/// A part of the page.
struct Part {
  std::string id, name;
  Markup content;  ///< a whole section, its heading in it
};

/// The parts that have something to show, in reading order; of these the one with the id `only`, where that is not
/// empty.
std::vector<Part> parts(const analysis::Findings& findings, const Manifest& manifest, std::string_view only = {});

/// report.html: one file with its pictures and style inside and no script, to be read, printed and kept.
std::string page(const analysis::Findings& findings, const Manifest& manifest);

}  // namespace commonweal::report

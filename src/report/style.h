// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace commonweal::report {

/// The page's style sheet but for its colours: reading, small screens, print, forced colours.
std::string_view page_style();

/// How the shapes and words of charts look, but for their fills: for the page and for pictures that stand alone.
std::string_view chart_style();

}  // namespace commonweal::report

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace commonweal::report {

/// The page's style sheet but for its colours: reading, small screens, print, forced colours.
std::string_view page_style();

}  // namespace commonweal::report

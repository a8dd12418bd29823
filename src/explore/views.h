// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

#include "report/page.h"
#include "road/road.h"

namespace commonweal::explore {

/// A whole section of the page as {id, title, tab, html}; the tab is the title where there is little room.
nlohmann::ordered_json section_json(const report::Part& part);

/// What one sees: the parts of the report that have something to show, as such sections; of these the one with the id
/// `only`, where that is not empty.
nlohmann::ordered_json sections_json(const road::Journey& way, std::string_view only = {});

}  // namespace commonweal::explore

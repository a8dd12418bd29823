// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "explore/sources.h"
#include "road/road.h"

namespace commonweal::explore {

/// The live page: the shell (controls, style and engine: page/build.mjs) with the study's files, the map of its model
/// (a drawing, SVG) and its first view in it, which can be read without scripts. Nothing if the shell lacks one of the
/// marks that the study is put at.
std::optional<std::string> live_page(std::string_view shell, const road::Journey& way, const Sources& sources,
                                     std::string_view map, std::string_view version);

}  // namespace commonweal::explore

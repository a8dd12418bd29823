// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace commonweal::page {

/// What this program, native or WebAssembly, makes of a request, bit by bit; the other must make the same of it.
///
/// - {do: maths, block: n}: hashes of the elementary functions over the arguments of block n
/// - {do: model, model: text, settings: [[name, value] of each constant, of each lane], observed: [names]}: all that
///   the plain engine shows of each lane, as a hash, and where this program's own lanes differ from that
///
/// Nothing if it is asked for something else.
std::optional<std::string> twin_answer(std::string_view request);

}  // namespace commonweal::page

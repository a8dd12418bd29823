// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace commonweal::base {

/// The form under which two spellings of a model's name are the same: lower case, runs of blanks and underscores
/// folded to one underscore, none at the ends; outer quotes kept.
std::string canonical(std::string_view name);

/// Whether both have the same canonical form.
bool is_same_name(std::string_view one, std::string_view other);

}  // namespace commonweal::base

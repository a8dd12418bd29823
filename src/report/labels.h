// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace commonweal::report {

/// About how wide `text` is when set in Arial at `size`, in the same units. Errs on the wide side.
double text_width(std::string_view text, double size);

/// `text` broken at spaces into lines no wider than `width`, where its words allow.
std::vector<std::string> wrapped(std::string_view text, double width, double size);

/// Moves centres as little as need be, so that labels of these `heights` do not overlap and lie within [low, high].
/// Their order is kept. Where there is not room for all, they are spread evenly and do overlap.
void push_apart(std::vector<double>& centres, const std::vector<double>& heights, double low, double high);

}  // namespace commonweal::report

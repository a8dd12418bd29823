// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace commonweal::report {

/// The HTML with each financial year in its running text, "2012-13", wrapped so that no line breaks at its hyphen. What
/// stands in attributes, pictures, code and the head stays as it is.
std::string with_years_whole(std::string_view html);

}  // namespace commonweal::report

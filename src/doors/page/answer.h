// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace commonweal::doors {

/// What is said to a request; both are JSON. What is asked stays known until the next request.
std::string answer(std::string_view request);

}  // namespace commonweal::doors

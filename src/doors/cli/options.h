// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include <CLI/App.hpp>

namespace commonweal::doors {

/// Gives `app` every command with its options. Parsing puts the one that was chosen, with its arguments, into `chosen`,
/// which must outlive the parsing. `typed` is the command line, for manifests.
void add_commands(CLI::App& app, const std::string& typed, std::function<int()>& chosen);

}  // namespace commonweal::doors

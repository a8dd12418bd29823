// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.h"

namespace commonweal::base {

enum class Severity { error, warning };

/// One fault of the user's, said so that it can be mended: where, what was seen, what to do.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string name;  ///< kebab-case; every name has a test that shows its whole message
  Position position;
  std::string message;  ///< what was seen: lower case, no full stop
  std::string hint;     ///< what to do about it; may be empty
};

/// Collects every fault of a stage, so that a user sees all of them at once.
/// Stages take it by reference, add to it and go on as far as sense allows; they never print.
class Diagnostics {
 public:
  void error(std::string_view name, Position position, std::string message, std::string hint = "");
  void warning(std::string_view name, Position position, std::string message, std::string hint = "");

  /// Adds what another collector found, in its order.
  void add(const Diagnostics& others);

  bool has_errors() const { return errors_ > 0; }
  std::size_t error_count() const { return errors_; }
  const std::vector<Diagnostic>& all() const { return all_; }

  /// All diagnostics as text, in the order they were found, each with excerpt, caret and hint:
  ///
  ///     model.mdl:12:8: error: 'populaton' is not defined [unknown-variable]
  ///        12 | need = populaton * rate
  ///           |        ^~~~~~~~~
  ///           = did you mean 'population'?
  std::string render() const;

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

}  // namespace commonweal::base

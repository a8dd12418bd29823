// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "syntax/mdl.h"

/// What tests of the reader ask again and again.
namespace commonweal::syntax {

/// The dump of a text that must have no fault; otherwise its faults.
inline std::string dumped(std::string text) {
  base::Diagnostics diagnostics;
  const Document document = parse(std::make_shared<const base::SourceText>("a.mdl", std::move(text)), diagnostics);
  return diagnostics.all().empty() ? dump(document) : diagnostics.render();
}

/// All faults of a text, as a user sees them.
inline std::string faults(std::string text) {
  base::Diagnostics diagnostics;
  parse(std::make_shared<const base::SourceText>("a.mdl", std::move(text)), diagnostics);
  return diagnostics.render();
}

/// The one line that `equation`, without units and documentation, comes to.
inline std::string dumped_equation(const std::string& equation) {
  std::string text = dumped(equation + " ~ ~ |");
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace commonweal::syntax

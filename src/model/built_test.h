// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "model/model.h"
#include "model/order.h"
#include "syntax/mdl.h"

/// Models from texts, for tests.
namespace commonweal::model {

inline const std::string controls_but_saveper =
    "INITIAL TIME = 0 ~ year ~ |\nFINAL TIME = 10 ~ year ~ |\nTIME STEP = 1 ~ year ~ |\n";

struct Built {
  base::Diagnostics diagnostics;
  Model model;
};

/// The model of `text`, with time controls after it, put in order.
inline Built build_text(const std::string& text, const std::string& controls = controls_but_saveper) {
  Built built;
  const auto source = std::make_shared<base::SourceText>("model.mdl", text + controls);
  built.model = build(syntax::parse(source, built.diagnostics), built.diagnostics);
  if (!built.diagnostics.has_errors()) order(built.model, built.diagnostics);
  return built;
}

/// What is wrong with a model.
inline std::string faults(const std::string& text, const std::string& controls = controls_but_saveper) {
  return build_text(text, controls).diagnostics.render();
}

}  // namespace commonweal::model

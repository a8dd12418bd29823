// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "engine/engine.h"
#include "program/compile.h"
#include "syntax/mdl.h"

/// Programs from texts, and what they come to, for tests.
namespace commonweal::engine {

inline program::Program compile_text(const std::string& text) {
  base::Diagnostics diagnostics;
  const auto source = std::make_shared<base::SourceText>("model.mdl", text);
  const model::Model model = model::build(syntax::parse(source, diagnostics), diagnostics);
  program::Program program = program::compile(model, diagnostics);
  EXPECT_EQ(diagnostics.render(), "");
  return program;
}

/// What stands behind the equations of a model that is to be integrated by RK4.
inline const std::string settings_of_rk4 = "\\\\\\---/// Sketch information\n:L<%^E!@\n15:0,0,0,5,0,0\n";

/// A model of ten years in steps of a quarter, around `text`, with `settings` behind it.
inline program::Program ten_years(const std::string& text, const std::string& step = "0.25",
                                  const std::string& settings = "") {
  return compile_text(text + "INITIAL TIME = 0 ~ ~ |\nFINAL TIME = 10 ~ ~ |\nTIME STEP = " + step + " ~ ~ |\n" +
                      settings);
}

/// The values of one variable at every step.
inline std::map<double, double> values_of(const program::Program& program, const std::string& name,
                                          std::size_t element = 0) {
  std::map<double, double> values;
  const auto slot = program.find(name)->first_slot + element;
  const auto fault = run(program, {}, [&](double time, std::span<const double> all) { values[time] = all[slot]; });
  EXPECT_FALSE(fault.has_value());
  return values;
}

}  // namespace commonweal::engine

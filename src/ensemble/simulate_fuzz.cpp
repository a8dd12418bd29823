// SPDX-License-Identifier: Apache-2.0
// Any text at all must come through every stage from reader to run: with diagnostics, without harm. Built where
// COMMONWEAL_FUZZERS is on.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "engine/engine.h"
#include "ensemble/simulate.h"
#include "model/unit_check.h"
#include "program/compile.h"
#include "syntax/mdl.h"

namespace {

namespace base = commonweal::base;
namespace engine = commonweal::engine;
namespace ensemble = commonweal::ensemble;
namespace model = commonweal::model;
namespace program = commonweal::program;
namespace syntax = commonweal::syntax;

constexpr std::size_t most_slots = 100'000;
constexpr double most_steps = 200;

/// Whether a run is short enough to wait for; a model that computes its time controls is run as if it were.
bool is_short(const program::Program& compiled) {
  const auto& start = compiled.start;
  const double steps =
      engine::steps_between(start[compiled.initial_time], start[compiled.final_time], start[compiled.time_step]);
  return compiled.slots <= most_slots && !(steps > most_steps);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  base::Diagnostics diagnostics;
  const auto source =
      std::make_shared<const base::SourceText>("model.mdl", std::string(reinterpret_cast<const char*>(data), size));
  const syntax::Document document = syntax::parse(source, diagnostics);
  const model::Model built = model::build(document, diagnostics);
  if (model::dump(built).empty()) std::abort();
  base::Diagnostics of_units;
  model::check_units(built, of_units);
  if (built.values > most_slots) return 0;
  const program::Program compiled = program::compile(built, diagnostics);
  if (diagnostics.render().empty() != diagnostics.all().empty()) std::abort();
  if (diagnostics.has_errors() || !is_short(compiled)) return 0;
  if (program::dump(compiled).empty()) std::abort();
  program::Inputs inputs;
  inputs.series.resize(compiled.series.size(), {{0, 1}, {1, 2}});
  const ensemble::Trajectory trajectory =
      ensemble::simulate(compiled, inputs, ensemble::every_output(compiled), diagnostics);
  if (ensemble::csv(trajectory).empty()) std::abort();
  return 0;
}

// SPDX-License-Identifier: Apache-2.0
// How long one run of a place takes: one scenario of the Barnet study, from the compiled program to yearly figures.
#include <cstdlib>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/vocabulary.h"
#include "base/diagnostics.h"
#include "benchmarks/timing.h"
#include "ensemble/run.h"
#include "model/model.h"
#include "place/place.h"
#include "program/compile.h"
#include "study/design.h"
#include "study/study.h"
#include "syntax/mdl.h"

namespace commonweal::benchmarks {
namespace {

int run_place() {
  base::Diagnostics diagnostics;
  const study::Study study = study::read("domain/studies/barnet-2012.toml", diagnostics);
  std::vector<place::Place> places;
  for (const auto& folder : study.places) places.push_back(place::read(folder, diagnostics));
  const model::Model model = model::build(syntax::read(study.model, diagnostics), diagnostics);
  const program::Program program = program::compile(model, diagnostics);
  study::Design design = study::design(study, places, program, analysis::needed_variables(), diagnostics);
  if (diagnostics.has_errors() || design.runs.empty()) {
    fmt::print(stderr, "{}", diagnostics.render());
    return EXIT_FAILURE;
  }

  design.runs.resize(1);
  time_in_milliseconds("run.place", 200, [&] { ensemble::run(program, design, diagnostics); });
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace commonweal::benchmarks

int main() {
  return commonweal::benchmarks::run_place();
}

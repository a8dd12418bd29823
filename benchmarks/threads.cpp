// SPDX-License-Identifier: Apache-2.0
// How much quicker two threads draw than one: the same draws of the Barnet study by turns, so that a busy machine slows
// both.
#include <chrono>
#include <cstdlib>
#include <vector>

#include <fmt/format.h>

#include "analysis/vocabulary.h"
#include "base/diagnostics.h"
#include "benchmarks/timing.h"
#include "ensemble/draw_futures.h"
#include "evidence/register.h"
#include "model/model.h"
#include "place/place.h"
#include "program/compile.h"
#include "study/design.h"
#include "study/draw_design.h"
#include "study/study.h"
#include "syntax/mdl.h"

namespace commonweal::benchmarks {
namespace {

int compare_threads() {
  base::Diagnostics diagnostics;
  study::Study study = study::read("domain/studies/barnet-uncertain.toml", diagnostics);
  std::vector<place::Place> places;
  for (const auto& folder : study.places) places.push_back(place::read(folder, diagnostics));
  const evidence::Register evidence = evidence::read(study.evidence, diagnostics);
  const model::Model model = model::build(syntax::read(study.model, diagnostics), diagnostics);
  const program::Program program = program::compile(model, diagnostics);
  const study::Design runs = study::design(study, places, program, {}, diagnostics);
  if (!study.uncertainty || diagnostics.has_errors()) {
    fmt::print(stderr, "{}", diagnostics.render());
    return EXIT_FAILURE;
  }
  study.uncertainty->draws = 1024;
  const study::DrawDesign design = study::draw_design(study, evidence, runs, program, diagnostics);
  const ensemble::DrawTask task = ensemble::draw_task(study, runs, design, program, {"gap before action"});

  const auto seconds = [&](unsigned threads) {
    const auto begun = std::chrono::steady_clock::now();
    const auto draws = ensemble::draw_futures(task, study, {}, {.threads = threads}, diagnostics);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
    return taken.count();
  };
  std::vector<double> ratios;
  for (int repeat = 0; repeat < 5; ++repeat) ratios.push_back(seconds(1) / seconds(2));
  tell("threads.2.ratio", ratios, "times");
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace commonweal::benchmarks

int main() {
  return commonweal::benchmarks::compare_threads();
}

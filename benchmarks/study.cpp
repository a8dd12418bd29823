// SPDX-License-Identifier: Apache-2.0
// A study of 1,000 draws of each of its scenarios, on one thread: from drawn constants to bands, on lanes; and the runs
// alone in straight-line scalar C, of the whole program and without what nobody asked for. C's figures come from fewer
// draws and count as if they were all. The whole command is timed by benchmarks/run.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/vocabulary.h"
#include "benchmarks/compiled.h"
#include "ensemble/draw_futures.h"
#include "ensemble/in_order.h"
#include "evidence/register.h"
#include "model/model.h"
#include "place/place.h"
#include "program/c_text.h"
#include "program/compile.h"
#include "program/prune.h"
#include "study/draw_design.h"
#include "syntax/mdl.h"

namespace commonweal::benchmarks {
namespace {

constexpr std::uint64_t draws = 1000, draws_in_c = 64;
constexpr int rounds = 5;

template <typename Work>
double seconds(const Work& work) {
  const auto begun = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

/// The program in C, and how a run of it is made.
class InC {
 public:
  explicit InC(const program::Program& program)
      : code_(program::c_text(program), "gcc -x c -std=c99 -O3 -march=native"),
        values_(*code_.find<double**>("commonweal_values")) {}

  void run(const program::Inputs& inputs, ensemble::YearlyAccumulator& yearly, const program::Program& program) const {
    code_.find<void (*)()>("commonweal_start")();
    for (const program::Inputs::Setting& each : inputs.settings) values_[each.slot] = each.value;
    const auto series = code_.find<void (*)(int, int, const double*, const double*)>("commonweal_series");
    for (std::size_t i = 0; i < inputs.series.size(); ++i) {
      series(static_cast<int>(i), static_cast<int>(inputs.series[i].times.size()), inputs.series[i].times.data(),
             inputs.series[i].values.data());
    }
    struct Context {
      ensemble::YearlyAccumulator& yearly;
      std::span<const double> values;
      std::uint32_t time;
    } context{yearly, {values_, program.slots}, program.time};
    const auto observe = [](void* at) {
      const auto* told = static_cast<const Context*>(at);
      told->yearly.observe(told->values[told->time], told->values);
    };
    code_.find<void (*)(void (*)(void*), void*)>("commonweal_run")(observe, &context);
  }

 private:
  Compiled code_;
  double* values_;
};

void print(const std::string& name, std::vector<double> values, const char* unit) {
  std::ranges::sort(values);
  fmt::print("{{\"name\": \"{}\", \"value\": {:.4g}, \"unit\": \"{}\", \"spread\": {:.2g}}}\n", name,
             values[values.size() / 2], unit, values[values.size() * 3 / 4] - values[values.size() / 4]);
}

/// As many draws of the first scenario again and again as 30 places would need, on two threads.
double seconds_of_places(const ensemble::DrawTask& task) {
  constexpr std::uint64_t places = 30, blocks = (draws + ensemble::draws_in_a_block - 1) / ensemble::draws_in_a_block;
  ensemble::DrawTask one = task;
  one.runs.resize(1);
  one.lanes.resize(1);
  return seconds([&] {
    ensemble::run_in_order(
        0, blocks * places, 2,
        [&](std::uint64_t job) {
          const std::uint64_t first = job % blocks * ensemble::draws_in_a_block;
          return ensemble::run_block(one, first, std::min(ensemble::draws_in_a_block, draws - first));
        },
        [](std::uint64_t, const ensemble::Block&) { return true; });
  });
}

int measure() {
  base::Diagnostics diagnostics;
  const study::Study study = study::read("benchmarks/thousand-draws.toml", diagnostics);
  std::vector<place::Place> places;
  for (const auto& folder : study.places) places.push_back(place::read(folder, diagnostics));
  const evidence::Register evidence = evidence::read(study.evidence, diagnostics);
  const program::Program program =
      program::compile(model::build(syntax::read(study.model, diagnostics), diagnostics), diagnostics);
  const study::Design runs = study::design(study, places, program, analysis::needed_variables(), diagnostics);
  if (diagnostics.has_errors() || !study.uncertainty) {
    fmt::print(stderr, "{}", diagnostics.render());
    return EXIT_FAILURE;
  }
  const study::DrawDesign design = study::draw_design(study, evidence, runs, program, diagnostics);
  const ensemble::DrawTask task = ensemble::draw_task(study, runs, design, program, {});
  const program::Program asked = program::pruned(program, task.kept.slots);
  const InC whole(program), pruned(asked);

  const auto in_c = [&](const InC& code) {
    return seconds([&] {
             for (const study::Run* run : task.runs) {
               for (std::uint64_t draw = 0; draw < draws_in_c; ++draw) {
                 ensemble::YearlyAccumulator yearly(task.kept, run->first, ensemble::years_of(*run),
                                                    ensemble::time_step_of(program, run->inputs));
                 code.run(study::inputs_of(*run, design, draw), yearly, program);
               }
             }
           }) *
           static_cast<double>(draws) / static_cast<double>(draws_in_c);
  };
  std::vector<double> of_whole, of_pruned, of_lanes, of_runs, ratio, ratio_of_runs;
  for (int round = 0; round < rounds; ++round) {
    of_whole.push_back(in_c(whole));
    of_pruned.push_back(in_c(pruned));
    of_lanes.push_back(seconds([&] { ensemble::draw_futures(task, study, {}, {.threads = 1}, diagnostics); }));
    of_runs.push_back(seconds([&] {
      for (std::uint64_t first = 0; first < draws; first += ensemble::draws_in_a_block) {
        ensemble::run_block(task, first, std::min(ensemble::draws_in_a_block, draws - first));
      }
    }));
    ratio.push_back(of_whole.back() / of_lanes.back());
    ratio_of_runs.push_back(of_whole.back() / of_runs.back());
  }
  fmt::print(stderr, "{} scenarios of {} years, {} yearly figures\n", task.runs.size(),
             ensemble::years_of(*task.runs.front()), task.kept.slots.size());
  print("study.scalar-c", of_whole, "s");
  print("study.scalar-c.asked", of_pruned, "s");
  print("study.lanes", of_lanes, "s");
  print("study.lanes.runs", of_runs, "s");
  print("study.draws.ratio", ratio, "x");
  print("study.runs.ratio", ratio_of_runs, "x");
  print("study.places-30", {seconds_of_places(task), seconds_of_places(task), seconds_of_places(task)}, "s");
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace commonweal::benchmarks

int main() {
  return commonweal::benchmarks::measure();
}

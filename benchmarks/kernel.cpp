// SPDX-License-Identifier: Apache-2.0
// One core's speed at many futures of a model: lanes on each kind of vectors, straight-line scalar C of the same
// program, and straight-line vector code, all in the same rounds. Models: synthetic ones of 400 and 4,000 equations,
// one of arithmetic only, and the model of public services with Barnet's figures.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/vocabulary.h"
#include "benchmarks/compiled.h"
#include "benchmarks/synthetic_model.h"
#include "benchmarks/vector_c.h"
#include "engine/lanes.h"
#include "engine/series.h"
#include "model/model.h"
#include "place/place.h"
#include "program/c_text.h"
#include "program/compile.h"
#include "program/prune.h"
#include "study/design.h"
#include "study/study.h"
#include "syntax/mdl.h"

namespace commonweal::benchmarks {
namespace {

using Clock = std::chrono::steady_clock;

/// A program, what differs between lanes, what is looked at.
struct Case {
  std::string name;
  program::Program program;
  std::vector<std::uint32_t> observed;
  engine::Varying varying;
  program::Inputs shared;
};

double factor(std::size_t lane, std::size_t nth) {
  return 0.9 + 0.2 * static_cast<double>((lane * 37 + nth * 11) % 101) / 100;
}

/// The inputs of a lane: every constant that differs by up to a tenth more or less.
program::Inputs inputs_of(const Case& of, std::size_t lane) {
  program::Inputs inputs = of.shared;
  for (std::size_t i = 0; i < of.varying.slots.size(); ++i) {
    const std::uint32_t slot = of.varying.slots[i];
    inputs.settings.push_back({slot, of.program.start[slot] * factor(lane, i)});
  }
  return inputs;
}

program::Program compile(const syntax::Document& document) {
  base::Diagnostics diagnostics;
  const program::Program program = program::compile(model::build(document, diagnostics), diagnostics);
  if (diagnostics.has_errors()) fmt::print(stderr, "{}", diagnostics.render());
  return program;
}

Case synthetic(const std::string& name, int equations, bool is_mixed) {
  SyntheticModel model(equations, is_mixed);
  base::Diagnostics diagnostics;
  Case made;
  made.name = name;
  made.program = compile(syntax::parse(std::make_shared<base::SourceText>("model.mdl", model.write()), diagnostics));
  for (const std::string& each : model.observed()) made.observed.push_back(made.program.find(each)->first_slot);
  made.program = program::pruned(made.program, made.observed);
  for (const std::string& each : model.varied()) made.varying.slots.push_back(made.program.find(each)->first_slot);
  return made;
}

/// The model of public services: every third constant differs; looked at is what a report needs.
Case public_services() {
  base::Diagnostics diagnostics;
  const study::Study study = study::read("domain/studies/barnet-2012.toml", diagnostics);
  std::vector<place::Place> places;
  for (const auto& folder : study.places) places.push_back(place::read(folder, diagnostics));
  Case made;
  made.name = "public-services";
  made.program = compile(syntax::read(study.model, diagnostics));
  const study::Design design = study::design(study, places, made.program, analysis::needed_variables(), diagnostics);
  made.shared = design.runs.front().inputs;
  for (const std::string& name : design.outputs) {
    const program::Variable* variable = made.program.find(name);
    if (variable == nullptr) continue;
    for (std::uint32_t i = 0; i < variable->elements.size(); ++i) {
      if (variable->defined[i]) made.observed.push_back(variable->first_slot + i);
    }
  }
  const program::Program& program = made.program;
  std::size_t nth = 0;
  for (const program::Variable& variable : program.variables) {
    for (std::uint32_t i = 0; variable.kind == program::Kind::constant && i < variable.elements.size(); ++i) {
      const std::uint32_t slot = variable.first_slot + i;
      const bool is_control = slot == program.time_step || slot == program.saveper || slot == program.final_time ||
                              slot == program.initial_time;
      if (!is_control && program.start[slot] != 0 && nth++ % 3 == 0) made.varying.slots.push_back(slot);
    }
  }
  made.program = program::pruned(made.program, made.observed);
  return made;
}

/// Equations that a step computes, and steps of a run: what the times are divided by.
double work_of(const Case& of) {
  double equations = 0, steps = 0;
  for (const auto* phase : {&of.program.advance, &of.program.rates}) {
    for (const program::Block& block : *phase) equations += block.is_part ? 0 : block.turns;
  }
  engine::run(of.program, inputs_of(of, 0), [&](double, std::span<const double>) { ++steps; });
  return equations * steps;
}

/// A way to run lanes: how many, and the work.
struct Way {
  std::string name;
  std::size_t lanes = 0;
  std::function<void()> run;
  std::vector<double> nanoseconds = {};  ///< by equation, step and lane, of each round
};

std::vector<double> sink(100'000);  // NOLINT: what is observed goes here, over and over

Way on_lanes(const Case& of, const engine::KernelSet& kernels) {
  struct State {
    engine::LaneProgram program;
    engine::Registers registers;
    std::vector<program::Inputs> inputs;
    std::vector<const program::Inputs*> block;
    explicit State(engine::LaneProgram prepared) : program(std::move(prepared)), registers(program) {}
  };
  auto state = std::make_shared<State>(engine::prepare(of.program, of.observed, of.varying, kernels));
  for (std::size_t lane = 0; lane < kernels.lanes; ++lane) state->inputs.push_back(inputs_of(of, lane));
  for (const program::Inputs& each : state->inputs) state->block.push_back(&each);
  return {std::string("lanes.") + kernels.name, kernels.lanes, [state] {
            engine::run(state->program, state->block, state->registers, [&](const engine::Moment& moment) {
              double* to = sink.data();
              for (const engine::Column& column : moment.columns) {
                to = std::copy_n(column.values, column.step == 0 ? 1 : state->program.kernels.lanes, to);
              }
            });
          }};
}

Way scalar_c(const Case& of) {
  constexpr std::size_t lanes = 32;
  auto code = std::make_shared<Compiled>(program::c_text(of.program), "gcc -x c -std=c99 -O3 -march=native");
  std::vector<program::Inputs> inputs;
  for (std::size_t lane = 0; lane < lanes; ++lane) inputs.push_back(inputs_of(of, lane));
  struct Told {
    const double* values;
    const std::vector<std::uint32_t>* observed;
  };
  double* values = *code->find<double**>("commonweal_values");
  return {"scalar-c", lanes, [=, observed = of.observed] {
            const auto start = code->find<void (*)()>("commonweal_start");
            const auto series = code->find<void (*)(int, int, const double*, const double*)>("commonweal_series");
            const auto run = code->find<void (*)(void (*)(void*), void*)>("commonweal_run");
            Told told{values, &observed};
            for (const program::Inputs& each : inputs) {
              start();
              for (const auto& setting : each.settings) values[setting.slot] = setting.value;
              for (std::size_t i = 0; i < each.series.size(); ++i) {
                series(static_cast<int>(i), static_cast<int>(each.series[i].times.size()), each.series[i].times.data(),
                       each.series[i].values.data());
              }
              const auto observe = [](void* at) {
                const auto* all = static_cast<const Told*>(at);
                double* to = sink.data();
                for (const std::uint32_t slot : *all->observed) *to++ = all->values[slot];
              };
              run(observe, &told);
            }
          }};
}

struct SeriesReader {
  const Case* of = nullptr;
  double* share = nullptr;
  const engine::Flat* flat = nullptr;
};
SeriesReader reader;  // NOLINT: a C function without context reads from it

void read_series(double time) {
  for (std::size_t i = 0; i < reader.of->program.series.size(); ++i) {
    const program::Series& series = reader.of->program.series[i];
    const std::uint32_t home = reader.flat->home_of[series.slot];
    if (home != engine::no_value) {
      reader.share[home] = engine::read_points(reader.of->shared.series[i], series.between, time);
    }
  }
}

Way vector_c(const Case& of, const char* name, int width, const std::string& flags) {
  auto flat = std::make_shared<engine::Flat>(engine::flatten(of.program, of.observed));
  const engine::Traits traits = engine::traits(of.program, *flat, of.varying);
  VectorCode code(of.program, *flat, traits, width);
  const std::string text = code.write();
  if (!code.is_whole()) {
    fmt::print(stderr, "{} has what vector_c.h does not write\n", of.name);
    std::exit(EXIT_FAILURE);
  }
  auto compiled =
      std::make_shared<Compiled>(text, "g++ -x c++ -std=c++20 -O3 -w -ffp-contract=off -fno-math-errno -Isrc " + flags);
  auto* vary = static_cast<double*>(compiled->find<void* (*)()>("vary_homes")());
  auto* share = compiled->find<double* (*)()>("shared_homes")();
  const auto lanes = static_cast<std::size_t>(width);
  std::vector<program::Inputs> inputs;
  for (std::size_t lane = 0; lane < lanes; ++lane) inputs.push_back(inputs_of(of, lane));
  return {name, lanes, [=, &of] {
            reader = {&of, share, flat.get()};
            for (std::size_t home = 0; home < flat->homes.size(); ++home) {
              const engine::ValueId value = flat->homes[home].value;
              const double start = of.program.start[flat->values[value].slot];
              share[home] = start;
              if (traits.varies[value]) std::fill_n(vary + home * lanes, lanes, start);
            }
            for (std::size_t lane = 0; lane < lanes; ++lane) {
              for (const auto& setting : inputs[lane].settings) {
                const std::uint32_t home = flat->home_of[setting.slot];
                if (home == engine::no_value) continue;
                share[home] = setting.value;
                if (traits.varies[flat->homes[home].value]) vary[home * lanes + lane] = setting.value;
              }
            }
            const auto observe = [](const void* shown) {
              const auto size = static_cast<std::ptrdiff_t>(sizeof(double));
              std::copy_n(static_cast<const std::byte*>(shown), size, reinterpret_cast<std::byte*>(sink.data()));
            };
            compiled->find<void (*)(void (*)(double), void (*)(const void*))>("run_block")(read_series, observe);
          }};
}

struct Figure {
  double median = 0, spread = 0;
};
Figure figure(std::vector<double> values) {
  std::ranges::sort(values);
  const auto quantile = [&](std::size_t quarter) { return values[(values.size() - 1) * quarter / 4]; };
  return {quantile(2), quantile(3) - quantile(1)};
}

void print(const std::string& name, const std::vector<double>& values, const char* unit) {
  const Figure seen = figure(values);
  fmt::print("{{\"name\": \"{}\", \"value\": {:.4g}, \"unit\": \"{}\", \"spread\": {:.2g}}}\n", name, seen.median, unit,
             seen.spread);
  std::fflush(stdout);
}

std::vector<double> ratio(const Way& above, const Way& below) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < above.nanoseconds.size(); ++i) {
    ratios.push_back(above.nanoseconds[i] / below.nanoseconds[i]);
  }
  return ratios;
}

/// All ways of one model, in turn, round after round: whatever else the machine does, it does to all of them.
void measure(const Case& of, bool has_limit) {
  const double work = work_of(of);
  const std::vector<engine::KernelSet> sets = engine::available_kernels();
  std::vector<Way> ways{scalar_c(of)};
  for (const engine::KernelSet& kernels : sets) ways.push_back(on_lanes(of, kernels));
  const std::string best = ways.back().name;
  std::string best_of_avx2 = best;
  if (sets.back().width == 8) {
    engine::KernelSet kernels = engine::translating(engine::avx2_kernels());
    kernels.name = "translated-avx2";
    ways.push_back(on_lanes(of, kernels));
    best_of_avx2 = ways.back().name;
  }
  if (has_limit && sets.back().width == 8) {
    ways.push_back(vector_c(of, "vector-c.avx512", 8, "-mavx512f -mavx512dq -mavx512vl -mprefer-vector-width=512"));
  }
  if (has_limit && sets.back().width >= 4) ways.push_back(vector_c(of, "vector-c.avx2", 4, "-mavx2"));

  constexpr int rounds = 11;
  for (int round = -1; round < rounds; ++round) {  // the first pays for cold caches
    for (Way& way : ways) {
      const auto begun = Clock::now();
      std::size_t lanes = 0;
      do {
        way.run();
        lanes += way.lanes;
      } while (Clock::now() - begun < std::chrono::milliseconds(8));
      const std::chrono::duration<double, std::nano> taken = Clock::now() - begun;
      if (round >= 0) way.nanoseconds.push_back(taken.count() / static_cast<double>(lanes) / work);
    }
  }
  std::map<std::string, const Way*> by_name;
  for (const Way& way : ways) by_name[way.name] = &way;
  const std::string prefix = "kernel." + of.name + ".";
  const std::string limit = sets.back().width == 8 ? "vector-c.avx512" : "vector-c.avx2";
  if (of.name == "400" && by_name.contains(limit)) {
    print("limit.share", ratio(*by_name[limit], *by_name[best]), "");
  }
  for (const Way& way : ways) print(prefix + way.name, way.nanoseconds, "ns");
  print(prefix + "ratio", ratio(*by_name["scalar-c"], *by_name[best]), "x");
  if (sets.back().width >= 4) {
    print(prefix + "ratio.avx2", ratio(*by_name["scalar-c"], *by_name[best_of_avx2]), "x");
  }
  if (by_name.contains("vector-c.avx512")) {
    print(prefix + "share.avx512", ratio(*by_name["vector-c.avx512"], *by_name[best]), "");
  }
  if (by_name.contains("vector-c.avx2")) {
    print(prefix + "share.avx2", ratio(*by_name["vector-c.avx2"], *by_name[best_of_avx2]), "");
  }
}

}  // namespace
}  // namespace commonweal::benchmarks

int main(int count, char** words) {
  using namespace commonweal::benchmarks;
  const std::string only = count > 1 ? words[1] : "";
  const auto wanted = [&](const std::string& name) { return only.empty() || only == name; };
  if (wanted("400")) measure(synthetic("400", 400, true), true);
  if (wanted("4000")) measure(synthetic("4000", 4000, true), true);
  if (wanted("arithmetic")) measure(synthetic("arithmetic", 400, false), true);
  // Without the limit: as one function of thousands of vectors it was ten times slower than scalar C, and so is none.
  if (wanted("public-services")) measure(public_services(), false);
}

// SPDX-License-Identifier: Apache-2.0
#include "ensemble/run.h"

#include <cstring>
#include <memory>

#include <gtest/gtest.h>

#include "engine/engine.h"
#include "ensemble/drawn_test.h"
#include "ensemble/yearly.h"

namespace commonweal::ensemble {
namespace {

program::Program compiled(const char* text) {
  base::Diagnostics diagnostics;
  const auto source = std::make_shared<base::SourceText>("a.mdl", text);
  program::Program program =
      program::compile(model::build(syntax::parse(source, diagnostics), diagnostics), diagnostics);
  EXPECT_EQ(diagnostics.render(), "");
  return program;
}

const program::Program& debt() {
  static const program::Program program = compiled(debt_model);
  return program;
}

std::uint32_t slot_of(const char* name) {
  return debt().find(name)->first_slot;
}

study::Run a_run(std::size_t scenario, int last, double spend, double grant) {
  study::Run run{study::ScenarioId(scenario), {2012}, {last}, {}};
  run.inputs.settings = {{slot_of("FINAL TIME"), last + 1.0}, {slot_of("spend"), spend}};
  run.inputs.series = {{{2012, 2014}, {grant, 2 * grant}}};
  return run;
}

// Runs that go together, one between them that is longer, one more in other steps, one that cannot be computed, and
// more than a block of lanes has room for.
study::Design a_design() {
  study::Design design;
  design.outputs = {"debt", "burden", "grant"};
  for (std::size_t i = 0; i < 24; ++i) {
    design.runs.push_back(a_run(i, i == 3 ? 2018 : 2015, i == 6 ? 5 : 8 + 0.1 * static_cast<double>(i), 0.5));
    design.run_names.push_back("run " + std::to_string(i));
  }
  design.runs[2].inputs.series.front().values = {7, 1};
  design.runs[4].inputs.settings.push_back({slot_of("interest"), 0.1});
  design.runs[5].inputs.settings.push_back({slot_of("TIME STEP"), 0.5});
  return design;
}

TEST(Runs, GivesEachRunTheBitsOfThePlainEngine) {
  const study::Design design = a_design();
  base::Diagnostics diagnostics;
  const Ensemble ensemble = run(debt(), design, diagnostics);
  const Kept kept = keep(debt(), design.outputs);
  ASSERT_EQ(ensemble.futures.size(), design.runs.size() - 1);
  for (const study::Run& each : design.runs) {
    if (each.scenario.index == 6) continue;  // the one that fails
    const Future& future = ensemble.of(each.scenario);
    YearlyAccumulator yearly(kept, each.first, future.years, time_step_of(debt(), each.inputs));
    const auto fault = engine::run(debt(), each.inputs,
                                   [&](double time, std::span<const double> values) { yearly.observe(time, values); });
    ASSERT_FALSE(fault);
    const std::vector<double> expected = std::move(yearly).figures();
    ASSERT_EQ(future.values.size(), expected.size());
    EXPECT_EQ(std::memcmp(future.values.data(), expected.data(), expected.size() * sizeof(double)), 0)
        << each.scenario.index;
  }
}

TEST(Runs, NamesTheRunThatCannotBeComputedAndKeepsTheOthers) {
  base::Diagnostics diagnostics;
  const Ensemble ensemble = run(debt(), a_design(), diagnostics);
  EXPECT_EQ(ensemble.futures[6].scenario.index, 7U);
  EXPECT_NE(diagnostics.render().find("run 6"), std::string::npos) << diagnostics.render();
  EXPECT_NE(diagnostics.render().find("division-by-zero"), std::string::npos) << diagnostics.render();
}

}  // namespace
}  // namespace commonweal::ensemble

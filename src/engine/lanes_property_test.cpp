// SPDX-License-Identifier: Apache-2.0
// Random models in blocks of lanes, for every kind of kernels, beside the plain engine: the same bits, the same faults.
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/compiled_test.h"
#include "engine/lanes_test.h"
#include "engine/random_model_test.h"
#include "program/prune.h"

namespace commonweal::engine {
namespace {

RC_GTEST_PROP(LanesProperty, AreThePlainEngineBitForBitInEveryKindOfKernels, ()) {
  ModelWriter writer;
  const std::string text = writer.write();
  RC_LOG() << text;
  base::Diagnostics diagnostics;
  const std::string whole =
      text + "INITIAL TIME = 0 ~ ~ |\nFINAL TIME = 6 ~ ~ |\nTIME STEP = " + one_of<std::string>({"0.5", "0.25"}) +
      " ~ ~ |\n" + one_of<std::string>({"", settings_of_rk4});
  const auto source = std::make_shared<base::SourceText>("model.mdl", whole);
  const model::Model model = model::build(syntax::parse(source, diagnostics), diagnostics);
  const program::Program program = program::compile(model, diagnostics);
  RC_PRE(!diagnostics.has_errors());  // initial values may need each other

  const std::uint32_t a = program.find("a")->first_slot, b = program.find("b")->first_slot;
  std::vector<program::Inputs> inputs(*rc::gen::inRange<std::size_t>(1, 160));
  const bool b_varies = *rc::gen::inRange(0, 2) == 0;
  for (program::Inputs& each : inputs) {
    each.settings.push_back({a, *rc::gen::inRange(-12, 13) / 4.0});
    each.settings.push_back({b, b_varies ? *rc::gen::inRange(-5, 6) / 2.0 : 0.5});
  }
  const Varying varying{b_varies ? std::vector{a, b} : std::vector{a}, {}};
  const std::vector<std::uint32_t> observed = slots_of(program, writer.observed());
  RC_ASSERT(difference(program, observed, varying, inputs) == "");
  RC_ASSERT(difference(program::pruned(program, observed), observed, varying, inputs) == "");
}

}  // namespace
}  // namespace commonweal::engine

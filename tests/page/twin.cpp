// SPDX-License-Identifier: Apache-2.0
#include "page/twin.h"

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "engine/lanes_test.h"
#include "maths/elementary.h"
#include "maths/elementary_vector.h"
#include "model/model.h"
#include "program/compile.h"
#include "program/prune.h"
#include "random/philox.h"
#include "syntax/mdl.h"

namespace commonweal::page {

namespace {

using Json = nlohmann::ordered_json;

/// Numbers of any bits, of ordinary size, and near where functions turn: three kinds in turn.
double argument(std::uint32_t block, std::uint32_t number, std::uint32_t which) {
  const random::PhiloxCounter bits = random::philox({block, number, which, 0}, {2012, 7});
  const std::uint64_t all = (std::uint64_t{bits[1]} << 32U) | bits[0];
  if (number % 3 == 0) return std::bit_cast<double>(all);
  const double part = static_cast<double>(all >> 11U) * 0x1p-53;
  if (number % 3 == 1) return (part - 0.5) * 1500;
  return 1 + (part - 0.5) * static_cast<double>(bits[2] % 8) / 4;
}

void append(std::string& bytes, double value) {
  auto bits = std::bit_cast<std::uint64_t>(value);
  if (value != value) bits = 0x7ff8000000000000U;  // WebAssembly leaves open which of the bit patterns is no number
  for (int i = 0; i < 8; ++i) bytes += static_cast<char>((bits >> (8U * static_cast<unsigned>(i))) & 0xffU);
}

Json maths(std::uint32_t block) {
  constexpr std::uint32_t count = 3000;
  std::string exponentials, logarithms, powers, pairs;
  for (std::uint32_t i = 0; i < count; ++i) {
    const double x = argument(block, i, 0), y = argument(block, i, 1);
    append(exponentials, maths::exponential(x));
    append(logarithms, maths::natural_logarithm(x));
    append(powers, maths::power(x, y));
    using Pair = maths::Vector<2>::Real;
    const Pair a{x, y}, b{y, x};
    for (const Pair& made : {maths::exponential_of(a), maths::natural_logarithm_of(a), maths::power_of(a, b)}) {
      append(pairs, made[0]);
      append(pairs, made[1]);
    }
  }
  return {{"exp", base::sha256(exponentials)},
          {"ln", base::sha256(logarithms)},
          {"pow", base::sha256(powers)},
          {"pairs", base::sha256(pairs)}};
}

std::string hash_of(const engine::Shown& shown) {
  std::string bytes = shown.end;
  for (const auto& moment : shown.moments) {
    for (const std::uint64_t bits : moment) append(bytes, std::bit_cast<double>(bits));
  }
  return base::sha256(bytes);
}

/// The constants of the model that lanes may differ in, and the inputs of each lane.
std::vector<program::Inputs> inputs_of(const program::Program& program, const Json& settings,
                                       engine::Varying& varying) {
  std::vector<program::Inputs> inputs;
  for (const Json& lane : settings) {
    program::Inputs& each = inputs.emplace_back();
    for (const Json& setting : lane) {
      const std::uint32_t slot = program.find(setting[0].get<std::string>())->first_slot;
      each.settings.push_back({slot, setting[1].get<double>()});
      if (inputs.size() == 1) varying.slots.push_back(slot);
    }
  }
  return inputs;
}

Json model(const Json& request) {
  base::Diagnostics diagnostics;
  const auto source = std::make_shared<base::SourceText>("model.mdl", request["model"].get<std::string>());
  const model::Model model = model::build(syntax::parse(source, diagnostics), diagnostics);
  const program::Program program = program::compile(model, diagnostics);
  if (diagnostics.has_errors()) return {{"faults", diagnostics.render()}};

  engine::Varying varying;
  const std::vector<program::Inputs> inputs = inputs_of(program, request["settings"], varying);
  const auto observed = engine::slots_of(program, request["observed"].get<std::vector<std::string>>());
  std::string hashes;
  for (const program::Inputs& each : inputs) hashes += hash_of(engine::shown_plainly(program, each, observed));
  return {{"lanes", base::sha256(hashes)},
          {"difference", engine::difference(program, observed, varying, inputs)},
          {"pruned", engine::difference(program::pruned(program, observed), observed, varying, inputs)}};
}

}  // namespace

std::optional<std::string> twin_answer(std::string_view request) {
  const Json asked = Json::parse(request, nullptr, false);
  const std::string what = asked.is_object() ? asked.value("do", "") : "";
  if (what == "maths") return maths(asked["block"].get<std::uint32_t>()).dump();
  if (what == "model") return model(asked).dump();
  return std::nullopt;
}

}  // namespace commonweal::page

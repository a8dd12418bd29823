// SPDX-License-Identifier: Apache-2.0
// Writes requests of random models for the twins, one a line: as many as the first argument says, from the seed that
// is the second.
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "engine/random_model_test.h"

namespace {

using commonweal::engine::one_of;

std::string request() {
  commonweal::engine::ModelWriter writer;
  const std::string text = writer.write();
  nlohmann::ordered_json asked{{"do", "model"},
                               {"model", text + "INITIAL TIME = 0 ~ ~ |\nFINAL TIME = 6 ~ ~ |\nTIME STEP = " +
                                             one_of<std::string>({"0.5", "0.25"}) + " ~ ~ |\n"}};
  const bool b_varies = *rc::gen::inRange(0, 2) == 0;
  const int lanes = *rc::gen::inRange(1, 200);
  for (int lane = 0; lane < lanes; ++lane) {
    nlohmann::ordered_json settings = nlohmann::ordered_json::array({{"a", *rc::gen::inRange(-12, 13) / 4.0}});
    if (b_varies) settings.push_back({"b", *rc::gen::inRange(-5, 6) / 2.0});
    asked["settings"].push_back(settings);
  }
  asked["observed"] = writer.observed();
  return asked.dump();
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : 1;
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 0;
  const auto requests = rc::gen::exec(request);
  for (int i = 0; i < count; ++i) {
    std::cout << requests(rc::Random(seed + static_cast<std::uint64_t>(i)), 50).value() << '\n';
  }
}

// SPDX-License-Identifier: Apache-2.0
// From a lever that somebody moves to all that the live page shows: the study of the library, every answer from the
// conversation that the page holds, on one thread and without WebAssembly.
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "benchmarks/timing.h"
#include "explore/session.h"

namespace commonweal::benchmarks {
namespace {

using Json = nlohmann::json;

constexpr const char* study = "domain/studies/barnet-library.toml";
constexpr int repeats = 21;

/// The study's text with another intensity of one policy of its package: each time another one.
class MovedLever {
 public:
  explicit MovedLever(std::string text) : text_(std::move(text)), at_(text_.find(as_it_was)) {}

  std::string next() {
    std::string moved = text_;
    return moved.replace(at_, as_it_was.size(), fmt::format("intensity = 0.{}", ++thousandths_));
  }

 private:
  static constexpr std::string_view as_it_was = "intensity = 0.8";
  std::string text_;
  std::size_t at_;
  int thousandths_ = 100;
};

std::string run(const std::string& text, int draws) {
  return Json{{"do", "run"}, {"text", text}, {"draws", draws}}.dump();
}

int measure() {
  explore::Session session;
  const auto open = [&] { return Json::parse(session.answer(Json{{"do", "open"}, {"study", study}}.dump())); };
  const Json opened = open();
  if (!opened["faults"].empty()) return EXIT_FAILURE;
  const std::string text = opened["text"];
  MovedLever lever(text);
  time_in_milliseconds("explore.open", 5, [&] {
    session = {};
    open();
  });
  for (const int draws : {32, 200}) {
    session.answer(run(text, draws));
    time_in_milliseconds(fmt::format("explore.run-{}", draws), repeats,
                         [&] { session.answer(run(lever.next(), draws)); });
  }
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace commonweal::benchmarks

int main() {
  return commonweal::benchmarks::measure();
}

// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "calibration/calibrate.h"

namespace commonweal::calibration {

namespace {

using Json = nlohmann::ordered_json;

const char* words_of(Lesson lesson) {
  switch (lesson) {
    case Lesson::learned: return "learned";
    case Lesson::little: return "a little";
    case Lesson::not_informed: return "not informed";
  }
  return "";
}

Json json_of(const Spread& spread) {
  return {{"tenth", spread.tenth}, {"middle", spread.middle}, {"ninth", spread.ninth}};
}

std::string text_of(const Spread& spread) {
  return fmt::format("{:.3g} ({:.3g} to {:.3g})", spread.middle, spread.tenth, spread.ninth);
}

bool is_inside(const CalibratedFigure& figure) {
  return figure.after.tenth <= figure.observation.value && figure.observation.value <= figure.after.ninth;
}

std::string verdict_of(const CalibratedFigure& figure) {
  std::string verdict = is_inside(figure) ? "inside" : "outside";
  if (figure.is_kept_back) verdict += ", kept back";
  if (figure.implausibility > implausible_above) verdict += ", out of reach of the ranges";
  return verdict;
}

}  // namespace

std::string text(const Calibration& calibration) {
  std::string text =
      fmt::format("{}, scenario '{}': {} members, of which {} could not be run; {} steps\n", calibration.title,
                  calibration.scenario, calibration.members, calibration.failed, calibration.steps);
  auto out = std::back_inserter(text);
  fmt::format_to(out, "\nWhat was measured, and the model before and after (middle; 8 of 10 members, with errors)\n");
  for (const CalibratedFigure& figure : calibration.figures) {
    fmt::format_to(out, "  {:<28} {:>7.3g}   {:<26} {:<26} {}\n", figure.observation.id, figure.observation.value,
                   text_of(figure.before), text_of(figure.after), verdict_of(figure));
  }
  fmt::format_to(out, "  mean square of what is missed, in errors: {:.2f} (1: as large as was said)\n",
                 calibration.mismatch);
  fmt::format_to(out, "\nInputs (spread after against before)\n");
  for (const CalibratedInput& input : calibration.inputs) {
    fmt::format_to(out, "  {:<44} {:<26} {:<26} {:.2f} {}\n", input.name, text_of(input.before), text_of(input.after),
                   input.learned.shrink, words_of(input.learned.lesson));
  }
  if (!calibration.entangled.empty()) fmt::format_to(out, "\nKnown together only\n");
  for (const EntangledInputs& pair : calibration.entangled) {
    fmt::format_to(out, "  {} and {}: correlation {:.2f}{}\n", pair.first, pair.second, pair.correlation,
                   std::fabs(pair.correlation) > not_told_apart_above ? ", cannot be told apart" : "");
  }
  return text;
}

std::string json(const Calibration& calibration) {
  Json file = {{"title", calibration.title},   {"scenario", calibration.scenario}, {"members", calibration.members},
               {"failed", calibration.failed}, {"steps", calibration.steps},       {"mismatch", calibration.mismatch},
               {"figures", Json::array()},     {"inputs", Json::array()},          {"entangled", Json::array()}};
  for (const CalibratedFigure& figure : calibration.figures) {
    const Observation& observation = figure.observation;
    file["figures"].push_back({{"id", observation.id},
                               {"series", observation.series},
                               {"variable", observation.variable},
                               {"element", observation.element},
                               {"year", observation.year.text()},
                               {"value", observation.value},
                               {"error", observation.error},
                               {"discrepancy", observation.discrepancy},
                               {"source", observation.source},
                               {"note", observation.note},
                               {"kept_back", figure.is_kept_back},
                               {"before", json_of(figure.before)},
                               {"after", json_of(figure.after)},
                               {"inside", is_inside(figure)},
                               {"implausibility", figure.implausibility}});
  }
  for (const CalibratedInput& input : calibration.inputs) {
    file["inputs"].push_back({{"name", input.name},
                              {"unit", input.unit},
                              {"range", input.words},
                              {"before", json_of(input.before)},
                              {"after", json_of(input.after)},
                              {"shrink", input.learned.shrink},
                              {"shift", input.learned.shift},
                              {"lesson", words_of(input.learned.lesson)}});
  }
  for (const EntangledInputs& pair : calibration.entangled) {
    file["entangled"].push_back({{"first", pair.first}, {"second", pair.second}, {"correlation", pair.correlation}});
  }
  return file.dump(2) + "\n";
}

}  // namespace commonweal::calibration

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <functional>
#include <thread>

#include <fmt/format.h>

#include "doors/cli/commands.h"
#include "doors/cli/talk.h"
#include "program/c_text.h"
#include "program/compile.h"
#include "report/headline_output.h"
#include "report/results_csv.h"
#include "road/road.h"
#include "syntax/mdl.h"

namespace commonweal::doors {

namespace {

using Path = std::filesystem::path;

model::Model read_model(const Path& path, base::Diagnostics& diagnostics) {
  const syntax::Document document = syntax::read(path, diagnostics);
  return diagnostics.has_errors() ? model::Model() : model::build(document, diagnostics);
}

std::string program_text(const Path& path, base::Diagnostics& diagnostics) {
  const model::Model model = read_model(path, diagnostics);
  return diagnostics.has_errors() ? "" : program::dump(program::compile(model, diagnostics));
}

std::string c_text(const Path& path, base::Diagnostics& diagnostics) {
  const model::Model model = read_model(path, diagnostics);
  return diagnostics.has_errors() ? "" : program::c_text(program::compile(model, diagnostics));
}

std::string design_text(const Path& path, base::Diagnostics& diagnostics) {
  const road::Journey way = road::travel(path, diagnostics);
  return study::dump(way.design) + (way.draw_design ? study::dump(*way.draw_design) : "");
}

/// With every processor that there is: a dump is not asked how many.
road::Journey whole_way(const Path& path, base::Diagnostics& diagnostics) {
  road::Journey way = road::travel(path, diagnostics);
  const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  if (!diagnostics.has_errors()) road::travel_on(way, {}, {.threads = threads}, diagnostics);
  return way;
}

std::string futures_text(const Path& path, base::Diagnostics& diagnostics) {
  const road::Journey way = whole_way(path, diagnostics);
  return report::results_csv(way.futures, way.draws, road::scenario_names(way.study));
}

/// One row a stage: what it is called and how its result becomes text.
struct Stage {
  std::string_view name;
  std::function<std::string(const Path&, base::Diagnostics&)> text;
};

const std::array<Stage, 9>& stages() {
  static const std::array<Stage, 9> all{{
      {"study", [](const Path& path, base::Diagnostics& faults) { return study::dump(study::read(path, faults)); }},
      {"place", [](const Path& path, base::Diagnostics& faults) { return place::dump(place::read(path, faults)); }},
      {"evidence",
       [](const Path& path, base::Diagnostics& faults) { return evidence::dump(evidence::read(path, faults)); }},
      {"document",
       [](const Path& path, base::Diagnostics& faults) { return syntax::dump(syntax::read(path, faults)); }},
      {"model", [](const Path& path, base::Diagnostics& faults) { return model::dump(read_model(path, faults)); }},
      {"program", program_text},
      {"design", design_text},
      {"futures", futures_text},
      {"findings", [](const Path& path,
                      base::Diagnostics& faults) { return report::headline_json(whole_way(path, faults).findings); }},
  }};
  return all;
}

}  // namespace

std::vector<std::string> dump_stages() {
  std::vector<std::string> names;
  for (const Stage& stage : stages()) names.emplace_back(stage.name);
  return names;
}

int dump(const DumpArguments& arguments) {
  base::Diagnostics diagnostics;
  const auto stage =
      std::find_if(stages().begin(), stages().end(), [&](const Stage& each) { return each.name == arguments.stage; });
  if (arguments.as_c && arguments.stage != "program") {
    diagnostics.error("no-such-form", base::Position::file(arguments.path),
                      fmt::format("'{}' cannot be printed as C", arguments.stage), "only 'program' can");
    return refuse(diagnostics);
  }
  const std::string text =
      arguments.as_c ? c_text(arguments.path, diagnostics) : stage->text(arguments.path, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  return give(text) ? done : users_fault;
}

}  // namespace commonweal::doors

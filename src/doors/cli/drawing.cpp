// SPDX-License-Identifier: Apache-2.0
#include "doors/cli/drawing.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <thread>

#include <fmt/format.h>

#include "base/new_file.h"
#include "doors/cli/interrupt.h"
#include "doors/cli/progress.h"
#include "doors/cli/talk.h"
#include "ensemble/member.h"

namespace commonweal::doors {

ensemble::RunKey key_of(const road::Journey& way, const report::Manifest& manifest, bool keeps_figures) {
  ensemble::RunKey key{{"version", manifest.version}};
  for (const report::Manifest::Part& part : manifest.parts) {
    const std::string name = std::filesystem::path(part.path).filename().string();
    key.emplace_back(part.role == "place" ? fmt::format("place '{}'", name) : part.role, part.sha256);
  }
  key.emplace_back("number of draws", fmt::format("{}", way.draw_design->draws));
  key.emplace_back("seed", fmt::format("{}", way.draw_design->seed));
  key.emplace_back("wish for draws.csv", way.draw_design->scalars ? "yes" : "no");
  key.emplace_back("wish for NetCDF", keeps_figures ? "yes" : "no");
  return key;
}

bool draw_on(road::Journey& way, const UnderstandArguments& arguments, ensemble::Checkpoint* checkpoint,
             base::Diagnostics& diagnostics) {
  const Interrupt interrupt;
  ProgressMeter meter(arguments.progress);
  const auto goes_on = [&](const ensemble::Progress& progress) {
    meter.show(progress);
    return !Interrupt::is_wished();
  };
  const unsigned threads =
      arguments.threads > 0 ? arguments.threads : std::max(1U, std::thread::hardware_concurrency());
  const ensemble::DrawTables tables{.scalars = way.draw_design && way.draw_design->scalars,
                                    .figures = !arguments.netcdf.empty()};
  return road::travel_on(way, tables, {.threads = threads, .goes_on = goes_on, .checkpoint = checkpoint}, diagnostics);
}

int replay(const road::Journey& way, const UnderstandArguments& arguments) {
  base::Diagnostics diagnostics;
  const std::string csv = ensemble::member_csv(way.study, way.design, *way.draw_design, way.program, *arguments.member,
                                               arguments.scenario, diagnostics);
  if (!diagnostics.has_errors() && !arguments.output.empty()) base::write_file(arguments.output, csv, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  if (arguments.output.empty()) return give(csv) ? done : users_fault;
  say(fmt::format("draw {} is in {}", *arguments.member, arguments.output.string()));
  return done;
}

}  // namespace commonweal::doors

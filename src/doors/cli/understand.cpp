// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <optional>
#include <thread>

#include <fmt/format.h>

#include "base/files.h"
#include "doors/cli/commands.h"
#include "doors/cli/interrupt.h"
#include "doors/cli/progress.h"
#include "doors/cli/road.h"
#include "doors/cli/talk.h"
#include "report/report.h"

namespace commonweal::doors {

namespace {

/// A file that went into the run, with its hash.
report::Manifest::Part part_of(const std::string& role, const std::filesystem::path& path) {
  base::Diagnostics unread;  // it has been read once already; a hash that cannot be made is left empty
  const base::SharedSource source = base::read_text(path, unread);
  return {role, path.lexically_normal().string(), source ? base::sha256(source->text()) : ""};
}

report::Manifest manifest_of(const Journey& way, const std::string& command_line) {
  report::Manifest manifest;
  manifest.version = COMMONWEAL_VERSION;
  manifest.command = command_line;
  manifest.parts = {part_of("study", way.study.path), part_of("model", way.study.model)};
  if (!way.study.evidence.empty()) manifest.parts.push_back(part_of("evidence", way.study.evidence));
  if (!way.study.targets.empty()) manifest.parts.push_back(part_of("targets", way.study.targets));
  if (way.study.uncertainty && !way.study.uncertainty->dimensions.empty()) {
    manifest.parts.push_back(part_of("dimensions", way.study.uncertainty->dimensions));
  }
  for (std::size_t i = 0; i < way.places.size(); ++i) {
    manifest.parts.push_back({"place", way.study.places[i].lexically_normal().string(), way.places[i].hash});
  }
  manifest.parts.push_back({"compiled model", "", base::sha256(program::dump(way.program))});
  return manifest;
}

/// All that determines the draws.
ensemble::RunKey key_of(const Journey& way, const report::Manifest& manifest) {
  ensemble::RunKey key{{"version", manifest.version}};
  for (const report::Manifest::Part& part : manifest.parts) {
    const bool has_several = part.role == "place";
    key.emplace_back(
        has_several ? fmt::format("place {}", std::filesystem::path(part.path).filename().string()) : part.role,
        part.sha256);
  }
  key.emplace_back("number of draws", fmt::format("{}", way.draw_design->draws));
  key.emplace_back("seed", fmt::format("{}", way.draw_design->seed));
  key.emplace_back("tables", way.draw_design->scalars ? "scalars" : "");
  return key;
}

unsigned threads_of(const UnderstandArguments& arguments) {
  return arguments.threads > 0 ? arguments.threads : std::max(1U, std::thread::hardware_concurrency());
}

/// The rest of the road, looked after; false if somebody wished it to end.
bool travel_on(Journey& way, const UnderstandArguments& arguments, ensemble::Checkpoint* checkpoint,
               base::Diagnostics& diagnostics) {
  const Interrupt interrupt;
  ProgressMeter meter(arguments.progress);
  const ensemble::DrawWork work{.threads = threads_of(arguments),
                                .goes_on =
                                    [&](const ensemble::Progress& progress) {
                                      meter.show(progress);
                                      return !Interrupt::is_wished();
                                    },
                                .checkpoint = checkpoint};
  const ensemble::DrawTables tables{.scalars = way.draw_design && way.draw_design->scalars, .figures = false};
  return travel_on(way, tables, work, diagnostics);
}

int stop(const base::Diagnostics& diagnostics) {
  say(diagnostics.render() + "interrupted; the same command with --resume goes on from here");
  return interrupted;
}

}  // namespace

int understand(const UnderstandArguments& arguments) {
  base::Diagnostics diagnostics;
  Journey way = travel(arguments.study, Until::design, diagnostics, arguments.overrides);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  const auto output = arguments.output.empty() ? std::filesystem::path("results") / way.study.id : arguments.output;
  const report::Manifest manifest = manifest_of(way, arguments.command_line);

  // Draws can take long: what is said of them is said before, and their progress is kept beside the output.
  std::optional<ensemble::Checkpoint> checkpoint;
  if (way.draw_design) {
    base::Diagnostics now;
    checkpoint.emplace(output, key_of(way, manifest), arguments.resume, now);
    if (now.has_errors()) return refuse(now);
    if (!now.all().empty()) say(now.render());
  }
  if (!travel_on(way, arguments, checkpoint ? &*checkpoint : nullptr, diagnostics)) return stop(diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);

  base::NewFolder folder(output, diagnostics);
  if (!diagnostics.has_errors()) {
    report::write(way.findings, way.futures, scenario_names(way.study), manifest, folder, diagnostics);
  }
  if (!diagnostics.has_errors()) folder.commit(diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  if (checkpoint) checkpoint->discard();

  const std::string headline =
      arguments.json ? report::headline_json(way.findings) : report::headline_text(way.findings);
  if (!give(headline)) return users_fault;
  say(fmt::format("{}the report is {}", diagnostics.render(), (output / "report.html").string()));
  return done;
}

}  // namespace commonweal::doors

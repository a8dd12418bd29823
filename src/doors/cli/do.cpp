// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <vector>

#include <fmt/format.h>

#include "base/disk.h"
#include "base/files.h"
#include "base/new_file.h"
#include "base/new_folder.h"
#include "doors/cli/commands.h"
#include "doors/cli/talk.h"
#include "experiments/prospect.h"
#include "experiments/record.h"
#include "road/origin.h"
#include "road/road.h"

namespace commonweal::doors {

namespace {

/// The plan of experiments, shown and written: each pilot's rules are a file whose SHA-256 is the pilot's hash.
int plan_experiments(const road::Journey& way, const DoArguments& arguments, base::Diagnostics& diagnostics) {
  const std::vector<experiments::Prospect> prospects = experiments::prospects(way.study, way.evidence, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  const std::string text = experiments::text(prospects), json = experiments::json(prospects);
  if (!arguments.output.empty()) {
    base::NewFolder folder(arguments.output, diagnostics);
    folder.write("experiments.txt", text, diagnostics);
    folder.write("experiments.json", json, diagnostics);
    for (const experiments::Prospect& prospect : prospects) {
      const study::Policy& policy = *prospect.policy;
      folder.write("rules-" + policy.id + ".txt", study::rules_text(policy.id, *policy.pilot), diagnostics);
    }
    const report::Manifest manifest = road::manifest_of(way, arguments.command_line);
    folder.write("manifest.json", report::manifest_json(manifest, way.study.id), diagnostics);
    if (!diagnostics.has_errors()) folder.commit(diagnostics);
    if (diagnostics.has_errors()) return refuse(diagnostics);
  }
  return give(arguments.json ? json : text) ? done : users_fault;
}

/// Writes the register with the result in it, beside the one that the study names: that one is never touched.
void write_register(const road::Journey& way, const std::filesystem::path& path, const experiments::Record& record,
                    base::Diagnostics& diagnostics) {
  std::error_code fault;
  if (std::filesystem::exists(path, fault)) {
    diagnostics.error("already-there", base::Position::file(path.string()), "there is such a file",
                      "name a new one: no row of a register is written over");
    return;
  }
  const base::SharedSource source = base::read_text(way.study.evidence, diagnostics);
  if (source == nullptr) return;
  const std::string text = experiments::with_row(source->text(), record, diagnostics);
  if (!diagnostics.has_errors()) base::write_file(path, text, diagnostics);
}

int take_result(const road::Journey& way, const DoArguments& arguments, base::Diagnostics& diagnostics) {
  const auto result = experiments::read_result(arguments.record, diagnostics);
  if (!result) return refuse(diagnostics);
  const auto record = experiments::record(way.study, way.evidence, *result, diagnostics);
  if (!record) return refuse(diagnostics);
  if (!arguments.evidence.empty()) {
    write_register(way, arguments.evidence, *record, diagnostics);
    if (diagnostics.has_errors()) return refuse(diagnostics);
    say(
        fmt::format("the register with the result is {}; give '{}' the value {} in {} too, and name the register in "
                    "the study",
                    arguments.evidence.string(), record->prospect.policy->pilot->constant.text, record->row.central,
                    way.study.model.lexically_normal().string()));
  }
  return give(arguments.json ? experiments::json(*record) : experiments::text(*record)) ? done : users_fault;
}

}  // namespace

int do_experiments(const DoArguments& arguments) {
  base::Diagnostics diagnostics;
  const road::Journey way = road::travel(arguments.study, diagnostics, {});
  if (diagnostics.has_errors()) return refuse(diagnostics);
  return arguments.record.empty() ? plan_experiments(way, arguments, diagnostics)
                                  : take_result(way, arguments, diagnostics);
}

}  // namespace commonweal::doors

// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <optional>

#include <fmt/format.h>

#include "audit/account_book.h"
#include "audit/write_book.h"
#include "base/files.h"
#include "doors/cli/commands.h"
#include "doors/cli/drawing.h"
#include "doors/cli/talk.h"
#include "report/draws_netcdf.h"
#include "report/report.h"
#include "road/origin.h"
#include "road/road.h"

namespace commonweal::doors {

namespace {

/// A table that stands beside the output while it grows becomes part of it.
void add_table(const std::filesystem::path& table, base::NewFolder& folder, base::Diagnostics& diagnostics) {
  std::error_code failure;
  if (folder.path().empty()) return;
  std::filesystem::copy_file(table, folder.path() / table.filename(), failure);
  if (!failure) return;
  diagnostics.error("unwritable-file", base::Position::file(table.filename().string()),
                    fmt::format("'{}' cannot be written: {}", table.filename().string(), base::reason(failure)));
}

/// The account with working formulas, where the model keeps one.
void add_audit(const road::Journey& way, const base::NewFolder& folder, base::Diagnostics& diagnostics) {
  const std::optional<audit::Book> book = audit::account_book({.study = &way.study,
                                                               .places = &way.places,
                                                               .evidence = &way.evidence,
                                                               .design = &way.design,
                                                               .program = &way.program});
  if (book) audit::write(*book, folder, diagnostics);
}

/// Writes all results, whole or not at all.
void write(const road::Journey& way, const UnderstandArguments& arguments, const report::Manifest& manifest,
           const std::filesystem::path& output, const ensemble::Checkpoint* checkpoint,
           base::Diagnostics& diagnostics) {
  base::NewFolder folder(output, diagnostics);
  std::optional<report::NetcdfFile> netcdf;
  if (!diagnostics.has_errors()) {
    report::write(way.findings, way.futures, way.draws, road::scenario_names(way.study), manifest, folder, diagnostics);
    add_audit(way, folder, diagnostics);
  }
  if (checkpoint != nullptr && way.draw_design->scalars) {
    add_table(checkpoint->folder() / "draws.csv", folder, diagnostics);
  }
  if (checkpoint != nullptr && !arguments.netcdf.empty()) {
    netcdf.emplace(arguments.netcdf);
    netcdf->write(road::draw_task(way), way.study, checkpoint->folder() / "figures", diagnostics);
  }
  if (!diagnostics.has_errors()) folder.commit(diagnostics);
  if (netcdf && !diagnostics.has_errors()) netcdf->commit(diagnostics);
}

/// Whether there is a folder to put the file in; that the disk has room for it only writing can tell.
void check_place(const std::filesystem::path& file, base::Diagnostics& diagnostics) {
  std::error_code ignored;
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  if (file.empty() || (std::filesystem::is_directory(folder, ignored) && !std::filesystem::is_directory(file, ignored)))
    return;
  diagnostics.error(
      "unwritable-file", base::Position::file(file.string()),
      fmt::format("'{}' cannot be written: {}", file.string(),
                  std::filesystem::is_directory(file, ignored) ? "it is a folder" : "its folder is missing"));
}

}  // namespace

int understand(const UnderstandArguments& arguments) {
  base::Diagnostics diagnostics;
  road::Overrides overrides = arguments.overrides;
  overrides.needs_draws = arguments.member || !arguments.netcdf.empty() || arguments.resume;
  road::Journey way = road::travel(arguments.study, diagnostics, overrides);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  if (arguments.member) return replay(way, arguments);
  const auto output = arguments.output.empty() ? std::filesystem::path("results") / way.study.id : arguments.output;
  const report::Manifest manifest = road::manifest_of(way, arguments.command_line);

  // Draws can take long: what would keep their results from being written is said before, and what is done is kept.
  std::optional<ensemble::Checkpoint> checkpoint;
  if (way.draw_design) {
    {
      const base::NewFolder can_be_written(output, diagnostics);
    }
    check_place(arguments.netcdf, diagnostics);
    if (!diagnostics.has_errors()) {
      checkpoint.emplace(output, key_of(way, manifest, !arguments.netcdf.empty()), arguments.resume, diagnostics);
    }
    if (diagnostics.has_errors()) return refuse(diagnostics);
    if (!diagnostics.all().empty()) say(diagnostics.render());
    diagnostics = {};
  }
  if (!draw_on(way, arguments, checkpoint ? &*checkpoint : nullptr, diagnostics)) {
    say(diagnostics.render() + "interrupted; the same command with --resume goes on from here");
    return interrupted;
  }
  if (!diagnostics.has_errors()) {
    write(way, arguments, manifest, output, checkpoint ? &*checkpoint : nullptr, diagnostics);
  }
  if (diagnostics.has_errors()) return refuse(diagnostics);
  if (checkpoint) checkpoint->discard();

  const std::string headline =
      arguments.json ? report::headline_json(way.findings) : report::headline_text(way.findings);
  if (!give(headline)) return users_fault;
  say(fmt::format("{}the report is {}", diagnostics.render(), (output / "report.html").string()));
  return done;
}

}  // namespace commonweal::doors

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <optional>
#include <thread>

#include <fmt/format.h>

#include "base/files.h"
#include "book/map.h"
#include "doors/cli/commands.h"
#include "doors/cli/interrupt.h"
#include "doors/cli/serve.h"
#include "doors/cli/talk.h"
#include "explore/live_page.h"
#include "road/origin.h"
#include "road/road.h"
#include "syntax/mdl.h"

namespace commonweal::doors {

namespace {

/// Where `./go page` puts the shell: in build/page, beside the folder of the program.
std::filesystem::path shell_beside_program() {
  std::error_code unknown;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  return program.parent_path().parent_path() / "page" / "shell.html";
}

base::SharedSource read_shell(const std::filesystem::path& asked, base::Diagnostics& diagnostics) {
  const std::filesystem::path path = asked.empty() ? shell_beside_program() : asked;
  std::error_code unknown;
  if (asked.empty() && !std::filesystem::exists(path, unknown)) {
    diagnostics.error("no-page", base::Position::file("explore"), "the live page has not been built",
                      "build it with ./go page, or name its shell with --shell FILE");
    return nullptr;
  }
  return base::read_text(path, diagnostics);
}

/// The rates that were named, or the shipped ones; nothing where these are not there.
std::filesystem::path values_of(const ExploreArguments& arguments) {
  std::error_code unknown;
  const bool is_shipped = std::filesystem::exists(shipped_values, unknown);
  return arguments.values.empty() && is_shipped ? shipped_values : arguments.values;
}

/// Makes the futures of the first view; false if it was interrupted.
bool make_futures(road::Journey& way, unsigned threads, base::Diagnostics& diagnostics) {
  const Interrupt interrupt;
  const ensemble::DrawWork work{.threads = threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency()),
                                .goes_on = [](const ensemble::Progress&) { return !Interrupt::is_wished(); }};
  return road::travel_on(way, {}, work, diagnostics);
}

void write(const std::string& page, const report::Manifest& manifest, const std::string& study,
           const std::filesystem::path& output, base::Diagnostics& diagnostics) {
  base::NewFolder folder(output, diagnostics);
  folder.write("explore.html", page, diagnostics);
  folder.write(std::string(base::NewFolder::mark), report::manifest_json(manifest, study), diagnostics);
  if (!diagnostics.has_errors()) folder.commit(diagnostics);
}

}  // namespace

int explore(const ExploreArguments& arguments) {
  base::Diagnostics diagnostics;
  road::Journey way = road::travel(arguments.study, diagnostics);
  const base::SharedSource shell = read_shell(arguments.shell, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  if (!make_futures(way, arguments.threads, diagnostics)) {
    say("interrupted; nothing was written");
    return interrupted;
  }
  const commonweal::explore::Sources sources =
      commonweal::explore::sources_of(way.study, values_of(arguments), diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  const std::string map = book::map(syntax::read(way.study.model, diagnostics), way.model);
  const auto page = commonweal::explore::live_page(shell->text(), way, sources, map, COMMONWEAL_VERSION);
  if (!page) {
    diagnostics.error("no-page", base::Position::file(shell->path()), "this is no shell of the live page",
                      "build it anew with ./go page");
    return refuse(diagnostics);
  }
  const auto output = arguments.output.empty() ? std::filesystem::path("results") / way.study.id : arguments.output;
  write(*page, road::manifest_of(way, arguments.command_line), way.study.id, output, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  say(fmt::format("{}the page is {}", diagnostics.render(), (output / "explore.html").string()));
  if (!arguments.serve || serve(*page)) return done;
  say("no port of this machine can be had to serve it; open the file itself");
  return users_fault;
}

}  // namespace commonweal::doors

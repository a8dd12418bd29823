// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <string>

#include <CLI/CLI.hpp>

#include "doors/cli/commands.h"
#include "doors/cli/talk.h"

namespace {

using namespace commonweal;  // a door may: it is nobody's library

/// The command as typed, so that a manifest can say how to repeat it.
std::string typed(int count, char** words) {
  std::string line = "commonweal";
  for (int i = 1; i < count; ++i) line += std::string(" ") + words[i];
  return line;
}

int run(int count, char** words) {
  CLI::App app("Commonweal: a place's future money, need and services, from published figures to a page you can read");
  app.require_subcommand(1);
  app.set_version_flag("--version", "commonweal " COMMONWEAL_VERSION);

  doors::UnderstandArguments understand;
  understand.command_line = typed(count, words);
  CLI::App* understand_command = app.add_subcommand("understand", "run a study and write its report");
  understand_command->add_option("study", understand.study, "study file (.toml)")->required();
  understand_command->add_option("--output", understand.output, "folder for the results (results/<study>)");
  understand_command->add_flag("--json", understand.json, "headline and reconciliation as JSON on stdout");

  doors::SimulateArguments simulate;
  CLI::App* simulate_command = app.add_subcommand("simulate", "run a model file once and print every variable as CSV");
  simulate_command->add_option("model", simulate.model, "model file (.mdl)")->required();
  simulate_command->add_option("--set", simulate.settings, "another value for a constant: NAME=VALUE")
      ->allow_extra_args(false);
  simulate_command->add_option("--output", simulate.output, "file for the CSV (stdout)");

  std::filesystem::path checked;
  CLI::App* check_command = app.add_subcommand("check", "find every fault in a study, a model or a place");
  check_command->add_option("path", checked, "study (.toml), model (.mdl), register (.csv) or place (folder)")
      ->required();

  doors::DumpArguments dump;
  CLI::App* dump_command = app.add_subcommand("dump", "print what a stage of the road makes, as text");
  dump_command->add_option("stage", dump.stage, "which stage")->required()->check(CLI::IsMember(doors::dump_stages()));
  dump_command->add_option("path", dump.path, "the file or folder to begin from")->required();

  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& fault) {
    return app.exit(fault) == 0 ? doors::done : doors::users_fault;
  }
  if (understand_command->parsed()) return doors::understand(understand);
  if (simulate_command->parsed()) return doors::simulate(simulate);
  if (check_command->parsed()) return doors::check(checked);
  return doors::dump(dump);
}

}  // namespace

int main(int count, char** words) {
  try {
    return run(count, words);
  } catch (const std::exception& fault) {
    doors::say(std::string("commonweal: our fault, not yours: ") + fault.what());
    return doors::our_fault;
  }
}

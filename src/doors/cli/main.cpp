// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/diagnostics.h"
#include "base/text.h"
#include "doors/cli/commands.h"
#include "doors/cli/talk.h"

namespace {

using namespace commonweal;  // a door may: it is nobody's library

/// A word as a shell takes it back: quoted where it holds anything but plain letters, digits and a few signs.
std::string quoted(std::string_view word) {
  const bool is_plain = !word.empty() && std::all_of(word.begin(), word.end(), [](unsigned char letter) {
    return std::isalnum(letter) != 0 ||
           std::string_view("-_./=:,+%").find(static_cast<char>(letter)) != std::string::npos;
  });
  if (is_plain) return std::string(word);
  std::string text = "'";
  for (const char letter : word) text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return text + "'";
}

/// The command as typed, so that a manifest can say how to repeat it; but without what changes no figure, so that the
/// manifest of the same results is the same.
std::string typed(int count, char** words) {
  const std::string_view threads = "--threads";
  std::string line = "commonweal";
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == threads) {
      ++i;  // and its number
    } else if (word != "--resume" && word != "--progress" && !word.starts_with(std::string(threads) + "=")) {
      line += " " + quoted(word);
    }
  }
  return line;
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

/// A first word that is no command. Nothing if there is none: of it the parser would say that a command is missing.
std::optional<std::string> unknown_command(int count, char** words, const std::vector<std::string>& known) {
  if (count < 2 || words[1][0] == '-') return std::nullopt;
  return std::find(known.begin(), known.end(), words[1]) == known.end() ? std::optional(words[1]) : std::nullopt;
}

int refuse_command(const std::string& word, const std::vector<std::string>& known) {
  base::Diagnostics diagnostics;
  diagnostics.error("unknown-command", base::Position::file("commonweal"),
                    fmt::format("there is no command '{}'", word),
                    base::suggestion(word, known, "they are: " + base::joined(known, ", ")));
  return doors::refuse(diagnostics);
}

/// `import revenue-outturn`.
CLI::App* add_import(CLI::App& app, doors::ImportArguments& import) {
  CLI::App* command = app.add_subcommand("import", "make a place from the government's own files");
  command->require_subcommand(1);
  CLI::App* outturn =
      command->add_subcommand("revenue-outturn", "from a revenue outturn summary: .xlsx, .xls, .ods, .csv");
  outturn->add_option("file", import.file, "the workbook or table")->required();
  outturn->add_option("--place", import.place, "the authority: E-code, ONS code or name")->required();
  outturn->add_option("--output", import.output, "folder for the place (named for place and year)");
  outturn->add_option("--year", import.year, "the return's year, where the file does not say it: 2012-13");
  outturn->add_option("--tolerance", import.tolerance, "by how much a step may miss its total, GBP thousand (5)")
      ->check(CLI::NonNegativeNumber);
  return command;
}

CLI::App* add_backtest(CLI::App& app, doors::BacktestArguments& backtest) {
  CLI::App* command =
      app.add_subcommand("backtest", "score forecasts made in the past against what councils then spent");
  command->add_option("--data", backtest.data, "folder with a revenue outturn summary a year")->required();
  command->add_option("--from", backtest.from, "the last year known to the forecaster: 2013-14")->required();
  command->add_option("--to", backtest.to, "the last year forecast: 2015-16")->required();
  command->add_option("--output", backtest.output, "folder for the results (none)");
  command->add_option("--model", backtest.model, "the model to score beside simple methods (the shipped one)");
  command->add_flag("--json", backtest.json, "scores as JSON on stdout");
  return command;
}

CLI::App* add_calibrate(CLI::App& app, doors::CalibrateArguments& calibrate) {
  CLI::App* command = app.add_subcommand("calibrate", "hold a study's inputs against what was measured");
  command->add_option("study", calibrate.study, "study file (.toml) with a table [calibration]")->required();
  command->add_option("--threads", calibrate.threads, "threads (all there are)");
  command->add_flag("--json", calibrate.json, "as JSON");
  return command;
}

int run(int count, char** words) {
  CLI::App app("Commonweal: a place's future money, need and services, from published figures to a page you can read",
               "commonweal");
  app.require_subcommand(1);
  app.set_version_flag("--version", "commonweal " COMMONWEAL_VERSION);

  doors::UnderstandArguments understand;
  understand.command_line = typed(count, words);
  CLI::App* understand_command = app.add_subcommand("understand", "run a study and write its report");
  understand_command->add_option("study", understand.study, "study file (.toml)")->required();
  understand_command->add_option("--output", understand.output, "folder for the results (results/<study>)");
  understand_command->add_option("--draws", understand.overrides.draws, "how many futures to draw (the study's)");
  understand_command->add_option("--seed", understand.overrides.seed, "seed of the draws (the study's)");
  understand_command->add_option("--threads", understand.threads, "threads to draw with (all); changes no figure")
      ->check(CLI::Range(1, 1024));
  understand_command->add_flag("--resume", understand.resume, "go on with draws that were interrupted");
  understand_command->add_flag("--progress", understand.progress, "tell how far it is, terminal or not");
  understand_command->add_flag("--scalars", understand.overrides.scalars, "write draws.csv, a row for each draw");
  understand_command->add_option("--netcdf", understand.netcdf, "file for every figure of every draw (NetCDF-4)");
  CLI::Option* member = understand_command->add_option(
      "--member", understand.member, "make one draw again, alone: every variable as CSV on stdout (or --output FILE)");
  understand_command->add_option("--scenario", understand.scenario, "of the member (all)")->needs(member);
  understand_command->add_flag("--json", understand.json, "headline and reconciliation as JSON on stdout");

  doors::SimulateArguments simulate;
  CLI::App* simulate_command = app.add_subcommand("simulate", "run a model file and print its variables as CSV");
  simulate_command->add_option("model", simulate.model, "model file (.mdl)")->required();
  simulate_command->add_option("--set", simulate.settings, "another value for a constant: NAME=VALUE")
      ->allow_extra_args(false);
  simulate_command->add_option("--vary", simulate.vary, "table (.csv): a run a row, columns name constants");
  simulate_command->add_option("--outputs", simulate.outputs, "variables to print: a,b (all)")->allow_extra_args(false);
  simulate_command->add_option("--threads", simulate.threads, "threads for a table's runs (all there are)");
  simulate_command->add_flag("--timing", simulate.timing, "how long it took, as one line of JSON on stderr");
  simulate_command->add_option("--output", simulate.output, "file for the CSV (stdout)");

  doors::CheckArguments check;
  CLI::App* check_command = app.add_subcommand("check", "find every fault in a study, a model or a place");
  check_command->add_option("path", check.path, "study (.toml), model (.mdl), register (.csv) or place (folder)")
      ->required();
  check_command->add_option("--evidence", check.evidence, "register (.csv) to hold a model's constants against");

  doors::ImportArguments import;
  const CLI::App* import_command = add_import(app, import);

  doors::BacktestArguments backtest;
  const CLI::App* backtest_command = add_backtest(app, backtest);

  doors::CalibrateArguments calibrate;
  const CLI::App* calibrate_command = add_calibrate(app, calibrate);

  doors::BookArguments book;
  CLI::App* book_command = app.add_subcommand("book", "print a model as a book: every variable with its evidence");
  book_command->add_option("model", book.model, "model file (.mdl)")->required();
  book_command->add_option("--evidence", book.evidence, "register (.csv) of the model's constants");
  book_command->add_option("--pages", book.pages, "folder of pages (.md) about the sectors, to link to");
  book_command->add_option("--picture", book.picture, "file of the map, to show");
  book_command->add_option("--home", book.home, "folder in which the book will stand, for its links (.)");
  book_command->add_flag("--map", book.map, "print the map of sectors and loops (SVG) instead");

  doors::DumpArguments dump;
  CLI::App* dump_command = app.add_subcommand("dump", "print what a stage of the road makes, as text");
  dump_command->add_option("stage", dump.stage, "which stage")->required()->check(CLI::IsMember(doors::dump_stages()));
  dump_command->add_option("path", dump.path, "the file or folder to begin from")->required();
  dump_command
      ->add_option_function<std::string>(
          "--as", [&dump](const std::string& form) { dump.as_c = form == "c"; },
          "'text' (default), or a program as 'c'")
      ->check(CLI::IsMember({"text", "c"}));

  const std::vector<std::string> known = command_names(app);
  if (const auto word = unknown_command(count, words, known)) return refuse_command(*word, known);
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& fault) {
    return app.exit(fault) == 0 ? doors::done : doors::users_fault;
  }
  if (understand_command->parsed()) return doors::understand(understand);
  if (simulate_command->parsed()) return doors::simulate(simulate);
  if (check_command->parsed()) return doors::check(check);
  if (import_command->parsed()) return doors::import_outturn(import);
  if (backtest_command->parsed()) return doors::backtest(backtest);
  if (calibrate_command->parsed()) return doors::calibrate(calibrate);
  if (book_command->parsed()) return doors::print_book(book);
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

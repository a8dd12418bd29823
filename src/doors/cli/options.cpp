// SPDX-License-Identifier: Apache-2.0
#include "doors/cli/options.h"

#include <memory>

#include <CLI/CLI.hpp>

#include "doors/cli/commands.h"

namespace commonweal::doors {

namespace {

using Chosen = std::function<int()>;

/// The arguments of a command, which live as long as it may be chosen.
template <typename Arguments>
std::shared_ptr<Arguments> arguments_of(CLI::App* command, int (*run)(const Arguments&), Chosen& chosen) {
  auto arguments = std::make_shared<Arguments>();
  command->callback([arguments, run, &chosen] { chosen = [arguments, run] { return run(*arguments); }; });
  return arguments;
}

void add_understand(CLI::App& app, const std::string& typed, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("understand", "run a study and write its report");
  const auto understand = arguments_of(command, doors::understand, chosen);
  understand->command_line = typed;
  command->add_option("study", understand->study, "study file (.toml)")->required();
  command->add_option("--output", understand->output, "folder for the results (results/<study>)");
  command->add_option("--draws", understand->overrides.draws, "how many futures to draw (the study's)");
  command->add_option("--seed", understand->overrides.seed, "seed of the draws (the study's)");
  command->add_option("--threads", understand->threads, "threads to draw with (all); changes no figure")
      ->check(CLI::Range(1, 1024));
  command->add_flag("--resume", understand->resume, "go on with draws that were interrupted");
  command->add_flag("--progress", understand->progress, "tell how far it is, terminal or not");
  command->add_flag("--scalars", understand->overrides.scalars, "write draws.csv, a row for each draw");
  command->add_option("--netcdf", understand->netcdf, "file for every figure of every draw (NetCDF-4)");
  CLI::Option* member = command->add_option(
      "--member", understand->member, "make one draw again, alone: every variable as CSV on stdout (or --output FILE)");
  command->add_option("--scenario", understand->scenario, "of the member (all)")->needs(member);
  command->add_flag("--json", understand->json, "headline and reconciliation as JSON on stdout");
}

void add_explore(CLI::App& app, const std::string& typed, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("explore", "write a study as a page to try things in: one file, no network");
  const auto explore = arguments_of(command, doors::explore, chosen);
  explore->command_line = typed;
  command->add_option("study", explore->study, "study file (.toml)")->required();
  command->add_option("--output", explore->output, "folder for explore.html (results/<study>)");
  command->add_option("--values", explore->values, "rates by which who gains is weighed (.toml; the shipped ones)");
  command->add_option("--shell", explore->shell, "the page without a study (what ./go page made)");
  command->add_option("--threads", explore->threads, "threads to draw with (all); changes no figure")
      ->check(CLI::Range(1, 1024));
  command->add_flag("--serve", explore->serve, "give it to browsers on this machine until Ctrl-C");
}

void add_simulate(CLI::App& app, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("simulate", "run a model file and print its variables as CSV");
  const auto simulate = arguments_of(command, doors::simulate, chosen);
  command->add_option("model", simulate->model, "model file (.mdl)")->required();
  command->add_option("--set", simulate->settings, "another value for a constant: NAME=VALUE")->allow_extra_args(false);
  command->add_option("--vary", simulate->vary, "table (.csv): a run a row, columns name constants");
  command->add_option("--outputs", simulate->outputs, "variables to print: a,b (all)")->allow_extra_args(false);
  command->add_option("--threads", simulate->threads, "threads for a table's runs (all there are)");
  command->add_flag("--timing", simulate->timing, "how long it took, as one line of JSON on stderr");
  command->add_option("--output", simulate->output, "file for the CSV (stdout)");
}

void add_loops(CLI::App& app, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("loops", "say which feedback loops drive a run, and when, as CSV");
  const auto loops = arguments_of(command, doors::score_loops, chosen);
  command->add_option("path", loops->path, "model file (.mdl) or study (.toml)")->required();
  command->add_option("--scenario", loops->scenario, "of the study (its first)");
  command->add_flag("--circles", loops->circles, "each loop by itself, not summed by the names of its links");
  command->add_option("--output", loops->output, "file for the CSV (stdout)");
}

void add_check(CLI::App& app, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("check", "find every fault in a study, a model or a place");
  const auto check = arguments_of(command, doors::check, chosen);
  command->add_option("path", check->path, "study (.toml), model (.mdl), register (.csv) or place (folder)")
      ->required();
  command->add_option("--evidence", check->evidence, "register (.csv) to hold a model's constants against");
}

/// `import revenue-outturn`.
void add_import(CLI::App& app, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("import", "make a place from the government's own files");
  command->require_subcommand(1);
  CLI::App* outturn =
      command->add_subcommand("revenue-outturn", "from a revenue outturn summary: .xlsx, .xls, .ods, .csv");
  const auto import = arguments_of(outturn, doors::import_outturn, chosen);
  outturn->add_option("file", import->file, "the workbook or table")->required();
  outturn->add_option("--place", import->place, "the authority: E-code, ONS code or name")->required();
  outturn->add_option("--output", import->output, "folder for the place (named for place and year)");
  outturn->add_option("--year", import->year, "the return's year, where the file does not say it: 2012-13");
  outturn->add_option("--tolerance", import->tolerance, "by how much a step may miss its total, GBP thousand (5)")
      ->check(CLI::NonNegativeNumber);
}

void add_backtest(CLI::App& app, Chosen& chosen) {
  CLI::App* command =
      app.add_subcommand("backtest", "score forecasts made in the past against what councils then spent");
  const auto backtest = arguments_of(command, doors::backtest, chosen);
  command->add_option("--data", backtest->data, "folder with a revenue outturn summary a year")->required();
  command->add_option("--from", backtest->from, "the last year known to the forecaster: 2013-14")->required();
  command->add_option("--to", backtest->to, "the last year forecast: 2015-16")->required();
  command->add_option("--output", backtest->output, "folder for the results (none)");
  command->add_option("--model", backtest->model, "the model to score beside simple methods (the shipped one)");
  command->add_flag("--json", backtest->json, "scores as JSON on stdout");
}

void add_cuts(CLI::App& app, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("cuts", "hold rules of sharing a cut against how councils' services were cut");
  const auto cuts = arguments_of(command, doors::cuts, chosen);
  command->add_option("--data", cuts->data, "folder with a revenue outturn summary a year")->required();
  command->add_option("--from", cuts->from, "the year before the cuts: 2010-11")->required();
  command->add_option("--to", cuts->to, "the last year looked at: 2015-16")->required();
  command->add_option("--model", cuts->model, "the model whose weights and rules are tried (the shipped one)");
  command->add_option("--prices", cuts->prices, "a price index a year, as a table (the shipped one)");
  command->add_option("--ended-grants", cuts->ended_grants, "grants that ended, as a table (the shipped one)");
  command->add_flag("--json", cuts->json, "figures as JSON on stdout");
}

void add_calibrate(CLI::App& app, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("calibrate", "hold a study's inputs against what was measured");
  const auto calibrate = arguments_of(command, doors::calibrate, chosen);
  command->add_option("study", calibrate->study, "study file (.toml) with a table [calibration]")->required();
  command->add_option("--threads", calibrate->threads, "threads (all there are); changes no figure")
      ->check(CLI::Range(1, 1024));
  command->add_flag("--json", calibrate->json, "as JSON on stdout");
}

void add_plan(CLI::App& app, const std::string& typed, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("plan", "weigh what could be chosen: policies by what they cost and bring");
  const auto plan = arguments_of(command, doors::plan, chosen);
  plan->command_line = typed;
  command->add_option("study", plan->study, "study file (.toml); its first scenario is what the others are set against")
      ->required();
  command->add_flag("--appraise", plan->appraise, "costs and benefits of each policy and of all together, by agency");
  command->add_option("--values", plan->values, "discount rates and corrections (.toml; the shipped ones)");
  command->add_option("--output", plan->output, "folder for the report and its tables (none)");
  command->add_option("--draws", plan->overrides.draws, "how many futures to draw (the study's)");
  command->add_option("--seed", plan->overrides.seed, "seed of the draws (the study's)");
  command->add_option("--threads", plan->threads, "threads (all there are); changes no figure")
      ->check(CLI::Range(1, 1024));
  command->add_flag("--progress", plan->progress, "tell how far it is, terminal or not");
  command->add_flag("--json", plan->json, "all of it as JSON on stdout");
}

void add_do(CLI::App& app, const std::string& typed, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("do", "try policies first: the plan of experiments, and what they found");
  const auto arguments = arguments_of(command, doors::do_experiments, chosen);
  arguments->command_line = typed;
  command->add_option("study", arguments->study, "study file (.toml) with a library of policies")->required();
  CLI::Option* record =
      command->add_option("--record", arguments->record, "a trial's result (.toml), to be held against its rules");
  command->add_option("--register", arguments->evidence, "new file for the register with the result in it (none)")
      ->needs(record);
  command->add_option("--output", arguments->output, "folder for the plan and the rules of each trial (none)")
      ->excludes(record);
  command->add_flag("--json", arguments->json, "as JSON on stdout");
}

void add_book(CLI::App& app, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("book", "print a model as a book: every variable with its evidence");
  const auto book = arguments_of(command, doors::print_book, chosen);
  command->add_option("model", book->model, "model file (.mdl)")->required();
  command->add_option("--evidence", book->evidence, "register (.csv) of the model's constants");
  command->add_option("--pages", book->pages, "folder of pages (.md) about the sectors, to link to");
  command->add_option("--picture", book->picture, "file of the map, to show");
  command->add_option("--home", book->home, "folder in which the book will stand, for its links (.)");
  command->add_flag("--map", book->map, "print the map of sectors and loops (SVG) instead");
}

void add_dump(CLI::App& app, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("dump", "print what a stage of the road makes, as text");
  const auto dump = arguments_of(command, doors::dump, chosen);
  command->add_option("stage", dump->stage, "which stage")->required()->check(CLI::IsMember(doors::dump_stages()));
  command->add_option("path", dump->path, "the file or folder to begin from")->required();
  command
      ->add_option_function<std::string>(
          "--as", [dump](const std::string& form) { dump->as_c = form == "c"; },
          "'text' (default), or a program as 'c'")
      ->check(CLI::IsMember({"text", "c"}));
}

}  // namespace

void add_commands(CLI::App& app, const std::string& typed, std::function<int()>& chosen) {
  add_understand(app, typed, chosen);
  add_explore(app, typed, chosen);
  add_simulate(app, chosen);
  add_loops(app, chosen);
  add_check(app, chosen);
  add_import(app, chosen);
  add_backtest(app, chosen);
  add_cuts(app, chosen);
  add_calibrate(app, chosen);
  add_plan(app, typed, chosen);
  add_do(app, typed, chosen);
  add_book(app, chosen);
  add_dump(app, chosen);
}

}  // namespace commonweal::doors

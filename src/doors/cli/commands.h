// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "road/road.h"

/// What the program does, one function a command. Each takes the arguments, talks on stderr, gives data on stdout and
/// returns the exit code.
namespace commonweal::doors {

/// Exit codes, the same for every command.
inline constexpr int done = 0;
inline constexpr int users_fault = 2;
inline constexpr int interrupted = 3;  ///< and can be gone on with: --resume
inline constexpr int our_fault = 70;

struct UnderstandArguments {
  std::filesystem::path study;
  std::filesystem::path output;  ///< empty: results/<study>; of a member: a file, or stdout
  bool json = false;
  road::Overrides overrides;
  unsigned threads = 0;  ///< 0: as many as the machine has
  bool resume = false;
  bool progress = false;                ///< told though nobody sits at a terminal
  std::optional<std::uint64_t> member;  ///< only this draw, every variable as CSV
  std::string scenario;                 ///< of the member; empty: all
  std::filesystem::path netcdf;         ///< file for all draws; empty: none
  std::string command_line;             ///< as typed, without what changes no figure, for the manifest
};
int understand(const UnderstandArguments& arguments);

/// Discount rates and corrections, from the project's folder.
inline constexpr const char* shipped_values = "domain/appraisal/green-book-2022.toml";

struct ExploreArguments {
  std::filesystem::path study;
  std::filesystem::path output;  ///< empty: results/<study>
  std::filesystem::path
      values;  ///< rates by which who gains what is weighed; empty: the shipped ones, if they are there
  std::filesystem::path shell;  ///< of the live page; empty: as `./go page` leaves it beside the program
  unsigned threads = 0;         ///< 0: as many as the machine has
  bool serve = false;           ///< to this machine's browsers, until Ctrl-C
  std::string command_line;     ///< as typed, for the manifest
};
int explore(const ExploreArguments& arguments);

struct SimulateArguments {
  std::filesystem::path model;
  std::vector<std::string> settings;  ///< NAME=VALUE
  std::filesystem::path vary;         ///< a table with a run a row; empty: one run of the model as it stands
  std::vector<std::string> outputs;   ///< variables to print; none: all
  unsigned threads = 0;               ///< 0: as many as the machine has
  bool timing = false;                ///< how long it took, on stderr
  std::filesystem::path output;       ///< empty: stdout
};
int simulate(const SimulateArguments& arguments);

struct LoopsArguments {
  std::filesystem::path path;    ///< a model, or a study
  std::string scenario;          ///< of the study; empty: the first
  bool circles = false;          ///< each loop by itself, not summed by name
  std::filesystem::path output;  ///< empty: stdout
};
int score_loops(const LoopsArguments& arguments);

struct CheckArguments {
  std::filesystem::path path;      ///< a study, model, register or place
  std::filesystem::path evidence;  ///< for a model: the register to hold it against; empty: none
};
int check(const CheckArguments& arguments);

struct ImportArguments {
  std::filesystem::path file;    ///< the government's workbook or table
  std::string place;             ///< a code or name of an authority in it
  std::filesystem::path output;  ///< empty: a folder named for the authority and the year
  std::string year;              ///< "2012-13"; empty: as the file says
  double tolerance = 5;          ///< by how much a step of the return may miss its total, GBP thousand
};
int import_outturn(const ImportArguments& arguments);

struct BacktestArguments {
  std::filesystem::path data;    ///< folder with a revenue outturn summary a year
  std::string from, to;          ///< last year known to the forecaster, last year forecast: "2013-14"
  std::filesystem::path output;  ///< folder for the results; empty: none
  std::filesystem::path model = "domain/models/public-services.mdl";  ///< scored beside the simple methods
  bool json = false;
};
int backtest(const BacktestArguments& arguments);

struct CalibrateArguments {
  std::filesystem::path study;
  unsigned threads = 0;  ///< 0: as many as the machine has
  bool json = false;
};
int calibrate(const CalibrateArguments& arguments);

struct CutsArguments {
  std::filesystem::path data;  ///< folder with a revenue outturn summary a year
  std::string from, to;        ///< the years between which services were cut: "2010-11"
  std::filesystem::path model = "domain/models/public-services.mdl";
  std::filesystem::path prices = "domain/reproductions/prices.csv";              ///< a price index a year
  std::filesystem::path ended_grants = "domain/reproductions/ended-grants.csv";  ///< grants by name that ended
  bool json = false;
};
int cuts(const CutsArguments& arguments);

struct PlanArguments {
  std::filesystem::path study;
  bool appraise = false;
  std::filesystem::path values = shipped_values;
  std::filesystem::path output;  ///< folder for the tables; empty: none
  road::Overrides overrides;
  unsigned threads = 0;  ///< 0: as many as the machine has
  bool progress = false;
  bool json = false;
  std::string command_line;  ///< as typed, for the manifest
};
int plan(const PlanArguments& arguments);

struct DoArguments {
  std::filesystem::path study;
  std::filesystem::path record;    ///< a result to take; empty: the plan of experiments
  std::filesystem::path evidence;  ///< new file for the register with the result in it; empty: none
  std::filesystem::path output;    ///< folder for the plan; empty: none
  bool json = false;
  std::string command_line;  ///< as typed, for the manifest
};
int do_experiments(const DoArguments& arguments);

struct BookArguments {
  std::filesystem::path model;
  std::filesystem::path evidence;    ///< the register; empty: a book without evidence
  std::filesystem::path pages;       ///< folder of pages about the sectors; empty: none
  std::filesystem::path picture;     ///< where the map will stand; empty: the book shows none
  std::filesystem::path home = ".";  ///< the folder in which the book will stand: its links are relative to it
  bool map = false;                  ///< the map instead of the book
};
int print_book(const BookArguments& arguments);

struct DumpArguments {
  std::string stage;  ///< one of `dump_stages()`
  std::filesystem::path path;
  bool as_c = false;  ///< a program as C, not as text
};
int dump(const DumpArguments& arguments);
std::vector<std::string> dump_stages();

}  // namespace commonweal::doors

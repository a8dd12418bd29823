// SPDX-License-Identifier: Apache-2.0
#include "ensemble/simulate.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/new_file.h"
#include "base/text.h"
#include "doors/cli/commands.h"
#include "doors/cli/talk.h"
#include "ensemble/vary.h"
#include "program/compile.h"
#include "study/binding.h"
#include "study/variation.h"
#include "syntax/mdl.h"

namespace commonweal::doors {

namespace {

/// "growth[older people]=0.02" as a setting of one element.
std::optional<study::Setting> parse_setting(const std::string& text, base::Diagnostics& diagnostics) {
  const base::Position position = base::Position::file("--set '" + text + "'");
  const std::size_t equals = text.rfind('=');
  const auto value =
      equals == std::string::npos ? std::nullopt : base::parse_number(base::trimmed(text.substr(equals + 1)));
  if (!value) {
    diagnostics.error("bad-setting", position, "this is not a name, '=' and a number",
                      "write, for example: --set 'growth rate=0.02' or --set 'growth rate[older people]=0.02'");
    return std::nullopt;
  }
  std::string name(base::trimmed(std::string_view(text).substr(0, equals)));
  std::string element;
  if (const std::size_t open = name.find('['); open != std::string::npos && name.back() == ']') {
    element = name.substr(open + 1, name.size() - open - 2);
    name = std::string(base::trimmed(std::string_view(name).substr(0, open)));
  }
  return study::Setting{name, element, *value, position};
}

/// The names of "births,growth[young, male]", cut at the commas outside brackets.
std::vector<std::string> names_in(const std::vector<std::string>& lists) {
  std::vector<std::string> names;
  for (const std::string& list : lists) {
    std::string name;
    int depth = 0;
    for (const char letter : list) {
      depth += letter == '[' ? 1 : letter == ']' ? -1 : 0;
      if (letter != ',' || depth > 0) {
        name += letter;
      } else {
        names.push_back(std::exchange(name, ""));
      }
    }
    names.push_back(name);
  }
  return names;
}

/// What one run or many are made of.
struct Simulation {
  program::Program program;
  program::Inputs inputs;
  std::vector<std::uint32_t> outputs;
};

std::optional<Simulation> prepare(const SimulateArguments& arguments, base::Diagnostics& diagnostics) {
  const syntax::Document document = syntax::read(arguments.model, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  const model::Model model = model::build(document, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  Simulation simulation{program::compile(model, diagnostics), {}, {}};
  if (diagnostics.has_errors()) return std::nullopt;

  for (const std::string& text : arguments.settings) {
    if (const auto setting = parse_setting(text, diagnostics)) {
      study::bind_setting(simulation.program, *setting, simulation.inputs, diagnostics);
    }
  }
  simulation.outputs = arguments.outputs.empty()
                           ? ensemble::every_output(simulation.program)
                           : study::outputs_named(simulation.program, names_in(arguments.outputs), diagnostics);
  return simulation;
}

int run_once(const SimulateArguments& arguments, const Simulation& simulation, base::Diagnostics& diagnostics) {
  if (diagnostics.has_errors()) return refuse(diagnostics);
  const ensemble::Trajectory trajectory =
      ensemble::simulate(simulation.program, simulation.inputs, simulation.outputs, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);

  if (arguments.timing) {
    const study::Variation once{nullptr, {}, {{}}, {0}};
    const auto nowhere = [](std::string_view) { return true; };
    say(ensemble::json(
        ensemble::vary(simulation.program, simulation.inputs, once, simulation.outputs, 1, nowhere, diagnostics)));
  }
  const std::string csv = ensemble::csv(trajectory);
  if (arguments.output.empty()) return give(csv) ? done : users_fault;
  base::write_file(arguments.output, csv, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  say(fmt::format("{} times of {} variables in {}", trajectory.rows.size(), trajectory.columns.size() - 1,
                  arguments.output.string()));
  return done;
}

/// Where the rows of many runs go: a file that appears when it is whole, or stdout. The header goes before the first
/// row, so that nothing is written if no run could be computed.
class RowSink {
 public:
  RowSink(const std::filesystem::path& path, std::string header) : header_(std::move(header)) {
    if (!path.empty()) file_.emplace(path);
  }

  bool write(std::string_view rows) {
    if (rows.empty()) return true;
    if (!header_.empty() && !send(std::exchange(header_, ""))) return false;
    return send(rows);
  }

  /// Whether all that was written stands where it should; what is wrong with stdout was said when it was.
  bool finish(base::Diagnostics& diagnostics) { return file_ ? file_->finish(diagnostics) : sound_; }

 private:
  bool send(std::string_view data) {
    sound_ = file_ ? file_->append(data) : give(data);
    return sound_;
  }

  std::string header_;
  std::optional<base::NewFile> file_;
  bool sound_ = true;
};

int run_table(const SimulateArguments& arguments, const Simulation& simulation, base::Diagnostics& diagnostics) {
  const study::Variation variation = study::read_variation(arguments.vary, simulation.program, diagnostics);
  ensemble::check_series_are_given(simulation.program, simulation.inputs, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  const unsigned threads =
      arguments.threads > 0 ? arguments.threads : std::max(1U, std::thread::hardware_concurrency());
  RowSink sink(arguments.output, ensemble::vary_header(simulation.program, simulation.outputs));
  const ensemble::VaryTally tally = ensemble::vary(
      simulation.program, simulation.inputs, variation, simulation.outputs, threads,
      [&](std::string_view rows) { return sink.write(rows); }, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  if (!sink.finish(diagnostics)) return diagnostics.has_errors() ? refuse(diagnostics) : users_fault;
  const std::string warnings = diagnostics.render();
  if (!warnings.empty()) say(std::string(base::trimmed(warnings)));
  if (!arguments.output.empty()) {
    say(fmt::format("{} in {}", base::counted(tally.runs - tally.failures, "run"), arguments.output.string()));
  }
  if (arguments.timing) say(ensemble::json(tally));
  return done;
}

}  // namespace

int simulate(const SimulateArguments& arguments) {
  base::Diagnostics diagnostics;
  const std::optional<Simulation> simulation = prepare(arguments, diagnostics);
  if (!simulation) return refuse(diagnostics);
  return arguments.vary.empty() ? run_once(arguments, *simulation, diagnostics)
                                : run_table(arguments, *simulation, diagnostics);
}

}  // namespace commonweal::doors

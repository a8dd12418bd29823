// SPDX-License-Identifier: Apache-2.0
#include "ensemble/simulate.h"

#include <optional>

#include <fmt/format.h>

#include "base/new_file.h"
#include "base/text.h"
#include "doors/cli/commands.h"
#include "doors/cli/talk.h"
#include "program/compile.h"
#include "study/binding.h"
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

}  // namespace

int simulate(const SimulateArguments& arguments) {
  base::Diagnostics diagnostics;
  const syntax::Document document = syntax::read(arguments.model, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  const model::Model model = model::build(document, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  const program::Program program = program::compile(model, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);

  program::Inputs inputs;
  for (const std::string& text : arguments.settings) {
    if (const auto setting = parse_setting(text, diagnostics)) {
      study::bind_setting(program, *setting, inputs, diagnostics);
    }
  }
  if (diagnostics.has_errors()) return refuse(diagnostics);
  const ensemble::Trajectory trajectory = ensemble::simulate(program, std::move(inputs), diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);

  const std::string csv = ensemble::csv(trajectory);
  if (arguments.output.empty()) return give(csv) ? done : users_fault;
  base::write_file(arguments.output, csv, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  say(fmt::format("{} times of {} variables in {}", trajectory.rows.size(), trajectory.columns.size() - 1,
                  arguments.output.string()));
  return done;
}

}  // namespace commonweal::doors

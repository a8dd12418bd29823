// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/diagnostics.h"
#include "base/text.h"
#include "doors/cli/commands.h"
#include "doors/cli/options.h"
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

int run(int count, char** words) {
  CLI::App app("Commonweal: a place's future money, need and services, from published figures to a page you can read",
               "commonweal");
  app.require_subcommand(1);
  app.set_version_flag("--version", "commonweal " COMMONWEAL_VERSION);
  std::function<int()> chosen;
  doors::add_commands(app, typed(count, words), chosen);

  const std::vector<std::string> known = command_names(app);
  if (const auto word = unknown_command(count, words, known)) return refuse_command(*word, known);
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& fault) {
    return app.exit(fault) == 0 ? doors::done : doors::users_fault;
  }
  return chosen();
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

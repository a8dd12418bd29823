// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostics.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::base {
namespace {

constexpr int gutter_width = 5;  // room for the line number

std::string location(const Position& position) {
  if (position.line == 0) return position.path;
  if (position.column == 0) return fmt::format("{}:{}", position.path, position.line);
  return fmt::format("{}:{}:{}", position.path, position.line, position.column);
}

/// The line itself and, where the column is known, a caret below it.
std::string excerpt(const Position& position) {
  if (position.line == 0) return "";
  std::string lines = fmt::format("{:>{}} |", position.line, gutter_width);
  if (position.excerpt.empty()) return lines + "\n";
  lines += fmt::format(" {}\n", position.excerpt);
  if (position.column == 0) return lines;

  const std::size_t column = position.column - position.excerpt_shift;
  const std::size_t width = character_count(position.excerpt);
  const std::size_t room = column < width ? width - column : 0;  // for the tail, so that it ends with the excerpt
  const std::size_t tail = std::min<std::size_t>(position.length > 0 ? position.length - 1 : 0, room);
  return lines + fmt::format("{:{}} | {:{}}^{:~<{}}\n", "", gutter_width, "", column - 1, "", tail);
}

}  // namespace

void Diagnostics::error(std::string_view name, Position position, std::string message, std::string hint) {
  all_.push_back({Severity::error, std::string(name), std::move(position), std::move(message), std::move(hint)});
  ++errors_;
}

void Diagnostics::warning(std::string_view name, Position position, std::string message, std::string hint) {
  all_.push_back({Severity::warning, std::string(name), std::move(position), std::move(message), std::move(hint)});
}

void Diagnostics::add(const Diagnostics& others) {
  all_.insert(all_.end(), others.all_.begin(), others.all_.end());
  errors_ += others.errors_;
}

std::string Diagnostics::render() const {
  std::string result;
  for (const Diagnostic& diagnostic : all_) {
    const std::string_view severity = diagnostic.severity == Severity::error ? "error" : "warning";
    const std::string where = location(diagnostic.position);
    if (!where.empty()) result += fmt::format("{}: ", where);
    result += fmt::format("{}: {} [{}]\n", severity, diagnostic.message, diagnostic.name);
    result += excerpt(diagnostic.position);
    if (!diagnostic.hint.empty()) result += fmt::format("{:{}} = {}\n", "", gutter_width, diagnostic.hint);
  }
  return result;
}

}  // namespace commonweal::base

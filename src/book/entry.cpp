// SPDX-License-Identifier: Apache-2.0
#include "book/entry.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/names.h"
#include "base/text.h"

namespace commonweal::book {

namespace {

/// Where a heading stands in a page, as links name it.
std::string anchor(std::string_view heading) {
  std::string name;
  for (const char letter : base::lower(heading)) {
    if (letter == ' ') name += '-';
    const bool is_kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    if (is_kept || letter == '_') name += letter;
  }
  return name;
}

std::string_view kind_in_words(model::VariableKind kind) {
  switch (kind) {
    case model::VariableKind::constant: return "constant";
    case model::VariableKind::auxiliary: return "follows from others at once";
    case model::VariableKind::stock: return "stock";
    case model::VariableKind::held: return "keeps a value from before";
    case model::VariableKind::data: return "given, year by year";
    case model::VariableKind::lookup: break;
  }
  return "table";
}

/// "for each Cohort and Age"; empty for a scalar.
std::string axes_in_words(const model::Model& model, const model::Variable& variable) {
  std::vector<std::string> names;
  for (const model::Axis& axis : variable.axes) {
    if (axis.dimension.exists()) {
      names.push_back(model.dimensions[axis.dimension].name);
    } else {
      for (const model::ElementId element : axis.elements) names.push_back(model.elements[element].name);
    }
  }
  return names.empty() ? "" : ", for each " + base::joined(names, " and ");
}

/// The equations as their author wrote them, without unit and comment.
std::string written_equations(const Contents& contents, const std::string& name) {
  std::string text;
  for (const syntax::Equation& equation : contents.document.equations) {
    const bool has_value =
        equation.kind != syntax::EquationKind::dimension && equation.kind != syntax::EquationKind::equivalence;
    if (!has_value || base::canonical(equation.left.name) != base::canonical(name)) continue;
    const std::string_view whole = contents.document.source->text(equation.span);
    for (std::string_view line : base::split(base::trimmed(whole.substr(0, whole.find('~'))), '\n')) {
      if (line.ends_with('\r')) line.remove_suffix(1);
      const bool is_indented = line.starts_with('\t') || line.starts_with(' ');
      text += (is_indented ? "    " : "") + std::string(base::trimmed(line)) + "\n";
    }
  }
  return "```text\n" + text + "```\n";
}

std::string range_in_words(const evidence::Entry& row) {
  if (!row.low || !row.high) return "";
  return fmt::format("{} to {}{}", base::shortest(*row.low), base::shortest(*row.high),
                     row.distribution.empty() ? "" : ", " + row.distribution);
}

/// Where the figure is from, or why it is what it is.
std::string source_in_words(const evidence::Entry& row) {
  std::string source = plain(row.source);
  if (!row.url.empty()) source = fmt::format("[{}]({})", source.empty() ? "source" : source, row.url);
  if (row.note.empty()) return source;
  return source.empty() ? plain(row.note) : source + ". " + plain(row.note);
}

std::string evidence_table(const Contents& contents, const std::string& name) {
  std::string table;
  for (const evidence::Entry& row : contents.evidence.entries) {
    if (base::canonical(row.variable) != base::canonical(name)) continue;
    fmt::format_to(std::back_inserter(table), "| {} | {} | {} | {} | {} |\n", plain(row.element),
                   base::shortest(row.central), range_in_words(row), row.grade, source_in_words(row));
  }
  if (table.empty()) return "";
  return "| of | value | range | grade | source or reason |\n|---|---|---|---|---|\n" + table;
}

std::string list_of(const model::Model& model, std::string_view label, const std::vector<std::size_t>& variables) {
  std::vector<std::string> links;
  for (const std::size_t position : variables) {
    const model::VariableId id = model.variables.id_at(position);
    if (!model.variables[id].equations.empty()) links.push_back(link_to(model, id));
  }
  return links.empty() ? "" : fmt::format("\n{}: {}\n", label, base::joined(links, ", "));
}

}  // namespace

std::string link_to(const model::Model& model, model::VariableId variable) {
  const std::string& name = model.variables[variable].name;
  return fmt::format("[{}](#{})", plain(name), anchor(name));
}

std::string plain(const std::string& words) {
  std::string text;
  for (const char letter : words) {
    if (std::string_view("\\`*_[]<>|").find(letter) != std::string_view::npos) text += '\\';
    text += letter == '\n' || letter == '\r' ? ' ' : letter;
  }
  return text;
}

std::string entry(const Contents& contents, const Uses& uses, model::VariableId variable) {
  const model::Model& model = contents.model;
  const model::Variable& it = model.variables[variable];
  std::string text = fmt::format("#### {}\n\n", plain(it.name));
  fmt::format_to(std::back_inserter(text), "*{}{}*, `{}`\n\n", kind_in_words(it.kind), axes_in_words(model, it),
                 it.units.empty() ? "dimensionless" : it.units);
  if (!it.documentation.empty()) text += plain(it.documentation) + "\n\n";
  text += written_equations(contents, it.name);
  const std::string table = evidence_table(contents, it.name);
  if (!table.empty()) text += "\n" + table;
  text += list_of(model, "Uses", uses.uses[variable.index]);
  text += list_of(model, "Used by", uses.users[variable.index]);
  return text + "\n";
}

}  // namespace commonweal::book

// SPDX-License-Identifier: Apache-2.0
#include "book/page.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "book/entry.h"
#include "book/loops.h"
#include "book/sector.h"
#include "book/uses.h"
#include "evidence/grade.h"

namespace commonweal::book {

namespace {

std::string opening(const Contents& contents, const std::vector<Sector>& sectors) {
  std::size_t variables = 0, stocks = 0, constants = 0;
  for (const Sector& sector : sectors) {
    variables += sector.variables.size();
    for (const model::VariableId id : sector.variables) {
      stocks += contents.model.variables[id].kind == model::VariableKind::stock ? 1 : 0;
      constants += contents.model.variables[id].kind == model::VariableKind::constant ? 1 : 0;
    }
  }
  std::string text = fmt::format(
      "# The model book\n\n"
      "Everything in the model: {} in {}, of which {} and {}. This page is made from the model itself and from the "
      "evidence register by `commonweal book`; nobody writes it by hand, so it says what is computed and nothing "
      "else.\n\n"
      "Each variable stands under its sector with what kind of thing it is, its unit, what it means, its equation as "
      "the model has it, the evidence for each number, what it uses and who uses it.\n\n",
      base::counted(variables, "variable"), base::counted(sectors.size(), "sector"), base::counted(stocks, "stock"),
      base::counted(constants, "constant"));
  if (!contents.picture.empty()) {
    fmt::format_to(std::back_inserter(text), "![The sectors of the model and its loops]({})\n\n", contents.picture);
  }
  if (contents.pages.empty()) return text;
  text += "Why each sector is built as it is, stock by stock:\n\n";
  for (const Page& page : contents.pages) {
    fmt::format_to(std::back_inserter(text), "- [{}]({})\n", plain(page.title), page.path);
  }
  return text + "\n";
}

std::string grades_in_words() {
  std::string text =
      "## How well a number is known\n\nThe grade in the tables of evidence, the strongest first; the last five are "
      "set, "
      "not measured.\n\n| grade | what it means |\n|---|---|\n";
  for (const evidence::Grade& grade : evidence::grades()) {
    fmt::format_to(std::back_inserter(text), "| {} | {} |\n", grade.word, grade.meaning);
  }
  return text + "\n";
}

std::string loop_row(const model::Model& model, const Loop& loop) {
  std::vector<std::string> frozen, circle;
  for (const Link& link : loop.frozen) {
    const bool is_constant = model.variables[link.from].kind == model::VariableKind::constant;
    if (!is_constant) frozen.push_back(link_to(model, link.from) + " → " + link_to(model, link.to));
  }
  for (const model::VariableId step : loop.circle) circle.push_back(link_to(model, step));
  if (!circle.empty()) circle.push_back(circle.front());
  return fmt::format("| {} | {} | {} |\n", link_to(model, loop.loop_switch), base::joined(frozen, "; "),
                     circle.empty() ? "closes no circle" : base::joined(circle, " → "));
}

std::string loops_in_words(const model::Model& model) {
  const std::vector<Loop> all = loops(model);
  if (all.empty()) return "";
  std::string text =
      "## Loops and their switches\n\n"
      "A loop acts while its switch is 1. At 0 the links named are cut and nothing else changes. The circle is the "
      "shortest one that a cut link closes, as found in the equations; longer ones run through it too.\n\n"
      "| switch | links that it cuts | the shortest circle |\n|---|---|---|\n";
  for (const Loop& loop : all) text += loop_row(model, loop);
  return text + "\n";
}

std::string dimensions_in_words(const syntax::Document& document, const model::Model& model) {
  std::string text = "## What is told apart\n\n| list | members | meaning |\n|---|---|---|\n";
  bool is_any = false;
  for (const model::Dimension& dimension : model.dimensions) {
    std::vector<std::string> names;
    for (const model::ElementId element : dimension.elements) names.push_back(model.elements[element].name);
    const auto written = std::ranges::find_if(document.equations, [&](const syntax::Equation& equation) {
      return equation.kind == syntax::EquationKind::dimension && equation.left.name == dimension.name;
    });
    if (written == document.equations.end()) continue;
    is_any = true;
    fmt::format_to(std::back_inserter(text), "| {} | {} | {} |\n", plain(dimension.name),
                   plain(base::joined(names, ", ")), plain(written->documentation));
  }
  return is_any ? text + "\n" : "";
}

std::string sector_in_words(const Contents& contents, const Uses& uses, const Sector& sector) {
  std::string text = fmt::format("## {}\n\n", sector.name.empty() ? "Other" : plain(sector.name));
  if (!sector.documentation.empty()) text += plain(sector.documentation) + "\n\n";
  for (const model::VariableId variable : sector.variables) text += entry(contents, uses, variable);
  return text;
}

}  // namespace

std::string page(const Contents& contents) {
  const std::vector<Sector> all = sectors(contents.document, contents.model);
  const Uses uses = uses_of(contents.model);
  std::string text = opening(contents, all);
  text += loops_in_words(contents.model);
  text += dimensions_in_words(contents.document, contents.model);
  if (!contents.evidence.entries.empty()) text += grades_in_words();
  for (const Sector& sector : all) text += sector_in_words(contents, uses, sector);
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

}  // namespace commonweal::book

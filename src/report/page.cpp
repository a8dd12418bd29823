// SPDX-License-Identifier: Apache-2.0
#include "report/page.h"

#include <functional>
#include <utility>
#include <vector>

#include "report/palette.h"
#include "report/sections.h"
#include "report/style.h"
#include "report/whole_years.h"

namespace commonweal::report {

namespace {

/// A part, and what makes it.
struct PartMaker {
  const char* id;
  const char* name;
  std::function<Markup()> make;
};

}  // namespace

std::vector<Part> parts(const analysis::Findings& findings, const Manifest& manifest, std::string_view only) {
  const std::vector<PartMaker> makers = {
      {"answer", "The answer", [&] { return answer_section(findings); }},
      {"graph", "When care takes the money", [&] { return graph_section(findings); }},
      {"gap", "The gap, and what closes it", [&] { return gap_section(findings); }},
      {"difference", "What the other scenarios change", [&] { return difference_section(findings); }},
      {"readings", "What a choice puts into the answer", [&] { return readings_section(findings); }},
      {"uncertainty", "How sure it is", [&] { return uncertainty_section(findings); }},
      {"loops", "What each loop adds", [&] { return knock_outs_section(findings); }},
      {"sensitivity", "What the result hangs on", [&] { return sensitivity_section(findings); }},
      {"conditions", "What would have to be true", [&] { return discovery_section(findings); }},
      {"drivers", "What drives the growth", [&] { return drivers_section(findings); }},
      {"loop-scores", "Which loops drive the change", [&] { return loops_section(findings); }},
      {"people", "The people", [&] { return people_section(findings); }},
      {"nation", "The nation’s spending and receipts", [&] { return nation_section(findings); }},
      {"elsewhere", "The wider picture: other places", [&] { return elsewhere_section(findings); }},
      {"policies", "What is done", [&] { return policies_section(findings); }},
      {"check", "What is published, modelled and assumed", [&] { return check_section(findings); }},
      {"assumptions", "What was assumed", [&] { return assumptions_section(findings); }},
      {"limits", "What is left out", [&] { return limits_section(findings); }},
      {"words", "Words used here", [&] { return glossary_section(); }},
      {"sources", "Sources", [&] { return sources_section(findings); }},
      {"repeat", "How to make this again", [&] { return repeat_section(findings, manifest); }},
  };
  std::vector<Part> parts;
  for (const PartMaker& maker : makers) {
    if (!only.empty() && only != maker.id) continue;
    Markup content = maker.make();
    if (!content.empty()) parts.push_back({maker.id, maker.name, std::move(content)});
  }
  return parts;
}

namespace {

Markup contents(const std::vector<Part>& parts) {
  Markup items;
  for (const Part& part : parts) items += element("li", element("a", {{"href", "#" + part.id}}, part.name));
  return element("nav", {{"aria-label", "Contents"}}, element("ol", items)) + "\n";
}

Markup head(const analysis::Findings& findings) {
  return element("head",
                 empty_element("meta", {{"charset", "utf-8"}}) +
                     empty_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
                     element("title", findings.title) +
                     empty_element("meta", {{"name", "description"}, {"content", findings.headline.sentence}}) + "\n" +
                     element("style", Markup::verbatim(palette_style() + std::string(chart_style()) +
                                                       std::string(page_style())))) +
         "\n";
}

}  // namespace

std::string page(const analysis::Findings& findings, const Manifest& manifest) {
  const std::vector<Part> all = parts(findings, manifest);
  Markup masthead = element("h1", findings.title);
  if (!findings.question.empty()) masthead += element("p", {{"class", "question"}}, findings.question);
  Markup main;
  for (const Part& part : all) main += part.content;

  const Markup body = element("a", {{"class", "skip"}, {"href", "#main"}}, "Skip to the report") +
                      pattern_definitions() + "\n" + element("header", masthead + contents(all)) + "\n" +
                      element("main", {{"id", "main"}}, main) + "\n" +
                      element("footer", element("p", "Made with Commonweal " + manifest.version +
                                                         ". Figures marked modelled say what would follow if things "
                                                         "went on as described; they are not predictions."));
  const Markup document = Markup::verbatim("<!DOCTYPE html>\n") +
                          element("html", {{"lang", "en-GB"}, {"xmlns", "http://www.w3.org/1999/xhtml"}},
                                  head(findings) + element("body", body)) +
                          "\n";
  return with_years_whole(document.text());
}

}  // namespace commonweal::report

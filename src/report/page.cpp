// SPDX-License-Identifier: Apache-2.0
#include "report/page.h"

#include <vector>

#include "report/palette.h"
#include "report/sections.h"
#include "report/style.h"
#include "report/whole_years.h"

namespace commonweal::report {
namespace {

struct Part {
  std::string id, name;
  Markup content;
};

/// The parts that have something to show, in reading order.
std::vector<Part> parts_of(const analysis::Findings& findings, const Manifest& manifest) {
  std::vector<Part> parts = {{"answer", "The answer", answer_section(findings)},
                             {"graph", "When care takes the money", graph_section(findings)},
                             {"gap", "The gap, and what closes it", gap_section(findings)},
                             {"uncertainty", "How sure it is", uncertainty_section(findings)},
                             {"loops", "What each loop adds", knock_outs_section(findings)},
                             {"sensitivity", "What the result hangs on", sensitivity_section(findings)},
                             {"conditions", "What would have to be true", discovery_section(findings)},
                             {"drivers", "What drives the growth", drivers_section(findings)},
                             {"loop-scores", "Which loops drive the change", loops_section(findings)},
                             {"people", "The people", people_section(findings)},
                             {"nation", "The nation’s spending and receipts", nation_section(findings)},
                             {"elsewhere", "The wider picture: other places", elsewhere_section(findings)},
                             {"check", "What is published, modelled and assumed", check_section(findings)},
                             {"assumptions", "What was assumed", assumptions_section(findings)},
                             {"limits", "What is left out", limits_section(findings)},
                             {"words", "Words used here", glossary_section()},
                             {"sources", "Sources", sources_section(findings)},
                             {"repeat", "How to make this again", repeat_section(findings, manifest)}};
  std::erase_if(parts, [](const Part& part) { return part.content.empty(); });
  return parts;
}

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
  const std::vector<Part> parts = parts_of(findings, manifest);
  Markup masthead = element("h1", findings.title);
  if (!findings.question.empty()) masthead += element("p", {{"class", "question"}}, findings.question);
  Markup main;
  for (const Part& part : parts) main += part.content;

  const Markup body = element("a", {{"class", "skip"}, {"href", "#main"}}, "Skip to the report") +
                      pattern_definitions() + "\n" + element("header", masthead + contents(parts)) + "\n" +
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

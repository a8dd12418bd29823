// SPDX-License-Identifier: Apache-2.0
// The parts that say what the rest stands on: assumptions, limits, sources, and how to make it again.
#include <fmt/format.h>

#include "report/sections.h"
#include "report/tables.h"

namespace commonweal::report {
namespace {

bool is_web_address(const std::string& address) {
  return address.starts_with("https://") || address.starts_with("http://");
}

Markup source_entry(const analysis::SourceNote& source) {
  Markup text = is_web_address(source.url) ? element("a", {{"href", source.url}}, source.title) : Markup(source.title);
  for (const std::string& part :
       {source.publisher, source.date, is_web_address(source.url) ? std::string() : source.url, source.licence}) {
    if (!part.empty()) text += ". " + Markup(part);
  }
  return element("li", {{"id", fmt::format("source-{}", source.number)}, {"value", fmt::format("{}", source.number)}},
                 text) +
         "\n";
}

}  // namespace

Markup assumptions_section(const analysis::Findings& findings) {
  if (findings.assumptions.empty()) {
    return section("assumptions", "What was assumed", paragraph("Nothing: every figure has a published source."));
  }
  Markup content = paragraph(
      "These figures have no published source, or were chosen by the analyst. Another choice gives another answer. "
      "Where each stands in the files is in results.xlsx.");
  if (!findings.policies.empty()) {
    content += paragraph("What policies set stands in " + element("a", {{"href", "#policies"}}, "What is done") + ".");
  }
  for (const Table& table : {range_movers_table(findings.assumptions), assumptions_table(findings.assumptions)}) {
    if (!table.rows.empty()) content += table_markup(without_columns(table, {"Where it stands"}), findings.sources);
  }
  return section("assumptions", "What was assumed", content);
}

Markup glossary_section() {
  const Markup terms =
      definition("Money for services", "Funding less what stands below the line: what is left for the services.") +
      definition("Below the line",
                 "What must be paid before any service: levies, debt, planned payments into "
                 "reserves.") +
      definition("Base level of service",
                 "What each person in need got in the base year, at the prices of the year "
                 "shown.") +
      definition("Gap before action",
                 "What services at the base level and the items below the line would cost, less "
                 "funding, before anybody cuts, taxes or draws on reserves.") +
      definition("Driver", "What makes need or cost grow: people by age, need per person, prices.") +
      definition("Outturn", "What was really spent, as published after the year.");
  return section("words", "Words used here", element("dl", {{"class", "terms"}}, terms));
}

Markup limits_section(const analysis::Findings& findings) {
  if (findings.limits.empty()) return {};
  Markup items;
  for (const std::string& limit : findings.limits) items += element("li", limit);
  return section("limits", "What is left out", element("ul", items));
}

Markup sources_section(const analysis::Findings& findings) {
  if (findings.sources.empty()) return {};
  Markup items;
  for (const analysis::SourceNote& source : findings.sources) items += source_entry(source);
  return section("sources", "Sources", element("ol", {{"class", "sources"}}, items));
}

Markup repeat_section(const analysis::Findings& findings, const Manifest& manifest) {
  Markup content = paragraph(
      "The same command on the same files gives the same bytes. The page’s figures are also in results.xlsx and "
      "results.csv beside it, and the fingerprints below in manifest.json.");
  content += element("pre", element("code", manifest.command));
  Markup facts = definition("Study", findings.study_id) + definition("Commonweal version", manifest.version);
  facts += definition("Random seed", manifest.seed ? fmt::format("{}", *manifest.seed)
                                                   : std::string("none: nothing in this run is random"));
  content += element("dl", {{"class", "terms"}}, facts);
  if (!manifest.parts.empty()) {
    Table table{"Parts", "What went in, with SHA-256 fingerprints", {{"Role"}, {"File"}, {"SHA-256"}}, {}, {}};
    for (const Manifest::Part& part : manifest.parts) table.rows.push_back({part.role, part.path, part.sha256});
    content += element("div", {{"class", "hashes"}}, table_markup(table, {}));
  }
  return section("repeat", "How to make this again", content);
}

}  // namespace commonweal::report

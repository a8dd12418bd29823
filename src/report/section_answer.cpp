// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "report/sections.h"
#include "report/tables.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

Markup key_figure(const std::string& value, const Markup& words) {
  return element("div", element("dt", words) + element("dd", value));
}

/// So many scenarios stand beside the answer in large figures.
constexpr std::size_t most_outcomes = 3;

Markup outcome_figure(const analysis::Headline::Outcome& outcome) {
  const std::string range = range_text(outcome.takes_all_range, outcome.last);
  const std::string supposed = outcome.clause.empty() ? outcome.scenario_name : "if " + outcome.clause;
  return key_figure(
      capitalised(crossing_text(outcome.takes_all, outcome.last)),
      fmt::format("{} care {} more than all the money for services, {} (modelled{})",
                  outcome.takes_all ? "is the first full year in which" : "does", outcome.takes_all ? "costs" : "cost",
                  supposed, range.empty() ? "" : "; range " + range));
}

Markup key_figures(const analysis::Headline& headline) {
  Markup figures =
      key_figure(percent_text(headline.care_share),
                 fmt::format("of spending on services went on care in {}: {} of {} (published)", headline.base_year,
                             money_text(headline.care_spend), money_text(headline.service_spend)));
  std::size_t shown = 0;
  for (const analysis::Headline::Outcome& outcome : headline.outcomes) {
    if (!is_main(headline, outcome.scenario_id)) continue;
    if (++shown > most_outcomes) break;  // the table has all of them
    figures += outcome_figure(outcome);
  }
  return element("dl", {{"class", "keys"}}, figures);
}

/// Limits come in order of weight: so many stand under the answer itself, where nobody can miss them.
constexpr std::size_t weightiest_limits = 2;

Markup bearing_in_mind(const analysis::Findings& findings) {
  Markup paragraphs;
  for (std::size_t limit = 0; limit < std::min(weightiest_limits, findings.limits.size()); ++limit) {
    paragraphs += paragraph(findings.limits[limit]);
  }
  return element("div", {{"class", "in-mind"}}, paragraphs);
}

bool has_range(const analysis::Headline& headline) {
  return std::any_of(headline.outcomes.begin(), headline.outcomes.end(),
                     [](const auto& outcome) { return !outcome.takes_all_range.scenario_names.empty(); });
}

}  // namespace

Markup answer_section(const analysis::Findings& findings) {
  const analysis::Headline& headline = findings.headline;
  Markup content = element("p", {{"class", "lede"}}, headline.sentence);
  if (!findings.limits.empty()) content += bearing_in_mind(findings);
  content += key_figures(headline);
  if (!headline.outcomes.empty()) {
    content += table_markup(crossings_table(headline), findings.sources);
    content += paragraph(
        "“All of it” means that care alone, at the base level of service, would cost as much as there is for every "
        "service together. “Three quarters” is where it begins to restrict everything else.");
    if (has_range(headline)) {
      content += paragraph("The range: every driver at the low, or the high, end of its evidence at once.");
    }
  }
  return section("answer", "The answer", content);
}

}  // namespace commonweal::report

// SPDX-License-Identifier: Apache-2.0
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
  const std::string years = outcome.takes_all ? ", " + years_text(outcome.takes_all->years_from_base) + " on" : "";
  return key_figure(capitalised(crossing_text(outcome.takes_all, outcome.last)),
                    fmt::format("care needs all the money for services: {}{} (modelled{})", outcome.scenario_name,
                                years, range.empty() ? "" : "; range " + range));
}

Markup key_figures(const analysis::Headline& headline) {
  Markup figures =
      key_figure(percent_text(headline.care_share),
                 fmt::format("of spending on services went on care in {}: {} of {} (published)", headline.base_year,
                             money_text(headline.care_spend), money_text(headline.service_spend)));
  std::size_t shown = 0;
  for (const analysis::Headline::Outcome& outcome : headline.outcomes) {
    if (++shown > most_outcomes) break;  // the table has all of them
    figures += outcome_figure(outcome);
  }
  return element("dl", {{"class", "keys"}}, figures);
}

}  // namespace

Markup answer_section(const analysis::Findings& findings) {
  const analysis::Headline& headline = findings.headline;
  Markup content = element("p", {{"class", "lede"}}, headline.sentence);
  content += key_figures(headline);
  if (!headline.outcomes.empty()) {
    content += paragraph(
        "“All the money” means that care alone, at the base level of service, would cost as much as there is for every "
        "service together. “Three quarters” is where it begins to restrict everything else.");
    content += table_markup(outcomes_table(headline), findings.sources);
  }
  return section("answer", "The answer", content);
}

}  // namespace commonweal::report

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "analysis/vocabulary.h"
#include "base/text.h"
#include "report/compared_fans.h"
#include "report/sections.h"
#include "report/tables.h"
#include "report/uncertainty_figures.h"
#include "report/uncertainty_tables.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

constexpr std::size_t most_sentences = 8;  ///< the tables have the rest

Markup opening(const analysis::Uncertainty& uncertainty) {
  Markup content = paragraph(fmt::format(
      "{} futures were worked out for each scenario. In each, every one of {} uncertain numbers has a value of its "
      "own, drawn from the range of its evidence; the same future meets every scenario. A share of futures is how sure "
      "the model is, given those ranges: not a promise.",
      base::grouped(static_cast<double>(uncertainty.draws), 0), uncertainty.inputs.size()));
  Markup items;
  for (std::size_t one = 0; one < std::min(most_sentences, uncertainty.sentences.size()); ++one) {
    items += element("li", uncertainty.sentences[one]);
  }
  if (!items.empty()) content += element("ul", items);
  return content + element("p", {{"class", "note"}}, analysis::uncertainty_caveat);
}

/// The fans of one variable in the main scenarios.
Markup fans_of(const analysis::Findings& findings, std::string_view variable) {
  std::vector<const analysis::Fan*> shown;
  for (const analysis::Fan& fan : findings.uncertainty.fans) {
    if (fan.variable == variable && is_main(findings.headline, fan.scenario_id)) shown.push_back(&fan);
  }
  return compared_fans(shown, fan_figure, findings);
}

Markup failures_in_words(const analysis::Uncertainty& uncertainty) {
  Markup content;
  for (const analysis::FailedFutures& failed : uncertainty.failures) {
    std::string text = fmt::format("{}: {} of {} futures could not be computed, and are in no figure here",
                                   failed.scenario_name, base::grouped(static_cast<double>(failed.failures), 0),
                                   base::grouped(static_cast<double>(failed.draws), 0));
    if (!failed.faults.empty()) text += fmt::format(" ({})", base::joined(failed.faults, "; "));
    text += failed.causes.empty() ? ". Nothing that was drawn tells them clearly from the others."
                                  : fmt::format(". In them {}.", listed(failed.causes));
    content += element("p", {{"class", "note"}}, text);
  }
  return content;
}

/// What the other scenarios change: the gap at once, all else for those who open it.
Markup differences_of(const analysis::Findings& findings) {
  std::vector<analysis::PairedDifference> in_gap, in_others;
  for (const analysis::PairedDifference& one : findings.uncertainty.differences) {
    (one.variable == analysis::vocabulary::gap_before_action ? in_gap : in_others).push_back(one);
  }
  Markup content;
  if (!in_gap.empty()) content += table_markup(differences_table(in_gap), findings.sources);
  if (!in_others.empty()) {
    content += element("details", element("summary", "What they change in other figures") +
                                      table_markup(differences_table(in_others), findings.sources));
  }
  return content;
}

/// Variables that the study asks bands of, besides the gap.
std::vector<std::string> further_variables(const analysis::Uncertainty& uncertainty) {
  std::vector<std::string> names;
  for (const analysis::Fan& fan : uncertainty.fans) {
    const bool is_gap = fan.variable == analysis::vocabulary::gap_before_action;
    if (!is_gap && std::ranges::find(names, fan.variable) == names.end()) names.push_back(fan.variable);
  }
  return names;
}

}  // namespace

Markup uncertainty_section(const analysis::Findings& findings) {
  const analysis::Uncertainty& uncertainty = findings.uncertainty;
  if (uncertainty.empty()) return {};
  Markup content = opening(uncertainty) + failures_in_words(uncertainty);
  content += fans_of(findings, analysis::vocabulary::gap_before_action);
  for (const auto& event : by_event(uncertainty.events)) {
    content += figure_markup(odds_figure(event), Canvas::wide(), findings.sources);
  }
  content += differences_of(findings);
  for (const std::string& variable : further_variables(uncertainty)) content += fans_of(findings, variable);
  if (uncertainty.pooled) {
    for (const analysis::Fan& fan : uncertainty.pooled->fans) {
      content += figure_markup(pooled_figure(fan, uncertainty.pooled->weights, static_cast<double>(uncertainty.draws)),
                               Canvas::wide(), findings.sources);
    }
  }
  content += element("details", element("summary", "What was drawn, and from what range") +
                                    table_markup(drawn_inputs_table(uncertainty.inputs), findings.sources));
  return section("uncertainty", "How sure it is", content);
}

}  // namespace commonweal::report

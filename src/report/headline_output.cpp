// SPDX-License-Identifier: Apache-2.0
#include "report/headline_output.h"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "report/tables.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

using Json = nlohmann::ordered_json;

Json figure_or_null(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json crossing_json(const std::optional<analysis::Crossing>& crossing) {
  if (!crossing) return nullptr;
  return {{"year", crossing->year.text()}, {"years_from_base", figure_or_null(crossing->years_from_base)}};
}

Json headline_part(const analysis::Headline& headline) {
  Json outcomes = Json::array();
  for (const analysis::Headline::Outcome& outcome : headline.outcomes) {
    outcomes.push_back({{"scenario", outcome.scenario_id},
                        {"name", outcome.scenario_name},
                        {"restricts", crossing_json(outcome.restricts)},
                        {"takes_all", crossing_json(outcome.takes_all)},
                        {"last_year", outcome.last.text()},
                        {"final_gap", figure_or_null(outcome.final_gap)}});
  }
  return {{"sentence", headline.sentence},
          {"place", headline.place},
          {"base_year", headline.base_year},
          {"care_spend", figure_or_null(headline.care_spend)},
          {"service_spend", figure_or_null(headline.service_spend)},
          {"care_share", figure_or_null(headline.care_share)},
          {"unit", "GBP million"},
          {"outcomes", std::move(outcomes)}};
}

Json row_json(const analysis::ReconciliationRow& row) {
  return {{"id", row.id},
          {"published", figure_or_null(row.published)},
          {"model", figure_or_null(row.model)},
          {"unit", row.unit},
          {"fitted", row.role == study::Role::fitted},
          {"role", role_text(row.role)},
          {"tolerance", row.tolerance ? figure_or_null(*row.tolerance) : Json(nullptr)},
          {"within", row.within},
          {"place", row.place},
          {"scenario", row.scenario_id},
          {"year", row.year},
          {"what", row.what}};
}

}  // namespace

std::string headline_json(const analysis::Findings& findings) {
  Json json;
  json["headline"] = headline_part(findings.headline);
  json["reconciliation"] = Json::array();
  for (const analysis::ReconciliationRow& row : findings.reconciliation)
    json["reconciliation"].push_back(row_json(row));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string headline_text(const analysis::Findings& findings) {
  const analysis::Headline& headline = findings.headline;
  std::string text = fmt::format("{}\n{}\n", findings.title, headline.sentence);
  std::size_t widest = 0;
  for (const auto& outcome : headline.outcomes) widest = std::max(widest, base::character_count(outcome.scenario_name));
  for (const analysis::Headline::Outcome& outcome : headline.outcomes) {
    const std::string gap(widest - base::character_count(outcome.scenario_name), ' ');
    text += fmt::format("  {}{}  care needs 75%: {}; all: {}; gap in {}: {}\n", capitalised(outcome.scenario_name), gap,
                        crossing_text(outcome.restricts, outcome.last), crossing_text(outcome.takes_all, outcome.last),
                        outcome.last.text(), money_text(outcome.final_gap));
  }
  std::size_t judged = 0, within = 0;
  for (const analysis::ReconciliationRow& row : findings.reconciliation) {
    if (!is_judged(row)) continue;
    ++judged;
    within += row.within ? 1 : 0;
  }
  if (judged > 0) text += fmt::format("  {} of {} published figures agree within their tolerance\n", within, judged);
  return text;
}

}  // namespace commonweal::report

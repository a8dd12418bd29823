// SPDX-License-Identifier: Apache-2.0
#include "report/headline_output.h"

#include <cmath>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "report/discovery_tables.h"
#include "report/tables.h"
#include "report/wording.h"
#include "study/discovery.h"

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

/// Null where the scenario has no bounds; within, null where the end of the range does not come within the horizon.
Json range_json(const analysis::CrossingRange& range) {
  if (range.scenario_names.empty()) return nullptr;
  return {{"earliest", crossing_json(range.earliest)}, {"latest", crossing_json(range.latest)}};
}

Json headline_part(const analysis::Headline& headline) {
  Json outcomes = Json::array();
  for (const analysis::Headline::Outcome& outcome : headline.outcomes) {
    outcomes.push_back({{"scenario", outcome.scenario_id},
                        {"name", outcome.scenario_name},
                        {"restricts", crossing_json(outcome.restricts)},
                        {"takes_all", crossing_json(outcome.takes_all)},
                        {"restricts_range", range_json(outcome.restricts_range)},
                        {"takes_all_range", range_json(outcome.takes_all_range)},
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

/// "  Flat in cash: care needs 75%: 2016-17; all: 2023-24 (range 2019-20 to 2039-40); gap in 2046-47: £541.2 million"
std::string outcome_line(const analysis::Headline::Outcome& outcome) {
  const std::string range = range_text(outcome.takes_all_range, outcome.last);
  return fmt::format("  {}: care needs 75%: {}; all: {}{}; gap in {}: {}\n", capitalised(outcome.scenario_name),
                     crossing_text(outcome.restricts, outcome.last), crossing_text(outcome.takes_all, outcome.last),
                     range.empty() ? "" : fmt::format(" (range {})", range), outcome.last.text(),
                     money_text(outcome.final_gap));
}

/// How many published figures agree, by what their agreement is worth; empty where there are none.
std::string agreement_line(const analysis::Agreement& agreement) {
  std::vector<std::string> parts;
  const auto add = [&](int judged, int agreeing, std::string_view words) {
    if (judged > 0) parts.push_back(fmt::format("{} of {} {}", agreeing, judged, words));
  };
  add(agreement.base_judged, agreement.base_agreeing, "lines of the base year agree, as they must");
  add(agreement.consistent_judged, agreement.consistent_agreeing, "agree by definitions chosen in view of them");
  add(agreement.predictions_judged, agreement.predictions_agreeing, "predictions agree");
  if (agreement.fitted > 0) parts.push_back(fmt::format("{} fitted", agreement.fitted));
  if (agreement.not_judged > 0) parts.push_back(fmt::format("{} shown without judgement", agreement.not_judged));
  return parts.empty() ? "" : fmt::format("  Published figures: {}\n", base::joined(parts, "; "));
}

Json estimate_json(const ensemble::Estimate& estimate) {
  return {{"value", figure_or_null(estimate.value)}, {"error", figure_or_null(estimate.error)}};
}

Json fan_json(const analysis::Fan& fan) {
  Json years = Json::array();
  constexpr std::string_view names[] = {"p10", "p25", "p50", "p75", "p90"};
  for (std::size_t year = 0; year < fan.quantiles.front().size(); ++year) {
    Json of_year = {{"year", (fan.first + static_cast<int>(year)).text()}};
    for (std::size_t band = 0; band < fan.quantiles.size(); ++band) {
      of_year[std::string(names[band])] = estimate_json(fan.quantiles[band][year]);
    }
    years.push_back(std::move(of_year));
  }
  return {{"scenario", fan.scenario_id}, {"variable", fan.variable}, {"unit", fan.unit}, {"years", std::move(years)}};
}

Json odds_json(const analysis::EventOdds& odds) {
  Json years = Json::array();
  for (std::size_t year = 0; year < odds.by_year.size(); ++year) {
    years.push_back({{"year", (odds.first + static_cast<int>(year)).text()},
                     {"in_year", estimate_json(odds.in_year[year])},
                     {"by_year", estimate_json(odds.by_year[year])}});
  }
  return {{"scenario", odds.scenario_id},
          {"event", odds.name},
          {"condition", odds.condition},
          {"never", estimate_json(odds.never)},
          {"years", std::move(years)}};
}

Json difference_json(const analysis::PairedDifference& difference) {
  return {{"scenario", difference.scenario_id},
          {"variable", difference.variable},
          {"unit", difference.unit},
          {"year", difference.year.text()},
          {"p10", estimate_json(difference.low)},
          {"p50", estimate_json(difference.median)},
          {"p90", estimate_json(difference.high)},
          {"share_higher", estimate_json(difference.higher)}};
}

/// What many futures say; every statistic has its Monte Carlo error.
Json uncertainty_json(const analysis::Uncertainty& uncertainty) {
  Json fans = Json::array(), events = Json::array(), differences = Json::array(), failures = Json::array();
  for (const analysis::Fan& fan : uncertainty.fans) fans.push_back(fan_json(fan));
  for (const analysis::EventOdds& odds : uncertainty.events) events.push_back(odds_json(odds));
  for (const analysis::PairedDifference& one : uncertainty.differences) differences.push_back(difference_json(one));
  for (const analysis::FailedFutures& failed : uncertainty.failures) {
    failures.push_back({{"scenario", failed.scenario_name}, {"failures", failed.failures}, {"causes", failed.causes}});
  }
  return {{"draws", uncertainty.draws},
          {"seed", uncertainty.seed},
          {"inputs", uncertainty.inputs.size()},
          {"sentences", uncertainty.sentences},
          {"caveat", analysis::uncertainty_caveat},
          {"bands", std::move(fans)},
          {"events", std::move(events)},
          {"differences", std::move(differences)},
          {"failures", std::move(failures)}};
}

Json limit_json(double limit) {
  return std::isfinite(limit) ? Json(limit) : Json(nullptr);
}

Json fit_json(const discovery::Fit& fit) {
  return {{"coverage", fit.coverage()}, {"density", fit.density()}, {"inside", fit.inside}, {"futures", fit.all}};
}

/// What would have to be true.
Json conditions_json(const discovery::StudyDiscovery& discovery) {
  Json conditions = Json::array(), break_evens = Json::array();
  for (const discovery::Condition& condition : discovery.found.conditions) {
    conditions.push_back({{"input", discovery.inputs[condition.input]},
                          {"at_least", limit_json(condition.limits.low)},
                          {"at_most", limit_json(condition.limits.high)},
                          {"by_chance", condition.by_chance},
                          {"found_again", condition.found_again}});
  }
  for (const discovery::BreakEven& one : discovery.break_evens) {
    break_evens.push_back({{"input", one.name},
                           {"centre", one.centre},
                           {"turns_at", one.value},
                           {"wanted", one.is_wanted_above ? "above" : "below"},
                           {"odds", one.odds}});
  }
  return {{"what", discovery.wish.name},
          {"condition", study::condition(discovery.wish)},
          {"wanted", discovery.found.wanted},
          {"futures", discovery.found.all},
          {"sentences", discovery_sentences(discovery)},
          {"conditions", std::move(conditions)},
          {"kept_back", fit_json(discovery.found.kept_back)},
          {"learned", fit_json(discovery.found.learned)},
          {"wanted_at_centre", discovery.is_wanted_at_centre},
          {"break_evens", std::move(break_evens)}};
}

Json spell_json(const analysis::PolicySpell& spell) {
  return {{"scenario", spell.scenario_id},
          {"start", spell.first.text()},
          {"stop", spell.stop ? Json(spell.stop->text()) : Json(nullptr)},
          {"ramp", spell.ramp},
          {"intensity", spell.intensity}};
}

Json policies_json(const analysis::Findings& findings) {
  Json policies = Json::array();
  for (const analysis::PolicyUse& policy : findings.policies) {
    Json sources = Json::array(), spells = Json::array();
    for (const analysis::SourceNote& source : findings.sources) {
      if (std::ranges::find(policy.cites, source.number) == policy.cites.end()) continue;
      sources.push_back({{"title", source.title}, {"url", source.url}});
    }
    for (const analysis::PolicySpell& spell : policy.spells) spells.push_back(spell_json(spell));
    policies.push_back({{"policy", policy.id},
                        {"title", policy.title},
                        {"family", policy.family},
                        {"grade", policy.grade},
                        {"effect", policy.effect},
                        {"cost", policy.cost},
                        {"sources", std::move(sources)},
                        {"spells", std::move(spells)}});
  }
  return policies;
}

}  // namespace

std::string headline_json(const analysis::Findings& findings, Layout layout) {
  Json json;
  json["headline"] = headline_part(findings.headline);
  json["reconciliation"] = Json::array();
  for (const analysis::ReconciliationRow& row : findings.reconciliation)
    json["reconciliation"].push_back(row_json(row));
  if (!findings.uncertainty.empty()) json["uncertainty"] = uncertainty_json(findings.uncertainty);
  if (!findings.policies.empty()) json["policies"] = policies_json(findings);
  if (findings.discovery) json["conditions"] = conditions_json(*findings.discovery);
  const bool is_dense = layout == Layout::dense;
  return json.dump(is_dense ? -1 : 2, ' ', false, Json::error_handler_t::replace) + (is_dense ? "" : "\n");
}

std::string headline_text(const analysis::Findings& findings) {
  const analysis::Headline& headline = findings.headline;
  std::string text = fmt::format("{}\n{}\n", findings.title, headline.sentence);
  for (const analysis::Headline::Outcome& outcome : headline.outcomes) text += outcome_line(outcome);
  for (const std::string& sentence : findings.uncertainty.sentences) text += fmt::format("  {}\n", sentence);
  if (!findings.uncertainty.empty()) text += fmt::format("  {}\n", analysis::uncertainty_caveat);
  if (findings.discovery) {
    for (const std::string& sentence : discovery_sentences(*findings.discovery))
      text += fmt::format("  {}\n", sentence);
  }
  return text + agreement_line(findings.agreement);
}

}  // namespace commonweal::report

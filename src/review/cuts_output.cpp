// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "review/cuts.h"

namespace commonweal::review {

namespace {

using Json = nlohmann::ordered_json;

Json blocks_json(const ByBlock& values) {
  Json named;
  for (std::size_t block = 0; block < blocks.size(); ++block)
    named[std::string(blocks[block])] = json_of(values[block]);
  return named;
}

Json slope_json(const Slope& slope) {
  return {{"slope", json_of(slope.slope)},
          {"standard_error", json_of(slope.standard_error)},
          {"correlation", json_of(slope.correlation)},
          {"councils", slope.councils}};
}

Json rule_json(const RuleResult& rule) {
  return {{"rule", rule.rule},
          {"told_total", rule.is_told_total},
          {"change", blocks_json(rule.change)},
          {"mean_error", json_of(rule.mean_error)},
          {"rank_correlation", json_of(rule.rank_correlation)},
          {"care_share", json_of(rule.care_share)},
          {"council_mean", json_of(rule.council_mean)},
          {"council_median", json_of(rule.council_median)},
          {"council_weighted", json_of(rule.council_weighted)},
          {"care_response", json_of(rule.care_response)}};
}

Json dependence_json(const Cuts& cuts) {
  Json by_class = Json::array();
  for (const KindSlope& one : cuts.dependence_by_kind) {
    by_class.emplace_back(Json{{"class", one.kind}}).update(slope_json(one.slope));
  }
  return {{"seen", slope_json(cuts.dependence)},
          {"low", json_of(cuts.dependence_low)},
          {"high", json_of(cuts.dependence_high)},
          {"by_class", std::move(by_class)},
          {"model", cuts.model_dependence ? slope_json(*cuts.model_dependence) : Json(nullptr)},
          {"model_own_money", cuts.model_dependence_own ? slope_json(*cuts.model_dependence_own) : Json(nullptr)}};
}

std::string line_of(const std::string& name, const ByBlock& change) {
  std::string line = fmt::format("{:<42}", name);
  for (const double one : change) fmt::format_to(std::back_inserter(line), "{:>8.1f}", 100 * one);
  return line;
}

/// "3.2 points further".
std::string in_words(const Slope& slope) {
  return fmt::format("{:.1f} points {}", std::abs(10 * slope.slope), slope.slope > 0 ? "less" : "further");
}

}  // namespace

std::string json(const Cuts& cuts, const Provenance& made_of) {
  Json rules = Json::array();
  for (const RuleResult& rule : cuts.rules) rules.push_back(rule_json(rule));
  Json whole = json_of(made_of);
  whole.update(Json{{"from", cuts.from.text()},
                    {"to", cuts.to.text()},
                    {"price_ratio", cuts.price_ratio},
                    {"councils", cuts.councils},
                    {"left_out", cuts.left_out},
                    {"adjusted", cuts.adjusted},
                    {"before", blocks_json(cuts.before)},
                    {"change", blocks_json(cuts.change)},
                    {"total_before", json_of(cuts.total_before)},
                    {"total_change", json_of(cuts.total_change)},
                    {"all_services", json_of(cuts.all_services)},
                    {"care_share_before", json_of(cuts.care_share_before)},
                    {"care_share_after", json_of(cuts.care_share_after)},
                    {"care_response", json_of(cuts.care_response)},
                    {"rules", std::move(rules)},
                    {"grant_dependence", dependence_json(cuts)}});
  return whole.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string text(const Cuts& cuts) {
  std::string text = fmt::format("Cuts from {} to {}, {} that run care, in prices of {}\n", cuts.from.text(),
                                 cuts.to.text(), base::counted(cuts.councils, "council"), cuts.from.text());
  for (const std::string& sentence : cuts.adjusted) text += sentence + "\n";
  for (const std::string& who : cuts.left_out) text += "Left out: " + who + "\n";
  text += fmt::format("\nReal change in % of all councils together, and how far off, in points\n{:<42}", "");
  for (const char* name : {"care", "roads", "housing", "culture", "environ", "plan.", "central", "off", "councils"}) {
    text += fmt::format("{:>{}}", name, std::string_view(name) == "councils" ? 10 : 8);
  }
  text += "\n" + line_of("what was seen", cuts.change) + "\n";
  for (const RuleResult& rule : cuts.rules) {
    text += fmt::format("{}{:>8.1f}{:>10.1f}\n", line_of(rule.rule, rule.change), 100 * rule.mean_error,
                        100 * rule.council_weighted);
  }
  text += fmt::format(
      "Off: mean over services. Councils: all errors in pounds over all spend. Every rule but the first is told the "
      "total.\n\nWhere a council depended 10 points more on grants, its spend fell {}",
      in_words(cuts.dependence));
  if (cuts.model_dependence) text += fmt::format("; in the model {}", in_words(*cuts.model_dependence));
  if (cuts.model_dependence_own) {
    text += fmt::format(", and told each council's own tax and grants {}", in_words(*cuts.model_dependence_own));
  }
  return text + ".\n";
}

}  // namespace commonweal::review

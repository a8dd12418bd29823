// SPDX-License-Identifier: Apache-2.0
#include "appraisal/summary.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "appraisal/savings.h"

namespace commonweal::appraisal {

namespace {

using Json = nlohmann::ordered_json;

Json number(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json spread_json(const ensemble::Spread& spread) {
  if (spread.count() == 0) return nullptr;
  return {{"mean", spread.mean().value},
          {"p10", spread.quantile(0.1).value},
          {"p50", spread.quantile(0.5).value},
          {"p90", spread.quantile(0.9).value},
          {"chance_above_0", spread.share_above(0).value}};
}

Json sums_json(const Sums& sums) {
  return {{"costs", sums.costs},
          {"benefits", sums.benefits},
          {"net", sums.net()},
          {"benefits_for_a_pound", sums.costs > 0 ? Json(sums.benefits / sums.costs) : Json(nullptr)}};
}

Json payback_json(const Case& of, const Appraisal& appraisal) {
  Json years = Json::object();
  for (std::size_t year = 0; year < of.paid_back.size(); ++year) {
    if (of.paid_back[year] > 0) years[(appraisal.first + static_cast<int>(year)).text()] = of.paid_back[year];
  }
  return {
      {"share_of_futures_by_year", years}, {"never", of.never_paid_back}, {"within_the_plan", of.paid_back_in_plan}};
}

Json agencies_json(const Case& of, const Appraisal& appraisal) {
  Json agencies = Json::array();
  for (std::size_t i = 0; i < of.agencies.size(); ++i) {
    const AgencyValue& value = of.agencies[i];
    const auto by_year = [&](const std::vector<double>& rows) {
      const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(i * appraisal.years);
      return std::vector<double>(begin, begin + static_cast<std::ptrdiff_t>(appraisal.years));
    };
    agencies.push_back({{"agency", appraisal.agencies[i]},
                        {"gained", value.gained},
                        {"cashable", value.cashable},
                        {"paid", value.paid},
                        {"net", value.net()},
                        {"transfer", value.transfer},
                        {"break_even_transfer", of.break_even[i]},
                        {"fair_share", of.fair_share[i]},
                        {"cashable_by_year", by_year(of.change.cashable)},
                        {"not_in_cash_by_year", by_year(of.change.not_in_cash)},
                        {"paid_by_year", by_year(of.change.invested)}});
  }
  return agencies;
}

/// What changes for services and people, by year, and what there is without.
Json impact_json(const Case& of, const Appraisal& appraisal) {
  const auto rows = [&](const std::vector<std::string>& names, const char* what, const std::vector<double>& without,
                        const std::vector<double>& change) {
    Json all = Json::array();
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto by_year = [&](const std::vector<double>& figures) {
        const auto begin = figures.begin() + static_cast<std::ptrdiff_t>(i * appraisal.years);
        return std::vector<double>(begin, begin + static_cast<std::ptrdiff_t>(appraisal.years));
      };
      all.push_back({{what, names[i]}, {"without_by_year", by_year(without)}, {"change_by_year", by_year(change)}});
    }
    return all;
  };
  return {{"services_provided", rows(appraisal.services, "service", appraisal.without.provided, of.change.provided)},
          {"people_with_unmet_need", rows(appraisal.cohorts, "cohort", appraisal.without.unmet, of.change.unmet)}};
}

Json case_json(const Case& of, const Appraisal& appraisal) {
  if (of.futures == 0) return {{"name", of.name}, {"failures", of.failures}};
  return {{"name", of.name},
          {"grade", of.grade},
          {"futures", of.futures},
          {"failures", of.failures},
          {"nil", of.is_nil},
          {"net_value", spread_json(of.net_value)},
          {"cash_value", spread_json(of.cash_value)},
          {"fiscal_cashable", of.cashable},
          {"fiscal_not_cashable", of.not_in_cash},
          {"economic", of.economic},
          {"social", of.social},
          {"as_promised", sums_json(of.promised)},
          {"corrected_for_optimism", sums_json(of.corrected)},
          {"fiscal_return", number(of.fiscal_return())},
          {"wrong_pocket_index", number(of.wrong_pocket)},
          {"payback", payback_json(of, appraisal)},
          {"agencies", agencies_json(of, appraisal)},
          {"impact", impact_json(of, appraisal)}};
}

Json rejected_json(const study::RejectedOption& option) {
  return {{"name", option.name},
          {"reason", option.reason},
          {"decided", option.decided},
          {"scenario", option.scenario.empty() ? Json(nullptr) : Json(option.scenario)}};
}

/// The savings tracker, a row for each policy as in the report's table.
Json savings_json(const SavingsTracker& tracker, const Delivery& delivery) {
  const auto words = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  Json rows = Json::array();
  for (const Saving& saving : tracker.savings) {
    Json planned = Json::object();
    for (std::size_t year = 0; year < tracker.years; ++year) {
      planned[(tracker.first + static_cast<int>(year)).text()] = saving.planned[year];
    }
    Json row = {{"saving", saving.name},
                {"kind", words(saving.kind)},
                {"owner", words(tracker.owner)},
                {"budget_line", words(saving.budget_line)},
                {"benefit_owner", saving.benefit_owner},
                {"duration", saving.duration},
                {"cashable_share", saving.cashable_share},
                {"planned_by_year", std::move(planned)},
                {"planned", saving.planned_sum},
                {"chance_of_delivery", nullptr},
                {"expected", nullptr},
                {"expected_low", nullptr},
                {"expected_high", nullptr},
                {"rating", nullptr},
                {"chance_rests_on", nullptr},
                {"status", "planned"},
                {"delivered", nullptr}};  // for the council to say
    if (saving.prior != nullptr) {
      row["chance_of_delivery"] = saving.prior->share;
      row["expected"] = expected_of(saving.planned_sum, saving.prior->share);
      row["expected_low"] = expected_of(saving.planned_sum, saving.prior->low);
      row["expected_high"] = expected_of(saving.planned_sum, saving.prior->high);
      row["rating"] = delivery.rating(saving.prior->share);
      row["chance_rests_on"] = saving.prior->source.empty() ? "judgement" : saving.prior->source;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// What the options give one by one, added up, and how the package compares.
Json one_by_one_json(const ScenarioAppraisal& scenario) {
  const Sums sum = one_by_one(scenario);
  return {{"costs", sum.costs},
          {"benefits", sum.benefits},
          {"net", sum.net()},
          {"together_brings", company_in_words(scenario)}};
}

/// Which scenarios were turned down and why, then what no scenario does.
std::string rejected_text(const study::Study& study) {
  std::string out = study.rejected.empty() ? "" : "\nrejected\n";
  for (const study::RejectedOption& option : study.rejected) {
    fmt::format_to(std::back_inserter(out), "  {}: {}\n", option.name, option.reason);
  }
  return out;
}

/// One line of the table on a terminal.
std::string line(const Case& of, const std::string& company) {
  if (of.futures == 0) return fmt::format("  {:<28} could not be computed in any future\n", of.name);
  if (of.is_nil) return fmt::format("  {:<28} nil: it changes nothing in any future\n", of.name);
  return fmt::format("  {:<28} {:>9.2f} {:>9.2f} {:>9.2f} {:>11.2f} {:>9}  {}\n", of.name, of.promised.costs,
                     of.promised.benefits, of.promised.net(), of.corrected.net(),
                     chance_in_words(of.paid_back_in_plan, of.futures), company);
}

}  // namespace

std::string company_in_words(const Case& alone, const Case& last_in) {
  if (alone.is_nil && last_in.is_nil) return "nothing at all";
  const double difference = last_in.promised.net() - alone.promised.net();
  const double size = std::max(std::abs(alone.promised.benefits), std::abs(alone.promised.costs));
  if (std::abs(difference) <= 0.005 * size) return "as much as alone";
  return difference < 0 ? "less than alone" : "more than alone";
}

Sums one_by_one(const ScenarioAppraisal& scenario) {
  Sums sum;
  for (const Case& each : scenario.alone) {
    sum.costs += each.promised.costs;
    sum.benefits += each.promised.benefits;
  }
  return sum;
}

std::string company_in_words(const ScenarioAppraisal& scenario) {
  if (scenario.options.size() < 2 || scenario.package.futures == 0 || scenario.package.is_nil) return "";
  const double sum = one_by_one(scenario).benefits, together = scenario.package.promised.benefits;
  if (std::abs(together - sum) <= 0.005 * std::max(std::abs(sum), std::abs(together))) return "as much as the sum";
  return together < sum ? "less than the sum" : "more than the sum";
}

std::string chance_in_words(double share, std::uint64_t futures) {
  if (futures == 1) return share > 0.5 ? "yes" : "no";
  return fmt::format("{:.0f} in 100", 100 * share);
}

std::string text(const Appraisal& appraisal, const study::Study& study) {
  std::string out = fmt::format("present values in GBP million of {} prices, mean of {} future{}\n",
                                appraisal.first.text(), appraisal.draws, appraisal.draws == 1 ? "" : "s");
  for (const ScenarioAppraisal& scenario : appraisal.scenarios) {
    fmt::format_to(std::back_inserter(out), "\n{}\n  {:<28} {:>9} {:>9} {:>9} {:>11} {:>9}  {}\n",
                   study.scenarios[scenario.scenario].name, "", "costs", "benefits", "net", "corrected", "paid back",
                   "in company");
    for (std::size_t i = 0; i < scenario.options.size(); ++i) {
      out += line(scenario.alone[i], company_in_words(scenario.alone[i], scenario.last_in[i]));
    }
    Case all = scenario.package;
    all.name = "all of them together";
    out += line(all, company_in_words(scenario));
  }
  return out + rejected_text(study);
}

std::string json(const Appraisal& appraisal, const Valuation& valuation, const study::Study& study) {
  Json scenarios = Json::array();
  for (const ScenarioAppraisal& scenario : appraisal.scenarios) {
    Json alone = Json::array(), last_in = Json::array();
    for (const Case& each : scenario.alone) alone.push_back(case_json(each, appraisal));
    for (const Case& each : scenario.last_in) last_in.push_back(case_json(each, appraisal));
    scenarios.push_back(
        {{"scenario", study.scenarios[scenario.scenario].id},
         {"package", case_json(scenario.package, appraisal)},
         {"alone", alone},
         {"last_in", last_in},
         {"one_by_one", one_by_one_json(scenario)},
         {"savings_tracker", savings_json(savings_of(appraisal, scenario, valuation, study), valuation.delivery)}});
  }
  Json rejected = Json::array();
  for (const study::RejectedOption& option : study.rejected) rejected.push_back(rejected_json(option));
  return Json{{"study", study.id},        {"first", appraisal.first.text()}, {"years", appraisal.years},
              {"draws", appraisal.draws}, {"scenarios", scenarios},          {"rejected", rejected}}
             .dump(2) +
         "\n";
}

}  // namespace commonweal::appraisal

// SPDX-License-Identifier: Apache-2.0
#include "report/savings_tracker.h"

#include <fmt/format.h>

#include "appraisal/savings.h"
#include "report/appraisal_tables.h"
#include "report/wording.h"

namespace commonweal::report {

namespace {

using appraisal::Saving;
using appraisal::SavingsTracker;
using Kind = Table::Kind;

constexpr const char* to_fill_in = "to be filled in";

std::vector<Table::Column> columns(const SavingsTracker& tracker) {
  std::vector<Table::Column> heads = {{"Saving"},
                                      {"Kind of saving"},
                                      {"Owner"},
                                      {"Budget line that falls most"},
                                      {"Benefit owner"},
                                      {"One-off or ongoing"},
                                      {"Cashable (% of public gains)", Kind::figure, 0}};
  for (std::size_t year = 0; year < tracker.years; ++year) {
    heads.push_back({"Planned " + (tracker.first + static_cast<int>(year)).text(), Kind::figure, 0});
  }
  for (const char* figure : {"Planned, years of the plan", "Chance of delivery (%)", "Expected, years of the plan",
                             "Expected, low", "Expected, high"}) {
    heads.push_back({figure, Kind::figure, 0});
  }
  for (const char* words : {"Rating", "The chance rests on", "Status", "Delivered so far"}) heads.push_back({words});
  return heads;
}

std::string or_else(const std::string& text, const char* otherwise) {
  return text.empty() ? otherwise : text;
}

std::vector<Cell> row_of(const Saving& saving, const std::string& owner, const appraisal::Delivery& delivery) {
  std::vector<Cell> row = {capitalised(saving.name),      or_else(saving.kind, "not said"),
                           or_else(owner, "to be named"), or_else(saving.budget_line, "none falls"),
                           saving.benefit_owner,          saving.duration,
                           100 * saving.cashable_share};
  for (const double in_year : saving.planned) row.emplace_back(thousands * in_year);
  const double planned = thousands * saving.planned_sum;
  row.emplace_back(planned);
  if (const appraisal::DeliveryPrior* prior = saving.prior) {
    row.insert(row.end(), {100 * prior->share, appraisal::expected_of(planned, prior->share),
                           appraisal::expected_of(planned, prior->low), appraisal::expected_of(planned, prior->high),
                           std::string(delivery.rating(prior->share)),
                           std::string(prior->source.empty() ? "judgement" : "councils’ own reports")});
  } else {
    row.insert(row.end(), 4, Cell(unknown));
    row.insert(row.end(), {std::string("not rated"), std::string("no prior is given")});
  }
  row.insert(row.end(), {std::string("planned"), std::string(to_fill_in)});
  return row;
}

}  // namespace

Table savings_tracker(const appraisal::Appraisal& appraisal, const appraisal::ScenarioAppraisal& scenario,
                      const appraisal::Valuation& valuation, const study::Study& study) {
  const SavingsTracker tracker = appraisal::savings_of(appraisal, scenario, valuation, study);
  Table table{"Savings tracker",
              fmt::format("{}: savings tracker, £ thousand in prices of {}", study.scenarios[scenario.scenario].name,
                          appraisal.first.text()),
              columns(tracker),
              {},
              {}};
  for (const Saving& saving : tracker.savings) {
    table.rows.push_back(row_of(saving, tracker.owner, valuation.delivery));
  }
  return table;
}

Table delivery_table(const appraisal::Delivery& delivery) {
  Table table{"Chances of delivery",
              "what part of planned savings councils delivered, by kind of saving",
              {{"Kind of saving"},
               {"Delivered (%)", Kind::figure, 0},
               {"Low", Kind::figure, 0},
               {"High", Kind::figure, 0},
               {"Rating"},
               {"Source, or why so much"}},
              {},
              {}};
  for (const appraisal::DeliveryPrior& prior : delivery.priors) {
    table.rows.push_back({prior.category, 100 * prior.share, 100 * prior.low, 100 * prior.high,
                          std::string(delivery.rating(prior.share)),
                          prior.source.empty() ? "Assumption: " + prior.judgement : prior.source});
  }
  return table;
}

}  // namespace commonweal::report

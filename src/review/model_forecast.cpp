// SPDX-License-Identifier: Apache-2.0
#include "review/model_forecast.h"

#include <array>
#include <cmath>

#include "review/model_runs.h"

namespace commonweal::review {

namespace {

/// One way of asking the model.
struct Asked {
  Method method;
  bool with_loops = false;
};

constexpr std::array<Asked, 4> ways = {{
    {{"model", false, "the model, all loops acting; money by national drift"}, true},
    {{"model without loops", false, "the model as plain arithmetic; money by national drift"}, false},
    {{"model, total known", true, "the model, all loops acting, given the total that was spent"}, true},
    {{"model without loops, total known", true, "the model as plain arithmetic, given the total that was spent"},
     false},
}};

/// What is spent on all services in each year: what was, or the origin's by the drift of all councils together.
std::vector<double> totals_of(const History& history, const Council& council, std::size_t origin, std::size_t horizon,
                              bool is_known) {
  double first = 0, last = 0;
  for (const Council& one : history.councils) {
    first += one.total(0);
    last += one.total(origin);
  }
  const double drift = std::pow(last / first, 1 / static_cast<double>(origin));
  std::vector<double> totals;
  for (std::size_t ahead = 0; ahead <= horizon; ++ahead) {
    totals.push_back(is_known ? council.total(origin + ahead)
                              : council.total(origin) * std::pow(drift, static_cast<double>(ahead)));
  }
  return totals;
}

/// The forecasts of one council out of the yearly spending that the model gives; scaled to the money there was, which
/// the model may leave unspent.
Forecasts forecasts_of(const Spending& spending, const std::vector<double>& totals, const Forecasts& spread) {
  Forecasts forecasts = spread;
  for (std::size_t ahead = 1; ahead < totals.size(); ++ahead) {
    double sum = 0;
    for (const double spend : spending[ahead]) sum += spend;
    for (std::size_t service = 0; service < services.size(); ++service) {
      forecasts[ahead - 1][service].mean = spending[ahead][service] * (sum > 0 ? totals[ahead] / sum : 1);
    }
  }
  return forecasts;
}

}  // namespace

std::vector<Entrant> model_entrants(const History& history, base::FinancialYear from, const program::Program& program,
                                    base::Diagnostics& diagnostics) {
  const auto origin = static_cast<std::size_t>(from.start - history.first.start);
  const std::size_t horizon = history.years - 1 - origin;
  const std::vector<Forecasts> spread = forecast(history, origin, horizon, "persistence");
  std::vector<Entrant> entrants;
  for (const Asked& way : ways) {
    std::vector<Question> questions;
    for (const Council& council : history.councils) {
      Question question;
      question.council = council.name;
      question.spend = council.spend[origin];
      question.totals = totals_of(history, council, origin, horizon, way.method.is_conditional);
      question.with_loops = way.with_loops;
      questions.push_back(question);
    }
    const std::vector<Spending> answers = ask_model(questions, from, program, diagnostics);
    if (diagnostics.has_errors()) return {};
    Entrant& entrant = entrants.emplace_back(Entrant{way.method, {}});
    for (std::size_t council = 0; council < questions.size(); ++council) {
      entrant.forecasts.push_back(forecasts_of(answers[council], questions[council].totals, spread[council]));
    }
  }
  return entrants;
}

}  // namespace commonweal::review

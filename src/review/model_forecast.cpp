// SPDX-License-Identifier: Apache-2.0
#include "review/model_forecast.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "ensemble/run.h"
#include "place/place.h"
#include "study/binding.h"
#include "study/design.h"

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

/// The model's services that each reviewed one is made of.
constexpr std::array<std::array<const char*, 2>, services.size()> model_services = {{
    {"adult social care older", "adult social care working age"},
    {"children social care", nullptr},
    {"highways and transport", nullptr},
    {"housing and homelessness", nullptr},
    {"culture and leisure", nullptr},
    {"environment and waste", nullptr},
    {"planning and economy", nullptr},
    {"central services", nullptr},
}};

/// A place made of a council's spending alone.
class Sketch {
 public:
  explicit Sketch(base::FinancialYear base_year) { place_.base_year = base_year; }

  void add(const std::string& variable, const std::string& element, base::FinancialYear year, double value,
           const std::string& unit) {
    place::Observation figure;
    figure.variable = variable;
    figure.element = element;
    figure.year = year;
    figure.value = value;
    figure.unit = unit;
    place_.observations.push_back(figure);
  }

  void hold(const std::string& variable) { place_.holds_after_last_year.push_back(variable); }

  place::Place take() && { return std::move(place_); }

 private:
  place::Place place_;
};

const std::string money = "GBP million/year";

void add_services(const Council& council, std::size_t origin, base::FinancialYear year, Sketch& sketch) {
  for (std::size_t service = 0; service < services.size(); ++service) {
    const bool is_split = model_services[service][1] != nullptr;
    const double amount = std::max(0.0, council.spend[origin][service]) / (is_split ? 2 : 1);
    for (const char* name : model_services[service]) {
      if (name != nullptr) sketch.add("base spend", name, year, amount, money);
    }
  }
  for (const char* name : {"public health", "education other than schools"})
    sketch.add("base spend", name, year, 0, money);
}

/// All the money there is comes as one grant; nothing stands below the line or in reserves.
place::Place place_of(const Council& council, std::size_t origin, base::FinancialYear from,
                      const std::vector<double>& totals) {
  Sketch sketch(from);
  add_services(council, origin, from, sketch);
  for (std::size_t ahead = 0; ahead < totals.size(); ++ahead) {
    sketch.add("announced funding", "general grant", from + static_cast<int>(ahead), totals[ahead], money);
  }
  for (const char* source : {"council tax", "business rates", "social care grants", "other specific grants"}) {
    sketch.add("announced funding", source, from, 0, money);
  }
  for (const char* item : {"levies", "capital financing", "housing benefit and council tax benefit",
                           "schools and education", "other items below the line"}) {
    sketch.add("base below the line", item, from, 0, money);
  }
  for (const char* series : {"planned payment into earmarked reserves", "planned payment into unallocated reserves"}) {
    sketch.add(series, "", from, 0, money);
  }
  for (const char* series : {"opening earmarked reserves", "opening unallocated reserves"}) {
    sketch.add(series, "", from, 0, "GBP million");
  }
  for (const char* age : {"age 0 to 17", "age 18 to 64", "age 65 to 74", "age 75 to 84", "age 85 plus"}) {
    sketch.add("population", age, from, 1000, "person");
  }
  for (const char* series : {"base spend", "announced funding", "base below the line",
                             "planned payment into earmarked reserves", "planned payment into unallocated reserves",
                             "opening earmarked reserves", "opening unallocated reserves", "population"}) {
    sketch.hold(series);
  }
  return std::move(sketch).take();
}

void set(const program::Program& program, const std::string& variable, const std::string& element, double value,
         program::Inputs& inputs, base::Diagnostics& diagnostics) {
  study::bind_setting(program, {variable, element, value, base::Position::file("backtest")}, inputs, diagnostics);
}

program::Inputs inputs_of(const program::Program& program, const place::Place& place, base::FinancialYear from,
                          base::FinancialYear to, bool with_loops, base::Diagnostics& diagnostics) {
  program::Inputs inputs;
  study::bind_place(program, place, from, to, inputs, diagnostics);
  inputs.settings.push_back({program.initial_time, static_cast<double>(from.start)});
  inputs.settings.push_back({program.final_time, static_cast<double>(to.start + 1)});
  for (const char* source :
       {"general grant", "council tax", "business rates", "social care grants", "other specific grants"}) {
    set(program, "last announced year", source, to.start, inputs, diagnostics);
  }
  for (const auto& [variable, value] :
       {std::pair("envelope follows inflation", 0.0), std::pair("reserves may close a gap", 0.0),
        std::pair("council tax may close a gap", 0.0), std::pair("cutting rule", 1.0),
        std::pair("business rates are kept locally", 0.0)}) {
    set(program, variable, "", value, inputs, diagnostics);
  }
  for (const program::Variable& variable : program.variables) {
    if (variable.name.starts_with("loop ")) set(program, variable.name, "", with_loops ? 1 : 0, inputs, diagnostics);
  }
  return inputs;
}

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
Forecasts forecasts_of(const ensemble::Ensemble& ensemble, const ensemble::Future& future,
                       const std::vector<double>& totals, const Forecasts& spread) {
  Forecasts forecasts = spread;
  for (std::size_t ahead = 1; ahead < totals.size(); ++ahead) {
    double sum = 0;
    for (std::size_t service = 0; service < services.size(); ++service) {
      double& mean = forecasts[ahead - 1][service].mean;
      mean = 0;
      for (const char* name : model_services[service]) {
        if (name != nullptr) mean += ensemble.series(future, "spend", name)[ahead];
      }
      sum += mean;
    }
    for (Forecast& one : forecasts[ahead - 1]) one.mean *= sum > 0 ? totals[ahead] / sum : 1;
  }
  return forecasts;
}

}  // namespace

std::vector<Entrant> model_entrants(const History& history, base::FinancialYear from, const program::Program& program,
                                    base::Diagnostics& diagnostics) {
  const auto origin = static_cast<std::size_t>(from.start - history.first.start);
  const std::size_t horizon = history.years - 1 - origin;
  const base::FinancialYear to = from + static_cast<int>(horizon);
  const std::vector<Forecasts> spread = forecast(history, origin, horizon, "persistence");
  std::vector<Entrant> entrants;
  for (const Asked& way : ways) {
    study::Design design;
    design.outputs = {"spend"};
    std::vector<std::vector<double>> totals;
    for (const Council& council : history.councils) {
      totals.push_back(totals_of(history, council, origin, horizon, way.method.is_conditional));
      const place::Place place = place_of(council, origin, from, totals.back());
      design.runs.push_back({study::ScenarioId(design.runs.size()), from, to,
                             inputs_of(program, place, from, to, way.with_loops, diagnostics)});
      design.run_names.push_back(council.name);
      if (diagnostics.has_errors()) return {};
    }
    const ensemble::Ensemble ensemble = ensemble::run(program, design, diagnostics);
    if (diagnostics.has_errors()) return {};
    Entrant& entrant = entrants.emplace_back(Entrant{way.method, {}});
    for (std::size_t council = 0; council < history.councils.size(); ++council) {
      entrant.forecasts.push_back(forecasts_of(ensemble, ensemble.futures[council], totals[council], spread[council]));
    }
  }
  return entrants;
}

}  // namespace commonweal::review

// SPDX-License-Identifier: Apache-2.0
#include "review/model_runs.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ensemble/run.h"
#include "place/place.h"
#include "study/binding.h"
#include "study/design.h"

namespace commonweal::review {

namespace {

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

void add_services(const Question& question, base::FinancialYear year, Sketch& sketch) {
  for (std::size_t service = 0; service < services.size(); ++service) {
    const bool is_split = model_services[service][1] != nullptr;
    const double amount = std::max(0.0, question.spend[service]) / (is_split ? 2 : 1);
    for (const char* name : model_services[service]) {
      if (name != nullptr) sketch.add("base spend", name, year, amount, money);
    }
  }
  for (const char* name : {"public health", "education other than schools"})
    sketch.add("base spend", name, year, 0, money);
}

/// All the money there is comes as one grant; nothing stands below the line or in reserves.
place::Place place_of(const Question& question, base::FinancialYear from) {
  Sketch sketch(from);
  add_services(question, from, sketch);
  for (std::size_t ahead = 0; ahead < question.totals.size(); ++ahead) {
    sketch.add("announced funding", "general grant", from + static_cast<int>(ahead), question.totals[ahead], money);
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

program::Inputs inputs_of(const program::Program& program, const Question& question, base::FinancialYear from,
                          base::FinancialYear to, base::Diagnostics& diagnostics) {
  program::Inputs inputs;
  study::bind_place(program, place_of(question, from), from, to, inputs, diagnostics);
  inputs.settings.push_back({program.initial_time, static_cast<double>(from.start)});
  inputs.settings.push_back({program.final_time, static_cast<double>(to.start + 1)});
  for (const char* source :
       {"general grant", "council tax", "business rates", "social care grants", "other specific grants"}) {
    set(program, "last announced year", source, to.start, inputs, diagnostics);
  }
  for (const auto& [variable, value] :
       {std::pair("envelope follows inflation", 0.0), std::pair("reserves may close a gap", 0.0),
        std::pair("council tax may close a gap", 0.0), std::pair("cutting rule", question.cutting_rule),
        std::pair("share of cut common to all councils", question.share_of_cut_common),
        std::pair("business rates are kept locally", 0.0)}) {
    set(program, variable, "", value, inputs, diagnostics);
  }
  for (const program::Variable& variable : program.variables) {
    if (!variable.name.starts_with("loop ")) continue;
    set(program, variable.name, "", question.with_loops ? 1 : 0, inputs, diagnostics);
  }
  return inputs;
}

Spending spending_of(const ensemble::Ensemble& ensemble, const ensemble::Future& future) {
  Spending spending(future.years);
  for (std::size_t service = 0; service < services.size(); ++service) {
    for (const char* name : model_services[service]) {
      if (name == nullptr) continue;
      const std::vector<double> series = ensemble.series(future, "spend", name);
      for (std::size_t year = 0; year < series.size(); ++year) spending[year][service] += series[year];
    }
  }
  return spending;
}

}  // namespace

std::vector<Spending> ask_model(const std::vector<Question>& questions, base::FinancialYear from,
                                const program::Program& program, base::Diagnostics& diagnostics) {
  study::Design design;
  design.outputs = {"spend"};
  for (const Question& question : questions) {
    const base::FinancialYear to = from + static_cast<int>(question.totals.size() - 1);
    design.runs.push_back(
        {study::ScenarioId(design.runs.size()), from, to, inputs_of(program, question, from, to, diagnostics)});
    design.run_names.push_back(question.council);
    if (diagnostics.has_errors()) return {};
  }
  const ensemble::Ensemble ensemble = ensemble::run(program, design, diagnostics);
  if (diagnostics.has_errors()) return {};
  std::vector<Spending> answers;
  for (const ensemble::Future& future : ensemble.futures) answers.push_back(spending_of(ensemble, future));
  return answers;
}

std::array<double, services.size()> protection_in(const program::Program& program) {
  std::array<double, services.size()> protection{};
  const program::Variable* variable = program.find("protection");
  for (std::size_t service = 0; variable != nullptr && service < services.size(); ++service) {
    const auto element = std::ranges::find(variable->elements, model_services[service][0]);
    if (element == variable->elements.end()) continue;
    protection[service] =
        program.start[variable->first_slot + static_cast<std::size_t>(element - variable->elements.begin())];
  }
  return protection;
}

}  // namespace commonweal::review

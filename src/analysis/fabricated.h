// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ensemble/ensemble.h"
#include "place/place.h"
#include "study/study.h"

/// Made-up runs, studies and places for tests, so that every figure can be worked out by hand.
namespace commonweal::analysis::fabricated {

/// The yearly figures of one variable element in one future.
struct Kept {
  std::string variable, element;
  std::vector<double> values;
};

inline void append(std::vector<Kept>& kept, const std::vector<Kept>& more) {
  kept.insert(kept.end(), more.begin(), more.end());
}

/// One future that begins in `first`; every variable element must have as many years.
inline ensemble::Ensemble one_future(base::FinancialYear first, const std::vector<Kept>& kept) {
  ensemble::Ensemble ensemble;
  ensemble::Future future{study::ScenarioId(0), first, kept.front().values.size(), {}};
  for (const Kept& one : kept) {
    ensemble.outputs.push_back({one.variable, one.element, "", ensemble::Accumulation::mean});
    future.values.insert(future.values.end(), one.values.begin(), one.values.end());
  }
  ensemble.futures.push_back(std::move(future));
  return ensemble;
}

/// Adds the future of the next scenario, with the same variable elements in the same order.
inline void add_future(ensemble::Ensemble& ensemble, const ensemble::Ensemble& next) {
  ensemble.futures.push_back(next.futures.front());
  ensemble.futures.back().scenario = study::ScenarioId(ensemble.futures.size() - 1);
}

inline study::Scenario scenario(const std::string& id, const std::string& name, const std::string& place) {
  study::Scenario made;
  made.id = id;
  made.name = name;
  made.description = name + ", in a test.";
  made.place = place;
  return made;
}

inline base::Position at(const std::string& path, std::uint32_t line) {
  base::Position position = base::Position::file(path);
  position.line = line;
  return position;
}

inline place::Place place(const std::string& id, const std::string& name) {
  place::Place made;
  made.id = id;
  made.name = made.context_name = name;
  return made;
}

inline place::Source source(const std::string& id, const std::string& title, const std::string& url = "") {
  place::Source made;
  made.id = id;
  made.title = title;
  made.url = url;
  return made;
}

inline place::Observation published(const std::string& variable, int year, double value, const std::string& unit,
                                    const std::string& source_id) {
  place::Observation made;
  made.variable = variable;
  made.year = base::FinancialYear{year};
  made.value = value;
  made.unit = unit;
  made.source = source_id;
  made.position = at("series.csv", 2);
  return made;
}

inline place::Observation assumed(const std::string& variable, const std::string& element, int year, double value,
                                  const std::string& reason) {
  place::Observation made = published(variable, year, value, "person", "");
  made.element = element;
  made.status = place::Status::assumption;
  made.note = reason;
  return made;
}

}  // namespace commonweal::analysis::fabricated

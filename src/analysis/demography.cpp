// SPDX-License-Identifier: Apache-2.0
#include "analysis/demography.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "analysis/vocabulary.h"
#include "analysis/years_in_words.h"
#include "base/text.h"

namespace commonweal::analysis {

namespace {

using place::Observation;
using place::Status;

// What is said of the population figures of one status: their years and the rules or reasons noted at them.
struct Basis {
  std::set<base::FinancialYear> years;
  std::vector<std::string> notes;

  void add(const Observation& observation, base::FinancialYear first, base::FinancialYear last) {
    if (!observation.year || *observation.year < first || *observation.year > last) return;
    years.insert(*observation.year);
    const std::string note = without_full_stop(observation.note);
    if (!note.empty() && std::ranges::find(notes, note) == notes.end()) notes.push_back(note);
  }

  std::string text(std::string_view begin) const {
    const std::string reasons = notes.empty() ? "" : fmt::format(" ({})", base::joined(notes, "; "));
    return fmt::format("{} {}{}", begin, years_in_words(years), reasons);
  }
};

// Years of the run for which the place has no figure at all.
std::set<base::FinancialYear> years_without(const std::array<Basis, 3>& bases, const YearlyFigures& figures) {
  std::set<base::FinancialYear> missing;
  for (base::FinancialYear year = figures.first(); year <= figures.last(); year = year + 1) {
    if (std::ranges::none_of(bases, [&](const Basis& basis) { return basis.years.contains(year); })) {
      missing.insert(year);
    }
  }
  return missing;
}

std::string basis_sentence(const ScenarioRun& run) {
  std::array<Basis, 3> bases;  // by Status
  for (const Observation& observation : run.place.observations) {
    if (observation.variable != vocabulary::population) continue;
    bases[static_cast<std::size_t>(observation.status)].add(observation, run.figures.first(), run.figures.last());
  }

  constexpr std::array<std::string_view, 3> beginnings{"published for", "derived for", "assumed for"};
  std::vector<std::string> parts;
  for (std::size_t status = 0; status < bases.size(); ++status) {
    if (!bases[status].years.empty()) parts.push_back(bases[status].text(beginnings[status]));
  }
  const std::set<base::FinancialYear> missing = years_without(bases, run.figures);
  if (!missing.empty()) {
    parts.push_back(fmt::format("taken by the model from the nearest figures for {}", years_in_words(missing)));
  }
  return fmt::format("Population of {}: {}.", run.place.name, base::joined(parts, "; "));
}

std::vector<int> population_sources(const place::Place& place, Bibliography& bibliography) {
  std::set<int> numbers;
  for (const Observation& observation : place.observations) {
    if (observation.variable != vocabulary::population) continue;
    if (const place::Source* source = place.source(observation.source)) numbers.insert(bibliography.number(*source));
  }
  return {numbers.begin(), numbers.end()};
}

}  // namespace

Demography demography(const ScenarioRun& run, Bibliography& bibliography) {
  Demography demography{.place = run.place.name,
                        .first = run.figures.first(),
                        .ages = {},
                        .share_65_and_over = run.figures.of(vocabulary::share_aged_65_and_over),
                        .basis = basis_sentence(run),
                        .cites = population_sources(run.place, bibliography)};
  for (const std::string& age : run.figures.elements(vocabulary::population)) {
    demography.ages.push_back({age, run.figures.of(vocabulary::population, age)});
  }
  return demography;
}

}  // namespace commonweal::analysis

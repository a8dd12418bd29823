// SPDX-License-Identifier: Apache-2.0
#include "analysis/chart_notes.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/assumptions.h"
#include "analysis/vocabulary.h"
#include "analysis/years_in_words.h"
#include "base/text.h"

namespace commonweal::analysis {

namespace {

constexpr std::array drawn{vocabulary::required_spend,      vocabulary::spend,
                           vocabulary::money_for_services,  vocabulary::care_required,
                           vocabulary::care_share_of_money, vocabulary::total_required_spend};

bool is_drawn(const std::string& variable) {
  return std::ranges::find(drawn, variable) != drawn.end();
}

void add_once(std::vector<std::string>& notes, const std::string& text) {
  const std::string sentence = without_full_stop(text) + ".";
  if (std::ranges::find(notes, sentence) == notes.end()) notes.push_back(sentence);
}

}  // namespace

std::vector<std::string> chart_notes(const study::Scenario& scenario, const place::Place& place,
                                     const std::vector<study::Target>& targets) {
  std::vector<std::string> notes;
  for (const study::Target& target : targets) {
    const bool is_of_run = target.scenario == scenario.id && target.measure != study::Measure::context;
    if (is_of_run && is_drawn(target.variable) && !target.note.empty())
      add_once(notes, target.what + ": " + target.note);
  }

  std::vector<place::Observation> beside_population = place.observations;
  std::erase_if(beside_population,
                [](const place::Observation& observation) { return observation.variable == vocabulary::population; });
  std::vector<std::string> assumed;
  for (const Assumption& assumption : assumed_figures(beside_population)) assumed.push_back(assumption.what);
  if (!assumed.empty()) {
    add_once(notes,
             fmt::format("Assumed, with the reason in the list of assumptions: {}", base::joined(assumed, "; ")));
  }
  return notes;
}

}  // namespace commonweal::analysis

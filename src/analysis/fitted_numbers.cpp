// SPDX-License-Identifier: Apache-2.0
#include "analysis/fitted_numbers.h"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/units_in_words.h"
#include "analysis/years_in_words.h"
#include "base/text.h"

namespace commonweal::analysis {

namespace {

using study::Target;

std::string published_figure(const Target& target) {
  return fmt::format("{} ({}: {} {})", target.id, target.what, base::shortest(target.published), target.unit);
}

std::string with_note(const std::string& sentence, const std::string& note) {
  return note.empty() ? sentence + "." : sentence + ": " + without_full_stop(note) + ".";
}

std::string of_entry(const evidence::Entry& entry, const std::vector<const Target*>& agreeing) {
  const std::string name = entry.element.empty() ? entry.variable : entry.variable + "[" + entry.element + "]";
  std::vector<std::string> figures;
  for (const Target* target : agreeing) figures.push_back(published_figure(*target));
  const std::string aim = figures.empty() ? "published figures" : base::joined(figures, " and ");
  return with_note(
      fmt::format("{} = {}, chosen to agree with {}", name, quantity_in_words(entry.central, entry.unit), aim),
      entry.note);
}

}  // namespace

std::vector<std::string> fitted_numbers(const std::vector<Target>& targets, const evidence::Register& evidence) {
  std::vector<const Target*> unnamed;
  for (const Target& target : targets) {
    if (target.role == study::Role::fitted) unnamed.push_back(&target);
  }
  const std::vector<const Target*> fitted = unnamed;

  std::vector<std::string> sentences;
  for (const evidence::Entry& entry : evidence.entries) {
    if (entry.grade != fitted_grade) continue;
    const auto named = [&](const Target* target) { return entry.note.find(target->id) != std::string::npos; };
    std::vector<const Target*> agreeing;
    std::ranges::copy_if(fitted, std::back_inserter(agreeing), named);
    std::erase_if(unnamed, named);
    sentences.push_back(of_entry(entry, agreeing));
  }
  for (const Target* target : unnamed) {
    sentences.push_back(with_note("A number was chosen to agree with " + published_figure(*target), target->note));
  }
  return sentences;
}

}  // namespace commonweal::analysis

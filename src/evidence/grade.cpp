// SPDX-License-Identifier: Apache-2.0
#include "evidence/grade.h"

#include <algorithm>
#include <array>

namespace commonweal::evidence {

std::span<const Grade> grades() {
  static constexpr std::array<Grade, 17> all = {{
      {"META", "a review that puts many studies together"},
      {"RCT", "a randomised trial at the scale of a service"},
      {"small RCT", "a randomised trial of few people or one site"},
      {"QE", "a quasi-experiment: compared with places or people alike that did without"},
      {"OBS", "seen in data, without a comparison that would show the cause"},
      {"official", "official statistics or a public body's own figure"},
      {"SURV", "a survey of what people say"},
      {"MODEL", "the result of another model"},
      {"before-after", "the same people or places before and after, nobody to compare with"},
      {"SROI", "a study of social return, mostly by those who gain from a good one"},
      {"business case", "what was promised before it was done"},
      {"judgement", "nobody measured it: an order of magnitude, with the reason"},
      {"rule", "what a law or a government's decision sets"},
      {"fitted", "chosen so that the model meets a published figure"},
      {"scenario", "for a scenario to choose"},
      {"definition", "true by how the model is written"},
      {"switch", "0 or 1, or the number of a rule: what a part of the model does or does not do"},
  }};
  return all;
}

const Grade* find_grade(std::string_view word) {
  const auto found = std::ranges::find(grades(), word, &Grade::word);
  return found == grades().end() ? nullptr : &*found;
}

}  // namespace commonweal::evidence

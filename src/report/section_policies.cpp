// SPDX-License-Identifier: Apache-2.0
// What the scenarios do: the policies of the library, when, and how well their effects are known.
#include <fmt/format.h>

#include "base/text.h"
#include "report/policy_tables.h"
#include "report/sections.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

/// One policy, folded: its summary says what kind of evidence there is, so that nobody has to open it for that.
Markup policy_markup(const analysis::PolicyUse& policy) {
  Markup facts = definition("What it is", policy.description) + definition("Evidence", grade_in_words(policy.grade)) +
                 definition("Effect", policy.effect) + definition("Cost", policy.cost) +
                 definition("When it works", policy.lag) + definition("Who pays", listed(policy.pays)) +
                 definition("Who gains", policy.gains.empty() ? std::string("nobody") : listed(policy.gains)) +
                 definition("How it went wrong elsewhere", base::joined(policy.went_wrong, " ")) +
                 definition("What it sets in the model", base::joined(policy.sets, "; "));
  facts += definition("Sources", policy.cites.empty() ? Markup("none: it is a judgement") : citations(policy.cites));
  return element("details",
                 element("summary", fmt::format("{} ({}; evidence: {})", policy.title, policy.family, policy.grade)) +
                     element("dl", {{"class", "terms"}}, facts)) +
         "\n";
}

}  // namespace

Markup policies_section(const analysis::Findings& findings) {
  if (findings.policies.empty()) return {};
  Markup content = paragraph(
      "What scenarios do is taken from a library, where each policy has its cost, its effect with a range, and a grade "
      "that says how well the effect is known.");
  content += table_markup(policy_spells_table(findings.policies), findings.sources);
  for (const analysis::PolicyUse& policy : findings.policies) content += policy_markup(policy);
  return section("policies", "What is done", content);
}

}  // namespace commonweal::report

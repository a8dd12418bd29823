// SPDX-License-Identifier: Apache-2.0
#include "report/policy_tables.h"

#include <fmt/format.h>

#include "base/text.h"
#include "evidence/grade.h"
#include "report/wording.h"

namespace commonweal::report {

using analysis::PolicySpell;
using analysis::PolicyUse;
using Kind = Table::Kind;

Table policy_spells_table(const std::vector<PolicyUse>& policies) {
  Table table{"Policies by scenario",
              "What each scenario does, and when",
              {{"Policy"},
               {"Scenario"},
               {"First year"},
               {"Years to full force", Kind::figure, Table::as_published},
               {"How much of it (%)", Kind::figure, Table::as_published},
               {"Last year"}},
              {},
              {}};
  for (const PolicyUse& policy : policies) {
    for (const PolicySpell& spell : policy.spells) {
      table.rows.push_back({policy.title, spell.scenario_name, spell.first.text(), spell.ramp, spell.intensity * 100,
                            spell.stop ? (*spell.stop + -1).text() : "it goes on"});
    }
  }
  return table;
}

Table policies_table(const std::vector<PolicyUse>& policies) {
  Table table{"Policies",
              "The policies that scenarios do, and what they rest on",
              {{"Policy"},
               {"Kind"},
               {"What it is"},
               {"Evidence for its effect"},
               {"Effect"},
               {"Cost"},
               {"When it works"},
               {"Who pays"},
               {"Who gains"},
               {"How it went wrong elsewhere"},
               {"What it sets in the model"},
               {"Sources"}},
              {},
              {}};
  for (const PolicyUse& policy : policies) {
    std::vector<std::string> cites;
    for (const int number : policy.cites) cites.push_back(fmt::format("[{}]", number));
    table.rows.push_back({policy.title, capitalised(policy.family), policy.description, grade_in_words(policy.grade),
                          policy.effect, policy.cost, policy.lag, listed(policy.pays), listed(policy.gains),
                          base::joined(policy.went_wrong, " "), base::joined(policy.sets, "; "),
                          base::joined(cites, " ")});
  }
  return table;
}

std::string grade_in_words(const std::string& grade) {
  const evidence::Grade* known = evidence::find_grade(grade);
  return known ? fmt::format("{}: {}", known->word, known->meaning) : grade;
}

}  // namespace commonweal::report

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "report/sections.h"
#include "report/tables.h"

namespace commonweal::report {
namespace {

Markup term(const std::string& name, const std::string& meaning) {
  return element("dt", name) + element("dd", meaning);
}

Markup roles() {
  return element(
      "dl", {{"class", "terms"}},
      term("Fitted", "A number in the model was chosen so that this figure agrees. It is no evidence for the model.") +
          term("Predicted", "Follows from the rest: nothing was chosen to make it agree.") +
          term("Base", "The base year’s own account. It must agree, or the start is wrong.") +
          term("Given", "The published figure itself, carried in and shown. Nothing is tested."));
}

Markup result_sentence(const std::vector<analysis::ReconciliationRow>& rows) {
  std::size_t judged = 0, apart = 0;
  for (const analysis::ReconciliationRow& row : rows) {
    if (!is_judged(row)) continue;
    ++judged;
    if (!row.within) ++apart;
  }
  if (judged == 0) return paragraph("No figure here is judged against a tolerance.");
  if (apart == 0) return paragraph(fmt::format("All {} figures that are judged agree within their tolerance.", judged));
  return paragraph(element("strong", fmt::format("{} of {} figures that are judged differ by more than their tolerance",
                                                 apart, judged)) +
                   "; they are marked in the table.");
}

}  // namespace

Markup check_section(const analysis::Findings& findings) {
  if (findings.reconciliation.empty()) return {};
  Markup content =
      paragraph("Published figures stand beside the model’s own. What each agreement is worth depends on its role:");
  content += roles();
  content += result_sentence(findings.reconciliation);
  content += table_markup(reconciliation_table(findings.reconciliation), findings.sources);
  if (!findings.fitted_numbers.empty()) {
    content += element("h3", "Every number that was fitted");
    Markup numbers;
    for (const std::string& number : findings.fitted_numbers) numbers += element("li", number);
    content += element("ol", numbers);
  } else {
    content += paragraph("No number was fitted.");
  }
  return section("check", "What is published, and what is modelled", content);
}

}  // namespace commonweal::report

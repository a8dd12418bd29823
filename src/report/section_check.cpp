// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "report/sections.h"
#include "report/tables.h"

namespace commonweal::report {
namespace {

Markup roles() {
  return element(
      "dl", {{"class", "terms"}},
      definition("Fitted",
                 "A number in the model was chosen so that this figure agrees. It is no evidence for the model.") +
          definition("Predicted", "Follows from the rest: nothing was chosen to make it agree.") +
          definition("Consistent", "Follows from the rest, but definitions were chosen with the figure in view.") +
          definition("Base", "The base year’s own account. It must agree, or the start is wrong.") +
          definition("Given", "The published figure itself, carried in and shown. Nothing is tested."));
}

using Rows = std::vector<analysis::ReconciliationRow>;

/// ", all of England" where every prediction that is judged is of one place.
std::string place_of_predictions(const Rows& rows) {
  std::vector<std::string> places;
  for (const analysis::ReconciliationRow& row : rows) {
    const bool is_told = is_judged(row) && row.role == study::Role::predicted;
    if (is_told && std::ranges::find(places, row.place) == places.end()) places.push_back(row.place);
  }
  return places.size() == 1 && !places.front().empty() ? ", all of " + places.front() : "";
}

std::string counted(int count, std::string_view one, std::string_view several) {
  return fmt::format("{} {}", count, count == 1 ? one : several);
}

/// How many figures agree, role by role: what each agreement is worth differs.
std::string agreement_text(const analysis::Agreement& agreement, const Rows& rows) {
  std::string text = agreement.predictions_judged == 0
                         ? "No prediction is judged."
                         : fmt::format("{} judged{}: {} agree.",
                                       counted(agreement.predictions_judged, "prediction is", "predictions are"),
                                       place_of_predictions(rows), agreement.predictions_agreeing);
  if (agreement.consistent_judged > 0) {
    text +=
        fmt::format(" {} in view when definitions were chosen: {} agree, which is weaker evidence.",
                    counted(agreement.consistent_judged, "figure was", "figures were"), agreement.consistent_agreeing);
  }
  if (agreement.fitted > 0) {
    text += fmt::format(" {} fitted and {} nothing.", counted(agreement.fitted, "figure was", "figures were"),
                        agreement.fitted == 1 ? "proves" : "prove");
  }
  if (agreement.base_judged > 0) {
    text += fmt::format(" Of the {} of base years {} agree: they must.",
                        counted(agreement.base_judged, "line", "lines"), agreement.base_agreeing);
  }
  return text;
}

Markup result_sentence(const analysis::Agreement& agreement, const Rows& rows) {
  std::size_t judged = 0, apart = 0;
  for (const analysis::ReconciliationRow& row : rows) {
    if (!is_judged(row)) continue;
    ++judged;
    if (!row.within) ++apart;
  }
  if (judged == 0) return paragraph("No figure here is judged against a tolerance.");
  Markup content = paragraph(agreement_text(agreement, rows));
  if (apart == 0) return content;
  return content + paragraph(element("strong", fmt::format("{} of {} figures that are judged differ by more than their "
                                                           "tolerance",
                                                           apart, judged)) +
                             "; they are marked in the table.");
}

/// Which words of the report stand for what was measured, chosen and worked out.
Markup three_lines(const analysis::Findings& findings) {
  const auto line = [](const char* name, const std::string& meaning) {
    return element("li", element("strong", name) + Markup(" " + meaning));
  };
  return element(
      "ul",
      line("Published:", fmt::format("the account of {} and what else the sources give; each figure "
                                     "names its own.",
                                     findings.headline.base_year)) +
          line("Assumed:", fmt::format("{} that no source gives as such, listed with their reasons.",
                                       counted(static_cast<int>(findings.assumptions.size()), "figure", "figures"))) +
          line("Modelled:",
               "every later year of spending, money and gap, worked out from those two. "
               "Nobody has measured them."));
}

/// The study's own place first; else the order of the findings.
Rows own_first(Rows rows, const std::string& place) {
  std::stable_partition(rows.begin(), rows.end(), [&](const auto& row) { return row.place == place; });
  return rows;
}

}  // namespace

Markup check_section(const analysis::Findings& findings) {
  if (findings.reconciliation.empty()) return {};
  Markup content = three_lines(findings);
  content += result_sentence(findings.agreement, findings.reconciliation);
  content +=
      paragraph("Published figures stand beside the model’s own. What each agreement is worth depends on its role:");
  content += roles();
  const Rows rows = own_first(findings.reconciliation, findings.headline.place);
  content += table_markup(without_columns(reconciliation_table(rows), {"Id"}), findings.sources);
  if (!findings.fitted_numbers.empty()) {
    content += element("h3", "Every number that was fitted");
    Markup numbers;
    for (const std::string& number : findings.fitted_numbers) numbers += element("li", number);
    content += element("ol", numbers);
  } else {
    content += paragraph("No number was fitted.");
  }
  return section("check", "What is published, modelled and assumed", content);
}

}  // namespace commonweal::report

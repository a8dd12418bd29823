// SPDX-License-Identifier: Apache-2.0
#include "audit/appraisal_book.h"

#include <array>

#include "audit/appraisal_sheets.h"
#include "audit/valuation_sheets.h"

namespace commonweal::audit {

namespace {

void add_cover(Book& book, const appraisal::Valuation& valuation, const study::Study& study) {
  Sheet& cover = book.sheets.emplace_back("Cover", study.title + ": audit of the appraisal");
  cover.set_widths({110});
  const std::array lines = {
      "Change a number in blue on the sheet Inputs, and every formula follows. Numbers in grey italics are the "
      "engine’s: no sheet can work them out, and they do not follow.",
      "The engine’s: what each set of policies changes for each agency in each year (sheets Effects), which is the "
      "difference of two runs of the model, mean of all futures; costs that come once; the share of futures in which "
      "money has come back; the parts of the change of the gap.",
      "The sheets’ own: discount factors, present values, sums over agencies, the correction for optimism, net values, "
      "benefits for a pound, cash and cumulative cash by year, the year from which the mean has paid back, transfers "
      "that even out gains and losses, the share of gains in the payers’ pockets, fair shares over all sets of "
      "agencies, and that parts add up to the whole.",
      "The year in which the mean has paid back is not the year in which half of the futures have: the report gives "
      "that one, and no mean can.",
      "Each formula was worked out by another program, LibreOffice, and agreed with the engine to a part in a thousand "
      "million: the project’s tests do so whenever anything changes."};
  for (std::size_t line = 0; line < lines.size(); ++line) cover.words(line + 1, 0, lines[line]);
  if (!valuation.note.empty()) cover.words(lines.size() + 1, 0, "Of the rates and corrections: " + valuation.note);
}

}  // namespace

Book appraisal_book(const appraisal::Appraisal& appraisal, const std::vector<appraisal::Why>& whys,
                    const appraisal::Valuation& valuation, const study::Study& study) {
  Book book{study.title, {}};
  add_cover(book, valuation, study);
  const ValuationSheets rates(book, appraisal, valuation);
  const Coalitions coalitions(book, appraisal.agencies);
  for (std::size_t i = 0; i < appraisal.scenarios.size(); ++i) {
    const appraisal::ScenarioAppraisal& scenario = appraisal.scenarios[i];
    ScenarioSheets sheets(book, rates, appraisal, scenario, study.scenarios[scenario.scenario].name, i + 1);
    sheets.add_effects();
    sheets.add_cases();
    sheets.add_cash();
    sheets.add_shares(coalitions);
    sheets.add_agencies(coalitions);
    if (i < whys.size()) sheets.add_why(whys[i]);
  }
  return book;
}

}  // namespace commonweal::audit

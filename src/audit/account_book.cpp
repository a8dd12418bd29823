// SPDX-License-Identifier: Apache-2.0
#include "audit/account_book.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "audit/account_inputs.h"
#include "audit/account_lines.h"
#include "audit/account_run.h"
#include "audit/account_sheet.h"

namespace commonweal::audit {

namespace {

void add_cover(Book& book, const study::Study& study) {
  Sheet& cover = book.sheets.emplace_back("Cover", study.title + ": audit of the account");
  cover.set_widths({110});
  const std::array lines = {
      "Change a number in blue, and every formula follows. Numbers in grey italics are the engine’s: the sheets cannot "
      "work them out, and they do not follow. Each line says where it comes from.",
      "The sheets’ own: prices, what services would cost, funding by source, what stands below the line, the gap, how "
      "the budget closes it from reserves, by council tax and by cuts, income, spending by service, and reserves from "
      "opening to closing.",
      "The engine’s: how many people there are of the ages served, need for each of them and what savings and "
      "prevention make of it, how cuts are shared out among services (otherwise once one is cut to nothing), what "
      "change costs and pays, what trust and habit "
      "make of council tax, and what the budget did not foresee. If an input that moves these is changed, run the "
      "study again.",
      "A line that moves within a year, where the model goes by sixteenths of one, cannot be worked out by the year: "
      "then the whole line is the engine’s and says so.",
      "Every number is at its centre: no draw of what is uncertain is in this book.",
      "Each formula was worked out by another program, LibreOffice, and agreed with the engine to a part in a thousand "
      "million: the project’s tests do so whenever anything changes."};
  for (std::size_t line = 0; line < lines.size(); ++line) cover.words(line + 1, 0, lines[line]);
}

/// The first year's account of a place beside what was given: the same, but for need that moves within that year.
class BaseYear {
 public:
  BaseYear(Book& book, const std::string& place, std::size_t number, const AccountLines& lines)
      : sheet_(book.sheets.emplace_back(fmt::format("Base year {}", number), place + ": the account of the base year")),
        lines_(lines) {
    sheet_.set_widths({56, 18, 18, 18});
    const std::array heads = {"Line (£ million)", "As the account has it", "As given",
                              "Difference (0 but for what moves within the year)"};
    for (std::size_t column = 0; column < heads.size(); ++column) sheet_.words(head_row, column, heads[column]);
  }

  /// Lines of a variable, and their sum.
  void add(const std::string& words, const std::string& variable, const std::vector<std::string>& elements,
           const std::string& total, const std::function<Expression(const std::string& element)>& given) {
    const std::size_t first = std::max(first_row, sheet_.rows());
    for (const std::string& element : elements) {
      const std::size_t row = std::max(first_row, sheet_.rows());
      sheet_.words(row, 0, element);
      const Expression account = lines_.in_first_year(element_name(variable, element));
      sheet_.formula(row, 1, account, account.value);
      sheet_.formula(row, 2, given(element), given(element).value);
      sheet_.formula(row, 3, sheet_.at(row, 1) - sheet_.at(row, 2), account.value - given(element).value);
    }
    const std::size_t last = sheet_.rows() - 1, row = last + 1;
    sum_rows_.push_back(row);
    double all_given = 0;
    for (const std::string& element : elements) all_given += given(element).value;
    sheet_.words(row, 0, words);
    sheet_.formula(row, 1, sum(sheet_.down(1, first, last)), lines_.in_first_year(total).value);
    sheet_.formula(row, 2, sum(sheet_.down(2, first, last)), all_given);
    sheet_.formula(row, 3, sheet_.at(row, 1) - sheet_.at(row, 2), lines_.in_first_year(total).value - all_given);
  }

  /// What the plan pays into reserves, and what the account of the year is short of before anybody acts.
  void add_gap(const Expression& payments) {
    const std::size_t row = sheet_.rows();
    const double planned = lines_.in_first_year("planned contribution to reserves").value;
    const double gap = lines_.in_first_year("pressures").value + planned - lines_.in_first_year("total funding").value;
    sheet_.words(row, 0, "Planned payments into reserves");
    sheet_.formula(row, 1, lines_.in_first_year("planned contribution to reserves"), planned);
    sheet_.formula(row, 2, payments, payments.value);
    sheet_.formula(row, 3, sheet_.at(row, 1) - sheet_.at(row, 2), planned - payments.value);
    sheet_.words(row + 1, 0, "All of it less funding: the gap of the base year");
    sheet_.formula(
        row + 1, 1,
        sheet_.at(sum_rows_[0], 1) + sheet_.at(sum_rows_[1], 1) + sheet_.at(row, 1) - sheet_.at(sum_rows_[2], 1), gap);
  }

 private:
  Sheet& sheet_;
  const AccountLines& lines_;
  std::vector<std::size_t> sum_rows_;  ///< of services, items below the line and funding
};

std::vector<study::ScenarioId> scenarios_with_accounts(const AccountTask& task, const AccountRun& run) {
  std::vector<study::ScenarioId> scenarios;
  for (std::size_t i = 0; i < task.study->scenarios.size(); ++i) {
    const study::ScenarioId id = task.study->scenarios.id_at(i);
    if (task.study->scenarios[id].bound_of.empty() && run.future(id) != nullptr) scenarios.push_back(id);
  }
  return scenarios;
}

void add_base_year(Book& book, const std::string& place, std::size_t number, const AccountLines& lines,
                   const AccountRun& run, const AccountInputs& inputs, std::size_t scenario) {
  BaseYear base(book, place, number, lines);
  base.add("All services", "required spend", run.elements("required spend"), "total required spend",
           [&](const std::string& element) { return inputs.of(scenario, "base spend", element); });
  base.add("All below the line", "below the line", run.elements("below the line"), "total below the line",
           [&](const std::string& element) { return inputs.of(scenario, "base below the line", element); });
  base.add("All funding", "funding", run.elements("funding"), "total funding",
           [&](const std::string& element) { return lines.in_first_year(element_name("announced funding", element)); });
  base.add_gap(inputs.of(scenario, "planned payment into earmarked reserves") +
               inputs.of(scenario, "planned payment into unallocated reserves"));
}

}  // namespace

std::optional<Book> account_book(const AccountTask& task) {
  const std::optional<AccountRun> run = AccountRun::make(*task.program, *task.design);
  if (!run) return std::nullopt;
  const std::vector<study::ScenarioId> scenarios = scenarios_with_accounts(task, *run);
  if (scenarios.empty()) return std::nullopt;

  Book book{task.study->title, {}};
  add_cover(book, *task.study);
  const AccountInputs inputs(book, task, *run, scenarios);
  std::vector<std::string> places;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    const study::Scenario& scenario = task.study->scenarios[scenarios[i]];
    const ensemble::Future& future = *run->future(scenarios[i]);
    AccountSheet sheet(book.sheets.emplace_back(fmt::format("Account {}", i + 1), scenario.name), future.first,
                       future.years);
    AccountLines lines(sheet, inputs, *run, future, i);
    lines.add();
    if (std::ranges::find(places, scenario.place) != places.end()) continue;
    places.push_back(scenario.place);
    const place::Place* place = place_of(task, scenarios[i]);
    add_base_year(book, place == nullptr ? scenario.place : place->name, places.size(), lines, *run, inputs, i);
  }
  return book;
}

}  // namespace commonweal::audit

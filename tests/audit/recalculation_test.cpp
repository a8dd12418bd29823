// SPDX-License-Identifier: Apache-2.0
// The audit workbooks of shipped studies, worked out by LibreOffice. Their formulas are written with nothing as what
// they gave, so that no cell can pass that was not worked out.
#include <cmath>

#include <gtest/gtest.h>

#include "audit/account_book.h"
#include "audit/appraisal_book.h"
#include "audit/write_book.h"
#include "base/spreadsheet.h"
#include "base/temporary_folder.h"
#include "base/text.h"
#include "report/libreoffice_test.h"
#include "road/road.h"
#include "study/binding.h"

namespace commonweal::audit {
namespace {

const std::filesystem::path root = COMMONWEAL_ROOT;

/// How many formulas were worked out, each held to the engine's number to a part in 1e9 or a tenth of a penny.
std::size_t expect_recalculated(const Book& book) {
  const base::TemporaryFolder folder;
  EXPECT_EQ(write_book(book, folder.path() / "audit.xlsx", Shown::nothing), std::nullopt);
  const std::map<std::string, report::SheetText> seen = report::recalculated(folder.path() / "audit.xlsx");
  EXPECT_FALSE(seen.empty()) << "is libreoffice-calc-nogui installed?";
  std::size_t formulas = 0, wrong = 0;
  for (const Sheet& sheet : book.sheets) {
    const auto found = seen.find(sheet.name());
    if (found == seen.end()) {
      ADD_FAILURE() << "LibreOffice found no sheet '" << sheet.name() << "'";
      continue;
    }
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
      for (std::size_t column = 0; column < sheet.row(row).size(); ++column) {
        const Cell& cell = sheet.row(row)[column];
        if (cell.kind != Cell::Kind::formula) continue;
        ++formulas;
        const bool is_there = row < found->second.size() && column < found->second[row].size();
        const std::string text = is_there ? found->second[row][column] : "";
        const std::optional<double> number = base::parse_number(text);
        if (number && agrees(*number, cell.value)) continue;
        if (++wrong > 20) continue;  // enough to see what is wrong
        ADD_FAILURE() << sheet.name() << " " << base::column_name(column) << row + 1 << " =" << cell.text << " is '"
                      << text << "', the engine has " << base::shortest(cell.value);
      }
    }
  }
  EXPECT_EQ(wrong, 0U);
  return formulas;
}

/// The inputs of `other` in the place of the book's own: what a person does who changes them. What the engine gave
/// stays; each formula is to give what the engine gives for the other inputs.
Book with_inputs_of(const Book& book, const Book& other) {
  Book changed = book;
  std::size_t inputs_changed = 0;
  for (std::size_t sheet = 0; sheet < book.sheets.size(); ++sheet) {
    for (std::size_t row = 0; row < book.sheets[sheet].rows(); ++row) {
      for (std::size_t column = 0; column < book.sheets[sheet].row(row).size(); ++column) {
        Cell& cell = changed.sheets[sheet].row(row)[column];
        const Cell& wanted = other.sheets[sheet].row(row)[column];
        EXPECT_EQ(cell.kind, wanted.kind) << book.sheets[sheet].name() << " row " << row + 1;
        if (cell.kind == Cell::Kind::input && cell.value != wanted.value) ++inputs_changed;
        if (cell.kind == Cell::Kind::input || cell.kind == Cell::Kind::formula) cell.value = wanted.value;
      }
    }
  }
  EXPECT_GT(inputs_changed, 0U);
  return changed;
}

/// Lines that a sheet could not work out, because they move within a year.
std::vector<std::string> lines_within_the_year(const Sheet& sheet) {
  std::vector<std::string> lines;
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    if (sheet.row(row).size() > 1 && sheet.row(row)[1].text == "engine: moves within the year") {
      lines.push_back(sheet.row(row)[0].text);
    }
  }
  return lines;
}

const Sheet& sheet_of(const Book& book, const std::string& name) {
  for (const Sheet& sheet : book.sheets) {
    if (sheet.name() == name) return sheet;
  }
  ADD_FAILURE() << "no sheet " << name;
  return book.sheets.front();
}

/// A shipped study whose scenarios end early.
road::Journey journey_until(const std::string& study, base::FinancialYear last) {
  base::Diagnostics diagnostics;
  study::Study read = study::read(root / "domain/studies" / study, diagnostics);
  for (study::Scenario& scenario : read.scenarios) scenario.last = std::min(scenario.last, last);
  road::Journey way = road::travel(std::move(read), diagnostics);
  EXPECT_EQ(diagnostics.render(), "");
  return way;
}

road::Journey journey(const std::string& study, std::optional<double> draws = {}) {
  base::Diagnostics diagnostics;
  road::Overrides overrides;
  overrides.draws = draws;
  road::Journey way = road::travel(root / "domain/studies" / study, diagnostics, overrides);
  EXPECT_EQ(diagnostics.render(), "");
  return way;
}

AccountTask account_task(const road::Journey& way) {
  return {.study = &way.study,
          .places = &way.places,
          .evidence = &way.evidence,
          .design = &way.design,
          .program = &way.program};
}

TEST(AccountBook, OfPlainArithmeticIsWorkedOutInEveryCell) {
  const road::Journey way = journey("barnet-2012.toml");
  const Book book = *account_book(account_task(way));
  EXPECT_EQ(disagreements(book), std::vector<std::string>{});
  EXPECT_EQ(lines_within_the_year(sheet_of(book, "Account 1")), std::vector<std::string>{});
  EXPECT_GT(expect_recalculated(book), 10'000U);
}

TEST(AccountBook, OfTheWholeModelIsWorkedOutWhereAYearCanBe) {
  const road::Journey way = journey("barnet-new-model.toml");
  const Book book = *account_book(account_task(way));
  EXPECT_EQ(disagreements(book), std::vector<std::string>{});
  EXPECT_GT(expect_recalculated(book), 1'000U);
}

// An officer asks for another referendum limit, floor of reserves and growth of grants. What the engine gave of need
// and of the rule of cutting is the same, so each line must be what the engine gives with these inputs: up to the year
// in which a service has nothing left to cut.
TEST(AccountBook, FollowsAChangeOfItsInputsToTheEnginesAnswer) {
  road::Journey way = journey_until("barnet-2012.toml", {2028});
  const Book before = *account_book(account_task(way));
  base::Diagnostics diagnostics;
  for (study::Run& run : way.design.runs) {
    // England's level of service that counts as full is that of a later budget, which these inputs change.
    if (way.study.scenarios[run.scenario].place != "barnet-2012") continue;
    for (const study::Setting& setting :
         {study::Setting{"referendum limit", "", 0.025, {}}, study::Setting{"reserve floor", "", 0.03, {}},
          study::Setting{"grant growth", "general grant", -0.02, {}},
          study::Setting{"below the line growth", "levies", 0.01, {}}}) {
      study::bind_setting(way.program, setting, run.inputs, diagnostics);
    }
  }
  ASSERT_EQ(diagnostics.render(), "");
  const Book after = *account_book(account_task(way));
  expect_recalculated(with_inputs_of(before, after));
}

TEST(AccountBook, ShowsTheBaseYearAsItWasGiven) {
  const road::Journey way = journey("barnet-2012.toml");
  const Book book = *account_book(account_task(way));
  const Sheet& base = sheet_of(book, "Base year 1");
  std::size_t lines = 0;
  for (std::size_t row = 3; row < base.rows(); ++row) {
    if (base.row(row).size() < 4) continue;
    ++lines;
    EXPECT_LT(std::abs(base.row(row)[3].computed), 1e-9) << base.row(row)[0].text;
  }
  EXPECT_EQ(lines, 25U);  // 11 services, 5 items and 5 sources, a sum of each, and payments into reserves
}

struct Appraised {
  road::Journey way;
  appraisal::Valuation valuation;
  appraisal::Appraisal appraisal;
  std::vector<appraisal::Why> whys;
};

/// The library's study at 32 draws, under the shipped valuation or one that differs from it.
Appraised appraised(const std::function<void(appraisal::Valuation&)>& change = [](appraisal::Valuation&) {}) {
  Appraised made;
  base::Diagnostics diagnostics;
  made.way = journey("barnet-library.toml", 32);
  made.valuation = appraisal::read_valuation(root / "domain/appraisal/green-book-2022.toml", diagnostics);
  change(made.valuation);
  const appraisal::AppraisalTask task{.study = &made.way.study,
                                      .design = &made.way.design,
                                      .draws = &*made.way.draw_design,
                                      .program = &made.way.program,
                                      .evidence = &made.way.evidence,
                                      .valuation = &made.valuation};
  made.appraisal = *appraisal::appraise(task, {.threads = 1}, diagnostics);
  made.whys = *appraisal::explain(task, made.appraisal, {.threads = 1});
  EXPECT_EQ(diagnostics.render(), "");
  return made;
}

Book book_of(const Appraised& made) {
  return appraisal_book(made.appraisal, made.whys, made.valuation, made.way.study);
}

TEST(AppraisalBook, IsWorkedOutInEveryCell) {
  const Book book = book_of(appraised());
  EXPECT_EQ(disagreements(book), std::vector<std::string>{});
  EXPECT_GT(expect_recalculated(book), 1'000U);
}

TEST(AppraisalBook, FollowsOtherRatesAndCorrectionsToTheEnginesAnswer) {
  const Book before = book_of(appraised());
  const Book after = book_of(appraised([](appraisal::Valuation& valuation) {
    valuation.money = {{{0, 0.05}, {31, 0.03}, {76, 0.025}}};
    valuation.health.steps.front().rate = 0.03;
    valuation.quality_year = 70000;
    for (appraisal::OptimismCorrection& row : valuation.optimism) row.costs += 0.1;
  }));
  expect_recalculated(with_inputs_of(before, after));
}

}  // namespace
}  // namespace commonweal::audit

// SPDX-License-Identifier: Apache-2.0
// A case worked by hand, to the penny, through the workbook: what LibreOffice makes of it is held against the hand's
// figures, not the engine's.
#include <cmath>

#include <gtest/gtest.h>

#include "audit/appraisal_book.h"
#include "audit/write_book.h"
#include "base/temporary_folder.h"
#include "base/text.h"
#include "report/libreoffice_test.h"

namespace commonweal::audit {
namespace {

/// In pounds of one year, 2012-13 and the three after it. A council spends 250,000 and then 40,000 a year on a team; it
/// saves 60,000 a year from the second year on, the NHS 90,000.
appraisal::Case team(const appraisal::Valuation& valuation) {
  appraisal::LedgerLayout layout;
  layout.agencies = {"council", "NHS"};
  appraisal::CaseMaker maker(valuation, layout, {true, true}, 4);
  maker.add(0, {.cashable = {0, 0.06, 0.06, 0.06, 0, 0.09, 0.09, 0.09},
                .not_in_cash = std::vector<double>(8, 0.0),
                .invested = {0.25, 0.04, 0.04, 0.04, 0, 0, 0, 0},
                .transfer = std::vector<double>(8, 0.0),
                .one_off = {0.21, 0, 0, 0},
                .quality = {0, 0, 0, 0},
                .unmet = {},
                .provided = {},
                .gap = {0, 0, 0, 0},
                .required = {}});
  return std::move(maker).finish("team", "judgement");
}

class ByHand : public testing::Test {
 protected:
  void SetUp() override {
    appraisal::Valuation valuation;
    valuation.money = {{{0, 0.035}}};
    valuation.health = {{{0, 0.015}}};
    valuation.optimism = {{"judgement", 0.4, 0.4}};
    study::Study study;
    study.title = "A team";
    study.scenarios.add({});
    appraisal::Appraisal appraisal;
    appraisal.first = {2012};
    appraisal.years = 4;
    appraisal.agencies = {"council", "NHS"};
    appraisal.is_public = {true, true};
    const appraisal::Case made = team(valuation);
    appraisal.scenarios.push_back({study.scenarios.id_at(0), {}, made, {made}, {made}});
    ASSERT_EQ(
        write_book(appraisal_book(appraisal, {}, valuation, study), folder_.path() / "audit.xlsx", Shown::nothing),
        std::nullopt);
    seen_ = report::recalculated(folder_.path() / "audit.xlsx");
    ASSERT_FALSE(seen_.empty()) << "is libreoffice-calc-nogui installed?";
  }

  /// The figure below a heading, in the row that begins with some words (or the first below it), in pounds and pence.
  double pounds(const std::string& sheet, const std::string& heading, const std::string& row_name = "") {
    const report::SheetText& rows = seen_.at(sheet);
    for (std::size_t column = 0; column < rows.at(2).size(); ++column) {
      if (rows[2][column] != heading) continue;
      for (std::size_t row = 3; row < rows.size(); ++row) {
        const bool is_row =
            row_name.empty() || rows[row][0] == row_name || (rows[row].size() > 2 && rows[row][2] == row_name);
        if (is_row) return std::round(*base::parse_number(rows[row].at(column)) * 1e8) / 100;
      }
    }
    ADD_FAILURE() << "no '" << heading << "' of '" << row_name << "' on " << sheet;
    return 0;
  }

  base::TemporaryFolder folder_;
  std::map<std::string, report::SheetText> seen_;
};

//   year       factor at 3.5%   cost      of it today   saved by both   today
//   0          1                250,000   250,000.00          0               0.00
//   1          0.966183574...    40,000    38,647.34    150,000         144,927.54   (150,000 / 1.035)
//   2          0.933510700...    40,000    37,340.43    150,000         140,026.60   (150,000 / 1.071225)
//   3          0.901942705...    40,000    36,077.71    150,000         135,291.41   (150,000 / 1.108717875)
//   together                               362,065.48                    420,245.55
TEST_F(ByHand, AgreesToThePenny) {
  EXPECT_EQ(pounds("Cases 1", "Costs"), 362'065.48);
  EXPECT_EQ(pounds("Cases 1", "Benefits"), 420'245.55);
  EXPECT_EQ(pounds("Cases 1", "Net"), 58'180.07);
  EXPECT_EQ(pounds("Cases 1", "Costs, corrected for optimism"), 506'891.67);  // 362,065.48 and two fifths of it
  EXPECT_EQ(pounds("Cases 1", "Benefits, corrected"), 252'147.33);            // three fifths of 420,245.55
  EXPECT_EQ(pounds("Cases 1", "Net, corrected"), -254'744.34);
  EXPECT_NEAR(pounds("Cases 1", "Benefits for £1 (0: nothing is spent)") / 1e6, 1.1607, 0.00005);

  // The council has 60 of 150 pounds of the gains, 168,098.22, and pays all: the NHS must give it what it loses.
  EXPECT_EQ(pounds("Agencies 1", "Net", "council"), -193'967.26);
  EXPECT_EQ(pounds("Agencies 1", "To be given so that none loses", "council"), 193'967.26);
  EXPECT_EQ(pounds("Agencies 1", "To be given so that none loses", "NHS"), -193'967.26);
  EXPECT_EQ(pounds("Agencies 1", "To be given so that none loses", "All"), 0);

  // No agency alone gains more than all costs, so what both make of it is shared evenly.
  EXPECT_EQ(pounds("Agencies 1", "Fair share of the whole (Shapley’s value)", "council"), 29'090.03);
  EXPECT_EQ(pounds("Agencies 1", "Fair share of the whole (Shapley’s value)", "All"), 58'180.07);

  // In cash: 250,000 out, then 110,000 a year in: 250,000 - 330,000 leaves 80,000 after the fourth year.
  EXPECT_EQ(pounds("Cash 1", "2012-13", "Ongoing cost"), 40'000);
  EXPECT_EQ(pounds("Cash 1", "2013-14", "Cashable saving"), 150'000);
  EXPECT_EQ(pounds("Cash 1", "2014-15", "Cumulative"), -30'000);
  EXPECT_EQ(pounds("Cash 1", "2015-16", "Cumulative"), 80'000);
  EXPECT_EQ(pounds("Cash 1", "Paid back from year (1 is the first; one more than there are: not)", "Cumulative"), 4e6);
}

}  // namespace
}  // namespace commonweal::audit

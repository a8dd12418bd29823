// SPDX-License-Identifier: Apache-2.0
// The workbook as LibreOffice reads it, sheet by sheet. Needs the package libreoffice-calc-nogui.
#include "report/workbook.h"

#include <cmath>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "base/text.h"
#include "report/fixture_test.h"
#include "report/libreoffice_test.h"
#include "report/tables.h"

namespace commonweal::report {
namespace {

void expect_same(const std::string& seen, const Cell& cell, const std::string& where) {
  const double* value = std::get_if<double>(&cell);
  if (value == nullptr) {
    EXPECT_EQ(seen, std::get<std::string>(cell).empty() ? "none" : std::get<std::string>(cell)) << where;
  } else if (!std::isfinite(*value)) {
    EXPECT_EQ(seen, unknown_sign) << where;
  } else {
    const std::optional<double> number = base::parse_number(seen);
    ASSERT_TRUE(number) << where << ": '" << seen << "' is no figure";
    EXPECT_NEAR(*number, *value, 1e-12 * std::abs(*value)) << where;  // LibreOffice writes 15 digits
  }
}

TEST(Workbook, HoldsEveryTableAsLibreOfficeReadsIt) {
  const base::TemporaryFolder folder;
  const analysis::Findings findings = fixture::findings();
  ASSERT_EQ(write_workbook(folder.path() / "results.xlsx", findings, fixture::manifest()), std::nullopt);
  const std::map<std::string, SheetText> sheets = recalculated(folder.path() / "results.xlsx");
  ASSERT_FALSE(sheets.empty()) << "is libreoffice-calc-nogui installed?";

  EXPECT_EQ(sheets.at("Cover").front().front(), findings.title);
  for (const Table& table : all_tables(findings)) {
    ASSERT_TRUE(sheets.contains(table.name)) << "LibreOffice found no sheet '" << table.name << "'";
    const SheetText& seen = sheets.at(table.name);
    ASSERT_EQ(seen.size(), table.rows.size() + 3) << table.name;
    EXPECT_EQ(seen[0][0], table.title);
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      EXPECT_EQ(seen[2][column], table.columns[column].header) << table.name;
      for (std::size_t row = 0; row < table.rows.size(); ++row) {
        expect_same(seen[row + 3][column], table.rows[row][column], table.name + ", row " + std::to_string(row));
      }
    }
  }
}

TEST(Workbook, OfTheSmallestFindingsCanBeWritten) {
  const base::TemporaryFolder folder;
  EXPECT_EQ(write_workbook(folder.path() / "results.xlsx", fixture::smallest(), {}), std::nullopt);
}

TEST(Workbook, SaysWhyItCannotBeWritten) {
  EXPECT_EQ(write_workbook("/no/such/folder/results.xlsx", fixture::smallest(), {}), "no such file or directory");
}

TEST(SheetName, IsShortCleanAndNotUsedTwice) {
  std::vector<std::string> taken = {"Notes"};
  EXPECT_EQ(sheet_name("notes", taken), "notes 2");
  EXPECT_EQ(sheet_name("Gap a/b [c]", taken), "Gap a b  c");
  EXPECT_EQ(sheet_name("Spend a-very-long-scenario-name-indeed", taken), "Spend a-very-long-scenario-name");
  EXPECT_EQ(sheet_name("Spend a-very-long-scenario-name-other", taken), "Spend a-very-long-scenario-na 2");
  EXPECT_EQ(sheet_name("::", taken), "Table");
}

}  // namespace
}  // namespace commonweal::report

// SPDX-License-Identifier: Apache-2.0
// The workbook as LibreOffice reads it, sheet by sheet. Needs the package libreoffice-calc-nogui.
#include "report/workbook.h"

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "base/text.h"
#include "report/fixture_test.h"
#include "report/tables.h"

namespace commonweal::report {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// CSV with quotes, as LibreOffice writes it.
Rows rows_of(const std::string& text) {
  Rows rows(1, {""});
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string& cell = rows.back().back();
    const char letter = text[at];
    if (letter == '"' && quoted && at + 1 < text.size() && text[at + 1] == '"') {
      cell += text[++at];
    } else if (letter == '"') {
      quoted = !quoted;
    } else if (letter == ',' && !quoted) {
      rows.back().emplace_back();
    } else if (letter == '\n' && !quoted) {
      rows.emplace_back(1, "");
    } else {
      cell += letter;
    }
  }
  rows.pop_back();  // after the last line's end
  return rows;
}

Rows read_sheet(const std::filesystem::path& folder, const std::string& sheet) {
  std::ifstream file(folder / ("results-" + sheet + ".csv"), std::ios::binary);
  EXPECT_TRUE(file.good()) << "LibreOffice found no sheet '" << sheet << "'";
  std::ostringstream text;
  text << file.rdbuf();
  return rows_of(text.str());
}

/// Has LibreOffice read `folder`/results.xlsx and write every sheet as CSV beside it, figures in full.
int convert_with_libreoffice(const std::filesystem::path& folder) {
  const std::string command = "soffice -env:UserInstallation=file://" + (folder / "profile").string() +
                              " --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,"
                              "false,false,false,-1' --outdir '" +
                              folder.string() + "' '" + (folder / "results.xlsx").string() + "' > '" +
                              (folder / "log").string() + "' 2>&1";
  return std::system(command.c_str());
}

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
  ASSERT_EQ(convert_with_libreoffice(folder.path()), 0) << "is libreoffice-calc-nogui installed?";

  EXPECT_EQ(read_sheet(folder.path(), "Cover").front().front(), findings.title);
  for (const Table& table : all_tables(findings)) {
    const Rows seen = read_sheet(folder.path(), table.name);
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

// SPDX-License-Identifier: Apache-2.0
#include "base/csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::base {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows texts(const CsvTable& table) {
  Rows rows;
  for (const auto& row : table.rows) {
    rows.emplace_back();
    for (const auto& cell : row) rows.back().push_back(cell.text);
  }
  return rows;
}

/// The rows of `text` with columns a and b, and everything there was to complain about.
std::pair<Rows, std::string> read(const std::string& text) {
  Diagnostics diagnostics;
  const CsvTable table = parse_csv(std::make_shared<const SourceText>("t.csv", text), {"a", "b"}, diagnostics);
  return {texts(table), diagnostics.render()};
}

std::string faults(const std::string& text) {
  return read(text).second;
}

TEST(Csv, reads_rows_in_the_order_asked_for) {
  EXPECT_EQ(read("b,a\n1,2\n3,4\n"), (std::pair<Rows, std::string>({{"2", "1"}, {"4", "3"}}, "")));
}

TEST(Csv, reads_quotes_line_breaks_byte_order_marks_and_carriage_returns) {
  EXPECT_EQ(read("\xEF\xBB\xBF\"a\",b\r\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\r\n"),
            (std::pair<Rows, std::string>({{"x, \"y\"", "one\r\ntwo"}}, "")));
}

TEST(Csv, passes_over_blank_lines_and_needs_no_last_line_end) {
  EXPECT_EQ(read("\na,b\n\n1,\n\n,2"), (std::pair<Rows, std::string>({{"1", ""}, {"", "2"}}, "")));
}

TEST(Csv, names_unknown_duplicate_and_missing_columns_together) {
  EXPECT_EQ(faults("a,A,a\n1,2,3\n"),
            "t.csv:1:3: error: 'A' is not a column of this table [unknown-column]\n"
            "    1 | a,A,a\n"
            "      |   ^\n"
            "      = did you mean 'a'?\n"
            "t.csv:1:5: error: there are two columns 'a' [duplicate-column]\n"
            "    1 | a,A,a\n"
            "      |     ^\n"
            "t.csv:1: error: there is no column 'b' [missing-column]\n"
            "    1 | a,A,a\n"
            "      = the columns are: a, b\n");
}

TEST(Csv, names_all_missing_columns_at_once_and_knows_another_table) {
  Diagnostics diagnostics;
  parse_csv(std::make_shared<const SourceText>("t.csv", "b\n"), {"a", "b", "c"}, diagnostics);
  parse_csv(std::make_shared<const SourceText>("u.csv", "x,y\n1,2\n"), {"a", "b"}, diagnostics);
  EXPECT_EQ(diagnostics.render(),
            "t.csv:1: error: there is no column 'a', 'c' [missing-column]\n"
            "    1 | b\n"
            "      = the columns are: a, b, c\n"
            "u.csv:1:1: error: none of the columns that belong here is there [wrong-table]\n"
            "    1 | x,y\n"
            "      | ^\n"
            "      = the columns are: a, b\n");
}

TEST(Csv, leaves_out_ragged_rows_and_goes_on) {
  EXPECT_EQ(read("a,b\n1,2,3\n4\n5,6\n"),
            (std::pair<Rows, std::string>({{"5", "6"}},
                                          "t.csv:2:1: error: this row has 3 fields, the header 2 [ragged-row]\n"
                                          "    2 | 1,2,3\n"
                                          "      | ^\n"
                                          "      = put a field that holds a comma in quotes\n"
                                          "t.csv:3:1: error: this row has 1 fields, the header 2 [ragged-row]\n"
                                          "    3 | 4\n"
                                          "      | ^\n")));
}

TEST(Csv, names_stray_quotes) {
  EXPECT_EQ(faults("a,b\n5\" pipe,1\n\"x\"y,2\n"),
            "t.csv:2:2: error: a quote stands inside a field [stray-quote]\n"
            "    2 | 5\" pipe,1\n"
            "      |  ^\n"
            "      = put the whole field in quotes and double those inside it\n"
            "t.csv:3:4: error: text follows the quote that closes a field [stray-quote]\n"
            "    3 | \"x\"y,2\n"
            "      |    ^\n"
            "      = double each quote inside a quoted field\n");
}

TEST(Csv, points_at_the_quote_that_is_never_closed) {
  EXPECT_EQ(faults("a,b\n1,\"two\n3,4\n"),
            "t.csv:2:3: error: the quote opened here is never closed [unclosed-quote]\n"
            "    2 | 1,\"two\n"
            "      |   ^\n"
            "      = the rest of the file was taken for one field\n");
}

TEST(Csv, asks_for_a_header) {
  EXPECT_EQ(faults("\n\n"), "t.csv: error: the table is empty [empty-table]\n      = its first line must be: a,b\n");
}

TEST(Csv, asks_for_utf_8) {
  EXPECT_EQ(faults("a,b\n1,\xA3"
                   "5\n"),
            "t.csv:2:3: error: the file is not UTF-8 text [not-utf-8]\n"
            "    2 | 1,\uFFFD5\n"
            "      |   ^\n"
            "      = save it again with the encoding UTF-8\n");
}

rc::Gen<std::string> any_field() {
  return rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab ,\"\r\n;\t")));
}

RC_GTEST_PROP(Csv, reads_back_what_it_writes, ()) {
  const auto columns = *rc::gen::inRange<std::size_t>(1, 4);
  const auto rows = *rc::gen::container<Rows>(rc::gen::container<std::vector<std::string>>(columns, any_field()));
  std::vector<std::string> header;
  for (std::size_t i = 0; i < columns; ++i) header.push_back("column " + std::to_string(i));
  std::string text = csv_line(header);
  for (const auto& row : rows) text += csv_line(row);

  Diagnostics diagnostics;
  const CsvTable table = parse_csv(std::make_shared<const SourceText>("t.csv", text), header, diagnostics);
  RC_ASSERT(diagnostics.render() == "");
  RC_ASSERT(texts(table) == rows);
}

RC_GTEST_PROP(Csv, gives_whole_rows_or_says_what_is_wrong_with_any_text, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("xy,,\"\"\r\n\n")));
  const auto [rows, complaints] = read("a,b\n" + text);
  for (const auto& row : rows) RC_ASSERT(row.size() == 2U);
  const bool is_blank = text.find_first_not_of("\r\n") == std::string::npos;
  if (!is_blank) RC_ASSERT(!rows.empty() || !complaints.empty());
}

}  // namespace
}  // namespace commonweal::base

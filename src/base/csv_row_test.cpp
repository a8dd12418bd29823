// SPDX-License-Identifier: Apache-2.0
#include "base/csv_row.h"

#include <gtest/gtest.h>

namespace commonweal::base {
namespace {

enum class Colour { red, green };
constexpr std::array<std::pair<std::string_view, Colour>, 2> colours = {
    {{"red", Colour::red}, {"green", Colour::green}}};

class CsvRowTest : public testing::Test {
 protected:
  CsvRow row(const std::string& cells) {
    table_ = parse_csv(std::make_shared<const SourceText>("t.csv", "colour,amount,year,name\n" + cells + "\n"),
                       {"name", "amount", "year", "colour"}, diagnostics_);
    return CsvRow(table_, 0, diagnostics_);
  }
  std::string faults() const { return diagnostics_.render(); }

  CsvTable table_;
  Diagnostics diagnostics_;
};

TEST_F(CsvRowTest, gives_what_is_there) {
  const auto cells = row("green, -2.5e3 ,2012-13, a name ");
  EXPECT_EQ(cells.choice("colour", colours), Colour::green);
  EXPECT_EQ(cells.number("amount"), -2500);
  EXPECT_EQ(cells.optional_year("year"), FinancialYear{2012});
  EXPECT_EQ(cells.text("name"), "a name");
  EXPECT_EQ(cells.position().line, 2U);
  EXPECT_EQ(cells.position("year").column, 16U);
  EXPECT_EQ(faults(), "");
}

TEST_F(CsvRowTest, lets_optional_cells_be_empty) {
  const auto cells = row(",,,");
  EXPECT_EQ(cells.optional_number("amount"), std::nullopt);
  EXPECT_EQ(cells.optional_year("year"), std::nullopt);
  EXPECT_EQ(cells.optional_text("name"), "");
  EXPECT_EQ(faults(), "");
}

TEST_F(CsvRowTest, reports_empty_cells_that_are_needed) {
  const auto cells = row(",,,x");
  EXPECT_EQ(cells.number("amount"), 0);
  EXPECT_EQ(cells.choice("colour", colours), Colour::red);
  EXPECT_EQ(faults(),
            "t.csv:2:2: error: 'amount' is empty here [empty-cell]\n"
            "    2 | ,,,x\n"
            "      |  ^\n"
            "t.csv:2:1: error: 'colour' is empty here [empty-cell]\n"
            "    2 | ,,,x\n"
            "      | ^\n");
}

TEST_F(CsvRowTest, reports_cells_it_cannot_read) {
  const auto cells = row("gren,\"1,000\",2012,x");
  cells.number("amount");
  cells.optional_year("year");
  cells.choice("colour", colours);
  EXPECT_EQ(faults(),
            "t.csv:2:6: error: '1,000' is not a number [bad-number]\n"
            "    2 | gren,\"1,000\",2012,x\n"
            "      |      ^~~~~~~\n"
            "      = write it with digits and a decimal point only: 1234.5\n"
            "t.csv:2:14: error: '2012' is not a financial year [bad-year]\n"
            "    2 | gren,\"1,000\",2012,x\n"
            "      |              ^~~~\n"
            "      = write it as 2012-13\n"
            "t.csv:2:1: error: 'gren' is no colour [unknown-word]\n"
            "    2 | gren,\"1,000\",2012,x\n"
            "      | ^~~~\n"
            "      = did you mean 'green'?\n");
}

TEST_F(CsvRowTest, lists_the_words_where_none_is_near) {
  row("mauve,,,").choice("colour", colours);
  EXPECT_EQ(faults(),
            "t.csv:2:1: error: 'mauve' is no colour [unknown-word]\n"
            "    2 | mauve,,,\n"
            "      | ^~~~~\n"
            "      = it must be one of: red, green\n");
}

TEST(WordOf, is_the_word_a_choice_reads) {
  EXPECT_EQ(word_of(Colour::green, colours), "green");
}

}  // namespace
}  // namespace commonweal::base

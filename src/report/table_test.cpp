// SPDX-License-Identifier: Apache-2.0
#include "report/table.h"

#include <cmath>

#include <gtest/gtest.h>

namespace commonweal::report {
namespace {

Table small_table() {
  Table table;
  table.title = "Money & people";
  table.columns = {{"Year"}, {"Money (£ million)", Table::Kind::figure, 1}, {"Source", Table::Kind::source}};
  table.rows = {{"2012-13", 1234.56, "lga"}, {"2013-14", std::nan(""), "lga; a letter"}};
  table.marked = {1};
  return table;
}

TEST(Table, AsHtmlIsThis) {
  analysis::SourceNote source;
  source.number = 3;
  source.id = "lga";
  EXPECT_EQ(table_markup(small_table(), {source}).text(),
            "<div class=\"scroll\" role=\"region\" aria-label=\"Money &amp; people\" tabindex=\"0\"><table>"
            "<caption>Money &amp; people</caption>"
            "<thead><tr><th scope=\"col\">Year</th><th scope=\"col\" class=\"figure\">Money (£ million)</th>"
            "<th scope=\"col\">Source</th></tr></thead><tbody>"
            "<tr><th scope=\"row\">2012-13</th><td class=\"figure\">1,234.6</td>"
            "<td><a class=\"cite\" href=\"#source-3\" aria-label=\"source 3\">[3]</a></td></tr>\n"
            "<tr class=\"marked\"><th scope=\"row\">2013-14</th><td class=\"figure\">[x]</td>"
            "<td><a class=\"cite\" href=\"#source-3\" aria-label=\"source 3\">[3]</a>; a letter</td></tr>\n"
            "</tbody></table></div><p class=\"small\">[x] not known or not published</p>");
}

TEST(Table, PublishedFiguresKeepTheDigitsTheyHave) {
  const Table::Column column{"Published", Table::Kind::figure, Table::as_published};
  EXPECT_EQ(cell_text(16.5, column), "16.5");
  EXPECT_EQ(cell_text(147.362, column), "147.362");
  EXPECT_EQ(cell_text(1200.0, column), "1,200");
  EXPECT_EQ(cell_text(0.0, column), "0");
  EXPECT_EQ(cell_text(-0.00001, column), "0");
}

TEST(Table, SaysWhetherAFigureIsUnknown) {
  Table table = small_table();
  EXPECT_TRUE(has_unknown(table));
  table.rows.pop_back();
  EXPECT_FALSE(has_unknown(table));
}

}  // namespace
}  // namespace commonweal::report

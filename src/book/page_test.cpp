// SPDX-License-Identifier: Apache-2.0
#include "book/page.h"

#include <gtest/gtest.h>

#include "book/entry.h"
#include "book/map.h"
#include "book/sector_links.h"
#include "book/uses.h"
#include "model/model.h"
#include "syntax/mdl.h"

namespace commonweal::book {
namespace {

/// Two sectors and a loop through both.
const std::string town = R"({UTF-8}
Group: young, old ~ ~ Who. |
********************************************************
	.People
********************************************************~
		Who lives here.
	|
loop R1 work = 0
	~ dimensionless ~ Whether work draws people. |
people[Group] = INTEG(loop R1 work
	* pull * jobs, 10) ~ person ~ Residents. |
pull = 0.1 ~ 1/year ~ Draw of a job. |
********************************************************
	.Work
********************************************************~
		What they do.
	|
jobs = SUM(people[Group!]) ~ person ~ Posts, of which there is *one* a head. |
********************************************************
	.Control
********************************************************~
		Time.
	|
INITIAL TIME = 0 ~ year ~ |
FINAL TIME = 10 ~ year ~ |
TIME STEP = 1 ~ year ~ |
)";

class BookTest : public testing::Test {
 protected:
  base::Diagnostics faults_;
  syntax::Document document_ = syntax::parse(std::make_shared<base::SourceText>("town.mdl", town), faults_);
  model::Model model_ = model::build(document_, faults_);

  evidence::Register one_row() const {
    evidence::Entry row;
    row.variable = "pull";
    row.central = 0.1;
    row.low = 0.05;
    row.high = 0.2;
    row.distribution = "triangular";
    row.grade = "judgement";
    row.note = "Nobody knows";
    return {{row}, "hash"};
  }
};

TEST_F(BookTest, an_entry_says_everything_of_a_variable) {
  ASSERT_EQ(faults_.render(), "");
  const evidence::Register evidence = one_row();
  const Contents contents{document_, model_, evidence, {}, ""};
  EXPECT_EQ(entry(contents, uses_of(model_), model_.find("people")),
            "#### people\n\n*stock, for each Group*, `person`\n\nResidents.\n\n```text\n"
            "people[Group] = INTEG(loop R1 work\n    * pull * jobs, 10)\n```\n"
            "\nUses: [loop R1 work](#loop-r1-work), [pull](#pull), [jobs](#jobs)\n"
            "\nUsed by: [jobs](#jobs)\n\n");
  EXPECT_EQ(entry(contents, uses_of(model_), model_.find("pull")),
            "#### pull\n\n*constant*, `1/year`\n\nDraw of a job.\n\n```text\npull = 0.1\n```\n"
            "\n| of | value | range | grade | source or reason |\n|---|---|---|---|---|\n"
            "|  | 0.1 | 0.05 to 0.2, triangular | judgement | Nobody knows |\n"
            "\nUsed by: [people](#people)\n\n");
}

TEST_F(BookTest, words_cannot_break_the_page) {
  EXPECT_NE(entry({document_, model_, {}, {}, ""}, uses_of(model_), model_.find("jobs")).find("\\*one\\*"),
            std::string::npos);
  EXPECT_EQ(plain("a|b\n<c>"), "a\\|b \\<c\\>");
}

TEST_F(BookTest, the_page_has_every_sector_and_points_to_pages_and_map) {
  const std::string text = page({document_, model_, one_row(), {{"People, why", "pages/01-people.md"}}, "map.svg"});
  for (const char* part :
       {"# The model book\n", "7 variables in 3 sectors, of which 1 stock and 5 constants",
        "![The sectors of the model and its loops](map.svg)", "- [People, why](pages/01-people.md)\n",
        "## People\n\nWho lives here.\n", "## Work\n", "| Group | young, old | Who. |\n",
        "| [loop R1 work](#loop-r1-work) | [jobs](#jobs) → [people](#people) | [people](#people) → "
        "[jobs](#jobs) → [people](#people) |\n"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\nin\n" << text;
  }
}

TEST_F(BookTest, the_map_counts_links_between_sectors_and_leads_loops_through_them) {
  const SectorMap map = sector_map(document_, model_);
  EXPECT_EQ(map.names, (std::vector<std::string>{"People", "Work"}));
  ASSERT_EQ(map.links.size(), 2U);
  EXPECT_EQ(map.links[0].count, 1U);
  ASSERT_EQ(map.loops.size(), 1U);
  EXPECT_EQ(map.loops[0].name, "R1 work");
  EXPECT_EQ(map.loops[0].sectors, (std::vector<std::size_t>{0, 1}));
}

TEST_F(BookTest, the_map_is_a_picture_with_every_sector_and_loop) {
  const std::string picture = book::map(document_, model_);
  EXPECT_TRUE(picture.starts_with("<svg "));
  for (const char* part : {">People<", ">Work<", ">R1 work<"}) EXPECT_NE(picture.find(part), std::string::npos) << part;
}

}  // namespace
}  // namespace commonweal::book

// SPDX-License-Identifier: Apache-2.0
#include "place/place.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"

namespace commonweal::place {
namespace {

const std::string description = R"(name = "Barnet"
gss_code = "E09000003"
e_code = "E5031"
kind = "London borough"
base_year = "2012-13"
limits = ["No capital."]
holds_after_last_year = ["band D"]

[sources.rs-2012]
title = "Revenue outturn"
publisher = "DCLG"
date = "2013-11"
url = "https://www.gov.uk/"
licence = "OGL v3"
)";

const std::string columns = "variable,element,year,value,unit,status,source,note\n";

class PlaceTest : public testing::Test {
 protected:
  /// Reads a place with `toml` and with `rows` in series.csv.
  Place read(const std::string& toml, const std::string& rows) {
    folder_.write("barnet/place.toml", toml);
    folder_.write("barnet/series.csv", columns + rows);
    return place::read(folder_.path() / "barnet", diagnostics_);
  }

  std::string faults() const { return folder_.without_name(diagnostics_.render()); }

  std::string faults_of_rows(const std::string& rows) {
    read(description, rows);
    return faults();
  }

  base::TemporaryFolder folder_;
  base::Diagnostics diagnostics_;
};

TEST_F(PlaceTest, is_read_whole) {
  folder_.write("barnet/context.csv", columns + "receipts,,2010-11,551.2,GBP billion,published,rs-2012,\n");
  const Place place = read(description,
                           "population,\"women, 65+\",2012-13,5,person,published,rs-2012,\n"
                           "split,,,0.5,dimensionless,assumption,,\"nobody knows, half\"\n");
  EXPECT_EQ(faults(), "");
  EXPECT_EQ(dump(place),
            "place barnet: Barnet, London borough, E09000003 E5031, base year 2012-13\n"
            "hash " +
                place.hash +
                "\n"
                "sources\n"
                "  rs-2012: Revenue outturn; DCLG; 2013-11; OGL v3; https://www.gov.uk/\n"
                "series\n"
                "  population[women, 65+] 2012-13 = 5 person (published, rs-2012)\n"
                "  split = 0.5 dimensionless (assumption) # nobody knows, half\n"
                "context\n"
                "  receipts 2010-11 = 551.2 GBP billion (published, rs-2012)\n"
                "holds after its last year\n"
                "  band D\n"
                "limits\n"
                "  No capital.\n");
  ASSERT_NE(place.source("rs-2012"), nullptr);
  EXPECT_EQ(place.source("rs-2012")->title, "Revenue outturn");
  EXPECT_EQ(place.source("other"), nullptr);
}

TEST_F(PlaceTest, names_whom_its_context_is_about) {
  EXPECT_EQ(read(description, "").context_name, "Barnet");
  const Place place = read("context_name = \"United Kingdom\"\n" + description, "");
  EXPECT_EQ(place.context_name, "United Kingdom");
  EXPECT_NE(dump(place).find("\ncontext of United Kingdom\n"), std::string::npos);
  EXPECT_EQ(faults(), "");
}

TEST_F(PlaceTest, has_a_hash_that_changes_with_each_of_its_files) {
  const std::string row = "split,,,0.5,dimensionless,assumption,,why\n";
  const std::string first = read(description, row).hash;
  EXPECT_EQ(read(description, row).hash, first);
  EXPECT_NE(read(description + "# more\n", row).hash, first);
  EXPECT_NE(read(description, row + "\n").hash, first);
  folder_.write("barnet/context.csv", columns);
  EXPECT_NE(read(description, row).hash, first);
}

TEST_F(PlaceTest, is_known_by_its_folder_however_that_is_written) {
  read(description, "");
  EXPECT_EQ(place::read(folder_.path() / "barnet/", diagnostics_).id, "barnet");
  EXPECT_EQ(place::read(folder_.path() / "barnet" / ".", diagnostics_).id, "barnet");
}

TEST_F(PlaceTest, must_be_there) {
  folder_.write("barnet-2012/place.toml", description);
  place::read(folder_.path() / "barnet-2021", diagnostics_);
  place::read(folder_.path() / "england", diagnostics_);
  EXPECT_EQ(faults(),
            "FOLDER/barnet-2021: error: there is no place 'FOLDER/barnet-2021' [missing-place]\n"
            "      = did you mean 'FOLDER/barnet-2012'?\n"
            "FOLDER/england: error: there is no place 'FOLDER/england' [missing-place]\n"
            "      = a place is a folder with place.toml and series.csv\n");
}

TEST_F(PlaceTest, needs_both_its_files) {
  folder_.write("empty/notes.txt", "");
  place::read(folder_.path() / "empty", diagnostics_);
  EXPECT_EQ(faults(),
            "FOLDER/empty/place.toml: error: there is no file 'FOLDER/empty/place.toml' [missing-file]\n"
            "FOLDER/empty/series.csv: error: there is no file 'FOLDER/empty/series.csv' [missing-file]\n");
}

TEST_F(PlaceTest, complains_about_every_key_of_its_description) {
  read(R"(nmae = "Barnet"
gss_code = 9
base_year = "2012"
[sources]
x = "a title"
[sources.rs]
title = "Revenue outturn"
publisher = ""
date = "2013"
license = "OGL"
)",
       "");
  EXPECT_EQ(faults(),
            "FOLDER/barnet/place.toml: error: the place has no 'name' [missing-key]\n"
            "FOLDER/barnet/place.toml:2:12: error: 'gss_code' must be a text, not a number [wrong-type]\n"
            "    2 | gss_code = 9\n"
            "      |            ^\n"
            "FOLDER/barnet/place.toml: error: the place has no 'kind' [missing-key]\n"
            "FOLDER/barnet/place.toml:3:13: error: '2012' is not a financial year [bad-year]\n"
            "    3 | base_year = \"2012\"\n"
            "      |             ^~~~~~\n"
            "      = write it as 2012-13\n"
            "FOLDER/barnet/place.toml:5:5: error: 'x' must be a table, headed [sources.x], not a text [wrong-type]\n"
            "    5 | x = \"a title\"\n"
            "      |     ^~~~~~~~~\n"
            "FOLDER/barnet/place.toml:8:13: error: 'publisher' is empty here [empty-value]\n"
            "    8 | publisher = \"\"\n"
            "      |             ^~\n"
            "FOLDER/barnet/place.toml:6:1: error: the source 'rs' has no 'licence' [missing-key]\n"
            "    6 | [sources.rs]\n"
            "      | ^~~~~~~~~~~~\n"
            "FOLDER/barnet/place.toml:10:1: error: the source 'rs' has no key 'license' [unknown-key]\n"
            "   10 | license = \"OGL\"\n"
            "      | ^~~~~~~\n"
            "      = did you mean 'licence'?\n"
            "FOLDER/barnet/place.toml:1:1: error: the place has no key 'nmae' [unknown-key]\n"
            "    1 | nmae = \"Barnet\"\n"
            "      | ^~~~\n"
            "      = did you mean 'name'?\n");
}

TEST_F(PlaceTest, does_not_complain_about_sources_when_its_description_is_broken) {
  read("name = \"Barnet\n", "population,,,5,person,published,rs-2012,\n");
  EXPECT_EQ(faults(),
            "FOLDER/barnet/place.toml:1:15: error: this is not TOML: error while parsing string: unescaped control "
            "characters other than TAB (U+0009) are explicitly prohibited [toml-syntax]\n"
            "    1 | name = \"Barnet\n"
            "      |               ^\n"
            "      = https://toml.io shows how TOML is written; texts stand in \"quotes\"\n");
}

TEST_F(PlaceTest, counts_people_and_households_from_nought) {
  EXPECT_EQ(
      faults_of_rows("population,women,2012-13,-5,person,published,rs-2012,\n"
                     "homeless,,,-0.5,household,published,rs-2012,\n"
                     "net migration,,2012-13,-3,person/year,published,rs-2012,\n"
                     "reserves,,2012-13,-3,GBP million,published,rs-2012,\n"),
      "FOLDER/barnet/series.csv:2:26: error: 'population[women]' of 2012-13 is below zero: -5 person [negative-count]\n"
      "    2 | population,women,2012-13,-5,person,published,rs-2012,\n"
      "      |                          ^~\n"
      "      = people and households can only be counted from 0\n"
      "FOLDER/barnet/series.csv:3:12: error: 'homeless' is below zero: -0.5 household [negative-count]\n"
      "    3 | homeless,,,-0.5,household,published,rs-2012,\n"
      "      |            ^~~~\n"
      "      = people and households can only be counted from 0\n");
}

TEST_F(PlaceTest, names_the_origin_of_every_figure) {
  EXPECT_EQ(faults_of_rows("a,,,1,person,published,rs-2021,\n"
                           "b,,,1,person,published,,\n"
                           "c,,,1,person,derived,,\n"
                           "d,,,1,person,assumption,,\n"
                           "e,,,1,person,assumption,elsewhere,why\n"),
            "FOLDER/barnet/series.csv:2:24: error: place.toml has no source 'rs-2021' [unknown-source]\n"
            "    2 | a,,,1,person,published,rs-2021,\n"
            "      |                        ^~~~~~~\n"
            "      = did you mean 'rs-2012'?\n"
            "FOLDER/barnet/series.csv:3:14: error: 'b' is said to be published but names no source [missing-source]\n"
            "    3 | b,,,1,person,published,,\n"
            "      |              ^~~~~~~~~\n"
            "      = name its source, or call it an assumption and give the reason in 'note'\n"
            "FOLDER/barnet/series.csv:4:14: error: 'c' is said to be derived but names no source [missing-source]\n"
            "    4 | c,,,1,person,derived,,\n"
            "      |              ^~~~~~~\n"
            "      = name its source, or call it an assumption and give the reason in 'note'\n"
            "FOLDER/barnet/series.csv:4:14: error: 'c' is derived, but nothing says how [missing-rule]\n"
            "    4 | c,,,1,person,derived,,\n"
            "      |              ^~~~~~~\n"
            "      = give the rule in 'note'\n"
            "FOLDER/barnet/series.csv:5:14: error: 'd' is assumed, but nothing says why [missing-reason]\n"
            "    5 | d,,,1,person,assumption,,\n"
            "      |              ^~~~~~~~~~\n"
            "      = give the reason in 'note'\n"
            "FOLDER/barnet/series.csv:6:25: error: place.toml has no source 'elsewhere' [unknown-source]\n"
            "    6 | e,,,1,person,assumption,elsewhere,why\n"
            "      |                         ^~~~~~~~~\n"
            "      = describe it there under [sources.elsewhere]\n");
}

TEST_F(PlaceTest, gives_no_figure_twice) {
  EXPECT_EQ(faults_of_rows("population,women,2012-13,5,person,published,rs-2012,\n"
                           "population,men,2012-13,5,person,published,rs-2012,\n"
                           "population,women,2013-14,5,person,published,rs-2012,\n"
                           "population,women,,5,person,published,rs-2012,\n"
                           "Population, women ,2012-13,6,person,published,rs-2012,\n"),
            "FOLDER/barnet/series.csv:6: error: 'Population[women]' of 2012-13 is given twice [duplicate-figure]\n"
            "    6 | Population, women ,2012-13,6,person,published,rs-2012,\n"
            "      = the first stands in line 2\n");
}

TEST_F(PlaceTest, complains_about_every_cell_of_a_row) {
  EXPECT_EQ(faults_of_rows(",,2012/13,many,,publishd,,\n"),
            "FOLDER/barnet/series.csv:2:1: error: 'variable' is empty here [empty-cell]\n"
            "    2 | ,,2012/13,many,,publishd,,\n"
            "      | ^\n"
            "FOLDER/barnet/series.csv:2:3: error: '2012/13' is not a financial year [bad-year]\n"
            "    2 | ,,2012/13,many,,publishd,,\n"
            "      |   ^~~~~~~\n"
            "      = write it as 2012-13\n"
            "FOLDER/barnet/series.csv:2:11: error: 'many' is not a number [bad-number]\n"
            "    2 | ,,2012/13,many,,publishd,,\n"
            "      |           ^~~~\n"
            "      = write it with digits and a decimal point only: 1234.5\n"
            "FOLDER/barnet/series.csv:2:16: error: 'unit' is empty here [empty-cell]\n"
            "    2 | ,,2012/13,many,,publishd,,\n"
            "      |                ^\n"
            "FOLDER/barnet/series.csv:2:17: error: 'publishd' is no status [unknown-word]\n"
            "    2 | ,,2012/13,many,,publishd,,\n"
            "      |                 ^~~~~~~~\n"
            "      = did you mean 'published'?\n");
}

TEST_F(PlaceTest, checks_its_context_as_its_series) {
  folder_.write("barnet/context.csv", columns + "receipts,,2010-11,551.2,GBP billion,published,,\n");
  EXPECT_EQ(faults_of_rows(""),
            "FOLDER/barnet/context.csv:2:37: error: 'receipts' of 2010-11 is said to be published but names no source "
            "[missing-source]\n"
            "    2 | receipts,,2010-11,551.2,GBP billion,published,,\n"
            "      |                                     ^~~~~~~~~\n"
            "      = name its source, or call it an assumption and give the reason in 'note'\n");
}

}  // namespace
}  // namespace commonweal::place

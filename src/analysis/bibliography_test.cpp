// SPDX-License-Identifier: Apache-2.0
#include "analysis/bibliography.h"

#include <gtest/gtest.h>

#include "analysis/fabricated.h"

namespace commonweal::analysis {
namespace {

using fabricated::published;
using fabricated::source;

evidence::Entry entry(const std::string& id, const std::string& read_in, const std::string& url = "") {
  evidence::Entry made;
  made.id = id;
  made.source = read_in;
  made.url = url;
  return made;
}

TEST(Bibliography, NumbersSourcesInTheOrderOfFirstUse) {
  Bibliography bibliography;
  EXPECT_EQ(bibliography.number(source("b", "Second letter")), 1);
  EXPECT_EQ(bibliography.number(source("a", "First letter")), 2);
  EXPECT_EQ(bibliography.number(source("b", "Second letter")), 1);
  ASSERT_EQ(bibliography.sources().size(), 2u);
  EXPECT_EQ(bibliography.sources()[0].title, "Second letter");
  EXPECT_EQ(bibliography.sources()[1].number, 2);
}

TEST(Bibliography, KeepsAllThatAPlaceSaysOfASource) {
  place::Source full{"rs", "Revenue outturn", "A department", "2013", "https://example.org/rs", "OGL"};
  Bibliography bibliography;
  bibliography.number(full);
  const SourceNote& note = bibliography.sources().front();
  EXPECT_EQ(note.id, "rs");
  EXPECT_EQ(note.publisher, "A department");
  EXPECT_EQ(note.date, "2013");
  EXPECT_EQ(note.url, "https://example.org/rs");
  EXPECT_EQ(note.licence, "OGL");
}

TEST(Bibliography, TakesTheSameTitleForTheSameSourceUnlessAddressesDiffer) {
  Bibliography bibliography;
  EXPECT_EQ(bibliography.number(source("one", "Projections")), 1);
  EXPECT_EQ(bibliography.number(entry("e1", "Projections", "https://example.org/2012")), 1);
  EXPECT_EQ(bibliography.sources().front().url, "https://example.org/2012");
  EXPECT_EQ(bibliography.number(entry("e2", "Projections", "https://example.org/2014")), 2);
}

TEST(Bibliography, HasNoNumberForARowWithoutASource) {
  Bibliography bibliography;
  EXPECT_FALSE(bibliography.number(entry("e1", "")));
  EXPECT_TRUE(bibliography.sources().empty());
}

TEST(Bibliography, HasNoNumberForWhatTheModelDefines) {
  for (const std::string grade : {"definition", "switch"}) {
    evidence::Entry defined = entry("e1", "Definition of the model");
    defined.grade = grade;
    Bibliography bibliography;
    EXPECT_FALSE(bibliography.number(defined)) << grade;
    EXPECT_TRUE(bibliography.sources().empty()) << grade;
  }
}

TEST(SourcesOf, APlacesFiguresAndOfTheRegisterAreNumberedOnce) {
  place::Place town = fabricated::place("town", "Town");
  town.sources = {source("unused", "Never used"), source("rs", "Revenue outturn"), source("nation", "Of the nation")};
  town.observations = {published("base spend", 2012, 1, "GBP million/year", "rs"),
                       published("base spend", 2013, 1, "GBP million/year", "rs"),
                       fabricated::assumed("population", "", 2012, 1, "a guess")};
  town.context = {published("total managed expenditure", 2012, 1, "GBP billion", "nation")};
  evidence::Register evidence;
  evidence.entries = {entry("e1", "A study"), entry("e2", "")};

  Bibliography bibliography;
  EXPECT_EQ(sources_of(town, bibliography), std::vector<int>{1});
  EXPECT_EQ(sources_of(evidence, bibliography), std::vector<int>{2});
  EXPECT_EQ(sources_of(town, bibliography), std::vector<int>{1});
  ASSERT_EQ(bibliography.sources().size(), 2u);
  EXPECT_EQ(bibliography.sources()[0].title, "Revenue outturn");
  EXPECT_EQ(bibliography.sources()[1].title, "A study");
}

}  // namespace
}  // namespace commonweal::analysis

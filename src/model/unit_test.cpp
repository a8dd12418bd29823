// SPDX-License-Identifier: Apache-2.0
#include "model/unit.h"

#include <string>

#include <gtest/gtest.h>

namespace commonweal::model {
namespace {

std::string round_trip(std::string_view written) {
  const auto unit = parse_unit(written);
  return unit ? text(*unit) : "not a unit";
}

TEST(Unit, ReadsProductsQuotientsAndPowers) {
  EXPECT_EQ(round_trip("GBP million / year"), "GBP million/year");
  EXPECT_EQ(round_trip("year*GBP million/year"), "GBP million");
  EXPECT_EQ(round_trip("1/(person*year)"), "1/person/year");
  EXPECT_EQ(round_trip("person^2/person"), "person");
  EXPECT_EQ(round_trip("Dmnl"), "dimensionless");
  EXPECT_EQ(round_trip("1"), "dimensionless");
}

TEST(Unit, RefusesWhatIsNotAUnit) {
  for (const char* text :
       {"", "person/", "2*person", "(person", "person)", "person^x", "person^1.5", "person^101", "(person^50)^3"}) {
    EXPECT_EQ(round_trip(text), "not a unit") << text;
  }
}

TEST(Unit, RefusesBracketsWithoutLimit) {
  EXPECT_EQ(round_trip(std::string(20, '(') + "person" + std::string(20, ')')), "person");
  EXPECT_EQ(round_trip(std::string(100'000, '(') + "person" + std::string(100'000, ')')), "not a unit");
}

}  // namespace
}  // namespace commonweal::model

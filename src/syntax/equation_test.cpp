// SPDX-License-Identifier: Apache-2.0
#include "syntax/equation.h"

#include <gtest/gtest.h>

#include "syntax/parsed_test.h"

namespace commonweal::syntax {
namespace {

TEST(Equations, are_of_the_kind_their_sign_says) {
  EXPECT_EQ(dumped_equation("a = 1"), "a = 1");
  EXPECT_EQ(dumped_equation("a == 1"), "a == 1");
  EXPECT_EQ(dumped_equation("a := 1"), "a := 1");
  EXPECT_EQ(dumped_equation("a[Age]"), "a[Age]");
  EXPECT_EQ(dumped_equation("Cohort <-> Age"), "Cohort <-> Age");
}

TEST(Equations, of_data_say_how_they_are_read_between_points) {
  EXPECT_EQ(dumped_equation("a[Age]:INTERPOLATE::= b"), "a[Age] :INTERPOLATE: := b");
  EXPECT_EQ(dumped_equation("a :look  forward: [Age]"), "a[Age] :LOOK FORWARD:");
  EXPECT_EQ(dumped_equation("a:HOLD BACKWARD:"), "a :HOLD BACKWARD:");
  EXPECT_EQ(dumped_equation("a :RAW:"), "a :RAW:");
}

TEST(Equations, may_except_elements) {
  EXPECT_EQ(dumped_equation("a[Age, Sex] :EXCEPT: [old, men] , [young,\\\n\t\twomen]= 1"),
            "a[Age, Sex] :EXCEPT: [old, men], [young, women] = 1");
}

TEST(Equations, may_list_numbers) {
  EXPECT_EQ(dumped_equation("a[Age] = 1, -2, +3.5"), "a[Age] = 1, -2, 3.5;");
  EXPECT_EQ(dumped_equation("a[Age, Sex] = 1, 2; 3\\\n\t, 4;"), "a[Age, Sex] = 1, 2; 3, 4;");
  EXPECT_EQ(dumped_equation("a[Age, Sex] = TABBED ARRAY(\n\t1\t-2\n\t3\t4)"), "a[Age, Sex] = 1, -2; 3, 4;");
}

TEST(Equations, of_lookups_list_points_in_either_form) {
  EXPECT_EQ(dumped_equation("f( [(0,0)-(10,5),(0,1)], (0,0), (10,-5.5) )"), "f((0, 0), (10, -5.5))");
  EXPECT_EQ(dumped_equation("f[old]((0,0),(1,1))"), "f[old]((0, 0), (1, 1))");
  EXPECT_EQ(dumped_equation("f(0, 10, 20, 5, 6, 7)"), "f((0, 5), (10, 6), (20, 7))");
}

TEST(Equations, of_dimensions_list_elements_ranges_and_mappings) {
  EXPECT_EQ(dumped_equation("Age: young,(a1-a40), old"), "Age: young, (a1-a40), old");
  EXPECT_EQ(dumped_equation("Age: a1-a4 -> Cohort, (Group: b1, (c1-c3))"),
            "Age: (a1-a4) -> Cohort, (Group: b1, (c1-c3))");
}

TEST(Equations, with_a_fault_on_the_right_keep_their_name) {
  base::Diagnostics diagnostics;
  const auto source = std::make_shared<const base::SourceText>("a.mdl", "a[Age] = 1 + ~ People ~ |\n");
  const Document document = parse(source, diagnostics);
  EXPECT_TRUE(diagnostics.has_errors());
  EXPECT_EQ(dump(document), "a[Age] = (not read)\n  units: People\n");
}

TEST(Equations, name_what_their_left_side_lacks) {
  EXPECT_EQ(faults("1995 = 1 ~ ~ |\n"
                   "~ ~ |\n"
                   "a[Age] :EXCEPT: = 1 ~ ~ |\n"
                   "a :SOMEHOW: = 1 ~ ~ |\n"
                   "a + b = 1 ~ ~ |\n"),
            "a.mdl:1:1: error: an entry begins with a name, not with '1995' [missing-name]\n"
            "    1 | 1995 = 1 ~ ~ |\n"
            "      | ^~~~\n"
            "      = a name that begins with anything but a letter is written in double quotes\n"
            "a.mdl:1:15: error: an entry without an equation [missing-name]\n"
            "    1 | 1995 = 1 ~ ~ |\n"
            "      |               ^\n"
            "      = a name that begins with anything but a letter is written in double quotes\n"
            "a.mdl:3:8: error: no list of subscripts follows :EXCEPT: [unexpected-text]\n"
            "    3 | a[Age] :EXCEPT: = 1 ~ ~ |\n"
            "      |        ^~~~~~~~\n"
            "      = write it as in x[Age] :EXCEPT: [old]\n"
            "a.mdl:4:3: error: ':SOMEHOW:' cannot be read here [unknown-syntax]\n"
            "    4 | a :SOMEHOW: = 1 ~ ~ |\n"
            "      |   ^~~~~~~~~\n"
            "a.mdl:5:3: error: '+' stands where '=' should stand [unexpected-text]\n"
            "    5 | a + b = 1 ~ ~ |\n"
            "      |   ^\n");
}

TEST(Equations, name_what_a_list_lacks) {
  EXPECT_EQ(faults("a = 1, b ~ ~ |\n"
                   "b() ~ ~ |\n"
                   "c(1, 2, 3) ~ ~ |\n"
                   "d((1,2),(0,3)) ~ ~ |\n"
                   "e(3, 1, 2, 2) ~ ~ |\n"
                   "f((1,)) ~ ~ |\n"),
            "a.mdl:1:8: error: 'b' stands where a number should stand [missing-number]\n"
            "    1 | a = 1, b ~ ~ |\n"
            "      |        ^\n"
            "a.mdl:2:2: error: a lookup without points [missing-points]\n"
            "    2 | b() ~ ~ |\n"
            "      |  ^~\n"
            "      = points are written (x1, y1), (x2, y2)\n"
            "a.mdl:3:3: error: a lookup without brackets lists as many x as y, but these are 3 numbers [odd-lookup]\n"
            "    3 | c(1, 2, 3) ~ ~ |\n"
            "      |   ^~~~~~~\n"
            "      = points are clearer: (x1, y1), (x2, y2)\n"
            "a.mdl:4:9: error: this point lies left of the one before it [lookup-out-of-order]\n"
            "    4 | d((1,2),(0,3)) ~ ~ |\n"
            "      |         ^~~~~\n"
            "      = points stand in the order of their first number\n"
            "a.mdl:5:3: error: x number 2 is less than the one before it [lookup-out-of-order]\n"
            "    5 | e(3, 1, 2, 2) ~ ~ |\n"
            "      |   ^~~~~~~~~~\n"
            "      = the first half of the numbers are x, from left to right; the second half are y\n"
            "a.mdl:6:6: error: ')' stands where a number should stand [missing-number]\n"
            "    6 | f((1,)) ~ ~ |\n"
            "      |      ^\n");
}

TEST(Equations, name_what_a_dimension_lacks) {
  EXPECT_EQ(faults("Age: young, ~ ~ |\n"
                   "Age: 1, 2 ~ ~ |\n"
                   "Age: (a1 a4) ~ ~ |\n"
                   "Age <-> ~ ~ |\n"),
            "a.mdl:1:11: error: an element should follow ',' [missing-name]\n"
            "    1 | Age: young, ~ ~ |\n"
            "      |           ^\n"
            "a.mdl:2:6: error: '1' stands where an element should [missing-name]\n"
            "    2 | Age: 1, 2 ~ ~ |\n"
            "      |      ^\n"
            "      = a name that begins with anything but a letter is written in double quotes\n"
            "a.mdl:3:12: error: ')' stands where '-' should stand [unexpected-text]\n"
            "    3 | Age: (a1 a4) ~ ~ |\n"
            "      |            ^\n"
            "a.mdl:4:5: error: a dimension should follow '<->' [missing-name]\n"
            "    4 | Age <-> ~ ~ |\n"
            "      |     ^~~\n");
}

TEST(Equations, name_what_cannot_be_read_yet) {
  EXPECT_EQ(faults("f(GET XLS LOOKUPS('a.xls', 'b', 'c', 'd')) ~ ~ |\n"
                   "Age: GET DIRECT SUBSCRIPT('a.csv', ',', 'A2', 'A', '') ~ ~ |\n"
                   "sane :THE CONDITION: a > 0 :IMPLIES: b > 0 ~ ~ |\n"),
            "a.mdl:1:3: error: a lookup from 'GET XLS LOOKUPS' cannot be read yet [unsupported-source]\n"
            "    1 | f(GET XLS LOOKUPS('a.xls', 'b', 'c', 'd')) ~ ~ |\n"
            "      |   ^~~~~~~~~~~~~~~\n"
            "      = list its points here: (x1, y1), (x2, y2)\n"
            "a.mdl:2:6: error: elements from 'GET DIRECT SUBSCRIPT' cannot be read yet [unsupported-source]\n"
            "    2 | Age: GET DIRECT SUBSCRIPT('a.csv', ',', 'A2', 'A', '') ~ ~ |\n"
            "      |      ^~~~~~~~~~~~~~~~~~~~\n"
            "      = list them here\n"
            "a.mdl:3:6: warning: this reality check is not made [unsupported-reality-check]\n"
            "    3 | sane :THE CONDITION: a > 0 :IMPLIES: b > 0 ~ ~ |\n"
            "      |      ^~~~~~~~~~~~~~~\n");
}

}  // namespace
}  // namespace commonweal::syntax

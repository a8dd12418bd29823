// SPDX-License-Identifier: Apache-2.0
#include "syntax/mdl.h"

#include <gtest/gtest.h>

#include "syntax/parsed_test.h"

namespace commonweal::syntax {
namespace {

TEST(Reader, refuses_what_is_no_model) {
  const std::string model_hint = "= a model is text made of entries: name = expression ~ units ~ documentation |\n";
  EXPECT_EQ(faults(""), "a.mdl: error: the file is empty [not-a-model]\n      " + model_hint);
  EXPECT_EQ(faults(std::string("a = 1 ~ ~ |\0", 12)),
            "a.mdl: error: the file is not text [not-a-model]\n      " + model_hint);
  EXPECT_EQ(faults("Dear council,\n"), "a.mdl: error: the file holds no equation [not-a-model]\n      " + model_hint);
}

TEST(Reader, wants_utf_8) {
  EXPECT_EQ(faults("a = 1 ~ \xA3 ~ |\n"),
            "a.mdl:1:9: error: this character is not UTF-8 [not-utf8]\n"
            "    1 | a = 1 ~ \xEF\xBF\xBD ~ |\n"
            "      |         ^\n"
            "      = save the model as UTF-8\n");
}

TEST(Reader, names_a_missing_file) {
  base::Diagnostics diagnostics;
  const Document document = read("nowhere.mdl", diagnostics);
  EXPECT_TRUE(document.equations.empty());
  EXPECT_EQ(diagnostics.render(), "nowhere.mdl: error: there is no file 'nowhere.mdl' [missing-file]\n");
}

}  // namespace
}  // namespace commonweal::syntax

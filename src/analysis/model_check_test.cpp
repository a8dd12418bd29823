// SPDX-License-Identifier: Apache-2.0
#include "analysis/model_check.h"

#include <gtest/gtest.h>

#include "analysis/fabricated.h"
#include "analysis/vocabulary.h"

namespace commonweal::analysis {
namespace {

// A year of every needed variable but one, required spend with the services given.
ensemble::Ensemble without(std::string_view left_out, const std::vector<std::string>& services) {
  std::vector<fabricated::Kept> kept;
  for (const std::string& name : needed_variables()) {
    if (name == left_out) continue;
    if (name != vocabulary::required_spend) kept.push_back({name, "", {1}});
  }
  for (const std::string& service : services) kept.push_back({"required spend", service, {1}});
  return fabricated::one_future({2012}, kept);
}

std::string checked(const ensemble::Ensemble& ensemble) {
  study::Study study;
  study.model = "model.mdl";
  base::Diagnostics diagnostics;
  check_model(ensemble, study, diagnostics);
  return diagnostics.render();
}

TEST(ModelCheck, PassesAModelThatSpeaksTheVocabulary) {
  EXPECT_EQ(checked(without("", {"children social care", "public health"})), "");
}

TEST(ModelCheck, NamesWhatTheModelLacksAndWhatNeedsIt) {
  EXPECT_EQ(checked(without("price index", {"public health"})),
            "model.mdl: error: the model has no 'price index[Service]', needed for what drives the growth "
            "[missing-model-variable]\n"
            "      = define 'price index[Service]' with the unit 1\n");
}

TEST(ModelCheck, RefusesAServiceThatCouldBeCareOrNot) {
  EXPECT_EQ(checked(without("", {"public health", "childrens social care"})),
            "model.mdl: error: 'childrens social care' of 'required spend' is no known service, so it cannot be told "
            "whether it is care [unknown-service]\n"
            "      = did you mean 'children social care'?\n");
}

TEST(Vocabulary, CountsThreeServicesAsCare) {
  EXPECT_TRUE(vocabulary::is_care("adult social care older"));
  EXPECT_TRUE(vocabulary::is_care("children social care"));
  EXPECT_FALSE(vocabulary::is_care("public health"));
  EXPECT_FALSE(vocabulary::is_service("adult social care"));
  EXPECT_EQ(vocabulary::care_services().size() + vocabulary::other_services().size(), 11u);
}

}  // namespace
}  // namespace commonweal::analysis

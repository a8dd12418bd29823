// SPDX-License-Identifier: Apache-2.0
// The conversation behind the live page, over the shipped model: it gives the figures of the command line, whatever was
// asked before.
#include "explore/session.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/source_text.h"
#include "report/headline_output.h"
#include "road/road.h"

namespace commonweal {
namespace {

using Json = nlohmann::ordered_json;

const std::string library = std::string(COMMONWEAL_ROOT) + "/domain/studies/barnet-library.toml";

Json answer(explore::Session& session, const Json& request) {
  return Json::parse(session.answer(request.dump()));
}

Json run(explore::Session& session, const std::string& text, int draws) {
  return answer(session, {{"do", "run"}, {"text", text}, {"draws", draws}});
}

/// The study's text, once it is open.
std::string opened(explore::Session& session) {
  const Json open = answer(session, {{"do", "open"}, {"study", library}});
  EXPECT_EQ(open["faults"], Json::array());
  return open["text"];
}

std::string with(std::string text, const std::string& part, const std::string& other) {
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  return text.replace(at, part.size(), other);
}

/// What `commonweal understand --draws N --json` says.
Json figures_of_the_road(const std::string& text, double draws) {
  base::Diagnostics diagnostics;
  road::Overrides overrides;
  overrides.draws = draws;
  const base::SourceText source(library, text);
  road::Journey way = road::travel(study::read(source, diagnostics), diagnostics, overrides);
  road::travel_on(way, {}, {.threads = 2}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  return Json::parse(report::headline_json(way.findings));
}

/// The HTML of one section of what a run gives; empty if it has none.
std::string section(const Json& run, const std::string& id) {
  for (const Json& one : run["sections"]) {
    if (one["id"] == id) return one["html"];
  }
  return "";
}

TEST(Session, GivesOneSectionWhereNoMoreIsLookedAt) {
  explore::Session session;
  const std::string text = opened(session);
  const Json whole = run(session, text, 32);
  for (const std::string id : {"short", "gap", "uncertainty"}) {
    const Json one = answer(session, {{"do", "run"}, {"text", text}, {"draws", 32}, {"only", id}});
    ASSERT_EQ(one["sections"].size(), 1U) << id;
    EXPECT_EQ(one["sections"][0]["html"], section(whole, id));
    EXPECT_EQ(one["outcome"], whole["outcome"]);
    EXPECT_FALSE(one.contains("figures"));
  }
  EXPECT_TRUE(answer(session, {{"do", "run"}, {"text", text}, {"only", "map"}})["sections"].empty());
  EXPECT_EQ(answer(session, {{"do", "run"}, {"text", text}, {"only", 3}})["faults"], Json::array());
}

TEST(Session, AnEditGivesWhatTheTextSaysIfItIsAsked) {
  explore::Session session;
  const std::string text = opened(session);
  const Json changes = Json::array({{{"policy", "re-ablement"}, {"intensity", 0.5}}});
  const Json alone = answer(session, {{"do", "edit"}, {"text", text}, {"changes", changes}});
  EXPECT_FALSE(alone.contains("sections"));
  const Json both =
      answer(session, {{"do", "edit"}, {"text", text}, {"changes", changes}, {"draws", 32}, {"only", "gap"}});
  EXPECT_EQ(both["text"], alone["text"]);
  const Json ran = answer(session, {{"do", "run"}, {"text", alone["text"]}, {"draws", 32}, {"only", "gap"}});
  EXPECT_EQ(both["sections"], ran["sections"]);
  EXPECT_EQ(both["outcome"], ran["outcome"]);
  EXPECT_EQ(ran["outcome"]["name"], "Your choices");
}

TEST(Session, SaysWhoPaysAndWhoGains) {
  explore::Session session;
  const std::string text = opened(session);
  const std::string values = std::string(COMMONWEAL_ROOT) + "/domain/appraisal/green-book-2022.toml";
  const auto gains = [&](const std::string& of, const std::string& by) {
    return answer(session, {{"do", "gains"}, {"text", of}, {"draws", 32}, {"values", by}});
  };
  const std::string before = gains(text, values)["section"]["html"];
  EXPECT_NE(before.find("id=\"agencies-re-ablement\""), std::string::npos);
  EXPECT_NE(before.find("Mean of 32 futures"), std::string::npos);
  EXPECT_EQ(before.find("id=\"agencies-yours\""), std::string::npos);
  const Json change = {{"policy", "joint-buying"}, {"intensity", 1}};
  const Json edited = answer(session, {{"do", "edit"}, {"text", text}, {"changes", {change}}});
  const std::string after = gains(edited["text"], values)["section"]["html"];
  EXPECT_LT(after.find("id=\"agencies-yours\""), after.find("id=\"agencies-re-ablement\""));  // one's own first
  EXPECT_EQ(gains(text, "nowhere.toml")["faults"].size(), 1U);
}

TEST(Session, BeginsInShortWithWhatOneHasChosen) {
  explore::Session session;
  const std::string text = opened(session);
  const Json before = run(session, text, 0);
  EXPECT_EQ(before["sections"].front()["id"], "short");
  EXPECT_EQ(section(before, "short").find("as you have chosen"), std::string::npos);
  const Json change = {{"policy", "re-ablement"}, {"intensity", 1}};
  const Json edited = answer(session, {{"do", "edit"}, {"text", text}, {"changes", {change}}});
  const std::string after = section(run(session, edited["text"], 64), "short");
  EXPECT_NE(after.find("If it is as you have chosen, care "), std::string::npos);
  EXPECT_NE(after.find("Modelled: Your choices"), std::string::npos);
  EXPECT_NE(after.find("In 8 of 10 futures of Your choices"), std::string::npos);
}

TEST(Session, SaysWhatTheStudyIs) {
  explore::Session session;
  const Json open = answer(session, {{"do", "open"}, {"study", library}});
  EXPECT_EQ(open["faults"], Json::array());
  EXPECT_EQ(open["place"], "Barnet");
  EXPECT_EQ(open["draws"], 256);
  EXPECT_EQ(open["scenarios"][1]["id"], "re-ablement");
  EXPECT_EQ(open["scenarios"][1]["last"], "2032-33");
}

TEST(Session, GivesTheFiguresOfTheRoadWhateverWasAskedBefore) {
  explore::Session session;
  const std::string text = opened(session);
  const std::string changed = with(text, "intensity = 0.8", "intensity = 0.35");
  const Json as_it_was = figures_of_the_road(text, 40), as_changed = figures_of_the_road(changed, 40);
  ASSERT_NE(as_it_was, as_changed);
  EXPECT_EQ(run(session, text, 16)["figures"], figures_of_the_road(text, 16));
  EXPECT_EQ(run(session, text, 40)["figures"], as_it_was);
  EXPECT_EQ(run(session, changed, 40)["figures"], as_changed);
  EXPECT_EQ(run(session, text, 16)["figures"], figures_of_the_road(text, 16));
  EXPECT_EQ(run(session, text, 40)["figures"], as_it_was);
}

TEST(Session, OtherChancesAreOtherFutures) {
  explore::Session session;
  const std::string text = opened(session), reseeded = with(text, "seed = 2012", "seed = 2013");
  EXPECT_EQ(run(session, text, 16)["figures"], figures_of_the_road(text, 16));
  EXPECT_EQ(run(session, reseeded, 16)["figures"], figures_of_the_road(reseeded, 16));
}

TEST(Session, AFaultOfTheTextNamesItsLineAndLosesNothing) {
  explore::Session session;
  const std::string text = opened(session);
  const Json before = run(session, text, 16);
  const Json faulty = run(session, with(text, "seed = 2012", "sead = 2012"), 16);
  ASSERT_EQ(faulty["faults"].size(), 1U) << faulty["faults"];
  EXPECT_EQ(faulty["faults"][0]["name"], "unknown-key");
  const std::string above = text.substr(0, text.find("seed = 2012"));
  EXPECT_EQ(faulty["faults"][0]["line"], std::ranges::count(above, '\n') + 1);
  EXPECT_FALSE(faulty.contains("figures"));
  EXPECT_EQ(run(session, text, 16), before);
}

TEST(Session, AFaultOfTheDesignLosesNothing) {
  explore::Session session;
  const std::string text = opened(session);
  const Json before = run(session, text, 16);
  const Json faulty = run(session, with(text, "\"loop R1 doom\"", "\"loop R1 dom\""), 16);
  EXPECT_FALSE(faulty["faults"].empty());
  EXPECT_EQ(run(session, text, 16), before);
}

TEST(Session, ShowsWhatElseTheStudyAsksFor) {
  explore::Session session;
  const std::string text = opened(session), asking = text + "\n[outputs]\nvariables = [\"Residents_Trust\"]\n";
  EXPECT_EQ(section(run(session, text, 0), "asked"), "");
  const std::string asked = section(run(session, asking, 0), "asked");
  EXPECT_NE(asked.find("Residents trust in "), std::string::npos) << asked.substr(0, 1000);
  EXPECT_NE(asked.find("<svg"), std::string::npos);
  EXPECT_NE(asked.find("Telecare"), std::string::npos);
}

TEST(Session, SaysWhatAChoiceDoesAndHowLikely) {
  explore::Session session;
  const Json sentences = run(session, opened(session), 16)["sentences"];
  ASSERT_FALSE(sentences.empty());
  EXPECT_EQ(sentences[0]["scenario"], "re-ablement");
  EXPECT_NE(sentences[0]["text"].get<std::string>().find("Re-ablement against Carry on"), std::string::npos);
  EXPECT_NE(sentences[0]["likelihood"].get<std::string>().find("futures"), std::string::npos);
}

TEST(Session, ACodeGivesTheSameTextInAnotherCopy) {
  explore::Session here, there;
  const std::string text = opened(here), changed = with(text, "intensity = 0.8", "intensity = 0.35");
  opened(there);
  const Json code = answer(here, {{"do", "code"}, {"text", changed}});
  EXPECT_EQ(answer(there, {{"do", "decode"}, {"code", code["code"]}})["text"], changed);
}

TEST(Session, ACodeFitsAnotherCopyAfterTheChangedTextWasOpened) {
  explore::Session here, there;
  const std::string text = opened(here), changed = with(text, "intensity = 0.8", "intensity = 0.35");
  opened(there);
  EXPECT_EQ(answer(here, {{"do", "open"}, {"study", library}, {"text", changed}})["text"], changed);
  const Json code = answer(here, {{"do", "code"}, {"text", changed}});
  EXPECT_EQ(answer(there, {{"do", "decode"}, {"code", code["code"]}})["text"], changed);
}

TEST(Session, ACodeThatHoldsAFaultIsRefusedWithItsLine) {
  explore::Session session;
  const std::string text = opened(session), faulty = with(text, "seed = 2012", "sead = 2012");
  const Json code = answer(session, {{"do", "code"}, {"text", faulty}});
  const Json decoded = answer(session, {{"do", "decode"}, {"code", code["code"]}});
  EXPECT_FALSE(decoded.contains("text"));
  ASSERT_EQ(decoded["faults"].size(), 1U);
  EXPECT_EQ(decoded["faults"][0]["name"], "unknown-key");
}

TEST(Session, WhatIsNoRequestIsSaidToBeNone) {
  explore::Session session;
  EXPECT_EQ(Json::parse(session.answer("{"))["faults"][0]["message"], "it is no JSON object");
  EXPECT_EQ(Json::parse(session.answer("{"))["faults"][0]["name"], "bad-request");
  EXPECT_EQ(answer(session, {{"do", "rum"}})["faults"][0]["hint"], "did you mean 'run'?");
  EXPECT_EQ(answer(session, Json::object())["faults"][0]["message"], "it has no text 'do'");
  EXPECT_EQ(run(session, "", 16)["faults"][0]["message"], "no study has been opened");
}

}  // namespace
}  // namespace commonweal

// SPDX-License-Identifier: Apache-2.0
#include "explore/session.h"

#include <cstdint>
#include <optional>

#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/text.h"
#include "explore/consequences.h"
#include "explore/edit_study.h"
#include "explore/json_text.h"
#include "explore/known_study.h"
#include "explore/levers.h"
#include "explore/own_outcome.h"
#include "explore/scenario_code.h"
#include "explore/view_gains.h"
#include "explore/views.h"
#include "report/headline_output.h"
#include "road/origin.h"

namespace commonweal::explore {

namespace {

using Json = nlohmann::ordered_json;

Json faults_json(const base::Diagnostics& diagnostics) {
  Json faults = Json::array();
  for (const base::Diagnostic& fault : diagnostics.all()) {
    base::Diagnostics one;
    if (fault.severity == base::Severity::warning) continue;
    one.error(fault.name, fault.position, fault.message, fault.hint);
    faults.push_back({{"name", fault.name},
                      {"message", fault.message},
                      {"hint", fault.hint},
                      {"file", fault.position.path},
                      {"line", fault.position.line},
                      {"column", fault.position.column},
                      {"text", one.render()}});
  }
  return faults;
}

Json scenarios_json(const study::Study& study) {
  Json scenarios = Json::array();
  for (const study::Scenario& scenario : study.scenarios) {
    scenarios.push_back({{"id", scenario.id},
                         {"name", scenario.name},
                         {"clause", scenario.clause},
                         {"description", scenario.description},
                         {"bound_of", scenario.bound_of},
                         {"place", scenario.place},
                         {"first", scenario.first.text()},
                         {"last", scenario.last.text()}});
  }
  return scenarios;
}

Json years_json(const study::Scenario& scenario) {
  Json years = Json::array();
  for (base::FinancialYear year = scenario.first; year <= scenario.last; year = year + 1) years.push_back(year.text());
  return years;
}

/// In the order in which the framework has them.
Json families_json() {
  return Json::array({{{"id", "buy"}, {"title", "What is bought"}},
                      {{"id", "do"}, {"title", "How things are done"}},
                      {{"id", "change"}, {"title", "What is changed with people"}},
                      {{"id", "system"}, {"title", "How the system works"}}});
}

Json sentences_json(const analysis::Findings& findings) {
  Json sentences = Json::array();
  for (const Consequence& each : consequences(findings)) {
    sentences.push_back({{"scenario", each.scenario_id}, {"text", each.text}, {"likelihood", each.likelihood}});
  }
  return sentences;
}

std::string sections_text(const Json& sections) {
  std::string text;
  for (const Json& section : sections) {
    text += text.empty() ? "[{" : ",{";
    for (const auto& [key, value] : section.items()) {
      if (!text.ends_with('{')) text += ',';
      text += json_text(key) + ':' + json_text(value.get_ref<const std::string&>());
    }
    text += '}';
  }
  return text.empty() ? "[]" : text + ']';
}

/// What a request that is none is told.
base::Position of_request() {
  return base::Position::file("the request");
}

/// What is said to a request.
struct Answer {
  Json members = Json::object();
  std::string written;  ///< further members, as JSON; empty: none. Reading it to write it again would take a while
};

}  // namespace

class Session::State {
 public:
  Answer answer(const Json& request, base::Diagnostics& diagnostics) {
    const std::string what = text_of(request, "do", diagnostics);
    if (what == "open") return {open(request, diagnostics), ""};
    if (what == "edit") return edit(request, diagnostics);
    if (what == "run") return run(request, diagnostics);
    if (what == "gains") return {gains(request, diagnostics), ""};
    if (what == "code") return {code(request, diagnostics), ""};
    if (what == "decode") return {decode(request, diagnostics), ""};
    if (!diagnostics.has_errors()) {
      diagnostics.error("bad-request", of_request(), "'" + what + "' is nothing that can be asked",
                        base::suggestion(what, {"open", "edit", "run", "gains", "code", "decode"}));
    }
    return {};
  }

 private:
  static std::string text_of(const Json& request, const char* key, base::Diagnostics& diagnostics) {
    if (request.is_object() && request.contains(key) && request[key].is_string()) return request[key];
    diagnostics.error("bad-request", of_request(), std::string("it has no text '") + key + "'");
    return "";
  }

  Json open(const Json& request, base::Diagnostics& diagnostics) {
    const std::filesystem::path path = text_of(request, "study", diagnostics);
    if (diagnostics.has_errors()) return Json::object();
    const bool is_changed = request.contains("text");
    const base::SharedSource source =
        is_changed ? std::make_shared<const base::SourceText>(path.string(), text_of(request, "text", diagnostics))
                   : base::read_text(path, diagnostics);
    if (source == nullptr || diagnostics.has_errors()) return Json::object();
    const road::Journey* way = known_.findings(*source, 0, diagnostics);
    if (way == nullptr) return Json::object();
    if (!is_changed || path != path_) opened_ = std::string(source->text());
    path_ = path;
    return {{"id", way->study.id},
            {"title", way->study.title},
            {"question", way->study.scope.question},
            {"place", way->findings.headline.place},
            {"years", years_json(*way->study.scenarios.begin())},
            {"families", families_json()},
            {"scenarios", scenarios_json(way->study)},
            {"levers", levers_json(*way)},
            {"draws", way->study.uncertainty ? way->study.uncertainty->draws : 0},
            {"text", source->text()}};
  }

  /// What a request has to say of a study that has been opened.
  std::string text_for_open_study(const Json& request, const char* key, base::Diagnostics& diagnostics) const {
    std::string text = text_of(request, key, diagnostics);
    if (path_.empty()) diagnostics.error("bad-request", of_request(), "no study has been opened");
    return text;
  }

  Answer edit(const Json& request, base::Diagnostics& diagnostics) {
    std::string text = text_for_open_study(request, "text", diagnostics);
    if (diagnostics.has_errors()) return {};
    const base::SourceText source(path_.string(), std::move(text));
    const study::Study study = known_.read(source, diagnostics);
    if (diagnostics.has_errors()) return {};
    const Changed changes = changed(study, request.value("changes", Json()), diagnostics);
    if (diagnostics.has_errors()) return {};
    std::string result = edited(source, study, changes);
    known_.read({path_.string(), result}, diagnostics);
    if (diagnostics.has_errors()) return {};
    Answer answer = request.contains("draws") ? run_text(result, request, diagnostics) : Answer();
    if (!diagnostics.has_errors()) answer.members["text"] = std::move(result);
    return answer;
  }

  static std::optional<std::uint64_t> draws_of(const Json& request) {
    if (!request.contains("draws") || !request["draws"].is_number_unsigned()) return std::nullopt;
    return request["draws"].get<std::uint64_t>();
  }

  static std::string only_of(const Json& request) {
    const bool is_said = request.contains("only") && request["only"].is_string();
    return is_said ? request["only"].get<std::string>() : "";
  }

  Json gains(const Json& request, base::Diagnostics& diagnostics) {
    std::string text = text_for_open_study(request, "text", diagnostics);
    const std::filesystem::path values = text_of(request, "values", diagnostics);
    if (diagnostics.has_errors()) return Json::object();
    const appraisal::Valuation valuation = appraisal::read_valuation(values, diagnostics);
    const road::Journey* way = known_.settled({path_.string(), std::move(text)}, draws_of(request), diagnostics);
    if (way == nullptr || diagnostics.has_errors()) return Json::object();
    const report::Part part = gains_part(*way, valuation, diagnostics);
    if (diagnostics.has_errors()) return Json::object();
    return {{"section", section_json(part)}};
  }

  Answer run(const Json& request, base::Diagnostics& diagnostics) {
    std::string text = text_for_open_study(request, "text", diagnostics);
    return diagnostics.has_errors() ? Answer() : run_text(std::move(text), request, diagnostics);
  }

  /// What is said of a text, from as many draws and in as many sections as a request wants.
  Answer run_text(std::string text, const Json& request, base::Diagnostics& diagnostics) {
    const road::Journey* way = known_.findings({path_.string(), std::move(text)}, draws_of(request), diagnostics);
    if (way == nullptr) return {};
    const std::string only = only_of(request);
    Answer answer{{{"draws", way->draws.draws},
                   {"outcome", own_outcome_json(way->findings)},
                   {"sentences", sentences_json(way->findings)}},
                  "\"sections\":" + sections_text(sections_json(*way, only))};
    if (only.empty()) answer.written += ",\"figures\":" + report::headline_json(way->findings, report::Layout::dense);
    return answer;
  }

  Json code(const Json& request, base::Diagnostics& diagnostics) const {
    const std::string text = text_for_open_study(request, "text", diagnostics);
    if (diagnostics.has_errors()) return Json::object();
    return {{"code", scenario_code(opened_, text)}};
  }

  Json decode(const Json& request, base::Diagnostics& diagnostics) {
    const std::string code = text_for_open_study(request, "code", diagnostics);
    if (diagnostics.has_errors()) return Json::object();
    std::optional<std::string> text = text_of_code(opened_, code, diagnostics);
    if (!text) return Json::object();
    known_.read({path_.string(), *text}, diagnostics);  // a code of sound letters may hold an unsound study
    if (diagnostics.has_errors()) return Json::object();
    return {{"text", std::move(*text)}};
  }

  std::filesystem::path path_;  ///< of the study that was opened; names in its text are relative to it
  std::string opened_;          ///< its text, as its author left it: what codes are differences from
  KnownStudy known_;
};

Session::Session() : state_(std::make_unique<State>()) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

std::string Session::answer(std::string_view request) {
  base::Diagnostics diagnostics;
  const Json asked = Json::parse(request, nullptr, false);
  Answer answer;
  if (asked.is_object()) {
    answer = state_->answer(asked, diagnostics);
  } else {
    diagnostics.error("bad-request", of_request(), "it is no JSON object");
  }
  answer.members["faults"] = faults_json(diagnostics);
  std::string text = answer.members.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (!answer.written.empty()) text.replace(text.size() - 1, 1, "," + answer.written + "}");
  return text;
}

}  // namespace commonweal::explore

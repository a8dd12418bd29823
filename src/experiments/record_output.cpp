// SPDX-License-Identifier: Apache-2.0
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "experiments/record.h"

namespace commonweal::experiments {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Belief& belief) {
  return fmt::format("{:.3g}, 8 of 10 from {:.3g} to {:.3g}", belief.centre(), belief.low(), belief.high());
}

Json json_of(const Belief& belief) {
  return {{"low", belief.low()}, {"central", belief.centre()}, {"high", belief.high()}};
}

std::string_view word_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::stop: return "stop";
    case Verdict::scale: return "scale";
    case Verdict::neither: return "neither";
  }
  return "";
}

std::string_view in_words(Verdict verdict) {
  switch (verdict) {
    case Verdict::stop: return "the rule to stop is met: give it up";
    case Verdict::scale: return "the rule to scale is met: do it everywhere";
    case Verdict::neither: return "no rule is met: the trial settles nothing";
  }
  return "";
}

}  // namespace

std::string text(const Record& record) {
  const study::Policy& policy = *record.prospect.policy;
  const study::Pilot& pilot = *policy.pilot;
  const evidence::Entry &old_row = *record.prospect.entry, &row = record.row;
  std::string text = fmt::format("{} ({}), {} to {}: {}\n", policy.title, policy.id, record.result.first,
                                 record.result.last, in_words(record.verdict));
  auto out = std::back_inserter(text);
  fmt::format_to(out, "  the rules are as they were fixed: {}\n", record.result.rules.text);
  if (record.result.people < pilot.people) {
    fmt::format_to(out, "  smaller than planned: {} people of {}\n", base::grouped(record.result.people, 0),
                   base::grouped(pilot.people, 0));
  }
  fmt::format_to(out, "\n{} ({})\n", pilot.constant.text, row.unit);
  fmt::format_to(out, "  before   {}\n", text_of(record.prospect.before));
  fmt::format_to(out, "  seen     {}\n", text_of(record.seen));
  fmt::format_to(out, "  together {}\n", text_of(record.after));
  fmt::format_to(out, "\nThe row '{}' of the register, graded {}, {}\n", old_row.id, old_row.grade,
                 record.is_new ? fmt::format("is of all elements and stays; one of its own begins, '{}':", row.id)
                               : "would become:");
  fmt::format_to(out, "  {} ({} to {}), {}, graded {}\n", base::shortest(row.central), base::shortest(*row.low),
                 base::shortest(*row.high), row.distribution, row.grade);
  fmt::format_to(out, "  {}\n", row.note);
  return text;
}

std::string json(const Record& record) {
  const evidence::Entry& row = record.row;
  const Json all = {{"policy", record.prospect.policy->id},
                    {"rules", record.result.rules.text},
                    {"verdict", word_of(record.verdict)},
                    {"constant", record.prospect.policy->pilot->constant.text},
                    {"taken", in_words(record.after.scale)},
                    {"before", json_of(record.prospect.before)},
                    {"seen", json_of(record.seen)},
                    {"together", json_of(record.after)},
                    {"row",
                     {{"id", row.id},
                      {"is_new", record.is_new},
                      {"central", row.central},
                      {"low", *row.low},
                      {"high", *row.high},
                      {"distribution", row.distribution},
                      {"grade", row.grade},
                      {"source", row.source},
                      {"note", row.note}}}};
  return all.dump(2) + "\n";
}

}  // namespace commonweal::experiments

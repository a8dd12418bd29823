// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/csv.h"
#include "base/text.h"
#include "review/review.h"

namespace commonweal::review {

namespace {

using Json = nlohmann::ordered_json;

Json row_json(const ScoreRow& row) {
  return {{"method", row.method},
          {"conditional", row.is_conditional},
          {"service", row.service},
          {"year", row.year},
          {"crps", json_of(row.crps.mean)},
          {"crps_low", json_of(row.crps.low)},
          {"crps_high", json_of(row.crps.high)},
          {"crps_million", json_of(row.crps_million)},
          {"coverage80", json_of(row.coverage80)},
          {"figures", row.figures}};
}

std::string csv_line_of(const ScoreRow& row) {
  const auto number = [](double value) { return std::isfinite(value) ? base::shortest(value) : ""; };
  return base::csv_line({row.method, row.is_conditional ? "1" : "0", row.kind, row.service, row.year,
                         number(row.crps.mean), number(row.crps.low), number(row.crps.high), number(row.crps_million),
                         number(row.coverage80), std::to_string(row.figures)});
}

const ScoreRow* find(const Review& review, const std::string& method, std::string_view service, std::string_view year) {
  for (const ScoreRow& row : review.scores) {
    if (row.method == method && row.service == service && row.year == year) return &row;
  }
  return nullptr;
}

/// A method's line: its score on each judged service and together, as per cent of spend, and how often its range held.
std::string line_of(const Review& review, const ScoreRow& pooled) {
  std::string line = fmt::format("{:<42}", pooled.method);
  for (std::size_t service = 0; service < services.size(); ++service) {
    const ScoreRow* row = find(review, pooled.method, services[service], "pooled");
    fmt::format_to(std::back_inserter(line), "{:>8.1f}", row == nullptr ? std::nan("") : 100 * row->crps.mean);
  }
  return line + fmt::format("{:>9.2f}  {:>5.2f}-{:<5.2f}{:>8.0f}%\n", 100 * pooled.crps.mean, 100 * pooled.crps.low,
                            100 * pooled.crps.high, 100 * pooled.coverage80);
}

std::string care_line(const Review& review, const std::string& method) {
  std::string line = fmt::format("{:<42}", method);
  for (const CareShareRow& row : review.care_shares) {
    if (row.method == method) fmt::format_to(std::back_inserter(line), "{:>9.1f}", 100 * row.mean_absolute_error);
  }
  return line + "\n";
}

}  // namespace

std::string json(const Review& review, const Provenance& made_of) {
  Json scores = Json::array(), by_class = Json::array(), shares = Json::array();
  for (const ScoreRow& row : review.scores) scores.push_back(row_json(row));
  for (const ScoreRow& row : review.scores_by_kind) {
    Json& of_class = by_class.emplace_back(Json{{"class", row.kind}});
    of_class.update(row_json(row));
  }
  for (const CareShareRow& row : review.care_shares) {
    shares.push_back({{"method", row.method},
                      {"conditional", row.is_conditional},
                      {"year", row.year},
                      {"mean_absolute_error", json_of(row.mean_absolute_error)},
                      {"mean_change_seen", json_of(row.mean_change_seen)}});
  }
  Json whole = json_of(made_of);
  whole.update(Json{{"from", review.from.text()},
                    {"to", review.to.text()},
                    {"councils", review.councils},
                    {"left_out", review.left_out},
                    {"adjusted", review.adjusted},
                    {"scores", std::move(scores)},
                    {"scores_by_class", std::move(by_class)},
                    {"care_share", std::move(shares)}});
  return whole.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string csv(const Review& review) {
  std::string table = base::csv_line({"method", "conditional", "class", "service", "year", "crps", "crps_low",
                                      "crps_high", "crps_million", "coverage80", "figures"});
  for (const ScoreRow& row : review.scores) table += csv_line_of(row);
  for (const ScoreRow& row : review.scores_by_kind) table += csv_line_of(row);
  return table;
}

std::string text(const Review& review) {
  std::string text = fmt::format("Forecasts made in {} for the years to {}, {} that run care\n", review.from.text(),
                                 review.to.text(), base::counted(review.councils, "council"));
  for (const std::string& sentence : review.adjusted) text += sentence + "\n";
  for (const std::string& who : review.left_out) text += "Left out: " + who + "\n";
  text += fmt::format(
      "\nCRPS as % of a service's spend at the origin (0 is perfect), mean over councils and years\n{:<42}", "");
  for (const char* name : {"adults", "child.", "roads", "housing", "culture", "environ", "plan.", "central"}) {
    text += fmt::format("{:>8}", name);
  }
  text += fmt::format("{:>9}  {:<11}{:>9}\n", "judged", "95 of 100", "in 80%");
  for (const bool conditional : {false, true}) {
    text += conditional ? "Told the total that was spent:\n" : "Told nothing after the origin:\n";
    for (const ScoreRow& row : review.scores) {
      if (row.service == "pooled" && row.year == "pooled" && row.is_conditional == conditional)
        text += line_of(review, row);
    }
  }
  text += "\nShare of care: mean absolute error in percentage points, year by year\n";
  std::string last;
  for (const CareShareRow& row : review.care_shares) {
    if (row.method != last) text += care_line(review, row.method);
    last = row.method;
  }
  return text + "Judged: adults, children, roads, culture, environment. The others swing with how they are booked.\n";
}

}  // namespace commonweal::review

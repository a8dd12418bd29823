// SPDX-License-Identifier: Apache-2.0
#include "review/review.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "random/stream.h"

namespace commonweal::review {
namespace {

/// Councils whose services go their own ways, by chance.
History history_of(std::size_t councils, std::size_t years) {
  History history;
  history.first = {2011};
  history.years = years;
  for (std::size_t number = 0; number < councils; ++number) {
    Council council{"E" + std::to_string(number),
                    "Council " + std::to_string(number),
                    number % 2 == 0 ? "county" : "unitary authority",
                    {}};
    const random::Stream stream(1, council.code);
    for (std::size_t year = 0; year < years; ++year) {
      auto& spend = council.spend.emplace_back();
      for (std::size_t service = 0; service < services.size(); ++service) {
        spend[service] = 10 + 5 * static_cast<double>(service) + 4 * stream.uniform(service, static_cast<int>(year));
      }
    }
    history.councils.push_back(council);
  }
  return history;
}

TEST(Crps, of_a_normal_forecast_is_what_many_draws_give) {
  // mean |X - y| - mean |X - X'| / 2 over a fine grid of quantiles.
  const Forecast forecast{2, 3};
  for (const double seen : {-4.0, 2.0, 9.5}) {
    const int count = 2000;
    std::vector<double> draws;
    for (int i = 0; i < count; ++i) {
      double low = -10, high = 10;
      for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2;
        (std::erfc(-middle / std::sqrt(2.0)) / 2 < (i + 0.5) / count ? low : high) = middle;
      }
      draws.push_back(forecast.mean + forecast.deviation * low);
    }
    double far = 0, apart = 0;
    for (const double draw : draws) far += std::abs(draw - seen) / count;
    for (int i = 0; i < count; ++i) apart += (2.0 * i + 1 - count) * draws[static_cast<std::size_t>(i)] / count / count;
    EXPECT_NEAR(crps(forecast, seen), far - apart, 0.005) << seen;
  }
}

TEST(Crps, of_a_certain_forecast_is_its_error) {
  EXPECT_EQ(crps({5, 0}, 2), 3);
  EXPECT_TRUE(is_covered80({5, 0}, 5));
  EXPECT_FALSE(is_covered80({5, 0}, 5.1));
}

TEST(Coverage, is_of_the_middle_eight_tenths) {
  EXPECT_TRUE(is_covered80({0, 1}, 1.28));
  EXPECT_FALSE(is_covered80({0, 1}, 1.29));
}

RC_GTEST_PROP(Rivals, know_nothing_of_what_came_after_the_origin, ()) {
  const std::size_t origin = 2, years = 5;
  const History history = history_of(6, years);
  History changed = history;
  const auto council = *rc::gen::inRange<std::size_t>(0, 6),
             service = *rc::gen::inRange<std::size_t>(0, services.size());
  const auto year = *rc::gen::inRange<std::size_t>(origin + 1, years);
  changed.councils[council].spend[year][service] *= 7;
  for (const Method& method : rivals()) {
    if (method.is_conditional) continue;
    const auto before = forecast(history, origin, years - 1 - origin, method.name);
    const auto after = forecast(changed, origin, years - 1 - origin, method.name);
    for (std::size_t number = 0; number < before.size(); ++number) {
      for (std::size_t ahead = 0; ahead < before[number].size(); ++ahead) {
        for (std::size_t one = 0; one < services.size(); ++one) {
          RC_ASSERT(before[number][ahead][one].mean == after[number][ahead][one].mean);
          RC_ASSERT(before[number][ahead][one].deviation == after[number][ahead][one].deviation);
        }
      }
    }
  }
}

RC_GTEST_PROP(Rivals, that_are_told_the_total_use_nothing_else_of_it, ()) {
  const std::size_t origin = 2, years = 4;
  History history = history_of(4, years), swapped = history;
  // The same total, otherwise shared.
  for (Council& council : swapped.councils) std::swap(council.spend[3][0], council.spend[3][5]);
  for (const Method& method : rivals()) {
    if (!method.is_conditional) continue;
    const auto one = forecast(history, origin, 1, method.name), other = forecast(swapped, origin, 1, method.name);
    for (std::size_t number = 0; number < one.size(); ++number) {
      double sum = 0;
      for (std::size_t service = 0; service < services.size(); ++service) {
        RC_ASSERT(std::abs(one[number][0][service].mean - other[number][0][service].mean) < 1e-9);
        sum += one[number][0][service].mean;
      }
      RC_ASSERT(std::abs(sum - history.councils[number].total(3)) < 1e-9);
    }
  }
}

TEST(Review, of_a_perfect_forecast_scores_nothing_and_is_always_covered) {
  const History history = history_of(5, 4);
  Entrant perfect{{"perfect", true, ""}, {}};
  for (const Council& council : history.councils) {
    Forecasts& forecasts = perfect.forecasts.emplace_back(1);
    for (std::size_t service = 0; service < services.size(); ++service)
      forecasts[0][service] = {council.spend[3][service], 0};
  }
  const Review result = review(history, {2013}, {perfect});
  ASSERT_FALSE(result.scores.empty());
  EXPECT_EQ(result.scores.front().service, "pooled");
  EXPECT_EQ(result.scores.front().crps.mean, 0);
  EXPECT_EQ(result.scores.front().coverage80, 1);
  EXPECT_EQ(result.scores.front().figures, 25U);  // five councils, five judged services, one year
  EXPECT_EQ(result.care_shares.front().mean_absolute_error, 0);
}

TEST(Review, tells_each_service_and_year_and_all_together) {
  const History history = history_of(5, 4);
  std::vector<Entrant> entrants;
  for (const Method& method : rivals()) entrants.push_back({method, forecast(history, 1, 2, method.name)});
  const Review result = review(history, {2012}, entrants);
  EXPECT_EQ(result.scores.size(), rivals().size() * (services.size() + 1) * 3);
  EXPECT_EQ(result.scores_by_kind.size(), rivals().size() * (services.size() + 1) * 2);
  EXPECT_EQ(result.scores_by_kind.front().kind, "county");
  EXPECT_EQ(result.scores_by_kind.front().figures, 3U * 5 * 2);  // counties, judged services, years
  EXPECT_EQ(result.to.text(), "2014-15");
  const std::string as_json = json(result, {}), as_text = text(result);
  for (const char* part : {"\"method\": \"persistence\"", "\"coverage80\"", "\"crps\"", "\"year\": \"2014-15\""}) {
    EXPECT_NE(as_json.find(part), std::string::npos) << part;
  }
  const std::string as_csv = csv(result);
  EXPECT_EQ(std::ranges::count(as_csv, '\n'),
            static_cast<std::ptrdiff_t>(1 + result.scores.size() + result.scores_by_kind.size()));
  EXPECT_TRUE(
      as_csv.starts_with("method,conditional,class,service,year,crps,crps_low,crps_high,crps_million,coverage80,"
                         "figures\r\npersistence,0,,pooled,pooled,"))
      << as_csv;
  EXPECT_NE(as_csv.find("\r\nown drift,0,county,housing,pooled,"), std::string::npos);
  EXPECT_NE(as_text.find("national drift scaled to the known total"), std::string::npos);
}

TEST(ScoreOf, has_a_range_that_holds_the_mean_and_passes_over_what_is_unknown) {
  const std::vector<double> values = {1, 2, 3, 4, std::nan("")};
  const Score score = score_of(values, 0);
  EXPECT_EQ(score.mean, 2.5);
  EXPECT_LT(score.low, 2.5);
  EXPECT_GT(score.high, 2.5);
  EXPECT_EQ(score_of(values, 0).low, score.low);
  EXPECT_TRUE(std::isnan(score_of({}, 0).mean));
}

}  // namespace
}  // namespace commonweal::review

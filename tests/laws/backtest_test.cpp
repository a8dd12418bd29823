// SPDX-License-Identifier: Apache-2.0
// The shipped model as a forecaster knows nothing that it was not told.
#include <cmath>

#include <gtest/gtest.h>

#include "public_services.h"
#include "review/model_forecast.h"

namespace commonweal::laws {
namespace {

constexpr std::size_t origin = 2, horizon = 2;
constexpr base::FinancialYear from{2013};

/// Three councils of different sizes, whose services go different ways.
review::History some_history() {
  review::History history;
  history.first = {2011};
  history.years = origin + 1 + horizon;
  for (const double size : {1.0, 3.0, 0.4}) {
    review::Council& council = history.councils.emplace_back();
    council.name = "Council";
    council.kind = "county";
    for (std::size_t year = 0; year < history.years; ++year) {
      auto& spend = council.spend.emplace_back();
      for (std::size_t service = 0; service < spend.size(); ++service) {
        const double slope = 0.02 * static_cast<double>(service) - 0.08;
        spend[service] = size * static_cast<double>(10 + service) * (1 + slope * static_cast<double>(year));
      }
    }
  }
  return history;
}

std::vector<review::Entrant> entrants_of(const review::History& history) {
  base::Diagnostics diagnostics;
  auto entrants = review::model_entrants(history, from, shipped_program(), diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  return entrants;
}

void expect_same(const review::Entrant& one, const review::Entrant& other) {
  for (std::size_t council = 0; council < one.forecasts.size(); ++council) {
    for (std::size_t ahead = 0; ahead < horizon; ++ahead) {
      for (std::size_t service = 0; service < review::services.size(); ++service) {
        const review::Forecast &left = one.forecasts[council][ahead][service],
                               &right = other.forecasts[council][ahead][service];
        EXPECT_EQ(left.mean, right.mean) << one.method.name << ' ' << review::services[service];
        EXPECT_EQ(left.deviation, right.deviation) << one.method.name << ' ' << review::services[service];
      }
    }
  }
}

TEST(ModelForecast, told_nothing_is_moved_by_no_figure_after_the_origin) {
  review::History changed = some_history();
  for (review::Council& council : changed.councils) {
    for (std::size_t year = origin + 1; year < changed.years; ++year) {
      for (double& spend : council.spend[year]) spend *= 7;
    }
  }
  const auto before = entrants_of(some_history()), after = entrants_of(changed);
  ASSERT_EQ(before.size(), 4U);
  for (std::size_t way = 0; way < before.size(); ++way) {
    if (!before[way].method.is_conditional) expect_same(before[way], after[way]);
  }
}

TEST(ModelForecast, told_the_total_shares_it_out_and_knows_no_more) {
  const review::History history = some_history();
  review::History swapped = history;
  // The same total, to the bit, shared otherwise.
  for (review::Council& council : swapped.councils) {
    for (std::size_t year = origin + 1; year < swapped.years; ++year) council.spend[year].fill(32);
  }
  review::History shared = swapped;
  for (review::Council& council : shared.councils) {
    for (std::size_t year = origin + 1; year < shared.years; ++year) {
      council.spend[year][0] = 48;
      council.spend[year][4] = 16;
    }
  }
  const auto one = entrants_of(swapped), other = entrants_of(shared);
  for (std::size_t way = 0; way < one.size(); ++way) {
    if (!one[way].method.is_conditional) continue;
    expect_same(one[way], other[way]);
    for (const review::Forecasts& forecasts : one[way].forecasts) {
      double sum = 0;
      for (const review::Forecast& forecast : forecasts[0]) sum += forecast.mean;
      EXPECT_NEAR(sum, 8 * 32, 1e-9);
    }
  }
}

}  // namespace
}  // namespace commonweal::laws

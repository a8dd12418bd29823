// SPDX-License-Identifier: Apache-2.0
#include "review/review.h"

#include <cmath>
#include <functional>
#include <limits>
#include <set>

namespace commonweal::review {

namespace {

constexpr std::uint64_t bootstrap_seed = 2012;

/// Which figures a row is about.
struct Cut {
  std::string service, year, kind;
  std::function<bool(std::size_t service, std::size_t ahead)> counts;
};

std::vector<Cut> cuts_of(base::FinancialYear from, std::size_t horizon) {
  std::vector<Cut> cuts;
  const auto year_name = [&](std::size_t ahead) { return (from + static_cast<int>(ahead)).text(); };
  cuts.push_back({"pooled", "pooled", "", [](std::size_t service, std::size_t) { return is_judged(service); }});
  for (std::size_t ahead = 1; ahead <= horizon; ++ahead) {
    cuts.push_back({"pooled", year_name(ahead), "",
                    [ahead](std::size_t service, std::size_t at) { return is_judged(service) && at == ahead; }});
  }
  for (std::size_t one = 0; one < services.size(); ++one) {
    cuts.push_back(
        {std::string(services[one]), "pooled", "", [one](std::size_t service, std::size_t) { return service == one; }});
    for (std::size_t ahead = 1; ahead <= horizon; ++ahead) {
      cuts.push_back({std::string(services[one]), year_name(ahead), "",
                      [one, ahead](std::size_t service, std::size_t at) { return service == one && at == ahead; }});
    }
  }
  return cuts;
}

/// The rows of all years again, for each class of councils.
std::vector<Cut> cuts_by_kind(const History& history, const std::vector<Cut>& cuts) {
  std::set<std::string> kinds;
  for (const Council& council : history.councils) kinds.insert(council.kind);
  std::vector<Cut> by_kind;
  for (const std::string& kind : kinds) {
    for (const Cut& cut : cuts) {
      if (cut.year == "pooled") by_kind.push_back({cut.service, cut.year, kind, cut.counts});
    }
  }
  return by_kind;
}

/// One row: scores are taken together council by council first, so that whole councils can be resampled.
ScoreRow row_of(const History& history, std::size_t origin, std::size_t horizon, const Entrant& entrant,
                const Cut& cut) {
  ScoreRow row{
      std::string(entrant.method.name), entrant.method.is_conditional, cut.service, cut.year, cut.kind, {}, 0, 0, 0};
  std::vector<double> of_councils;
  double covered = 0, million = 0;
  for (std::size_t number = 0; number < history.councils.size(); ++number) {
    const Council& council = history.councils[number];
    if (!cut.kind.empty() && council.kind != cut.kind) continue;
    double sum = 0, count = 0;
    for (std::size_t ahead = 1; ahead <= horizon; ++ahead) {
      for (std::size_t service = 0; service < services.size(); ++service) {
        if (!cut.counts(service, ahead)) continue;
        const Forecast& forecast = entrant.forecasts[number][ahead - 1][service];
        const double seen = council.spend[origin + ahead][service];
        const double missed = crps(forecast, seen);
        sum += missed / size_of(council, origin, service);
        million += missed;
        covered += is_covered80(forecast, seen) ? 1 : 0;
        ++count;
      }
    }
    row.figures += static_cast<std::size_t>(count);
    of_councils.push_back(count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN());
  }
  row.crps = score_of(of_councils, bootstrap_seed);
  row.crps_million = million / static_cast<double>(row.figures);
  row.coverage80 = covered / static_cast<double>(row.figures);
  return row;
}

template <typename AmountOf>
double care_share(const AmountOf& amount_of) {
  double care = 0, all = 0;
  for (std::size_t service = 0; service < services.size(); ++service) {
    const double amount = amount_of(service);
    all += amount;
    if (service < care_services) care += amount;
  }
  return all > 0 ? care / all : std::numeric_limits<double>::quiet_NaN();
}

CareShareRow care_row(const History& history, std::size_t origin, std::size_t ahead, base::FinancialYear from,
                      const Entrant& entrant) {
  CareShareRow row{std::string(entrant.method.name), entrant.method.is_conditional,
                   (from + static_cast<int>(ahead)).text(), 0, 0};
  double count = 0;
  for (std::size_t number = 0; number < history.councils.size(); ++number) {
    const Council& council = history.councils[number];
    const double expected =
        care_share([&](std::size_t service) { return entrant.forecasts[number][ahead - 1][service].mean; });
    const double seen = care_share([&](std::size_t service) { return council.spend[origin + ahead][service]; });
    const double before = care_share([&](std::size_t service) { return council.spend[origin][service]; });
    if (std::isnan(expected) || std::isnan(seen) || std::isnan(before)) continue;
    row.mean_absolute_error += std::abs(expected - seen);
    row.mean_change_seen += seen - before;
    ++count;
  }
  row.mean_absolute_error /= count;
  row.mean_change_seen /= count;
  return row;
}

}  // namespace

Review review(const History& history, base::FinancialYear from, const std::vector<Entrant>& entrants) {
  Review result;
  const auto origin = static_cast<std::size_t>(from.start - history.first.start);
  const std::size_t horizon = history.years - 1 - origin;
  result.from = from;
  result.to = from + static_cast<int>(horizon);
  result.councils = history.councils.size();
  result.left_out = history.left_out;
  result.adjusted = history.adjusted;
  const std::vector<Cut> cuts = cuts_of(from, horizon), by_kind = cuts_by_kind(history, cuts);
  for (const Entrant& entrant : entrants) {
    for (const Cut& cut : cuts) result.scores.push_back(row_of(history, origin, horizon, entrant, cut));
    for (const Cut& cut : by_kind) result.scores_by_kind.push_back(row_of(history, origin, horizon, entrant, cut));
    for (std::size_t ahead = 1; ahead <= horizon; ++ahead) {
      result.care_shares.push_back(care_row(history, origin, ahead, from, entrant));
    }
  }
  return result;
}

}  // namespace commonweal::review

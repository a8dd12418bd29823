// SPDX-License-Identifier: Apache-2.0
#include "review/rivals.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>

namespace commonweal::review {

namespace {

constexpr std::array<Method, 6> all_rivals = {{
    {"persistence", false, "as much cash as in the last year known"},
    {"own drift", false, "each service goes on as it did in the same council"},
    {"national drift", false, "each service goes on as it did in all councils together"},
    {"class drift", false, "each service goes on as it did in councils of the same kind"},
    {"last shares of the known total", true, "the total that was spent, shared as in the last year known"},
    {"national drift scaled to the known total", true, "national drift, scaled to the total that was spent"},
}};

using Means = std::array<double, services.size()>;

/// Yearly growth of a service over some councils, from the first year to the origin, no more than double or half: what
/// a council books anew is no growth. 1 if they spent nothing.
double growth(const History& history, std::size_t origin, std::size_t service,
              const std::function<bool(const Council&)>& counts) {
  double first = 0, last = 0;
  for (const Council& council : history.councils) {
    if (!counts(council)) continue;
    first += council.spend.front()[service];
    last += council.spend[origin][service];
  }
  return first > 0 && last > 0 ? std::clamp(std::pow(last / first, 1 / static_cast<double>(origin)), 0.5, 2.0) : 1;
}

Means growths(const History& history, std::size_t origin, const std::function<bool(const Council&)>& counts) {
  Means result;
  for (std::size_t service = 0; service < services.size(); ++service) {
    result[service] = growth(history, origin, service, counts);
  }
  return result;
}

/// Means of the next years if each service grows by its rate.
std::vector<Means> grown(const Council& council, std::size_t origin, std::size_t horizon, const Means& rates) {
  std::vector<Means> years;
  for (std::size_t ahead = 1; ahead <= horizon; ++ahead) {
    Means means;
    for (std::size_t service = 0; service < services.size(); ++service) {
      means[service] = council.spend[origin][service] * std::pow(rates[service], static_cast<double>(ahead));
    }
    years.push_back(means);
  }
  return years;
}

/// Scales each year's means to the total that was spent.
void scale_to_known(const Council& council, std::size_t origin, std::vector<Means>& years) {
  for (std::size_t ahead = 1; ahead <= years.size(); ++ahead) {
    double sum = 0;
    for (const double mean : years[ahead - 1]) sum += mean;
    if (sum <= 0) continue;
    for (double& mean : years[ahead - 1]) mean *= council.total(origin + ahead) / sum;
  }
}

std::vector<Means> means_of(const History& history, const Council& council, std::size_t origin, std::size_t horizon,
                            std::string_view method) {
  Means rates;
  rates.fill(1);
  if (method == "own drift") rates = growths(history, origin, [&](const Council& one) { return &one == &council; });
  if (method.starts_with("national drift")) rates = growths(history, origin, [](const Council&) { return true; });
  if (method == "class drift")
    rates = growths(history, origin, [&](const Council& one) { return one.kind == council.kind; });
  std::vector<Means> years = grown(council, origin, horizon, rates);
  if (method.ends_with("known total")) scale_to_known(council, origin, years);
  return years;
}

}  // namespace

std::span<const Method> rivals() {
  return all_rivals;
}

double size_of(const Council& council, std::size_t origin, std::size_t service) {
  return std::max(std::abs(council.spend[origin][service]), 0.005 * std::abs(council.total(origin)));
}

std::array<double, services.size()> yearly_spread(const History& history, std::size_t origin) {
  std::array<double, services.size()> spread{};
  for (std::size_t service = 0; service < services.size(); ++service) {
    double sum = 0, squares = 0, count = 0;
    for (const Council& council : history.councils) {
      for (std::size_t year = 1; year <= origin; ++year) {
        const double change =
            (council.spend[year][service] - council.spend[year - 1][service]) / size_of(council, year - 1, service);
        const double clipped = std::clamp(change, -1.0, 1.0);
        sum += clipped;
        squares += clipped * clipped;
        ++count;
      }
    }
    const double mean = sum / count;
    spread[service] = std::sqrt(std::max(0.0, squares / count - mean * mean));
  }
  return spread;
}

std::vector<Forecasts> forecast(const History& history, std::size_t origin, std::size_t horizon,
                                std::string_view method) {
  const std::array<double, services.size()> spread = yearly_spread(history, origin);
  std::vector<Forecasts> all;
  for (const Council& council : history.councils) {
    const std::vector<Means> means = means_of(history, council, origin, horizon, method);
    Forecasts& forecasts = all.emplace_back(horizon);
    for (std::size_t ahead = 1; ahead <= horizon; ++ahead) {
      for (std::size_t service = 0; service < services.size(); ++service) {
        forecasts[ahead - 1][service] = {
            means[ahead - 1][service],
            spread[service] * size_of(council, origin, service) * std::sqrt(static_cast<double>(ahead))};
      }
    }
  }
  return all;
}

}  // namespace commonweal::review

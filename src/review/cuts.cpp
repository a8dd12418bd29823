// SPDX-License-Identifier: Apache-2.0
#include "review/cuts.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>
#include <span>

namespace commonweal::review {

namespace {

double sum_of(std::span<const double> amounts) {
  return std::accumulate(amounts.begin(), amounts.end(), 0.0);
}

double care_share(const ByBlock& amounts) {
  return amounts[0] / sum_of(amounts);
}

ByBlock changes(const ByBlock& before, const ByBlock& after) {
  ByBlock result{};
  for (std::size_t block = 0; block < blocks.size(); ++block) result[block] = after[block] / before[block] - 1;
  return result;
}

/// The least-squares line of y on x.
Slope line_through(std::span<const double> x, std::span<const double> y) {
  const auto count = static_cast<double>(x.size());
  const double x_mean = sum_of(x) / count, y_mean = sum_of(y) / count;
  double xx = 0, xy = 0, yy = 0;
  for (std::size_t place = 0; place < x.size(); ++place) {
    xx += (x[place] - x_mean) * (x[place] - x_mean);
    xy += (x[place] - x_mean) * (y[place] - y_mean);
    yy += (y[place] - y_mean) * (y[place] - y_mean);
  }
  const double slope = xy / xx;
  return {slope, std::sqrt(std::max(0.0, yy - slope * xy) / (count - 2) / xx), xy / std::sqrt(xx * yy), x.size()};
}

/// The place of each value in order, from 1; equal ones, and those that arithmetic alone parts, share the mean of
/// theirs.
ByBlock ranks(const ByBlock& values) {
  constexpr double rounding = 1e-9;
  ByBlock result{};
  for (std::size_t one = 0; one < values.size(); ++one) {
    const auto smaller = std::ranges::count_if(values, [&](double value) { return value < values[one] - rounding; });
    const auto equal =
        std::ranges::count_if(values, [&](double value) { return std::abs(value - values[one]) <= rounding; });
    result[one] = static_cast<double>(smaller) + static_cast<double>(equal + 1) / 2;
  }
  return result;
}

double quantile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  const double place = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

/// Holds sharings against one history.
class Comparison {
 public:
  Comparison(const CutHistory& history, double price_ratio) : history_(history) {
    for (std::size_t number = 0; number < history.spending.councils.size(); ++number) {
      const Council& council = history.spending.councils[number];
      ByBlock before = by_block(council.spend.front()), after = by_block(council.spend.back());
      for (double& amount : after) amount *= price_ratio;
      dependence_.push_back(history.grant_dependence(number));
      total_change_.push_back(sum_of(after) / sum_of(before) - 1);
      for (std::size_t block = 0; block < blocks.size(); ++block) {
        all_before_[block] += before[block];
        all_after_[block] += after[block];
      }
      before_.push_back(before);
      after_.push_back(after);
    }
  }

  void fill(Cuts& cuts) const {
    cuts.before = all_before_;
    cuts.change = changes(all_before_, all_after_);
    cuts.total_before = sum_of(all_before_);
    cuts.total_change = sum_of(all_after_) / cuts.total_before - 1;
    cuts.care_share_before = care_share(all_before_);
    cuts.care_share_after = care_share(all_after_);
    cuts.care_response = care_response(after_);
    cuts.dependence = line_through(dependence_, total_change_);
    cuts.dependence_low = quantile(dependence_, 0.1);
    cuts.dependence_high = quantile(dependence_, 0.9);
    std::set<std::string> kinds;
    for (const Council& council : history_.spending.councils) kinds.insert(council.kind);
    for (const std::string& kind : kinds) cuts.dependence_by_kind.push_back({kind, slope_in(kind)});
  }

  RuleResult result_of(const Sharing& sharing) const {
    RuleResult result;
    result.rule = sharing.rule;
    result.is_told_total = sharing.is_told_total;
    const ByBlock after = by_block(sharing.together), seen = changes(all_before_, all_after_);
    result.change = changes(all_before_, after);
    for (std::size_t block = 0; block < blocks.size(); ++block) {
      result.mean_error += std::abs(result.change[block] - seen[block]) / static_cast<double>(blocks.size());
    }
    result.rank_correlation = line_through(ranks(result.change), ranks(seen)).correlation;
    result.care_share = care_share(after);
    add_council_errors(sharing, result);
    return result;
  }

  Slope slope_of(const std::vector<double>& change) const { return line_through(dependence_, change); }

 private:
  Slope slope_in(const std::string& kind) const {
    std::vector<double> x, y;
    for (std::size_t number = 0; number < dependence_.size(); ++number) {
      if (history_.spending.councils[number].kind != kind) continue;
      x.push_back(dependence_[number]);
      y.push_back(total_change_[number]);
    }
    return line_through(x, y);
  }

  void add_council_errors(const Sharing& sharing, RuleResult& result) const {
    std::vector<double> errors;
    std::vector<ByBlock> shared;
    double pounds = 0, spend = 0;
    for (std::size_t number = 0; number < before_.size(); ++number) {
      shared.push_back(by_block(sharing.of_councils[number]));
      for (std::size_t block = 0; block < blocks.size(); ++block) {
        if (before_[number][block] <= smallest_block) continue;
        const double missed = std::abs(shared[number][block] - after_[number][block]);
        errors.push_back(missed / before_[number][block]);
        pounds += missed;
        spend += before_[number][block];
      }
    }
    result.council_mean = sum_of(errors) / static_cast<double>(errors.size());
    result.council_median = errors.empty() ? std::nan("") : quantile(errors, 0.5);
    result.council_weighted = pounds / spend;
    result.care_response = care_response(shared);
  }

  /// The slope of care on dependence over that of the total: dependence stands in for the total, so that a council that
  /// spends more on care does not look, by that alone, like one whose total fell less.
  double care_response(const std::vector<ByBlock>& after) const {
    std::vector<double> care;
    for (std::size_t number = 0; number < before_.size(); ++number) {
      care.push_back(after[number][0] / before_[number][0] - 1);
    }
    return line_through(dependence_, care).slope / line_through(dependence_, total_change_).slope;
  }

  const CutHistory& history_;
  std::vector<ByBlock> before_, after_;  ///< [council], in prices of the first year
  ByBlock all_before_{}, all_after_{};
  std::vector<double> dependence_, total_change_;  ///< [council]
};

}  // namespace

ByBlock by_block(const ByService& amounts) {
  ByBlock result{};
  for (std::size_t service = 0; service < services.size(); ++service) {
    result[service < care_services ? 0 : service - care_services + 1] += amounts[service];
  }
  return result;
}

Cuts cuts(const CutHistory& history, double price_ratio, const std::vector<Sharing>& sharings,
          const ChangeByMoney& change_by_money) {
  Cuts cuts;
  cuts.from = history.spending.first;
  cuts.to = cuts.from + static_cast<int>(history.spending.years - 1);
  cuts.price_ratio = price_ratio;
  cuts.councils = history.spending.councils.size();
  cuts.left_out = history.spending.left_out;
  cuts.adjusted = history.spending.adjusted;
  cuts.all_services = history.all_services;
  const Comparison comparison(history, price_ratio);
  comparison.fill(cuts);
  for (const Sharing& sharing : sharings) cuts.rules.push_back(comparison.result_of(sharing));
  if (!change_by_money.of_all.empty()) cuts.model_dependence = comparison.slope_of(change_by_money.of_all);
  if (!change_by_money.own.empty()) cuts.model_dependence_own = comparison.slope_of(change_by_money.own);
  return cuts;
}

}  // namespace commonweal::review

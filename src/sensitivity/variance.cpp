// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/variance.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <span>

#include "random/sobol.h"
#include "sensitivity/bootstrap.h"

namespace commonweal::sensitivity {

namespace {

/// The runs that belong to one pair of points: f(A), f(B), and f of A with one group from B, each less the output's
/// mean.
struct Row {
  double a = 0, b = 0;
  std::vector<double> mixed;  ///< one a group
};

std::vector<Point> points_of(const std::vector<std::string>& names, std::uint64_t seed, std::size_t rows,
                             std::uint32_t first_dimension, const char* half) {
  std::vector<Point> points(rows, Point(names.size()));
  for (std::size_t input = 0; input < names.size(); ++input) {
    const random::SobolInput values(seed, names[input] + half, first_dimension + static_cast<std::uint32_t>(input));
    for (std::size_t row = 0; row < rows; ++row) points[row][input] = values.at(0, static_cast<std::uint32_t>(row));
  }
  return points;
}

/// Sums that shares are made of, so that outputs can be taken together.
struct Sums {
  std::vector<double> first, total;
  double variance = 0;
};

Sums sums_of(const std::vector<Row>& rows, std::span<const std::size_t> chosen) {
  const std::size_t groups = rows.front().mixed.size();
  Sums sums{std::vector<double>(groups), std::vector<double>(groups), 0};
  double mean = 0, squares = 0;
  for (const std::size_t row : chosen) {
    const Row& it = rows[row];
    mean += it.a + it.b;
    squares += it.a * it.a + it.b * it.b;
  }
  const double count = static_cast<double>(chosen.size());
  mean /= 2 * count;
  sums.variance = squares / (2 * count) - mean * mean;
  for (const std::size_t row : chosen) {
    const Row& it = rows[row];
    for (std::size_t group = 0; group < groups; ++group) {
      const double change = it.mixed[group] - it.a;
      sums.first[group] += (it.b - mean) * change / count;
      sums.total[group] += change * change / (2 * count);
    }
  }
  return sums;
}

/// The first shares of all groups, then the total ones, of outputs taken
/// together.
std::vector<double> shares_of(std::span<const std::vector<Row>> outputs, std::span<const std::size_t> chosen) {
  const std::size_t groups = outputs.front().front().mixed.size();
  std::vector<double> shares(2 * groups);
  double variance = 0;
  for (const std::vector<Row>& rows : outputs) {
    const Sums sums = sums_of(rows, chosen);
    variance += sums.variance;
    for (std::size_t group = 0; group < groups; ++group) {
      shares[group] += sums.first[group];
      shares[groups + group] += sums.total[group];
    }
  }
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  for (double& share : shares) share = variance > 0 ? share / variance : nothing;
  return shares;
}

VarianceShares measure(std::span<const std::vector<Row>> outputs, std::uint64_t seed) {
  const std::vector<Measured> shares = measured(
      outputs.front().size(), seed, [&](std::span<const std::size_t> chosen) { return shares_of(outputs, chosen); });
  const auto half = shares.begin() + static_cast<std::ptrdiff_t>(shares.size() / 2);
  return {{shares.begin(), half}, {half, shares.end()}, 0, 0};
}

/// Takes off the mean of A and B, and gives it.
double centre(std::vector<Row>& rows) {
  // In two passes: the mean of what is left after the first mean is off is
  // exact to the last digits.
  double whole = 0;
  for (int pass = 0; pass < 2; ++pass) {
    double mean = 0;
    for (const Row& row : rows) mean += (row.a + row.b) / (2 * static_cast<double>(rows.size()));
    for (Row& row : rows) {
      row.a -= mean;
      row.b -= mean;
      for (double& value : row.mixed) value -= mean;
    }
    whole += mean;
  }
  return whole;
}

double variance_of(const std::vector<Row>& rows) {
  double squares = 0;
  for (const Row& row : rows) squares += row.a * row.a + row.b * row.b;
  return squares / (2 * static_cast<double>(rows.size()));
}

}  // namespace

VarianceAnalysis variance_analysis(const Plan& plan, std::size_t rows, const Evaluate& evaluate) {
  const auto inputs = static_cast<std::uint32_t>(plan.inputs.size());
  assert(2 * inputs <= random::sobol_dimensions);
  VarianceAnalysis analysis;
  std::vector<std::vector<Row>> outputs;  // [output][row]
  std::vector<bool> is_whole(rows, true);
  const auto take = [&](const std::vector<Point>& points, const auto& put) {
    const std::vector<std::vector<double>> figures = evaluate(points);
    analysis.runs += figures.size();
    for (std::size_t row = 0; row < rows; ++row) {
      if (figures[row].empty()) is_whole[row] = false;
      if (outputs.size() < figures[row].size()) outputs.resize(figures[row].size(), std::vector<Row>(rows));
      for (std::size_t output = 0; output < figures[row].size(); ++output) {
        put(outputs[output][row], figures[row][output]);
      }
    }
  };

  // A, B, then A with the first group of B, with the second, ...: one after another, for all at once would take much
  // memory where there are many inputs.
  const std::vector<Point> a = points_of(plan.inputs, plan.seed, rows, 0, "");
  const std::vector<Point> b = points_of(plan.inputs, plan.seed, rows, inputs, " once more");
  take(a, [](Row& row, double figure) { row.a = figure; });
  take(b, [](Row& row, double figure) { row.b = figure; });
  for (const std::vector<std::size_t>& group : groups_of(plan)) {
    std::vector<Point> mixed = a;
    for (std::size_t row = 0; row < rows; ++row) {
      for (const std::size_t input : group) mixed[row][input] = b[row][input];
    }
    take(mixed, [](Row& row, double figure) { row.mixed.push_back(figure); });
  }

  analysis.failed_rows = static_cast<std::size_t>(std::ranges::count(is_whole, false));
  analysis.rows = rows - analysis.failed_rows;
  if (outputs.empty() || analysis.rows == 0) return analysis;
  for (std::vector<Row>& output : outputs) {
    std::vector<Row> whole;
    for (std::size_t row = 0; row < rows; ++row) {
      if (is_whole[row]) whole.push_back(std::move(output[row]));
    }
    output = std::move(whole);
  }

  std::vector<std::pair<double, double>> moments;
  for (std::vector<Row>& output : outputs) {
    const double mean = centre(output);
    moments.emplace_back(mean, variance_of(output));
  }
  for (std::size_t output = 0; output < outputs.size(); ++output) {
    analysis.outputs.push_back(measure(std::span(&outputs[output], 1), plan.seed));
    analysis.outputs.back().mean = moments[output].first;
    analysis.outputs.back().variance = moments[output].second;
  }
  analysis.together = outputs.size() == 1 ? analysis.outputs.front() : measure(outputs, plan.seed);
  return analysis;
}

}  // namespace commonweal::sensitivity

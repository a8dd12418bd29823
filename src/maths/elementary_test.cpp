// SPDX-License-Identifier: Apache-2.0
// Against the long doubles of the C library, which have 11 more binary digits.
#include "maths/elementary.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "maths/bundle.h"
#include "maths/elementary_vector.h"

namespace commonweal::maths {
namespace {

static_assert(std::numeric_limits<long double>::digits >= 64, "no reference to measure against");

constexpr double nan = std::numeric_limits<double>::quiet_NaN(), smallest = 0x1p-1074,
                 largest = std::numeric_limits<double>::max();

/// How far a result is from the truth, in units of the last place.
double error(double seen, long double truth) {
  const auto rounded = static_cast<double>(truth);
  if (std::isinf(rounded) || rounded == 0) return seen == rounded ? 0 : infinity;
  const double size = std::fabs(rounded);
  const long double unit = size < 0x1p-1022 ? smallest : std::nextafter(size, infinity) - size;
  return static_cast<double>(std::fabs(static_cast<long double>(seen) - truth) / unit);
}

/// A number between two, by a sequence that fills the interval evenly.
double between(double low, double high, int i, double pace = 0.6180339887498949) {
  return low + (high - low) * std::fmod(i * pace, 1.0);
}

struct Interval {
  double low, high;
};
constexpr int samples = 200'000;

double worst_error(const std::function<double(int)>& error_of) {
  double worst = 0;
  for (int i = 0; i < samples; ++i) worst = std::max(worst, error_of(i));
  return worst;
}

TEST(Elementary, ExponentialIsWithinNineTenthsOfAUnit) {
  for (const Interval in : {Interval{-1e-3, 1e-3}, {-1, 1}, {-5, 5}, {-708, 709}, {-746, -707}}) {
    const double worst = worst_error([&](int i) {
      const double x = between(in.low, in.high, i);
      return error(exponential(x), std::exp(static_cast<long double>(x)));
    });
    EXPECT_LT(worst, 0.9) << in.low;
  }
}

TEST(Elementary, LogarithmIsTheNearestNumberOrAlmost) {
  for (const Interval in : {Interval{0.9999, 1.0001}, {0.05, 8}, {0, 1e-300}, {0, 1e-310}, {1, 1e308}}) {
    const double worst = worst_error([&](int i) {
      const double x = between(in.low, in.high, i + 1);
      return error(natural_logarithm(x), std::log(static_cast<long double>(x)));
    });
    EXPECT_LT(worst, 0.501) << in.low;
  }
}

TEST(Elementary, PowerIsWithinNineTenthsOfAUnit) {
  struct Case {
    Interval bases, exponents;
  };
  for (const Case& each : {Case{{0.05, 8}, {-3, 3}},
                           {{0.999, 1.001}, {-7e5, 7e5}},
                           {{1e-3, 1e3}, {-100, 100}},
                           {{0, 1e-310}, {-1, 1}},
                           {{1.5, 2.5}, {-1080, 1030}}}) {
    const double worst = worst_error([&](int i) {
      const double x = between(each.bases.low, each.bases.high, i + 1);
      const double y = between(each.exponents.low, each.exponents.high, i, 0.7548776662466927);
      return error(power(x, y), std::pow(static_cast<long double>(x), static_cast<long double>(y)));
    });
    EXPECT_LT(worst, 0.9) << each.bases.low;
  }
}

TEST(Elementary, WholePowersOfWholeNumbersAreExact) {
  for (int base = -20; base <= 20; ++base) {
    double exact = 1;
    for (int exponent = 0; std::fabs(exact) < 0x1p53; ++exponent, exact *= base) {
      EXPECT_EQ(power(base, exponent), exact) << base << " ^ " << exponent;
      if (exponent > 40 && std::abs(base) < 2) break;
    }
  }
  for (int exponent = -1074; exponent < 1024; ++exponent) EXPECT_EQ(power(2, exponent), std::ldexp(1.0, exponent));
}

const std::array numbers{0.0,         -0.0,        1.0,         -1.0,      0.5,    -0.5,      2.0,        -2.0,
                         3.0,         -3.0,        1e10,        1e300,     -1e300, 1e-300,    smallest,   -smallest,
                         largest,     -largest,    infinity,    -infinity, nan,    0x1p-1022, 0x1p52 + 1, 0x1p53,
                         -0x1p53 - 2, 1 + 0x1p-52, 1 - 0x1p-53, 1.5,       710.0,  -746.0};

bool same(double a, double b) {
  return std::isnan(a) ? std::isnan(b) : std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// The same where C gives 0, 1 or no finite number, the signs of zeros included; otherwise about the same.
bool agrees_at_edges(double seen, double truth) {
  const bool is_edge = !std::isfinite(truth) || truth == 0 || truth == 1;
  return same(seen, truth) || (!is_edge && std::fabs(seen / truth - 1) < 1e-15);
}

TEST(Elementary, EdgesAreThoseOfC) {
  for (const double x : numbers) {
    EXPECT_TRUE(agrees_at_edges(exponential(x), std::exp(x))) << x;
    EXPECT_TRUE(agrees_at_edges(natural_logarithm(x), std::log(x))) << x;
    for (const double y : numbers) {
      EXPECT_TRUE(agrees_at_edges(power(x, y), std::pow(x, y))) << x << " ^ " << y;
    }
  }
}

/// The lanes of a vector function are what the function gives one by one.
template <int width>
void check_width(const std::array<double, 8>& x, const std::array<double, 8>& y) {
  using Real = typename Vector<width>::Real;
  for (int first = 0; first < 8; first += width) {
    Real a, b;
    for (int i = 0; i < width; ++i) {
      a[i] = x[first + i];
      b[i] = y[first + i];
    }
    const Real e = exponential_of(a), l = natural_logarithm_of(a), p = power_of(a, b);
    for (int i = 0; i < width; ++i) {
      RC_ASSERT(same(e[i], exponential(a[i])));
      RC_ASSERT(same(l[i], natural_logarithm(a[i])));
      RC_ASSERT(same(p[i], power(a[i], b[i])));
    }
  }
}

/// So are those of a bundle of vectors.
template <int width>
void check_bundle(const std::array<double, 8>& x, const std::array<double, 8>& y) {
  using Several = Bundle<typename Vector<width>::Real, 8 / width>;
  Several a, b;
  for (int i = 0; i < 8; ++i) {
    set_element(a.parts[i / width], i % width, x[static_cast<std::size_t>(i)]);
    set_element(b.parts[i / width], i % width, y[static_cast<std::size_t>(i)]);
  }
  const Several e = exponential_of(a), l = natural_logarithm_of(a), p = power_of(a, b);
  for (int i = 0; i < 8; ++i) {
    const auto at = static_cast<std::size_t>(i);
    RC_ASSERT(same(element(e.parts[i / width], i % width), exponential(x[at])));
    RC_ASSERT(same(element(l.parts[i / width], i % width), natural_logarithm(x[at])));
    RC_ASSERT(same(element(p.parts[i / width], i % width), power(x[at], y[at])));
  }
}

double any_number() {
  switch (*rc::gen::inRange(0, 4)) {
    case 0: return numbers[*rc::gen::inRange<std::size_t>(0, numbers.size())];
    case 1: return *rc::gen::inRange(-100, 100) / 8.0;
    case 2: return *rc::gen::inRange(1, 1'000'000) / 1e5;
    default: return std::bit_cast<double>(*rc::gen::arbitrary<std::uint64_t>());
  }
}

RC_GTEST_PROP(ElementaryProperty, EveryWidthGivesTheSameBits, ()) {
  std::array<double, 8> x{}, y{};
  const std::size_t edges = *rc::gen::inRange<std::size_t>(0, 9);  // vectors with and without any
  for (std::size_t i = 0; i < 8; ++i) {
    x[i] = i < edges ? any_number() : *rc::gen::inRange(1, 1'000'000) / 1e5;
    y[i] = i < edges ? any_number() : *rc::gen::inRange(-100, 100) / 8.0;
  }
  check_width<2>(x, y);
  check_width<4>(x, y);
  check_width<8>(x, y);
  check_bundle<1>(x, y);
  check_bundle<2>(x, y);
  check_bundle<4>(x, y);
}

}  // namespace
}  // namespace commonweal::maths

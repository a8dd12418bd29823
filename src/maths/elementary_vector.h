// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "maths/vector.h"

/// The functions of elementary.h for vectors of any width.
///
/// All rest on two cores. `log2_of` gives the logarithm to base 2 as a sum of two doubles, about 67 binary digits: so
/// many are needed because a power multiplies it by up to a thousand before its fraction counts. `exp_of` gives
/// 2^k exp(x), x small and again a sum of two. Products that must be exact are made of heads (vector.h), for a fused
/// multiply-add is not everywhere. The shape is that of fdlibm's e_pow.c (Sun Microsystems, 1993, "freely granted");
/// the series are those of the textbook. Vectors without an edge among them go a shorter way to the same bits.
namespace commonweal::maths {

inline constexpr double ln2 = 0x1.62e42fefa39efp-1;
inline constexpr double ln2_head = 0x1.62e42f8p-1, ln2_rest = 0x1.be8e7bcd5e4f2p-27;
inline constexpr double infinity = __builtin_inf();

/// The nearest whole number, of two the even one, of an x below 2^51 in size.
template <typename Real>
[[gnu::always_inline]] inline Real nearest_whole(Real x) {
  constexpr double magic = 0x1.8p52;  // a double of this size has no room for a fraction
  return (x + magic) - magic;
}

/// 2^k for whole k from -1022 to 1023.
template <typename Real>
[[gnu::always_inline]] inline Real power_of_two(Real k) {
  constexpr double magic = 0x1.8p52;  // after adding it the last bits are those of the integer k
  return from_bits<Real>((to_bits<Real>(k + magic) + 1023U) << 52U);
}

/// c[0] + c[1] x + c[2] x^2 + ..., in four sums side by side: a processor waits less for one than for a long one.
template <typename Real, std::size_t count>
[[gnu::always_inline]] inline Real polynomial(const double (&c)[count], Real x) {
  constexpr int last = static_cast<int>(count) - 1;
  const Real square = x * x, fourth = square * square;
  Real sums[4] = {};
  for (int i = last; i >= 0; --i) {
    Real& sum = sums[i % 4];
    sum = i + 4 > last ? all<Real>(c[i]) : sum * fourth + c[i];
  }
  return (sums[0] + x * sums[1]) + square * (sums[2] + x * sums[3]);
}

/// Whether all places of a vector are spared the edges: no result is infinite, 0, subnormal or no number. Most vectors
/// are.
enum class Case { any, ordinary };

/// 2^k exp(high + low), where |high| is at most ln(2) / 2 and a little more, k a whole number from -1200 to 1200; if
/// ordinary, from -1010 to 1010.
template <Case is, typename Real>
[[gnu::always_inline]] inline Real exp_of(Real high, Real low, Real k) {
  constexpr double series[] = {1.0 / 2,       1.0 / 6,        1.0 / 24,        1.0 / 120,
                               1.0 / 720,     1.0 / 5040,     1.0 / 40320,     1.0 / 362880,
                               1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800};  // 1/2! to 1/13!
  const Real x = high + low;
  const Real lost = (high - x) + low;
  const Real result = 1.0 + (x + (x * x * polynomial(series, x) + lost));
  if constexpr (is == Case::ordinary) return result * power_of_two(k);
  const Real half = nearest_whole<Real>(k * 0.5);  // in two steps, so that only the last can leave the normal range
  return result * power_of_two(half) * power_of_two<Real>(k - half);
}

template <Case is, typename Real>
[[gnu::always_inline]] inline Real exponential_near(Real x) {
  constexpr double ln2_begin = 0x1.62e42fefap-1, ln2_end = 0x1.cf79abc9e3b3ap-40;  // k * ln2_begin is exact
  const Real k = nearest_whole<Real>(x * 0x1.71547652b82fep+0);
  return exp_of<is, Real>(x - k * ln2_begin, k * -ln2_end, k);
}

template <typename Real>
[[gnu::always_inline]] inline Real exponential_of(Real x) {
  if (holds_everywhere(magnitude(x) < 700.0)) return exponential_near<Case::ordinary>(x);
  const Real bounded = select(x < -800.0, all<Real>(-800), select(x > 800.0, all<Real>(800), x));
  return exponential_near<Case::any>(bounded);
}

template <typename Real>
struct Log2 {
  Real high;  ///< a head
  Real low;
};

/// The logarithm to base 2 of a finite x above 0, not subnormal if ordinary; some number of any other x.
///
/// x = 2^e m with m near b, which is 1 or 3/2. With s = (m - b) / (m + b), ln(m / b) = 2 atanh(s)
/// = 2/3 s (3 + s^2 + 3/5 s^4 + 3/7 s^6 + ...), and |s| is at most 0.102.
template <Case is, typename Real>
[[gnu::always_inline]] inline Log2<Real> log2_of(Real x) {
  constexpr double series[] = {3.0 / 5, 3.0 / 7, 3.0 / 9, 3.0 / 11, 3.0 / 13, 3.0 / 15, 3.0 / 17, 3.0 / 19, 3.0 / 21};
  constexpr double scale = 0x1.ec709dc3a03fdp-1;  // 2 / (3 ln 2)
  constexpr double scale_head = 0x1.ec709d8p-1, scale_rest = 0x1.0e80ff5d27f05p-27;

  const auto is_subnormal = x < 0x1p-1022;
  const BitsOf<Real> bits = to_bits<Real>(is == Case::ordinary ? x : select(is_subnormal, Real(x * 0x1p54), x));
  constexpr std::uint64_t one = 1023ULL << 52U, of_2_to_52 = 1075ULL << 52U, fraction = (1ULL << 52U) - 1;
  Real e = from_bits<Real>((bits >> 52U) | of_2_to_52) - (0x1p52 + 1023);
  if constexpr (is == Case::any) e = select(is_subnormal, Real(e - 54.0), e);
  Real m = from_bits<Real>((bits & fraction) | one);
  const auto is_far = m >= 0x1.bb67ae8584caap+0;  // the root of 3
  m = select(is_far, Real(m * 0.5), m);
  e = select(is_far, Real(e + 1.0), e);
  const auto is_upper = m >= 0x1.3988e1409212ep+0;  // the root of 3/2
  const Real b = select(is_upper, all<Real>(1.5), all<Real>(1));
  const Real b_head = select(is_upper, all<Real>(0x1.2b8034p-1), all<Real>(0));  // log2(3/2) in two parts
  const Real b_rest = select(is_upper, all<Real>(0x1.cfdeb43cfd006p-27), all<Real>(0));

  const Real above = m - b, below = m + b;
  const Real inverse = 1.0 / below;
  const Real s = above * inverse;
  const Real s_head = head(s);
  const Real below_head = head(below);
  const Real below_rest = m - (below_head - b);
  const Real s_rest = ((above - s_head * below_head) - s_head * below_rest) * inverse;

  const Real square = s * s;
  const Real tail = square * square * polynomial(series, square) + s_rest * (s_head + s);
  const Real square_head = s_head * s_head;
  const Real factor_head = head<Real>(3.0 + square_head + tail);
  const Real factor_rest = tail - ((factor_head - 3.0) - square_head);

  const Real exact = s_head * factor_head;
  const Real rest = s_rest * factor_head + factor_rest * s;
  const Real product_head = head<Real>(exact + rest);
  const Real product_rest = rest - (product_head - exact);
  const Real high = scale_head * product_head;
  const Real low = scale_rest * product_head + product_rest * scale + b_rest;

  const Real result = head<Real>(((high + low) + b_head) + e);
  return {result, low - (((result - e) - b_head) - high)};
}

/// Whether all of x are finite, above 0 and not subnormal.
template <typename Real>
[[gnu::always_inline]] inline auto has_ordinary_logarithm(Real x) {
  return (x >= 0x1p-1022) & (x < infinity);
}

template <typename Real>
[[gnu::always_inline]] inline Real to_base_e(const Log2<Real>& log2) {
  return log2.high * ln2_head + (log2.low * ln2 + log2.high * ln2_rest);
}

template <typename Real>
[[gnu::always_inline]] inline Real natural_logarithm_of(Real x) {
  if (holds_everywhere(has_ordinary_logarithm(x))) return to_base_e(log2_of<Case::ordinary>(x));
  Real result = to_base_e(log2_of<Case::any>(x));
  result = select(x == infinity, x, result);
  result = select(x == 0.0, all<Real>(-infinity), result);
  result = select(x < 0.0, all<Real>(__builtin_nan("")), result);
  return select(x != x, x, result);
}

/// Whether |x| is a whole number; it is also true of infinity.
template <typename Real>
[[gnu::always_inline]] inline auto is_whole(Real x) {
  const Real size = magnitude(x);
  return ((size + 0x1p52) - 0x1p52 == size) | (size >= 0x1p52);
}

/// A sum of two doubles.
template <typename Real>
struct Sum {
  Real high, low;
};

/// exponent * log2, the high part exact.
template <typename Real>
[[gnu::always_inline]] inline Sum<Real> product_of(const Log2<Real>& log2, Real exponent) {
  const Real exponent_head = head(exponent);
  return {exponent_head * log2.high, (exponent - exponent_head) * log2.high + exponent * log2.low};
}

/// 2 to the power of a sum from -1200 to 1200; if ordinary, from -1000 to 1000.
template <Case is, typename Real>
[[gnu::always_inline]] inline Real exp2_of(const Sum<Real>& x) {
  const Real k = nearest_whole<Real>(x.high + x.low);
  const Real fraction = x.high - k;
  const Real fraction_head = head<Real>(fraction + x.low);
  const Real fraction_rest = x.low - (fraction_head - fraction);
  return exp_of<is, Real>(fraction_head * ln2_head, fraction_rest * ln2 + fraction_head * ln2_rest, k);
}

template <typename Real>
[[gnu::always_inline]] inline Real power_of_any(Real x, Real y) {
  const Real base = magnitude(x);
  // Beyond 2^70 any power but that of 1 is infinite or 0.
  const Real exponent = select(y > 0x1p70, all<Real>(0x1p70), select(y < -0x1p70, all<Real>(-0x1p70), y));
  Sum<Real> product = product_of(log2_of<Case::any>(base), exponent);
  const Real size = product.high + product.low;
  const auto is_large = size > 1200.0, is_small = size < -1200.0;
  product.high = select(is_large, all<Real>(1200), select(is_small, all<Real>(-1200), product.high));
  product.low = select(is_large | is_small, all<Real>(0), product.low);
  Real result = exp2_of<Case::any>(product);

  // Where the base is 0 or infinite, or the exponent infinite: growth without end, or the opposite.
  const Real zero = all<Real>(0), one = all<Real>(1), endless = all<Real>(infinity);
  const Real if_rising = select(y > 0.0, endless, zero), if_falling = select(y > 0.0, zero, endless);
  const auto is_extreme = (base == 0.0) | (base == infinity) | (magnitude(y) == infinity);
  result = select(is_extreme, select(base > 1.0, if_rising, if_falling), result);
  result = select(base == 1.0, one, result);
  const auto is_odd = is_whole(y) & !is_whole<Real>(y * 0.5);
  const BitsOf<Real> sign = to_bits(select(is_odd, x, zero)) & (std::uint64_t{1} << 63U);
  result = from_bits<Real>(to_bits(result) | sign);
  const auto has_no_root = (x < 0.0) & (base != infinity) & !is_whole(y);
  result = select(has_no_root, all<Real>(__builtin_nan("")), result);
  result = select(x != x, x, select(y != y, y, result));
  return select((y == 0.0) | (x == 1.0), one, result);
}

/// x^y; `log2` gives the logarithm of an ordinary x, and is asked for no other.
template <typename Real, typename Logarithm>
[[gnu::always_inline]] inline Real power_by(const Logarithm& log2, const Real& x, const Real& y) {
  if (holds_everywhere(has_ordinary_logarithm(x) & (magnitude(y) < 0x1p70))) {
    const Sum<Real> product = product_of<Real>(log2(), y);
    if (holds_everywhere(magnitude<Real>(product.high + product.low) < 1000.0)) {
      return exp2_of<Case::ordinary>(product);
    }
  }
  return power_of_any(x, y);
}

template <typename Real>
[[gnu::always_inline]] inline Real power_of(const Real& x, const Real& y) {
  return power_by([&]() __attribute__((always_inline)) { return log2_of<Case::ordinary>(x); }, x, y);
}

/// x^y, given the logarithm of x as log2_of<Case::ordinary> makes it.
template <typename Real>
[[gnu::always_inline]] inline Real power_of(const Real& x, const Real& y, const Log2<Real>& log2) {
  return power_by([&]() __attribute__((always_inline)) { return log2; }, x, y);
}

}  // namespace commonweal::maths

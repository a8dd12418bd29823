// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

#pragma GCC diagnostic ignored "-Wpsabi"  // warns of calls with wide vectors; there are none, all is inlined

/// Vectors of 1, 2, 4 or 8 doubles, for code that is written once and gives the same bits in every width.
///
/// Such code uses + - * / on vectors, comparisons and what is below; never a branch on a value. All of it is inlined
/// always: a function that stood alone could be compiled for one processor and then be called on another.
namespace commonweal::maths {

/// `Vector<width>`: a double by itself is the vector of width 1.
template <int width>
struct Vector;
template <>
struct Vector<1> {
  using Real = double;
  using Bits = std::uint64_t;
};
template <>
struct Vector<2> {
  using Real = double __attribute__((vector_size(16)));
  using Bits = std::uint64_t __attribute__((vector_size(16)));
};
template <>
struct Vector<4> {
  using Real = double __attribute__((vector_size(32)));
  using Bits = std::uint64_t __attribute__((vector_size(32)));
};
template <>
struct Vector<8> {
  using Real = double __attribute__((vector_size(64)));
  using Bits = std::uint64_t __attribute__((vector_size(64)));
};

/// The integers of a vector's size.
template <typename Real>
struct BitsFor {
  using type = typename Vector<static_cast<int>(sizeof(Real) / sizeof(double))>::Bits;
};
template <typename Real>
using BitsOf = typename BitsFor<Real>::type;

template <typename Real>
[[gnu::always_inline]] inline BitsOf<Real> to_bits(Real x) {
  return __builtin_bit_cast(BitsOf<Real>, x);
}

template <typename Real>
[[gnu::always_inline]] inline Real from_bits(BitsOf<Real> bits) {
  return __builtin_bit_cast(Real, bits);
}

/// A vector of this one value.
template <typename Real>
[[gnu::always_inline]] inline Real all(double value) {
  return value - Real{};
}

/// One place of a vector, of doubles or of integers: a number by itself has one only.
template <typename Values>
[[gnu::always_inline]] inline auto element(const Values& vector, int i) {
  if constexpr (std::is_arithmetic_v<Values>) {
    return vector;
  } else {
    return vector[i];
  }
}

template <typename Real>
[[gnu::always_inline]] inline void set_element(Real& vector, int i, double value) {
  if constexpr (std::is_arithmetic_v<Real>) {
    vector = value;
  } else {
    vector[i] = value;
  }
}

/// Four rows of four values become their four columns.
template <typename Real>
[[gnu::always_inline]] inline void transpose(Real (&rows)[4]) {
  const Real& a = rows[0];
  const Real& b = rows[1];
  const Real& c = rows[2];
  const Real& d = rows[3];
  const Real ab_even = __builtin_shufflevector(a, b, 0, 4, 2, 6), ab_odd = __builtin_shufflevector(a, b, 1, 5, 3, 7);
  const Real cd_even = __builtin_shufflevector(c, d, 0, 4, 2, 6), cd_odd = __builtin_shufflevector(c, d, 1, 5, 3, 7);
  rows[0] = __builtin_shufflevector(ab_even, cd_even, 0, 1, 4, 5);
  rows[1] = __builtin_shufflevector(ab_odd, cd_odd, 0, 1, 4, 5);
  rows[2] = __builtin_shufflevector(ab_even, cd_even, 2, 3, 6, 7);
  rows[3] = __builtin_shufflevector(ab_odd, cd_odd, 2, 3, 6, 7);
}

/// `yes` where the condition, a comparison of vectors, holds; `no` elsewhere.
template <typename Mask, typename Real>
[[gnu::always_inline]] inline Real select(Mask condition, Real yes, Real no) {
  return condition ? yes : no;
}

/// Whether a condition holds in all places of a vector. What is done in one branch must give the bits of the other.
template <typename Mask>
[[gnu::always_inline]] inline bool holds_everywhere(Mask condition) {
  if constexpr (sizeof(Mask) < 16) {
    return static_cast<bool>(condition);
#if defined(__AVX512F__)
  } else if constexpr (sizeof(Mask) == 64) {
    const auto bits = __builtin_bit_cast(__m512i, condition);
    return _mm512_test_epi64_mask(bits, bits) == 0xff;
#endif
#if defined(__AVX2__)
  } else if constexpr (sizeof(Mask) == 32) {
    return _mm256_movemask_pd(__builtin_bit_cast(__m256d, condition)) == 0xf;
#endif
#if defined(__wasm_simd128__)
  } else if constexpr (sizeof(Mask) == 16) {
    return __builtin_wasm_all_true_i64x2(condition) != 0;
#endif
#if defined(__SSE2__)
  } else if constexpr (sizeof(Mask) == 16) {
    return _mm_movemask_pd(__builtin_bit_cast(__m128d, condition)) == 0x3;
#endif
  } else {
    bool all = true;
    for (std::size_t i = 0; i < sizeof(Mask) / sizeof(double); ++i) all = all && condition[i] != 0;
    return all;
  }
}

template <typename Real>
[[gnu::always_inline]] inline Real magnitude(Real x) {
  return from_bits<Real>(to_bits(x) & (~std::uint64_t{0} >> 1U));
}

/// The first 26 binary digits: the product of two heads is exact.
template <typename Real>
[[gnu::always_inline]] inline Real head(Real x) {
  return from_bits<Real>(to_bits(x) & (~std::uint64_t{0} << 27U));
}

}  // namespace commonweal::maths

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>
#include <utility>

#include "maths/vector.h"

/// Several vectors that a function works on side by side: while a processor waits for what one of them needs next, it
/// computes for the others. To be used like a vector (vector.h), with the same bits in each place.
namespace commonweal::maths {

template <typename Part, int count>
struct Bundle {
  Part parts[count];
};

template <typename Part, int count>
struct BitsFor<Bundle<Part, count>> {
  using type = Bundle<BitsOf<Part>, count>;
};

template <typename T>
inline constexpr int bundled = 0;  ///< how many parts; 0: it is no bundle
template <typename Part, int count>
inline constexpr int bundled<Bundle<Part, count>> = count;

/// A part of a bundle; a number is the same for all parts.
template <typename Part, int count>
[[gnu::always_inline]] inline const Part& part(const Bundle<Part, count>& bundle, int i) {
  return bundle.parts[i];
}
template <typename Number>
  requires std::is_arithmetic_v<Number>
[[gnu::always_inline]] inline Number part(Number number, int) {
  return number;
}

/// What a function makes of each part.
template <int count, typename Function, typename... Operands>
[[gnu::always_inline]] inline auto of_each(const Function& function, const Operands&... operands) {
  using Part = std::remove_cvref_t<decltype(function(part(operands, 0)...))>;
  return [&]<int... i>(std::integer_sequence<int, i...>) __attribute__((always_inline)) {
    const auto at = [&](int k) __attribute__((always_inline)) { return function(part(operands, k)...); };
    return Bundle<Part, count>{{at(i)...}};
  }(std::make_integer_sequence<int, count>());
}

template <typename A, typename B>
inline constexpr int bundled_in = bundled<A> > 0 ? bundled<A> : bundled<B>;

#define COMMONWEAL_OF_EACH(sign)                                                                     \
  template <typename A, typename B>                                                                  \
    requires(bundled_in<A, B> > 0)                                                                   \
  [[gnu::always_inline]] inline auto operator sign(const A& a, const B& b) {                         \
    return of_each<bundled_in<A, B>>(                                                                \
        [](const auto& x, const auto& y) __attribute__((always_inline)) { return x sign y; }, a, b); \
  }
COMMONWEAL_OF_EACH(+)
COMMONWEAL_OF_EACH(-)
COMMONWEAL_OF_EACH(*)
COMMONWEAL_OF_EACH(/)
COMMONWEAL_OF_EACH(<)
COMMONWEAL_OF_EACH(>)
COMMONWEAL_OF_EACH(>=)
COMMONWEAL_OF_EACH(==)
COMMONWEAL_OF_EACH(!=)
COMMONWEAL_OF_EACH(&)
COMMONWEAL_OF_EACH(|)
COMMONWEAL_OF_EACH(<<)
COMMONWEAL_OF_EACH(>>)
#undef COMMONWEAL_OF_EACH

template <typename Part, int count>
[[gnu::always_inline]] inline auto operator!(const Bundle<Part, count>& bundle) {
  return of_each<count>([](const auto& x) __attribute__((always_inline)) { return !x; }, bundle);
}

template <typename Mask, typename Part, int count>
[[gnu::always_inline]] inline Bundle<Part, count> select(const Bundle<Mask, count>& condition,
                                                         const Bundle<Part, count>& yes,
                                                         const Bundle<Part, count>& no) {
  return of_each<count>([](const auto& c, const auto& y, const auto& n)
                            __attribute__((always_inline)) { return select(c, y, n); },
                        condition, yes, no);
}

template <typename Mask, int count>
[[gnu::always_inline]] inline bool holds_everywhere(const Bundle<Mask, count>& condition) {
  bool all = true;
  for (const Mask& mask : condition.parts) all = all && holds_everywhere(mask);
  return all;
}

}  // namespace commonweal::maths

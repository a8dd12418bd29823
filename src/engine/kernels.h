// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <utility>

#include "engine/kernels_lookup.h"
#include "engine/lane_instruction.h"
#include "maths/bundle.h"
#include "maths/elementary_vector.h"

/// The kernels: what an instruction does to all lanes of a block, written once for vectors of any width. Included by
/// the kernels_*.cpp only, each compiled for a processor of its own; all is local to each of them, so that the linker
/// cannot take one's for another's.
namespace commonweal::engine {
namespace {

using program::Operation;

/// `together`: how many vectors are taken at a time where that helps; a block has a multiple of them.
template <int width, int together>
class Kernels {
 public:
  static void add_scaled(double* to, const double* from, double factor, std::size_t lanes) {
    struct [[gnu::packed]] Unaligned {
      Real value;
    };
    auto* sums = reinterpret_cast<Unaligned*>(to);
    const auto* values = reinterpret_cast<const Real*>(from);
    for (std::size_t i = 0; i < lanes / width; ++i) sums[i].value += values[i] * factor;
  }

  template <std::uint32_t number>
  static void run(const LaneInstruction& instruction, const KernelContext& context) {
    if constexpr (number >= kernel::check_finite) {
      check<number>(instruction, context);
    } else if constexpr (number == kernel::power_by_logarithm) {
      power_by_logarithm(instruction, context);
    } else if constexpr (number >= kernel::logarithm_head) {
      part_of_logarithm<number>(instruction, context);
    } else if constexpr (number >= kernel::pairs) {
      fused<number>(instruction, context);
    } else {
      single<static_cast<Operation>(number)>(instruction, context);
    }
  }

 private:
  using Real = typename maths::Vector<width>::Real;

  /// How many vectors go through an elementary function side by side. A page's engine gains nothing: measured with
  /// clang, exponentials took twice as long. Under sanitizers more of them take a compiler up to twice as long.
#if defined(__wasm__) || defined(COMMONWEAL_SANITIZED)
  static constexpr int abreast = 1;
#else
  static constexpr int abreast = together;
#endif
  using Several = maths::Bundle<Real, abreast>;

  /// A single value needs no loop, and the compiler shall know it.
  [[gnu::always_inline]] static std::uint32_t vectors(const KernelContext& context) {
    return width == 1 && together == 1 ? 1 : context.vectors;
  }

  /// Reads an operand vector by vector.
  struct Reader {
    const std::byte* at;
    std::size_t step;

    [[gnu::always_inline]] Reader(const LaneOperand& operand, const KernelContext& context)
        : at(context.registers + operand.offset), step(operand.step) {}
    [[gnu::always_inline]] Real next() {
      const Real value = *reinterpret_cast<const Real*>(at);
      at += step;
      return value;
    }
  };

  [[gnu::always_inline]] static Real* result_of(const LaneInstruction& instruction, const KernelContext& context) {
    return reinterpret_cast<Real*>(context.registers + instruction.result);
  }

  /// The operations that are fused, by their numbers in namespace kernel.
  template <std::uint32_t operation>
  [[gnu::always_inline]] static Real simple(Real a, Real b) {
    if constexpr (operation == kernel::add) return a + b;
    if constexpr (operation == kernel::subtract) return a - b;
    if constexpr (operation == kernel::multiply) return a * b;
    if constexpr (operation == kernel::divide) return a / b;
    if constexpr (operation == kernel::minimum) return maths::select(b < a, b, a);
    if constexpr (operation == kernel::maximum) return maths::select(b > a, b, a);
  }

  template <std::uint32_t operation, bool is_right>
  [[gnu::always_inline]] static Real sided(Real inner, Real other) {
    return is_right ? simple<operation>(other, inner) : simple<operation>(inner, other);
  }

  template <std::uint32_t comparison>
  [[gnu::always_inline]] static auto compare(Real a, Real b) {
    if constexpr (comparison == 0) return a < b;
    if constexpr (comparison == 1) return a <= b;
    if constexpr (comparison == 2) return a > b;
    if constexpr (comparison == 3) return a >= b;
    if constexpr (comparison == 4) return a == b;
    if constexpr (comparison == 5) return a != b;
  }

  template <std::uint32_t number>
  [[gnu::always_inline]] static Real fuse(Real a, Real b, Real c, Real d) {
    using namespace kernel;
    if constexpr (number >= choices) {
      return maths::select(compare<number - choices>(a, b), c, d);
    } else if constexpr (number >= trees) {
      constexpr std::uint32_t n = number - trees;
      return simple<n % chainable>(simple<n / chainable / chainable>(a, b), simple<n / chainable % chainable>(c, d));
    } else if constexpr (number >= chains) {
      constexpr std::uint32_t n = number - chains, middle = n / 2 / chainable;
      const Real inside = simple<middle / 2 / chainable>(a, b);
      return sided < n / 2 % chainable, n % 2 == 1 > (sided < middle / 2 % chainable, middle % 2 == 1 > (inside, c), d);
    } else {
      constexpr std::uint32_t n = number - pairs;
      return sided < n / 2 % fusible, n % 2 == 1 > (simple<n / 2 / fusible>(a, b), c);
    }
  }

  template <std::uint32_t number>
  static void fused(const LaneInstruction& instruction, const KernelContext& context) {
    Reader a(instruction.operands[0], context), b(instruction.operands[1], context);
    Reader c(instruction.operands[2], context);
    Real* result = result_of(instruction, context);
    if constexpr (number < kernel::chains) {
      for (std::uint32_t i = 0; i < vectors(context); ++i) {
        const Real x = a.next(), y = b.next(), z = c.next();
        result[i] = fuse<number>(x, y, z, z);
      }
    } else {
      Reader d(instruction.operands[3], context);
      for (std::uint32_t i = 0; i < vectors(context); ++i) {
        const Real x = a.next(), y = b.next(), z = c.next(), w = d.next();
        result[i] = fuse<number>(x, y, z, w);
      }
    }
  }

  [[gnu::always_inline]] static Real truth(auto condition) {
    return maths::select(condition, maths::all<Real>(1), maths::all<Real>(0));
  }

  template <Operation operation>
  static void single(const LaneInstruction& instruction, const KernelContext& context) {
    using enum Operation;
    if constexpr (operation == lookup) {
      look_up(instruction, context);
    } else if constexpr (operation == sum || operation == product || operation == smallest || operation == largest) {
      reduce<operation>(instruction, context);
    } else if constexpr (operation == allocate) {
      share_out(instruction, context);
    } else if constexpr (is_elementary(operation)) {
      elementary<operation>(instruction, context);
    } else if constexpr (is_vectorised(operation)) {
      Reader a(instruction.operands[0], context), b(instruction.operands[1], context);
      Reader c(instruction.operands[2], context);
      Real* result = result_of(instruction, context);
      for (std::uint32_t i = 0; i < vectors(context); ++i) {
        const Real x = a.next(), y = b.next(), z = c.next();
        result[i] = of<operation>(x, y, z);
      }
    } else {
      lane_by_lane(instruction, context);
    }
  }

  static constexpr bool is_vectorised(Operation operation) { return operation <= Operation::absolute; }

  static constexpr bool is_elementary(Operation operation) {
    return operation == Operation::power || operation == Operation::exponential ||
           operation == Operation::natural_logarithm || operation == Operation::logarithm;
  }

  /// Each of these is one long chain of small steps, so a few vectors go through it side by side.
  template <Operation operation>
  static void elementary(const LaneInstruction& instruction, const KernelContext& context) {
    Reader a(instruction.operands[0], context), b(instruction.operands[1], context);
    Real* result = result_of(instruction, context);
    for (std::uint32_t i = 0; i < vectors(context); i += abreast) {
      Several x, y;
      for (int k = 0; k < abreast; ++k) {
        x.parts[k] = a.next();
        y.parts[k] = b.next();
      }
      const Several made = elementary_of<operation>(x, y);
      for (int k = 0; k < abreast; ++k) result[i + k] = made.parts[k];
    }
  }

  template <Operation operation>
  [[gnu::always_inline]] static Several elementary_of(const Several& a, const Several& b) {
    using enum Operation;
    if constexpr (operation == power) return maths::power_of(a, b);
    if constexpr (operation == exponential) return maths::exponential_of(a);
    if constexpr (operation == natural_logarithm) return maths::natural_logarithm_of(a);
    if constexpr (operation == logarithm) return maths::natural_logarithm_of(a) / maths::natural_logarithm_of(b);
  }

  template <Operation operation>
  [[gnu::always_inline]] static Real of(Real a, Real b, Real c) {
    using enum Operation;
    const Real zero = maths::all<Real>(0);
    if constexpr (operation == copy) return a;
    if constexpr (operation == add) return a + b;
    if constexpr (operation == subtract) return a - b;
    if constexpr (operation == multiply) return a * b;
    if constexpr (operation == divide) return a / b;
    if constexpr (operation == negate) return -a;
    if constexpr (operation == less) return truth(a < b);
    if constexpr (operation == less_equal) return truth(a <= b);
    if constexpr (operation == greater) return truth(a > b);
    if constexpr (operation == greater_equal) return truth(a >= b);
    if constexpr (operation == equal) return truth(a == b);
    if constexpr (operation == not_equal) return truth(a != b);
    if constexpr (operation == logical_and) return truth((a != zero) & (b != zero));
    if constexpr (operation == logical_or) return truth((a != zero) | (b != zero));
    if constexpr (operation == logical_not) return truth(a == zero);
    if constexpr (operation == choose) return maths::select(a != zero, b, c);
    if constexpr (operation == minimum) return simple<kernel::minimum>(a, b);
    if constexpr (operation == maximum) return simple<kernel::maximum>(a, b);
    if constexpr (operation == zero_if_divided_by_zero) return maths::select<>(b == zero, zero, Real(a / b));
    if constexpr (operation == value_if_divided_by_zero) return maths::select<>(b == zero, c, Real(a / b));
    if constexpr (operation == absolute) return maths::magnitude(a);
  }

  template <std::uint32_t number>
  static void part_of_logarithm(const LaneInstruction& instruction, const KernelContext& context) {
    Reader a(instruction.operands[0], context);
    Real* result = result_of(instruction, context);
    for (std::uint32_t i = 0; i < vectors(context); ++i) {
      const auto log2 = maths::log2_of<maths::Case::ordinary>(a.next());
      result[i] = number == kernel::logarithm_head ? log2.high : log2.low;
    }
  }

  static void power_by_logarithm(const LaneInstruction& instruction, const KernelContext& context) {
    Reader a(instruction.operands[0], context), b(instruction.operands[1], context);
    Reader c(instruction.operands[2], context), d(instruction.operands[3], context);
    Real* result = result_of(instruction, context);
    for (std::uint32_t i = 0; i < vectors(context); i += abreast) {
      Several x, y;
      maths::Log2<Several> log2;
      for (int k = 0; k < abreast; ++k) {
        x.parts[k] = a.next();
        y.parts[k] = b.next();
        log2.high.parts[k] = c.next();
        log2.low.parts[k] = d.next();
      }
      const Several made = maths::power_of(x, y, log2);
      for (int k = 0; k < abreast; ++k) result[i + k] = made.parts[k];
    }
  }

  template <Operation operation>
  [[gnu::always_inline]] static Real joined(Real total, Real next) {
    if constexpr (operation == Operation::sum) return total + next;
    if constexpr (operation == Operation::product) return total * next;
    if constexpr (operation == Operation::smallest) return maths::select(next < total, next, total);
    if constexpr (operation == Operation::largest) return maths::select(next > total, next, total);
  }

  /// A few vectors at a time go through all operands, so that their totals stay in registers.
  template <Operation operation>
  static void reduce(const LaneInstruction& instruction, const KernelContext& context) {
    const LaneOperand* list = context.lists + instruction.extra;
    Real* result = result_of(instruction, context);
    for (std::uint32_t first = 0; first < vectors(context); first += together) {
      Real totals[together];
      const auto at = [&](const LaneOperand& operand, int i) {
        return *reinterpret_cast<const Real*>(context.registers + operand.offset +
                                              (first + static_cast<std::size_t>(i)) * operand.step);
      };
      for (int i = 0; i < together; ++i) totals[i] = at(list[0], i);
      for (std::uint32_t k = 1; k < instruction.count; ++k) {
        for (int i = 0; i < together; ++i) totals[i] = joined<operation>(totals[i], at(list[k], i));
      }
      for (int i = 0; i < together; ++i) result[first + i] = totals[i];
    }
  }

  /// What has no vector form: the plain engine's own function for one lane after the other.
  static void lane_by_lane(const LaneInstruction& instruction, const KernelContext& context) {
    Reader a(instruction.operands[0], context), b(instruction.operands[1], context);
    Reader c(instruction.operands[2], context);
    Real* result = result_of(instruction, context);
    for (std::uint32_t i = 0; i < vectors(context); ++i) {
      const Real x = a.next(), y = b.next(), z = c.next();
      Real made = x;
      for (int lane = 0; lane < width; ++lane) {
        const double value = context.apply(instruction.operation, maths::element(x, lane), maths::element(y, lane),
                                           maths::element(z, lane));
        maths::set_element(made, lane, value);
      }
      result[i] = made;
    }
  }

  static void share_out(const LaneInstruction& instruction, const KernelContext& context) {
    const LaneOperand* list = context.lists + instruction.extra;
    const std::uint32_t extent = instruction.count;
    const auto place = static_cast<std::size_t>(instruction.operands[3].offset);
    auto* result = reinterpret_cast<double*>(context.registers + instruction.result);
    for (std::uint32_t lane = 0; lane < vectors(context) * width; ++lane) {
      const auto value = [&](const LaneOperand& operand) {
        const auto vector = static_cast<std::size_t>(lane / width);
        return reinterpret_cast<const double*>(context.registers + operand.offset +
                                               vector * operand.step)[lane % width];
      };
      for (std::uint32_t k = 0; k < 2 * extent; ++k) context.scratch[k] = value(list[k]);
      result[lane] = context.allocate(context.scratch, context.scratch + extent, extent, value(list[2 * extent]),
                                      value(list[2 * extent + 1]), place);
    }
  }

  static void look_up(const LaneInstruction& instruction, const KernelContext& context) {
    const LaneTable& table = context.tables[instruction.extra];
    Reader a(instruction.operands[0], context);
    Real* result = result_of(instruction, context);
    for (std::uint32_t i = 0; i < vectors(context); i += together) {
      Real x[together];
      for (int k = 0; k < together; ++k) x[k] = a.next();
      Lookups<width, together>::read(table, x, result + i);
    }
  }

  template <std::uint32_t number>
  [[gnu::always_inline]] static Real trouble(Real value) {
    if constexpr (number == kernel::check_finite) return value - value;
    const Real none = maths::all<Real>(__builtin_nan("")), zero = maths::all<Real>(0);
    if constexpr (number == kernel::check_number) return maths::select(value != value, none, zero);
    if constexpr (number == kernel::check_divisor) return maths::select(value == zero, none, zero);
  }

  /// Looks at four values; 0 stays 0 if all is well.
  template <std::uint32_t number>
  static void check(const LaneInstruction& instruction, const KernelContext& context) {
    Reader a(instruction.operands[0], context), b(instruction.operands[1], context);
    Reader c(instruction.operands[2], context), d(instruction.operands[3], context);
    auto* faulty = reinterpret_cast<Real*>(context.faulty);
    for (std::uint32_t i = 0; i < vectors(context); ++i) {
      const Real x = a.next(), y = b.next(), z = c.next(), w = d.next();
      faulty[i] += (trouble<number>(x) + trouble<number>(y)) + (trouble<number>(z) + trouble<number>(w));
    }
  }
};

template <int width, int together>
struct KernelTable {
  template <std::uint32_t... numbers>
  static constexpr std::array<Kernel, kernel::count> make(std::integer_sequence<std::uint32_t, numbers...>) {
    return {&Kernels<width, together>::template run<numbers>...};
  }
  static constexpr std::array<Kernel, kernel::count> all =
      make(std::make_integer_sequence<std::uint32_t, kernel::count>());
};

template <int width, int together>
KernelSet kernel_set(const char* name, std::uint32_t lanes) {
  return {name, width, together, lanes, KernelTable<width, together>::all.data(), Kernels<width, together>::add_scaled};
}

}  // namespace
}  // namespace commonweal::engine

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "program/program.h"

/// What kernels and those who call them share. No code: kernels are compiled for several processors, and a function
/// that stood here could be called on the wrong one.
namespace commonweal::engine {

/// Values of all lanes of a block, in a cell of the registers; or one value for all of them, as wide as one vector.
struct LaneOperand {
  std::uint32_t offset = 0;  ///< in bytes
  std::uint32_t step = 0;    ///< from one vector to the next: 0 if all lanes have the same value
};

struct KernelContext;
struct LaneInstruction;
using Kernel = void (*)(const LaneInstruction&, const KernelContext&);

struct LaneInstruction {
  Kernel kernel = nullptr;
  std::uint32_t result = 0;  ///< offset of a cell
  std::uint32_t extra = 0;   ///< a table; or the first of many operands in KernelContext::lists
  std::uint32_t count = 0;   ///< of a reduction or allocation: how many neighbours
  program::Operation operation = program::Operation::copy;
  LaneOperand operands[4];
};

/// A lookup's points. Segment i lies below x[i]; the first is below all points, the last above.
struct LaneTable {
  static constexpr std::uint32_t shuffled = 16;  ///< with so many segments at most a table is read from registers

  /// Of a segment: where it begins, and how far it goes.
  struct alignas(32) Row {
    double x = 0, y = 0, run = 0, rise = 0;
  };

  std::uint32_t points = 0;
  const double* x = nullptr;
  const Row* rows = nullptr;        ///< [segment]; nothing in the first and the last
  const double* columns = nullptr;  ///< [4 * shuffled] the same by columns, if that is room enough
  double first = 0, last = 0;
};

struct KernelContext {
  std::byte* registers = nullptr;
  std::uint32_t vectors = 1;  ///< of a cell that are in use
  double* faulty = nullptr;   ///< [lane] no number once something went wrong there
  const LaneOperand* lists = nullptr;
  const LaneTable* tables = nullptr;
  double* scratch = nullptr;  ///< room for the requests and priorities of the widest allocation
  double (*apply)(program::Operation, double, double, double) = nullptr;
  double (*allocate)(const double* requests, const double* priorities, std::size_t count, double width, double supply,
                     std::size_t place) = nullptr;
};

/// Numbers of kernels. A fused kernel does the work of two or three instructions without storing what is between.
namespace kernel {

/// What can be fused, numbered: the first few in threes, all of them as pairs.
constexpr std::uint32_t add = 0, subtract = 1, multiply = 2, divide = 3, minimum = 4, maximum = 5;
constexpr std::uint32_t chainable = divide + 1, fusible = maximum + 1;

constexpr std::uint32_t pairs = 64;  ///< below: one for each program::Operation
constexpr std::uint32_t chains = pairs + fusible * fusible * 2;
constexpr std::uint32_t trees = chains + chainable * chainable * 2 * chainable * 2;
constexpr std::uint32_t choices = trees + chainable * chainable * chainable;
constexpr std::uint32_t logarithm_head = choices + 6;  ///< of base 2, in two parts
constexpr std::uint32_t logarithm_rest = logarithm_head + 1;
constexpr std::uint32_t power_by_logarithm = logarithm_rest + 1;  ///< of a, b; the parts of a's logarithm
constexpr std::uint32_t check_finite = power_by_logarithm + 1;
constexpr std::uint32_t check_number = check_finite + 1;
constexpr std::uint32_t check_divisor = check_number + 1;
constexpr std::uint32_t count = check_divisor + 1;

/// outer(inner(a, b), c), or outer(c, inner(a, b)) if the inner is the outer's right side.
constexpr std::uint32_t pair(std::uint32_t inner, std::uint32_t outer, bool is_right) {
  return pairs + (inner * fusible + outer) * 2 + (is_right ? 1 : 0);
}
/// outer(middle(inner(a, b), c), d), either side likewise.
constexpr std::uint32_t chain(std::uint32_t inner, std::uint32_t middle, bool inner_is_right, std::uint32_t outer,
                              bool middle_is_right) {
  return chains + (((inner * chainable + middle) * 2 + (inner_is_right ? 1 : 0)) * chainable + outer) * 2 +
         (middle_is_right ? 1 : 0);
}
/// outer(left(a, b), right(c, d)).
constexpr std::uint32_t tree(std::uint32_t left, std::uint32_t right, std::uint32_t outer) {
  return trees + (left * chainable + right) * chainable + outer;
}
/// choose(compare(a, b), c, d).
constexpr std::uint32_t choice(std::uint32_t comparison) {
  return choices + comparison;
}

}  // namespace kernel

struct Segment;
struct Translation;
/// Makes a kernel of each segment (segment.h), for vectors of `width`.
using Translator = Translation (*)(std::span<const Segment> segments, std::uint32_t width);

/// Kernels for one kind of processor.
struct KernelSet {
  const char* name = "";
  std::uint32_t width = 1;          ///< doubles in a vector
  std::uint32_t together = 1;       ///< a kernel is given a multiple of so many vectors
  std::uint32_t lanes = 1;          ///< of a block; a multiple of width * together
  const Kernel* kernels = nullptr;  ///< kernel::count of them
  /// to += from * factor; `lanes` is a multiple of width * together.
  void (*add_scaled)(double* to, const double* from, double factor, std::size_t lanes) = nullptr;
  Translator translate = nullptr;  ///< nothing: no code is made for a program alone
};

}  // namespace commonweal::engine

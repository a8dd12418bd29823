// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.h"

/// A model made ready to run: numbers and slots only, in the order they are computed, constant from here on.
///
/// Every value lives in a slot. An array's elements are neighbours, in row-major order. A block is one equation: a
/// short list of instructions done for each turn of its loops, so that eleven services are one block of eleven turns.
namespace commonweal::program {

enum class Operation : std::uint8_t {
  // clang-format off: alike operations share a line
  copy,
  add, subtract, multiply, divide, power, negate,
  less, less_equal, greater, greater_equal, equal, not_equal, logical_and, logical_or, logical_not,
  choose, minimum, maximum, zero_if_divided_by_zero, value_if_divided_by_zero,
  absolute, exponential, natural_logarithm, logarithm, square_root, sine, cosine, tangent,
  arc_sine, arc_cosine, arc_tangent, hyperbolic_sine, hyperbolic_cosine, hyperbolic_tangent,
  integer, modulo, quantum,
  lookup,                           ///< operands: x; number of the table
  sum, product, smallest, largest,  ///< operands: first of `extent` neighbours
  allocate,                         ///< operands: first request, first priority; width; supply (see Instruction)
  // clang-format on
};

/// A word for dumps and messages.
std::string_view text(Operation operation);

/// Which slot an instruction means in turn k of its block: first + stride * k, or addresses[table][k].
struct Operand {
  static constexpr std::uint32_t affine = 0xffffffff;

  std::uint32_t first = 0;
  std::uint32_t stride = 0;
  std::uint32_t table = affine;

  friend bool operator==(const Operand&, const Operand&) = default;
};

struct Instruction {
  Operation operation = Operation::copy;
  bool may_fail = false;     ///< stands in a branch that may not be chosen: no number is no fault yet
  std::uint32_t extent = 0;  ///< of a reduction or allocation: how many neighbours it runs over
  std::uint32_t place = 0;   ///< of an allocation: a table of addresses, turn -> which of the neighbours this turn is
  Operand result;
  std::array<Operand, 4> operands;
};

/// One equation's instructions, done for each of its turns before the next block begins.
struct Block {
  std::uint32_t turns = 1;
  std::uint32_t first_instruction = 0;
  std::uint32_t instruction_count = 0;
  bool is_part = false;  ///< the terms of a sum, for the next block that is none: some may be in a branch never chosen
};

/// What a variable is to someone who sets or reads it.
enum class Kind { constant, auxiliary, stock, held, data };

/// A variable as results and settings name it.
struct Variable {
  std::string name;
  std::string unit;
  Kind kind = Kind::auxiliary;
  std::uint32_t first_slot = 0;
  std::vector<std::string> elements;  ///< "older people, 85 plus" for two subscripts; {""} for a scalar
  std::vector<bool> defined;          ///< elements without an equation have no value and are never shown
  base::Position position;            ///< where the model defines it, for messages
};

/// How a series is read between its points.
enum class Between {
  hold_last,  ///< the last point at or before the time
  take_next,  ///< the next point at or after it
  straight,   ///< on the straight line between the two
};

/// The points of a lookup, x rising.
struct Table {
  std::vector<double> x, y;
};

/// A data series that must be given from outside before a run, one value of it for each flat element.
struct Series {
  std::uint32_t slot = 0;
  std::uint32_t variable = 0;  ///< into Program::variables
  std::uint32_t element = 0;
  Between between = Between::hold_last;
};

/// Slots that hold parts of an equation, from `first` on up to the next such run.
struct PartSlots {
  std::uint32_t first = 0;
  std::uint32_t variable = 0;  ///< whose equation it is: into Program::variables
};

/// A series as it will be at some part of the step to come.
struct SeriesAhead {
  std::uint32_t slot = 0;
  std::uint32_t series = 0;  ///< into Program::series
  double fraction = 1;       ///< of the step: above 0 and at most 1
};

/// Neighbouring slots that change: state += change * time step.
struct StockArray {
  std::uint32_t state = 0;
  std::uint32_t rate = 0;    ///< of the time at hand
  std::uint32_t change = 0;  ///< the rate over the step; by Euler's method the slots of `rate` again
  std::uint32_t count = 1;
};

/// A DELAY FIXED: `output` is what `input` was, `time` years ago.
struct FixedDelay {
  std::uint32_t output = 0, input = 0, time = 0;
};

struct Program {
  std::uint32_t slots = 0;
  std::vector<double> start;  ///< what each slot holds before initialising: constants, literals, 0

  std::vector<Block> controls;    ///< what INITIAL TIME needs, if it is not a number
  std::vector<Block> initialise;  ///< initial values of stocks and held values
  std::vector<Block> advance;     ///< everything else, at every time
  std::vector<Block> rates;       ///< rates of stocks and inputs of fixed delays, once all else is known
  std::vector<Block> stages;      ///< by RK4: what stocks change by over the step; nothing by Euler's method

  std::vector<Instruction> instructions;
  std::vector<std::vector<std::uint32_t>> addresses;
  std::vector<Table> tables;
  std::vector<StockArray> stocks;
  std::vector<FixedDelay> delays;
  std::vector<Series> series;
  std::vector<SeriesAhead> series_ahead;  ///< for `stages`
  std::vector<Variable> variables;        ///< all that an author wrote, but for lookups
  std::vector<PartSlots> parts;           ///< slots that no author named, in rising order

  std::uint32_t time = 0, initial_time = 0, final_time = 0, time_step = 0, saveper = 0;  ///< slots

  /// The variable of that name in any spelling; nullptr if there is none.
  const Variable* find(std::string_view name) const;

  /// "name[element]" of a slot, and the variable's position; empty for a slot that no author named.
  struct Named {
    const Variable* variable = nullptr;
    std::string text;
  };
  Named named(std::uint32_t slot) const;

  /// The same, and for a slot that no author named the variable in whose equation it is a part.
  Named named_or_part_of(std::uint32_t slot) const;
};

/// The program as text: `dump program`.
std::string dump(const Program& program);

}  // namespace commonweal::program

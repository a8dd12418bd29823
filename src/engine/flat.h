// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "program/program.h"

/// A program taken apart for lanes: no loops, and each value made once.
///
/// The plain engine overwrites slots; here every instruction's result is a value of its own, so that it is plain who
/// made what who reads. A slot that is read before it is written in a step is a *home*: what it holds lasts from step
/// to step (constants, series, stocks, samples, the time).
namespace commonweal::engine {

enum class Phase : std::uint8_t { controls, initialise, advance, rates };

using ValueId = std::uint32_t;
inline constexpr ValueId no_value = std::numeric_limits<ValueId>::max();

/// What no single instruction of a program does: powers.h.
enum class Special : std::uint8_t { none, logarithm_head, logarithm_rest, power_by_logarithm };

struct FlatValue {
  bool is_home = false;
  Phase phase = Phase::controls;  ///< in which it is made; nothing for a home
  program::Operation operation = program::Operation::copy;
  Special special = Special::none;  ///< what is done instead of the operation
  std::uint32_t slot = 0;           ///< of the program
  std::uint32_t first_input = 0;    ///< into Flat::inputs
  std::uint32_t input_count = 0;
  std::uint32_t table = 0;  ///< of a lookup: which; of an allocation: which of the requesters this is
};

/// What the plain engine calls a fault, said of a value in a phase.
struct Wanted {
  enum class Kind : std::uint8_t {
    finite,      ///< the result of an equation
    a_number,    ///< a part of one: it may be infinite
    no_divisor,  ///< likewise, of a division: its divisor is not 0
  };
  Phase phase = Phase::advance;
  ValueId value = no_value;  ///< for no_divisor: the divisor
  Kind kind = Kind::finite;
  ValueId quotient = no_value;  ///< for no_divisor

  friend auto operator<=>(const Wanted&, const Wanted&) = default;
};

struct Flat {
  std::vector<FlatValue> values;  ///< in the order they are made
  std::vector<ValueId> inputs;
  std::vector<Wanted> wanted;

  /// What lasts in a slot from step to step.
  struct Home {
    ValueId value = no_value;
    ValueId initially = no_value;  ///< made while initialising; nothing: what the slot starts with
    ValueId stepwise = no_value;   ///< made in every step (a sample)
  };
  std::vector<Home> homes;
  std::vector<std::uint32_t> home_of;  ///< [slot] into homes; no_value if it has none

  struct Stock {
    std::uint32_t home = 0;
    ValueId rate = no_value;
  };
  std::vector<Stock> stocks;
  struct Delay {
    std::uint32_t home = 0;
    ValueId input = no_value;
    ValueId time = no_value;  ///< made while initialising
  };
  std::vector<Delay> delays;

  std::vector<ValueId> observed;    ///< as they are when a moment is shown
  ValueId initial_time = no_value;  ///< as the controls leave it
  std::uint32_t time_step = 0;      ///< its home

  std::span<const ValueId> inputs_of(const FlatValue& value) const {
    return std::span(inputs).subspan(value.first_input, value.input_count);
  }
};

/// Takes a program apart. `observed` are slots.
Flat flatten(const program::Program& program, std::span<const std::uint32_t> observed);

}  // namespace commonweal::engine

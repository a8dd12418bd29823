// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "base/names.h"
#include "base/source_text.h"

/// A model as its author wrote it: equations in order, with positions, before any name has a meaning.
namespace commonweal::syntax {

using ExpressionId = base::Id<struct ExpressionTag>;

enum class ExpressionKind {
  number,   ///< `number`
  missing,  ///< :NA:
  name,     ///< `name` with optional `subscripts`
  unary,    ///< `op` with one operand
  binary,   ///< `op` with two operands
  call,     ///< `name` with optional `subscripts`: a built-in function or a lookup, told apart by the model
  table,    ///< a literal lookup, ((0,0),(1,2)), as WITH LOOKUP takes it: `table`
  array,    ///< a list of numbers, 1, 2; 3, 4; as the right side of a constant: `rows`
  text,     ///< a quoted text argument ('data.xlsx'): `name`
};

enum class Operator {
  none,
  add,
  subtract,
  multiply,
  divide,
  power,
  negate,
  identity,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  logical_and,
  logical_or,
  logical_not
};

/// A subscript where it is used: x[Age!, older people].
struct Subscript {
  std::string name;
  bool reduced = false;  ///< written with '!': SUM and its kin run over it
  base::Span span;
};

/// The points of a lookup, in order of x as written.
struct LookupTable {
  std::vector<std::pair<double, double>> points;
  base::Span span;
};

struct Expression {
  ExpressionKind kind = ExpressionKind::number;
  Operator op = Operator::none;
  double number = 0;
  std::string name;  ///< as written, outer blanks and line breaks folded to one space
  std::vector<Subscript> subscripts;
  std::vector<ExpressionId> operands;  ///< operands or arguments, in order
  LookupTable table;
  std::vector<std::vector<double>> rows;
  base::Span span;
};

enum class EquationKind {
  regular,       ///< x = ...
  unchangeable,  ///< x == ...
  data,          ///< x := ...
  series,        ///< x, no right side: values come from outside
  lookup,        ///< x( (0,0),(1,1) )
  dimension,     ///< Age: young, old
  equivalence,   ///< Cohort <-> Group
};

/// How a data series is read between its points (keyword on the left side).
enum class Interpolation { unstated, interpolate, look_forward, hold_backward, raw };

struct LeftSide {
  std::string name;
  std::vector<Subscript> subscripts;
  std::vector<std::vector<Subscript>> exceptions;  ///< each :EXCEPT: list
  Interpolation interpolation = Interpolation::unstated;
  base::Span span;
};

/// One entry of a dimension's list: an element or subrange, or a numeric range (A1-A5).
struct DimensionItem {
  std::string first;
  std::string last;  ///< empty unless a range (first-last)
  base::Span span;
};

/// "-> Other" or "-> (Other: a, b, c)": where this dimension's elements go in another dimension.
struct DimensionMapping {
  std::string target;
  std::vector<DimensionItem> elements;  ///< empty: element by element in order
  base::Span span;
};

struct Equation {
  EquationKind kind = EquationKind::regular;
  LeftSide left;
  ExpressionId right;                      ///< for regular, unchangeable, data; names nothing if it had a fault
  LookupTable table;                       ///< for lookup
  std::vector<DimensionItem> items;        ///< for dimension
  std::vector<DimensionMapping> mappings;  ///< for dimension
  std::string equivalent;                  ///< for equivalence: the other name
  std::string units;                       ///< as written, without a range [0,10]
  base::Span units_span;
  std::string documentation;  ///< white space folded
  std::string group;          ///< the group it stands in; empty before the first
  bool supplementary = false;
  base::Span span;  ///< the whole entry, from the name to the last character before '|'
};

/// A part of the model under a heading of its own: a banner of stars.
struct Group {
  std::string name;
  std::string documentation;  ///< white space folded
};

/// How stocks are carried from one time to the next.
enum class Integration { euler, runge_kutta };

struct Document {
  base::SharedSource source;
  Integration integration = Integration::euler;
  base::IdVector<ExpressionId, Expression> expressions;
  std::vector<Equation> equations;  ///< in the order written
  std::vector<Group> groups;        ///< those that hold an equation, in the order written

  base::Position at(base::Span span) const { return source->at(span); }
};

using base::canonical;

}  // namespace commonweal::syntax

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "base/ids.h"
#include "base/source_text.h"
#include "model/function.h"
#include "syntax/document.h"

/// A model whose names all have a meaning: variables over axes of elements, equations as loops over them.
/// Arrays stay arrays: an equation for eleven services is one equation with one axis of eleven.
namespace commonweal::model {

using ElementId = base::Id<struct ElementTag>;
using DimensionId = base::Id<struct DimensionTag>;
using VariableId = base::Id<struct VariableTag>;
using EquationId = base::Id<struct EquationTag>;
using NodeId = base::Id<struct NodeTag>;

/// One member of a dimension. It may stand in several dimensions (a subrange shares its elements).
struct Element {
  std::string name;
};

/// Where each element of a dimension goes in another one: `targets[i]` are those of its i-th element.
struct Mapping {
  DimensionId target;
  std::vector<std::vector<ElementId>> targets;
};

struct Dimension {
  std::string name;
  std::vector<ElementId> elements;
  std::vector<Mapping> mappings;
};

/// A list of elements that a loop runs through or an array is stored by.
struct Axis {
  DimensionId dimension;            ///< does not exist for a list that no dimension names
  std::vector<ElementId> elements;  ///< in order; never empty
  bool reduced = false;             ///< a loop of a SUM or its kin, not of the left side
};

/// One subscript of a variable as an equation uses it.
struct Index {
  static constexpr std::uint32_t fixed = 0xffffffff;

  std::uint32_t axis = fixed;       ///< which of the equation's axes it moves with; `fixed`: none
  std::vector<ElementId> elements;  ///< the element for each position of that axis; one element when fixed
};

enum class NodeKind {
  number,      ///< `number`
  reference,   ///< `variable` at `indices`
  position,    ///< the number of the element that the axis `axis` is at: a dimension's name used as a number
  call,        ///< `function` of `operands`
  lookup,      ///< `variable` (a lookup) at `indices`, read at operands[0]
  table,       ///< a literal table `table`, read at operands[0]
  reduction,   ///< `function` (sum, product, smallest, largest) of operands[0] over `reduced` axes
  allocation,  ///< ALLOCATE BY PRIORITY: operands request, priority (over `axis`), then width, supply
};

struct Node {
  NodeKind kind = NodeKind::number;
  double number = 0;
  VariableId variable;
  std::vector<Index> indices;
  Function function = Function::add;
  std::vector<NodeId> operands;
  std::uint32_t axis = Index::fixed;
  std::vector<std::uint32_t> reduced;
  std::uint32_t table = 0;  ///< into Model::tables
  base::Span span;
};

/// How an equation gives its variable a value.
enum class Form {
  algebraic,       ///< `right` at every time
  constants,       ///< one number for each element: `constants`
  stock,           ///< starts at `initial`, changes by the rate `right`
  initial_only,    ///< `initial`, taken once before the first step
  active_initial,  ///< `right` while running, `initial` while initialising
  sample,          ///< `right` while `condition` is not 0, otherwise as it was; starts at `initial`
  delay_fixed,     ///< `right` as it was `condition` years ago; `initial` before that
  series,          ///< a data series given from outside
  lookup,          ///< a table, `table`
};

struct Equation {
  VariableId variable;
  Form form = Form::algebraic;
  std::vector<Axis> axes;     ///< left-side loops in order, then the loops of reductions
  std::size_t left_axes = 0;  ///< how many of `axes` are left-side loops
  std::vector<Index> left;    ///< one for each axis of the variable
  NodeId right, initial, condition;
  std::vector<double> constants;  ///< in row-major order of the left-side axes
  std::uint32_t table = 0;
  base::Span span;
};

/// What a variable is, told from its equations.
enum class VariableKind { constant, auxiliary, stock, held, data, lookup };

struct Variable {
  std::string name;
  VariableKind kind = VariableKind::auxiliary;
  std::vector<Axis> axes;  ///< what it is stored by; empty for a scalar
  std::vector<EquationId> equations;
  syntax::Interpolation interpolation = syntax::Interpolation::unstated;
  std::string units, documentation, group;
  base::Span units_span, span;
  std::vector<bool> defined;  ///< for each flat element: does an equation give it a value?
  bool hidden = false;        ///< made by the reader to carry a SMOOTH, a DELAY or the like
  VariableId owner;           ///< of a hidden one: the variable whose equation it was made for
};

struct Model {
  base::SharedSource source;
  syntax::Integration integration = syntax::Integration::euler;
  base::IdVector<ElementId, Element> elements;
  base::IdVector<DimensionId, Dimension> dimensions;
  base::IdVector<VariableId, Variable> variables;
  base::IdVector<EquationId, Equation> equations;
  base::IdVector<NodeId, Node> nodes;
  std::vector<syntax::LookupTable> tables;

  VariableId time, initial_time, final_time, time_step, saveper;
  std::size_t values = 0;  ///< elements of variables and turns of loops so far: see size_limit.h

  std::unordered_map<std::string, VariableId> variable_by_name;  ///< by canonical name
  std::unordered_map<std::string, DimensionId> dimension_by_name;
  std::unordered_map<std::string, ElementId> element_by_name;

  base::Position at(base::Span span) const { return source->at(span); }

  /// Looks a variable up by any spelling of its name; an id that does not exist if there is none.
  VariableId find(std::string_view name) const;

  /// Names of all variables that the author wrote, for suggestions.
  std::vector<std::string> variable_names() const;

  /// How many elements a variable has: the product of its axes, 1 for a scalar.
  std::size_t size_of(VariableId variable) const;

  /// "name" or "name[a, b]" for the flat position `element` (row-major over the variable's axes).
  std::string element_name(VariableId variable, std::size_t element) const;
};

/// Gives every name in `document` its meaning. After this no name is added. Faults: unknown variable, function or
/// subscript; wrong number of arguments or subscripts; an element defined twice, or used and not at all; a model too
/// large to hold. Circular definitions are found when it is put in order, see order.h.
Model build(const syntax::Document& document, base::Diagnostics& diagnostics);

/// The model as text, variable by variable: `dump model`.
std::string dump(const Model& model);

}  // namespace commonweal::model

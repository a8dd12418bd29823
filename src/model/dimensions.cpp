// SPDX-License-Identifier: Apache-2.0
#include "model/dimensions.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "base/text.h"
#include "model/size_limit.h"

namespace commonweal::model {

namespace {

using syntax::canonical;

/// Reads the dimensions of one document, each after those it is made of.
class DimensionReader {
 public:
  DimensionReader(const syntax::Document& document, Model& model, base::Diagnostics& diagnostics)
      : document_(document), model_(model), diagnostics_(diagnostics) {}

  void read() {
    for (const syntax::Equation& equation : document_.equations) {
      if (equation.kind != syntax::EquationKind::dimension) continue;
      if (written_.emplace(canonical(equation.left.name), &equation).second) continue;
      diagnostics_.error("dimension-twice", document_.at(equation.left.span),
                         fmt::format("dimension '{}' is written already", equation.left.name));
    }
    for (const syntax::Equation& equation : document_.equations) {
      if (equation.kind == syntax::EquationKind::dimension) dimension_named(canonical(equation.left.name));
    }
    read_aliases();
    read_mappings();
  }

 private:
  static constexpr std::size_t most_nested = 100;

  /// The dimension of that name, read now if it has not been; an id that does not exist if none is written.
  DimensionId dimension_named(const std::string& name) {
    if (const auto found = model_.dimension_by_name.find(name); found != model_.dimension_by_name.end()) {
      return found->second;
    }
    const auto written = written_.find(name);
    if (written == written_.end()) return {};
    const syntax::Equation& equation = *written->second;
    if (!in_progress_.insert(name).second) {
      diagnostics_.error("dimension-of-itself", document_.at(equation.left.span),
                         fmt::format("dimension '{}' is made of itself", equation.left.name));
      return {};
    }
    if (in_progress_.size() > most_nested) {
      diagnostics_.error("dimension-nesting", document_.at(equation.left.span),
                         fmt::format("dimension '{}' is made of more than {} dimensions one inside another",
                                     equation.left.name, most_nested));
      in_progress_.erase(name);
      return {};
    }
    Dimension dimension;
    dimension.name = equation.left.name;
    dimension.elements = members(equation);
    in_progress_.erase(name);
    const DimensionId id = model_.dimensions.add(std::move(dimension));
    model_.dimension_by_name.emplace(name, id);
    return id;
  }

  /// The elements of a dimension, at least one: after a fault, one that stands for those that could not be read.
  std::vector<ElementId> members(const syntax::Equation& equation) {
    std::vector<ElementId> elements;
    std::unordered_set<ElementId> seen;
    for (const syntax::DimensionItem& item : equation.items) {
      std::vector<ElementId> added;
      add_item(item, added);
      for (const ElementId element : added) {
        if (seen.insert(element).second) {
          elements.push_back(element);
          continue;
        }
        diagnostics_.error(
            "element-twice", document_.at(item.span),
            fmt::format("dimension '{}' has element '{}' already", equation.left.name, model_.elements[element].name));
        break;
      }
    }
    if (elements.size() > most_elements) {
      report_too_large(equation.left.name, equation.left.span);
      elements.resize(1);
    }
    if (elements.empty()) elements.push_back(model_.elements.add({equation.left.name}));
    return elements;
  }

  void report_too_large(const std::string& name, base::Span span) {
    diagnostics_.error("model-too-large", document_.at(span),
                       fmt::format("'{}' has more than {} elements", name, most_elements));
  }

  /// Adds what one entry of a list stands for: an element, the elements of another dimension, or a numeric range.
  void add_item(const syntax::DimensionItem& item, std::vector<ElementId>& elements) {
    if (!item.last.empty()) {
      for (const std::string& name : numeric_range(item)) elements.push_back(element_named(name));
      return;
    }
    const std::string name = canonical(item.first);
    if (written_.contains(name)) {
      const DimensionId subrange = dimension_named(name);
      if (!subrange.exists()) return;
      const auto& inner = model_.dimensions[subrange].elements;
      elements.insert(elements.end(), inner.begin(), inner.end());
      return;
    }
    elements.push_back(element_named(item.first));
  }

  ElementId element_named(const std::string& name) {
    const std::string key = canonical(name);
    if (const auto found = model_.element_by_name.find(key); found != model_.element_by_name.end()) {
      return found->second;
    }
    const ElementId id = model_.elements.add({name});
    model_.element_by_name.emplace(key, id);
    return id;
  }

  /// The names from first to last of (A1-A5): the same letters before a number that rises.
  std::vector<std::string> numeric_range(const syntax::DimensionItem& item) {
    const auto number_at = [](const std::string& name) { return name.find_last_not_of("0123456789") + 1; };
    const std::size_t cut = number_at(item.first);
    const std::size_t last_cut = number_at(item.last);
    int from = 0, to = -1;
    std::from_chars(item.first.data() + cut, item.first.data() + item.first.size(), from);
    std::from_chars(item.last.data() + last_cut, item.last.data() + item.last.size(), to);
    const std::string stem = item.first.substr(0, cut);
    if (stem != item.last.substr(0, last_cut) || to < from) {
      diagnostics_.error("bad-numeric-range", document_.at(item.span),
                         fmt::format("'{}-{}' is not a range of numbered elements", item.first, item.last),
                         "write the same name with a lower and a higher number, as in (A1-A5)");
      return {};
    }
    if (static_cast<std::size_t>(to - from) >= most_elements) {
      report_too_large(fmt::format("{}-{}", item.first, item.last), item.span);
      return {};
    }
    std::vector<std::string> names;
    for (int number = from; number <= to; ++number) names.push_back(fmt::format("{}{}", stem, number));
    return names;
  }

  void read_aliases() {
    for (const syntax::Equation& equation : document_.equations) {
      if (equation.kind != syntax::EquationKind::equivalence) continue;
      const DimensionId one = find(equation.left.name), other = find(equation.equivalent);
      if (one.exists() && !other.exists()) {
        model_.dimension_by_name.emplace(canonical(equation.equivalent), one);
      } else if (other.exists() && !one.exists()) {
        model_.dimension_by_name.emplace(canonical(equation.left.name), other);
      } else if (!one.exists()) {
        diagnostics_.error(
            "unknown-dimension", document_.at(equation.left.span),
            fmt::format("neither '{}' nor '{}' is a dimension", equation.left.name, equation.equivalent));
      }
    }
  }

  DimensionId find(const std::string& name) const {
    const auto found = model_.dimension_by_name.find(canonical(name));
    return found == model_.dimension_by_name.end() ? DimensionId() : found->second;
  }

  void read_mappings() {
    for (const syntax::Equation& equation : document_.equations) {
      if (equation.kind != syntax::EquationKind::dimension) continue;
      const DimensionId id = find(equation.left.name);
      if (!id.exists() || written_.at(canonical(equation.left.name)) != &equation) continue;
      for (const syntax::DimensionMapping& mapping : equation.mappings) read_mapping(id, mapping);
    }
  }

  /// One "-> Other": each element goes to the one at its place, or to the members of the subrange at its place.
  void read_mapping(DimensionId from, const syntax::DimensionMapping& written) {
    const DimensionId target = find(written.target);
    if (!target.exists()) {
      diagnostics_.error("unknown-dimension", document_.at(written.span),
                         fmt::format("'{}' is not a dimension", written.target),
                         base::suggestion(written.target, dimension_names()));
      return;
    }
    Mapping mapping;
    mapping.target = target;
    if (written.elements.empty()) {
      for (const ElementId element : model_.dimensions[target].elements) mapping.targets.push_back({element});
    }
    for (const syntax::DimensionItem& item : written.elements) {
      std::vector<ElementId> elements;
      add_item(item, elements);
      if (item.last.empty()) {
        mapping.targets.push_back(elements);
      } else {
        for (const ElementId element : elements) mapping.targets.push_back({element});
      }
    }
    const std::size_t expected = model_.dimensions[from].elements.size();
    if (mapping.targets.size() != expected) {
      diagnostics_.error("mapping-length", document_.at(written.span),
                         fmt::format("'{}' has {} elements, its mapping to '{}' has {}", model_.dimensions[from].name,
                                     expected, written.target, mapping.targets.size()));
      return;
    }
    model_.dimensions[from].mappings.push_back(std::move(mapping));
  }

  std::vector<std::string> dimension_names() const {
    std::vector<std::string> names;
    for (const Dimension& dimension : model_.dimensions) names.push_back(dimension.name);
    return names;
  }

  const syntax::Document& document_;
  Model& model_;
  base::Diagnostics& diagnostics_;
  std::unordered_map<std::string, const syntax::Equation*> written_;
  std::unordered_set<std::string> in_progress_;
};

}  // namespace

void read_dimensions(const syntax::Document& document, Model& model, base::Diagnostics& diagnostics) {
  DimensionReader(document, model, diagnostics).read();
}

std::size_t position_in(const Dimension& dimension, ElementId element) {
  return static_cast<std::size_t>(std::find(dimension.elements.begin(), dimension.elements.end(), element) -
                                  dimension.elements.begin());
}

void report_unknown_subscript(const syntax::Subscript& subscript, const syntax::Document& document, const Model& model,
                              base::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const Dimension& dimension : model.dimensions) known.push_back(dimension.name);
  for (const Element& element : model.elements) known.push_back(element.name);
  diagnostics.error("unknown-subscript", document.at(subscript.span),
                    fmt::format("'{}' is neither a dimension nor an element", subscript.name),
                    base::suggestion(subscript.name, known));
}

double number_of(const Model& model, ElementId element) {
  std::size_t largest = 0, place = 0;
  for (const Dimension& dimension : model.dimensions) {
    const std::size_t position = position_in(dimension, element);
    if (position == dimension.elements.size() || dimension.elements.size() <= largest) continue;
    largest = dimension.elements.size();
    place = position + 1;
  }
  return static_cast<double>(place);
}

}  // namespace commonweal::model

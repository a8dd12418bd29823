// SPDX-License-Identifier: Apache-2.0
#include "study/variation.h"

#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/csv.h"
#include "base/files.h"
#include "base/text.h"
#include "study/binding.h"
#include "study/element_name.h"

namespace commonweal::study {

namespace {

/// The slots of the constant that a column names; none after a fault.
std::vector<std::uint32_t> slots_of_column(const program::Program& program, const std::string& header,
                                           const base::Position& position, base::Diagnostics& diagnostics) {
  const auto name = parse_element_name(header);
  if (!name) {
    diagnostics.error(
        "bad-setting", position, fmt::format("'{}' is not the name of a constant", header),
        "head a column with a constant, 'growth rate', or one element of it, 'growth rate[older people]'");
    return {};
  }
  program::Inputs inputs;
  bind_setting(program, {name->variable, name->element, 0, position}, inputs, diagnostics);
  std::vector<std::uint32_t> slots;
  for (const program::Inputs::Setting& setting : inputs.settings) slots.push_back(setting.slot);
  return slots;
}

/// Says so if two columns set the same value.
void check_columns_differ(const base::CsvTable& table, const Variation& variation, const program::Program& program,
                          base::Diagnostics& diagnostics) {
  std::map<std::uint32_t, std::size_t> column_of;
  for (std::size_t column = 0; column < variation.slots.size(); ++column) {
    for (const std::uint32_t slot : variation.slots[column]) {
      const auto [other, is_new] = column_of.emplace(slot, column);
      if (is_new) continue;
      diagnostics.error(
          "duplicate-column", table.at(table.header_cells[column]),
          fmt::format("'{}' is set by the column '{}' too", program.named(slot).text, table.header[other->second]));
      break;
    }
  }
}

double number_in(const base::CsvTable& table, std::size_t row, std::size_t column, base::Diagnostics& diagnostics) {
  const base::CsvTable::Cell& cell = table.rows[row][column];
  const std::string_view seen = base::trimmed(cell.text);
  const auto number = base::parse_number(seen);
  if (number && std::isfinite(*number)) return *number;
  if (seen.empty()) {
    diagnostics.error("empty-cell", table.at(cell), fmt::format("'{}' has no value in this row", table.header[column]),
                      "every run needs a value for every column");
  } else {
    diagnostics.error("bad-number", table.at(cell), fmt::format("'{}' is not a number", seen));
  }
  return 0;
}

}  // namespace

program::Inputs Variation::inputs_of(std::size_t run, program::Inputs inputs) const {
  for (std::size_t column = 0; column < slots.size(); ++column) {
    for (const std::uint32_t slot : slots[column]) inputs.settings.push_back({slot, rows[run][column]});
  }
  return inputs;
}

Variation read_variation(const std::filesystem::path& path, const program::Program& program,
                         base::Diagnostics& diagnostics) {
  Variation variation;
  base::Diagnostics faults;
  const base::SharedSource source = base::read_text(path, faults);
  const base::CsvTable table =
      faults.has_errors()
          ? base::CsvTable()
          : base::parse_csv_of_any_columns(
                source, "its first line names constants, each other line is a run with a value for each", faults);
  for (std::size_t column = 0; column < table.header.size(); ++column) {
    const base::Position position = table.at(table.header_cells[column]);
    variation.slots.push_back(slots_of_column(program, table.header[column], position, faults));
  }
  check_columns_differ(table, variation, program, faults);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::vector<double>& values = variation.rows.emplace_back();
    for (std::size_t column = 0; column < table.header.size(); ++column) {
      values.push_back(number_in(table, row, column, faults));
    }
    variation.lines.push_back(table.at(table.rows[row].front()).line);
  }
  if (table.rows.empty() && !faults.has_errors()) {
    faults.error("table-without-rows", base::Position::file(path.string()), "the table has no row, so there is no run",
                 "write a line of values below the names");
  }
  variation.source = table.source;
  diagnostics.add(faults);
  return variation;
}

std::vector<std::uint32_t> outputs_named(const program::Program& program, const std::vector<std::string>& names,
                                         base::Diagnostics& diagnostics) {
  std::vector<std::uint32_t> slots;
  for (const std::string& asked : names) {
    const base::Position position = base::Position::file("--outputs '" + asked + "'");
    const auto name = parse_element_name(asked);
    if (!name) {
      diagnostics.error("bad-output", position, "this is not the name of a variable",
                        "write, for example: --outputs 'births,population[older people]'");
      continue;
    }
    const program::Variable* variable = variable_named(program, name->variable, position, diagnostics);
    if (variable == nullptr) continue;
    for (const std::uint32_t element : elements_named(*variable, name->element, position, diagnostics)) {
      if (variable->defined[element]) slots.push_back(variable->first_slot + element);
    }
  }
  return slots;
}

}  // namespace commonweal::study

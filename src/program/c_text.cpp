// SPDX-License-Identifier: Apache-2.0
#include "program/c_text.h"

#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "program/c_runtime.h"
#include "program/operands.h"

namespace commonweal::program {

namespace {

std::string number(double value) {
  if (std::isnan(value)) return "NAN";
  if (std::isinf(value)) return value > 0 ? "INFINITY" : "-INFINITY";
  return fmt::format("{:a}", value);  // exact
}

/// {} stand for the operands. What is not here is written by expression().
struct Template {
  Operation operation;
  const char* text;
};
constexpr std::array forms{
    Template{Operation::copy, "{0}"},
    Template{Operation::add, "{0} + {1}"},
    Template{Operation::subtract, "{0} - {1}"},
    Template{Operation::multiply, "{0} * {1}"},
    Template{Operation::divide, "{0} / {1}"},
    Template{Operation::power, "power({0}, {1})"},
    Template{Operation::negate, "-{0}"},
    Template{Operation::less, "(double)({0} < {1})"},
    Template{Operation::less_equal, "(double)({0} <= {1})"},
    Template{Operation::greater, "(double)({0} > {1})"},
    Template{Operation::greater_equal, "(double)({0} >= {1})"},
    Template{Operation::equal, "(double)({0} == {1})"},
    Template{Operation::not_equal, "(double)({0} != {1})"},
    Template{Operation::logical_and, "(double)({0} != 0 && {1} != 0)"},
    Template{Operation::logical_or, "(double)({0} != 0 || {1} != 0)"},
    Template{Operation::logical_not, "(double)({0} == 0)"},
    Template{Operation::choose, "{0} != 0 ? {1} : {2}"},
    Template{Operation::minimum, "smaller({0}, {1})"},
    Template{Operation::maximum, "larger({0}, {1})"},
    Template{Operation::zero_if_divided_by_zero, "{1} == 0 ? 0 : {0} / {1}"},
    Template{Operation::value_if_divided_by_zero, "{1} == 0 ? {2} : {0} / {1}"},
    Template{Operation::absolute, "fabs({0})"},
    Template{Operation::exponential, "exponential({0})"},
    Template{Operation::natural_logarithm, "natural_logarithm({0})"},
    Template{Operation::logarithm, "natural_logarithm({0}) / natural_logarithm({1})"},
    Template{Operation::square_root, "sqrt({0})"},
    Template{Operation::sine, "sin({0})"},
    Template{Operation::cosine, "cos({0})"},
    Template{Operation::tangent, "tan({0})"},
    Template{Operation::arc_sine, "asin({0})"},
    Template{Operation::arc_cosine, "acos({0})"},
    Template{Operation::arc_tangent, "atan({0})"},
    Template{Operation::hyperbolic_sine, "sinh({0})"},
    Template{Operation::hyperbolic_cosine, "cosh({0})"},
    Template{Operation::hyperbolic_tangent, "tanh({0})"},
    Template{Operation::integer, "trunc({0})"},
    Template{Operation::modulo, "fmod({0}, {1})"},
    Template{Operation::quantum, "{1} > 0 ? {1} * trunc({0} / {1}) : {0}"},
};

class CWriter {
 public:
  explicit CWriter(const Program& program) : program_(program) {}

  std::string write() {
    line("/* Written by `commonweal dump program --as c`. */");
    line("enum {{ slots = {}, series_count = {}, series_room = {}, ahead_count = {}, ahead_room = {} }};",
         program_.slots, program_.series.size(), room(program_.series.size()), program_.series_ahead.size(),
         room(program_.series_ahead.size()));
    line("enum {{ delay_count = {}, delay_room = {} }};", program_.delays.size(), room(program_.delays.size()));
    text_ += c_runtime_before;
    write_tables();
    write_start();
    write_phase("controls", program_.controls);
    write_phase("initialise", program_.initialise);
    write_phase("advance", program_.advance);
    write_phase("rates", program_.rates);
    write_phase("stages", program_.stages);
    write_states();
    write_places();
    text_ += c_runtime_after;
    return std::move(text_);
  }

 private:
  template <typename... Arguments>
  void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
    text_ += '\n';
  }

  /// C has no empty arrays.
  static std::size_t room(std::size_t count) { return std::max<std::size_t>(1, count); }

  static std::string list(const std::vector<double>& values) {
    std::vector<std::string> all;
    for (const double value : values) all.push_back(number(value));
    return all.empty() ? "0" : base::joined(all, ", ");
  }

  void write_tables() {
    for (std::size_t i = 0; i < program_.tables.size(); ++i) {
      line("static const double table_{}_x[] = {{{}}}, table_{}_y[] = {{{}}};", i, list(program_.tables[i].x), i,
           list(program_.tables[i].y));
    }
  }

  void write_start() {
    line("\nvoid commonweal_start(void) {{");
    line("  memset(v, 0, sizeof v);");
    for (std::uint32_t slot = 0; slot < program_.slots; ++slot) {
      if (program_.start[slot] != 0) line("  v[{}] = {};{}", slot, number(program_.start[slot]), comment(slot));
    }
    line("}}");
  }

  std::string comment(std::uint32_t slot) const {
    std::string name = program_.named(slot).text;
    for (std::size_t at = 0; (at = name.find("*/", at)) != std::string::npos;) name.replace(at, 2, "* /");
    return name.empty() ? "" : "  /* " + name + " */";
  }

  /// Functions of a few equations each: compilers take longer than a function's length for a long one.
  void write_phase(const char* name, const std::vector<Block>& blocks) {
    constexpr std::size_t equations_each = 30;
    std::size_t written = 0, functions = 0;
    for (const Block& block : blocks) {
      for (std::uint32_t turn = 0; turn < block.turns; ++turn) {
        if (written++ % equations_each == 0) {
          if (functions > 0) line("}}");
          line("\nstatic void {}_{}(void) {{", name, functions++);
        }
        write_equation(block, turn);
      }
    }
    if (functions > 0) line("}}");
    line("\nstatic void {}(void) {{", name);
    for (std::size_t i = 0; i < functions; ++i) line("  {}_{}();", name, i);
    line("}}");
  }

  /// Parts of an equation are variables of their own; its result goes to its slot.
  void write_equation(const Block& block, std::uint32_t turn) {
    locals_.clear();
    const auto all = instructions(program_, block);
    for (const Instruction& instruction : all) {
      const std::string made = expression(instruction, turn);
      const std::uint32_t result = slot_of(program_, instruction.result, turn);
      if (&instruction == &all.back()) {
        line("  v[{}] = {};{}", result, made, comment(result));
      } else {
        const std::string name = fmt::format("p{}", parts_++);
        line("  const double {} = {};", name, made);
        locals_[result] = name;
      }
    }
  }

  std::string operand(std::uint32_t slot) const {
    const auto local = locals_.find(slot);
    return local != locals_.end() ? local->second : fmt::format("v[{}]", slot);
  }

  std::string expression(const Instruction& instruction, std::uint32_t turn) const {
    std::vector<std::string> read;
    for_each_read(program_, instruction, turn, [&](std::uint32_t slot) { read.push_back(operand(slot)); });
    switch (instruction.operation) {
      case Operation::sum: return base::joined(read, " + ");
      case Operation::product: return base::joined(read, " * ");
      case Operation::smallest: return nested("smaller", read);
      case Operation::largest: return nested("larger", read);
      case Operation::lookup: {
        const std::uint32_t table = slot_of(program_, instruction.operands[1], turn);
        return fmt::format("read_table(table_{0}_x, table_{0}_y, {1}, {2})", table, program_.tables[table].x.size(),
                           read.front());
      }
      case Operation::allocate: {
        const std::uint32_t requests = slot_of(program_, instruction.operands[0], turn),
                            priorities = slot_of(program_, instruction.operands[1], turn);
        return fmt::format("allocate(&v[{}], &v[{}], {}, {}, {}, {})", requests, priorities, instruction.extent,
                           read[read.size() - 2], read.back(), program_.addresses[instruction.place][turn]);
      }
      default: break;
    }
    read.resize(3);
    for (const Template& form : forms) {
      if (form.operation == instruction.operation)
        return fmt::format(fmt::runtime(form.text), read[0], read[1], read[2]);
    }
    return "NAN";
  }

  static std::string nested(const char* function, const std::vector<std::string>& read) {
    std::string made = read.front();
    for (std::size_t i = 1; i < read.size(); ++i) made = fmt::format("{}({}, {})", function, made, read[i]);
    return made;
  }

  void write_states() {
    line("\nstatic void move_stocks(double step) {{");
    for (const StockArray& stock : program_.stocks) {
      for (std::uint32_t i = 0; i < stock.count; ++i) {
        line("  v[{}] += v[{}] * step;{}", stock.state + i, stock.change + i, comment(stock.state + i));
      }
    }
    line("}}\n");
    line("static const struct delay_slots {{ int output, input, time; }} delay_slots[delay_room] = {{");
    for (const FixedDelay& delay : program_.delays) line("  {{{}, {}, {}}},", delay.output, delay.input, delay.time);
    if (program_.delays.empty()) line("  {{0, 0, 0}},");
    line("}};");
  }

  void write_places() {
    line("static const struct series_slot {{ int slot, between; }} series_slots[series_room] = {{");
    for (const Series& series : program_.series) line("  {{{}, {}}},", series.slot, static_cast<int>(series.between));
    if (program_.series.empty()) line("  {{0, 0}},");
    line("}};");
    line("static const struct ahead_slot {{ int slot, series; double fraction; }} ahead_slots[ahead_room] = {{");
    for (const SeriesAhead& ahead : program_.series_ahead) {
      line("  {{{}, {}, {}}},", ahead.slot, ahead.series, number(ahead.fraction));
    }
    if (program_.series_ahead.empty()) line("  {{0, 0, 0}},");
    line("}};");
    line("enum {{ time_slot = {}, initial_time = {}, final_time = {}, time_step = {} }};", program_.time,
         program_.initial_time, program_.final_time, program_.time_step);
  }

  const Program& program_;
  std::string text_;
  std::unordered_map<std::uint32_t, std::string> locals_;  ///< [slot] parts of the equation at hand
  std::size_t parts_ = 0;
};

}  // namespace

std::string c_text(const Program& program) {
  return CWriter(program).write();
}

}  // namespace commonweal::program

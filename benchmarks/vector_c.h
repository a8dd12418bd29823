// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "engine/flat_traits.h"

/// A program as straight-line C++ over vectors, one function a phase: what a compiler makes of it is the practical
/// limit that an interpreter of lanes is measured against. Shared values are scalars in it.
namespace commonweal::benchmarks {

/// Values, homes and operations as C++. What the shipped models do not use is not written: `is_whole` says so.
class VectorCode {
 public:
  VectorCode(const program::Program& program, const engine::Flat& flat, const engine::Traits& traits, int width)
      : program_(program), flat_(flat), traits_(traits), width_(width) {}

  bool is_whole() const { return is_whole_ && flat_.delays.empty(); }

  std::string write() {
    line("#include \"maths/elementary_vector.h\"");
    line("using namespace commonweal::maths;");
    line("using Real = Vector<{}>::Real;", width_);
    text_ += prelude;
    for (std::size_t i = 0; i < program_.tables.size(); ++i) write_table(i);
    line("static Real vary[{}], shown[{}]; static double share[{}];", flat_.homes.size() + 1, flat_.observed.size() + 1,
         flat_.homes.size() + 1);
    function("initialise", engine::Phase::initialise);
    function("advance", engine::Phase::advance);
    text_ += fmt::format(driver, home(program_.time), home(program_.final_time), home(program_.time_step),
                         flat_.observed.size());
    return std::move(text_);
  }

 private:
  static constexpr const char* prelude = R"(
#pragma GCC diagnostic ignored "-Wpsabi"
#define INLINE [[gnu::always_inline]] static inline
INLINE Real W(double x) { return all<Real>(x); }
INLINE Real W(Real x) { return x; }
template <typename M> INLINE Real truth(M m) { return select(m, W(1.0), W(0.0)); }
INLINE double truth(bool m) { return m ? 1.0 : 0.0; }
template <typename R> INLINE R smaller(R a, R b) { return select(b < a, b, a); }
template <typename R> INLINE R larger(R a, R b) { return select(b > a, b, a); }
INLINE double whole(double x) { return __builtin_trunc(x); }
INLINE Real whole(Real x) {
  for (unsigned i = 0; i < sizeof(Real) / 8; ++i) x[i] = __builtin_trunc(x[i]);
  return x;
}
template <int n> INLINE double look_up(double at, const double (&x)[n], const double (&y)[n]) {
  int next = 0;
  while (next < n && !(x[next] > at)) ++next;
  if (next == 0) return y[0];
  if (next == n) return y[n - 1];
  return y[next - 1] + (y[next] - y[next - 1]) * ((at - x[next - 1]) / (x[next] - x[next - 1]));
}
struct Segments { alignas(64) double x[16], y[16], run[16], rise[16]; alignas(32) double rows[16][4]; };
template <int n> INLINE Real look_up(Real at, const double (&x)[n], const double (&y)[n], const Segments& s) {
  BitsOf<Real> segment{};
  for (int k = 0; k < n; ++k) segment += x[k] > at ? BitsOf<Real>{} : BitsOf<Real>{} + 1;
  Real bx, by, run, rise;
  if constexpr (sizeof(Real) == 64 && n < 16) {
    const auto pick = [&](const double* of) {
      return __builtin_shuffle(((const Real*)of)[0], ((const Real*)of)[1], segment);
    };
    bx = pick(s.x); by = pick(s.y); run = pick(s.run); rise = pick(s.rise);
  } else if constexpr (sizeof(Real) == 32) {
    const auto row = [&](int lane) { return *(const Real*)s.rows[segment[lane]]; };
    Real columns[] = {row(0), row(1), row(2), row(3)};
    transpose(columns);
    bx = columns[0]; by = columns[1]; run = columns[2]; rise = columns[3];
  } else {
    for (unsigned i = 0; i < sizeof(Real) / 8; ++i) {
      bx[i] = s.x[segment[i]]; by[i] = s.y[segment[i]]; run[i] = s.run[segment[i]]; rise[i] = s.rise[segment[i]];
    }
  }
  const Real inside = by + rise * ((at - bx) / run);
  return select(segment == 0, W(y[0]), select(segment == n, W(y[n - 1]), inside));
}
)";
  static constexpr const char* driver = R"(
extern "C" void* vary_homes() {{ return vary; }}
extern "C" double* shared_homes() {{ return share; }}
extern "C" void run_block(void (*series)(double), void (*observe)(const void*)) {{
  const double begun = share[{0}];
  series(begun);
  initialise();
  for (int steps = 0;; ++steps) {{
    share[{0}] = begun + steps * share[{2}];
    if (share[{0}] > share[{1}] + share[{2}] / 2) return;
    series(share[{0}]);
    advance(observe);
  }}
}}
)";

  template <typename... Arguments>
  void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
    text_ += '\n';
  }

  std::uint32_t home(std::uint32_t slot) const { return flat_.home_of[slot]; }

  void write_table(std::size_t i) {
    const program::Table& table = program_.tables[i];
    std::string x, y, bx = "0", by = "0", run = "0", rise = "0", rows = "{0, 0, 0, 0}";
    for (std::size_t k = 0; k < table.x.size(); ++k) {
      x += fmt::format("{:a}, ", table.x[k]);
      y += fmt::format("{:a}, ", table.y[k]);
      if (k + 1 == table.x.size()) break;
      bx += fmt::format(", {:a}", table.x[k]);
      by += fmt::format(", {:a}", table.y[k]);
      run += fmt::format(", {:a}", table.x[k + 1] - table.x[k]);
      rise += fmt::format(", {:a}", table.y[k + 1] - table.y[k]);
      rows += fmt::format(", {{{:a}, {:a}, {:a}, {:a}}}", table.x[k], table.y[k], table.x[k + 1] - table.x[k],
                          table.y[k + 1] - table.y[k]);
    }
    is_whole_ = is_whole_ && table.x.size() < 16 && !table.x.empty();
    line("static const double x_{}[] = {{{}}}, y_{}[] = {{{}}};", i, x, i, y);
    line("static const Segments s_{} = {{{{{}}}, {{{}}}, {{{}}}, {{{}}}, {{{}}}}};", i, bx, by, run, rise, rows);
  }

  std::string name(engine::ValueId value) const {
    if (!flat_.values[value].is_home) return fmt::format("x{}", value);
    return fmt::format("{}[{}]", traits_.varies[value] ? "vary" : "share", home(flat_.values[value].slot));
  }

  void function(const char* title, engine::Phase phase) {
    const bool steps = phase == engine::Phase::advance;
    line("static void {}({}) {{", title, steps ? "void (*observe)(const void*)" : "");
    bool is_shown = !steps;
    for (std::size_t i = 0; i < flat_.values.size(); ++i) {
      const engine::FlatValue& value = flat_.values[i];
      const bool is_mine = steps ? value.phase >= phase : value.phase <= phase;
      if (value.is_home || !is_mine) continue;
      if (!is_shown && value.phase == engine::Phase::rates) {
        show();
        is_shown = true;
      }
      const auto id = static_cast<engine::ValueId>(i);
      line("  const {} x{} = {};", traits_.varies[id] ? "Real" : "double", id, expression(id));
    }
    if (!is_shown) show();
    for (std::size_t i = 0; i < flat_.homes.size(); ++i) {
      const engine::ValueId made = steps ? flat_.homes[i].stepwise : flat_.homes[i].initially;
      if (made != engine::no_value) assign(static_cast<std::uint32_t>(i), name(made));
    }
    if (steps) {
      const std::string step = fmt::format("share[{}]", flat_.time_step);
      for (const auto& stock : flat_.stocks) {
        const std::string state = name(flat_.homes[stock.home].value);
        line("  {} = {} + {} * {};", state, state, name(stock.rate), step);
      }
    }
    line("}}");
  }

  void assign(std::uint32_t home, const std::string& value) {
    const bool varies = traits_.varies[flat_.homes[home].value];
    line("  {}[{}] = {}({});", varies ? "vary" : "share", home, varies ? "W" : "", value);
  }

  void show() {
    for (std::size_t i = 0; i < flat_.observed.size(); ++i) line("  shown[{}] = W({});", i, name(flat_.observed[i]));
    line("  observe(shown);");
  }

  std::string expression(engine::ValueId id) {
    using enum program::Operation;
    const engine::FlatValue& value = flat_.values[id];
    std::vector<std::string> x;
    for (const engine::ValueId input : flat_.inputs_of(value)) {
      x.push_back(traits_.varies[id] ? "W(" + name(input) + ")" : name(input));
    }
    const auto infix = [&](const char* sign) {
      std::string all = x[0];
      for (std::size_t i = 1; i < x.size(); ++i) all += std::string(" ") + sign + " " + x[i];
      return all;
    };
    const auto call = [&](const char* function) {
      std::string all = x[0];
      for (std::size_t i = 1; i < x.size(); ++i) all = fmt::format("{}({}, {})", function, all, x[i]);
      return all;
    };
    const std::string zero = traits_.varies[id] ? "W(0.0)" : "0.0";
    switch (value.operation) {
      case copy: return x[0];
      case add:
      case sum: return infix("+");
      case subtract: return infix("-");
      case multiply:
      case product: return infix("*");
      case divide: return infix("/");
      case negate: return "-" + x[0];
      case less: return "truth(" + infix("<") + ")";
      case less_equal: return "truth(" + infix("<=") + ")";
      case greater: return "truth(" + infix(">") + ")";
      case greater_equal: return "truth(" + infix(">=") + ")";
      case equal: return "truth(" + infix("==") + ")";
      case not_equal: return "truth(" + infix("!=") + ")";
      case logical_and: return fmt::format("truth(({0} != {2}) & ({1} != {2}))", x[0], x[1], zero);
      case logical_or: return fmt::format("truth(({0} != {2}) | ({1} != {2}))", x[0], x[1], zero);
      case logical_not: return fmt::format("truth({} == {})", x[0], zero);
      case choose: return fmt::format("select({} != {}, {}, {})", x[0], zero, x[1], x[2]);
      case minimum:
      case smallest: return call("smaller");
      case maximum:
      case largest: return call("larger");
      case zero_if_divided_by_zero: return fmt::format("select({1} == {2}, {2}, {0} / {1})", x[0], x[1], zero);
      case value_if_divided_by_zero: return fmt::format("select({1} == {3}, {2}, {0} / {1})", x[0], x[1], x[2], zero);
      case integer: return "whole(" + x[0] + ")";
      case absolute: return "magnitude(" + x[0] + ")";
      case power: return call("power_of");
      case exponential: return "exponential_of(" + x[0] + ")";
      case natural_logarithm: return "natural_logarithm_of(" + x[0] + ")";
      case lookup:
        return fmt::format("look_up({0}, x_{1}, y_{1}{2})", x[0], value.table,
                           traits_.varies[id] ? fmt::format(", s_{}", value.table) : "");
      default: is_whole_ = is_whole_ && !traits_.varies[id]; return "0.0";
    }
  }

  const program::Program& program_;
  const engine::Flat& flat_;
  const engine::Traits& traits_;
  int width_;
  std::string text_;
  bool is_whole_ = true;
};

}  // namespace commonweal::benchmarks

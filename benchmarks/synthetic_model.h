// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>

/// Models of a given size, made by the same rule every time: for measuring, not for meaning.
namespace commonweal::benchmarks {

/// Writes a model of `equations` auxiliaries and stocks. Of these 15 % are stocks; of the rest, if `is_mixed`, 8 % read
/// a lookup and 5 % take an exponential, logarithm or power; 10 % take a minimum, maximum or choice; all others + - *
/// /. Beside them a constant for every ten equations, which is to differ between lanes. All values stay near 1.
class SyntheticModel {
 public:
  SyntheticModel(int equations, bool is_mixed) : equations_(equations), is_mixed_(is_mixed) {}

  std::string write() {
    const int stocks = equations_ * 15 / 100, auxiliaries = equations_ - stocks;
    for (int i = 0; i < equations_ / 10; ++i) define(fmt::format("p{}", i), "1");
    for (int i = 0; i < stocks; ++i) names_.push_back(fmt::format("s{}", i));
    if (is_mixed_) write_lookups();
    for (int i = 0; i < auxiliaries; ++i) define(fmt::format("x{}", i), expression());
    for (int i = 0; i < stocks; ++i) {
      line(fmt::format("s{} = INTEG(({} - s{}) / {}", i, any(), i, 2 + below(6)) + ", 1)");
    }
    line("INITIAL TIME = 0");
    line("FINAL TIME = 30");
    line("TIME STEP = 0.25");
    return text_;
  }

  /// Constants that are to differ.
  std::vector<std::string> varied() const {
    std::vector<std::string> names;
    for (int i = 0; i < equations_ / 10; ++i) names.push_back(fmt::format("p{}", i));
    return names;
  }

  /// What is looked at: one variable in eight.
  std::vector<std::string> observed() const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < names_.size(); i += 8) names.push_back(names_[i]);
    return names;
  }

 private:
  std::uint32_t below(std::uint32_t end) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>((state_ >> 33U) % end);
  }
  std::string any() { return names_[below(static_cast<std::uint32_t>(names_.size()))]; }

  void line(const std::string& equation) { text_ += equation + " ~ ~ |\n"; }
  void define(const std::string& name, const std::string& expression) {
    line(name + " = " + expression);
    names_.push_back(name);
  }

  void write_lookups() {
    for (int i = 0; i < lookups; ++i) {
      std::string points;
      double x = 0;
      for (std::uint32_t k = 0, count = 6 + below(7); k < count; ++k) {
        points += fmt::format("{}({}, {})", k == 0 ? "" : ", ", x, 0.5 + below(150) / 100.0);
        x += 0.1 + below(60) / 100.0;
      }
      line(fmt::format("t{}({})", i, points));
    }
  }

  std::string expression() {
    const std::uint32_t kind = below(100);
    const std::string a = any(), b = any(), c = any();
    if (is_mixed_ && kind < 8) return fmt::format("t{}({} + 0.1 * {})", below(lookups), a, b);
    if (is_mixed_ && kind < 13) {
      switch (below(3)) {
        case 0: return fmt::format("EXP(0.2 * {} - 0.3)", a);
        case 1: return fmt::format("({} + 0.1) ^ 0.7", a);
        default: return fmt::format("LN(1.5 + {})", a);
      }
    }
    if (kind < 23) {
      switch (below(3)) {
        case 0: return fmt::format("MAX(0.2, MIN(3, {} * {}))", a, b);
        case 1: return fmt::format("IF THEN ELSE({} > {}, {}, 0.9)", a, b, c);
        default: return fmt::format("MIN({}, 1.5) + 0.1 * {}", a, b);
      }
    }
    switch (below(6)) {
      case 0: return fmt::format("0.3 * {} + 0.7 * {}", a, b);
      case 1: return fmt::format("{} * {} / (0.5 + {}) + 0.4", a, b, b);
      case 2: return fmt::format("{} + 0.1 * ({} - {})", a, b, c);
      case 3: return fmt::format("({} + {} + {}) * 0.33", a, b, c);
      case 4: return fmt::format("{} / ({} + 0.6)", a, b);
      default: return fmt::format("0.5 * {} * (1.5 - 0.2 * {}) + 0.3", a, b);
    }
  }

  static constexpr int lookups = 20;

  int equations_;
  bool is_mixed_;
  std::uint64_t state_ = 2012;
  std::string text_;
  std::vector<std::string> names_;
};

}  // namespace commonweal::benchmarks

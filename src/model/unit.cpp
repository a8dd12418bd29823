// SPDX-License-Identifier: Apache-2.0
#include "model/unit.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::model {

namespace {

/// Reads a unit by descent: product = factor {(* | /) factor}; factor = (name | number | "(" product ")") [^ whole].
class UnitReader {
 public:
  explicit UnitReader(std::string_view text) : rest_(text) {}

  std::optional<Unit> read() {
    std::optional<Unit> unit = product();
    return unit && base::trimmed(rest_).empty() ? unit : std::nullopt;
  }

 private:
  std::optional<Unit> product() {
    std::optional<Unit> left = factor();
    while (left) {
      const char sign = next();
      if (sign != '*' && sign != '/') return left;
      rest_.remove_prefix(1);
      const std::optional<Unit> right = factor();
      if (!right) return std::nullopt;
      left = sign == '*' ? *left * *right : *left / *right;
    }
    return left;
  }

  std::optional<Unit> factor() {
    std::optional<Unit> unit = next() == '(' ? bracketed() : name();
    if (!unit || next() != '^') return unit;
    rest_.remove_prefix(1);
    const std::optional<double> exponent = base::parse_number(word());
    return exponent ? model::power(*unit, *exponent) : std::nullopt;
  }

  std::optional<Unit> bracketed() {
    rest_.remove_prefix(1);
    if (++nesting_ > most_nested) return std::nullopt;
    std::optional<Unit> unit = product();
    if (next() != ')') return std::nullopt;
    rest_.remove_prefix(1);
    --nesting_;
    return unit;
  }

  std::optional<Unit> name() {
    const std::string_view written = word();
    if (written.empty()) return std::nullopt;
    const std::string folded = base::lower(written);
    if (folded == "dimensionless" || folded == "dmnl" || base::parse_number(written) == 1.0) return Unit{};
    if (base::parse_number(written)) return std::nullopt;  // a factor is not a unit
    return Unit{{{std::string(written), 1}}};
  }

  /// The next character that is not blank; 0 at the end.
  char next() {
    rest_ = base::trimmed(rest_);
    return rest_.empty() ? '\0' : rest_.front();
  }

  std::string_view word() {
    next();
    const std::string_view found = base::trimmed(rest_.substr(0, rest_.find_first_of("*/^()")));
    rest_.remove_prefix(std::min(rest_.size(), rest_.find_first_of("*/^()")));
    return found;
  }

  static constexpr int most_nested = 20;

  std::string_view rest_;
  int nesting_ = 0;
};

constexpr double most_power = 100;  // a higher one is a slip

Unit combined(const Unit& a, const Unit& b, int sign) {
  Unit result = a;
  for (const auto& [name, exponent] : b.powers) {
    const int sum = result.powers[name] + sign * exponent;
    if (sum == 0) {
      result.powers.erase(name);
    } else {
      result.powers[name] = sum;
    }
  }
  return result;
}

std::string factor_text(const std::string& name, int exponent) {
  return exponent == 1 ? name : fmt::format("{}^{}", name, exponent);
}

}  // namespace

std::optional<Unit> parse_unit(std::string_view text) {
  return UnitReader(text).read();
}

Unit operator*(const Unit& a, const Unit& b) {
  return combined(a, b, 1);
}
Unit operator/(const Unit& a, const Unit& b) {
  return combined(a, b, -1);
}

std::optional<Unit> power(const Unit& unit, double exponent) {
  if (exponent != std::round(exponent)) return std::nullopt;
  Unit result;
  for (const auto& [name, own] : unit.powers) {
    const double raised = own * exponent;
    if (std::fabs(raised) > most_power) return std::nullopt;
    if (raised != 0) result.powers[name] = static_cast<int>(raised);
  }
  return result;
}

std::string text(const Unit& unit) {
  if (unit.powers.empty()) return "dimensionless";
  std::string above, below;
  for (const auto& [name, exponent] : unit.powers) {
    if (exponent > 0) above += (above.empty() ? "" : "*") + factor_text(name, exponent);
    if (exponent < 0) below += "/" + factor_text(name, -exponent);
  }
  return (above.empty() ? "1" : above) + below;
}

}  // namespace commonweal::model

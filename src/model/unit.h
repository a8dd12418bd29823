// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace commonweal::model {

/// A unit of measure as a product of powers of base units: GBP million / year is {gbp_million: 1, year: -1}.
/// Dimensionless is the empty product. Base units are whatever names the author uses; no two of them are the same.
struct Unit {
  std::map<std::string, int> powers;

  friend bool operator==(const Unit&, const Unit&) = default;
};

/// Reads "GBP million/year", "person*year", "1/year", "1/(person*year)", "person^2", "dimensionless", "Dmnl", "1".
/// Nothing if the text is empty or not of this form.
std::optional<Unit> parse_unit(std::string_view text);

Unit operator*(const Unit& a, const Unit& b);
Unit operator/(const Unit& a, const Unit& b);
/// `unit` raised to a whole power; nothing if `exponent` is not whole, or a power comes out above 100.
std::optional<Unit> power(const Unit& unit, double exponent);

/// "GBP million/year"; "dimensionless" for the empty product.
std::string text(const Unit& unit);

}  // namespace commonweal::model

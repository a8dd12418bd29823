// SPDX-License-Identifier: Apache-2.0
#include "report/wording.h"

#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "report/table.h"

namespace commonweal::report {
namespace {

constexpr std::string_view not_known = "not known";

bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

}  // namespace

std::string signed_figure(double value, int digits) {
  if (!std::isfinite(value)) return std::string(unknown_sign);
  const std::string text = base::grouped(value, digits);
  const bool is_zero = text.find_first_not_of("0.,") == std::string::npos;
  return value > 0 && !is_zero ? "+" + text : text;
}

std::string money_text(double million) {
  if (!std::isfinite(million)) return std::string(not_known);
  const double size = std::abs(million);
  if (size < 0.05) return "£0";
  const std::string amount = size >= 999.95 ? fmt::format("£{} billion", base::grouped(size / 1000, 1))
                                            : fmt::format("£{} million", base::grouped(size, 1));
  return million < 0 ? "minus " + amount : amount;
}

std::string percent_text(double share) {
  return std::isfinite(share) ? base::grouped(share * 100, 1) + "%" : std::string(not_known);
}

std::string capitalised(std::string_view text) {
  std::string result(text);
  if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') result[0] = static_cast<char>(result[0] - 'a' + 'A');
  return result;
}

std::string crossing_text(const std::optional<analysis::Crossing>& crossing, base::FinancialYear last) {
  return crossing ? crossing->year.text() : fmt::format("not by {}", last.text());
}

std::string range_text(const analysis::CrossingRange& range, base::FinancialYear last) {
  if (range.scenario_names.empty()) return "";
  if (!range.earliest) return crossing_text(range.earliest, last) + " in any case";
  return fmt::format("{} to {}", crossing_text(range.earliest, last), crossing_text(range.latest, last));
}

base::FinancialYear last_of(base::FinancialYear first, std::size_t years) {
  return first + (years == 0 ? 0 : static_cast<int>(years) - 1);
}

std::string listed(std::span<const std::string> parts) {
  std::string text;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (part > 0) text += part + 1 == parts.size() ? " and " : ", ";
    text += parts[part];
  }
  return text;
}

std::string slug(std::string_view text) {
  std::string result;
  for (const char letter : base::lower(text)) {
    if (is_letter(letter)) {
      result += letter;
    } else if (!result.empty() && result.back() != '-') {
      result += '-';
    }
  }
  if (result.ends_with('-')) result.pop_back();
  return result;
}

std::string_view role_text(study::Role role) {
  switch (role) {
    case study::Role::fitted: return "fitted";
    case study::Role::predicted: return "predicted";
    case study::Role::consistent: return "consistent";
    case study::Role::given: return "given";
    case study::Role::base: return "base";
  }
  return "";
}

std::string unit_text(std::string_view unit) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> words = {{{"GBP million", "£ million"},
                                                                                   {"GBP billion", "£ billion"},
                                                                                   {"GBP m", "£ million"},
                                                                                   {"GBP bn", "£ billion"},
                                                                                   {"GBP", "£"},
                                                                                   {"1/year", "a year"},
                                                                                   {"/year", " a year"}}};
  std::string text(unit);
  for (const auto& [from, to] : words) {
    const std::size_t at = text.find(from);
    if (at != std::string::npos) text.replace(at, from.size(), to);
    if (at == 0) break;
  }
  return text;
}

MoneyUnit money_unit(double largest_million) {
  if (std::abs(largest_million) >= 10000) return {0.001, "£ billion", 1};
  return {1, "£ million", 1};
}

std::vector<double> scaled(std::vector<double> values, double scale) {
  for (double& value : values) value *= scale;
  return values;
}

}  // namespace commonweal::report

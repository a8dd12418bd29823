// SPDX-License-Identifier: Apache-2.0
/// From the words and numbers of the evidence register to a distribution; what they mean is decision 30.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "maths/elementary.h"
#include "random/distribution.h"
#include "random/normal.h"

namespace commonweal::random {

namespace {

/// How far a range may be from the form its distribution wants, as a share of its width: what rounding of published
/// figures brings about.
constexpr double tolerance = 0.05;

constexpr std::string_view discrete_form = "write, for example, discrete(0: 0.3; 1: 0.7)";

/// A range with its ends, known to be in order.
struct Ends {
  double low = 0, central = 0, high = 0;
};

/// Reports one fault of the row it stands for.
class Complaint {
 public:
  Complaint(const base::Position& position, base::Diagnostics& diagnostics)
      : position_(position), diagnostics_(diagnostics) {}

  std::nullopt_t operator()(std::string_view name, std::string message, std::string hint) const {
    diagnostics_.error(name, position_, std::move(message), std::move(hint));
    return std::nullopt;
  }

 private:
  const base::Position& position_;
  base::Diagnostics& diagnostics_;
};

using Made = std::optional<Distribution>;

Distribution constant(double value) {
  Distribution made;
  made.kind = DistributionKind::constant;
  made.low = made.central = made.high = value;
  return made;
}

Made make_constant(const Ends& ends, const Complaint&) {
  return constant(ends.central);
}

Made bounded(DistributionKind kind, const Ends& ends) {
  Distribution made;
  made.kind = kind;
  made.low = ends.low;
  made.central = ends.central;
  made.high = ends.high;
  return made;
}

Made make_uniform(const Ends& ends, const Complaint&) {
  return bounded(DistributionKind::uniform, ends);
}

Made make_triangular(const Ends& ends, const Complaint&) {
  return bounded(DistributionKind::triangular, ends);
}

Made make_pert(const Ends& ends, const Complaint&) {
  Made made = bounded(DistributionKind::beta, ends);
  const double width = ends.high - ends.low;
  made->shape = BetaShape::of(1 + 4 * (ends.central - ends.low) / width, 1 + 4 * (ends.high - ends.central) / width);
  return made;
}

bool balanced(double below, double above) {
  return std::fabs(above - below) <= tolerance * (below + above);
}

Made make_normal(const Ends& ends, const Complaint& complain) {
  const double below = ends.central - ends.low, above = ends.high - ends.central;
  if (!balanced(below, above)) {
    return complain("bad-range",
                    fmt::format("a normal number is as likely to be far below its centre as above, and this range "
                                "reaches {:.4g} below and {:.4g} above",
                                below, above),
                    "write triangular or pert for a lopsided range");
  }
  Distribution made;
  made.kind = DistributionKind::normal;
  made.central = ends.central;
  made.spread = (below + above) / (2 * normal_ninth_tenth);
  return made;
}

Made make_lognormal(const Ends& ends, const Complaint& complain) {
  if (ends.low <= 0) {
    return complain("bad-range",
                    fmt::format("a lognormal number is above 0, and this range begins at {:.4g}", ends.low),
                    "write triangular or pert for a range that reaches 0");
  }
  const double below = maths::natural_logarithm(ends.central / ends.low),
               above = maths::natural_logarithm(ends.high / ends.central);
  if (!balanced(below, above)) {
    return complain("bad-range",
                    fmt::format("a lognormal number lies between its centre divided and multiplied by one factor, and "
                                "this range divides by {:.4g} and multiplies by {:.4g}",
                                ends.central / ends.low, ends.high / ends.central),
                    "write triangular or pert for another shape");
  }
  Distribution made;
  made.kind = DistributionKind::lognormal;
  made.central = ends.central;
  made.spread = (below + above) / (2 * normal_ninth_tenth);
  return made;
}

/// The middle 8 of 10 of a beta number whose shapes sum to `total`.
Ends middle(double mean, double total) {
  const BetaShape shape = BetaShape::of(std::max(1.0, mean * total), std::max(1.0, (1 - mean) * total));
  return {beta_quantile(shape, 0.1), mean, beta_quantile(shape, 0.9)};
}

Made make_beta(const Ends& ends, const Complaint& complain) {
  const double mean = ends.central, width = ends.high - ends.low;
  if (ends.low < 0 || ends.high > 1 || mean <= 0 || mean >= 1) {
    return complain(
        "bad-range",
        fmt::format("a beta number is a share between 0 and 1, and this range is {:.4g} to {:.4g} about {:.4g}",
                    ends.low, ends.high, mean),
        "write triangular or pert for other ranges");
  }
  // The larger the shapes, the narrower the middle. Below `least` there would be two humps, or one at an end.
  const double least = 1 / std::min(mean, 1 - mean);
  constexpr double most = 1e6;
  double wide = least, narrow = most;
  const auto width_at = [&](double total) {
    const Ends reached = middle(mean, total);
    return reached.high - reached.low;
  };
  if (least >= most || width_at(wide) < width || width_at(narrow) > width) {
    return complain("bad-range",
                    fmt::format("no beta number with one hump has mean {:.4g} and 8 of 10 values in a range of {:.4g}",
                                mean, width),
                    "write triangular or pert for a range so wide, normal for one so narrow");
  }
  while (narrow - wide > 1e-12 * narrow) {
    const double between = std::sqrt(wide * narrow);
    if (between <= wide || between >= narrow) break;
    (width_at(between) > width ? wide : narrow) = between;
  }
  const Ends reached = middle(mean, wide);
  if (std::max(std::fabs(reached.low - ends.low), std::fabs(reached.high - ends.high)) > tolerance * width) {
    return complain(
        "bad-range",
        fmt::format("a beta number with mean {:.4g} and 8 of 10 values in a range of {:.4g} has them between "
                    "{:.4g} and {:.4g}, not between {:.4g} and {:.4g}",
                    mean, width, reached.low, reached.high, ends.low, ends.high),
        "give that range, or write triangular or pert");
  }
  Made made = bounded(DistributionKind::beta, {0, mean, 1});
  made->shape = BetaShape::of(std::max(1.0, mean * wide), std::max(1.0, (1 - mean) * wide));
  return made;
}

using Make = Made (*)(const Ends&, const Complaint&);
constexpr std::array<std::pair<std::string_view, Make>, 7> makers = {{{"constant", make_constant},
                                                                      {"uniform", make_uniform},
                                                                      {"triangular", make_triangular},
                                                                      {"pert", make_pert},
                                                                      {"normal", make_normal},
                                                                      {"lognormal", make_lognormal},
                                                                      {"beta", make_beta}}};

/// "0: 0.3" as an outcome.
std::optional<Distribution::Outcome> outcome(std::string_view text) {
  const std::vector<std::string_view> parts = base::split(text, ':');
  if (parts.size() != 2) return std::nullopt;
  const auto value = base::parse_number(base::trimmed(parts[0]));
  const auto probability = base::parse_number(base::trimmed(parts[1]));
  if (!value || !probability || !std::isfinite(*value)) return std::nullopt;
  return Distribution::Outcome{*value, *probability};
}

/// What is wrong with outcomes sorted by value; empty if nothing is.
std::string fault_of(const std::vector<Distribution::Outcome>& outcomes, const Range& range) {
  double sum = 0;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const auto& [value, probability] = outcomes[i];
    if (!(probability > 0)) {
      return fmt::format("the probability of {} is {}, which is not above 0", base::shortest(value),
                         base::shortest(probability));
    }
    if (i > 0 && value == outcomes[i - 1].value) return fmt::format("{} stands there twice", base::shortest(value));
    if (value < range.low.value_or(value) || value > range.high.value_or(value)) {
      return fmt::format("{} lies outside its range, {} to {}", base::shortest(value), base::shortest(*range.low),
                         base::shortest(*range.high));
    }
    sum += probability;
  }
  if (std::fabs(sum - 1) > 1e-9) return fmt::format("the probabilities sum to {:.6g}, not to 1", sum);
  if (range.central < outcomes.front().value || range.central > outcomes.back().value) {
    return fmt::format("the central value, {}, lies outside these values", base::shortest(range.central));
  }
  return "";
}

/// `inside` is what stands between the brackets.
Made make_discrete(std::string_view inside, const Range& range, const Complaint& complain) {
  Distribution made;
  made.kind = DistributionKind::discrete;
  for (const std::string_view part : base::split(inside, ';')) {
    const auto read = outcome(part);
    if (!read) {
      return complain("bad-outcomes", fmt::format("'{}' is not a value, ':' and its probability", base::trimmed(part)),
                      std::string(discrete_form));
    }
    made.outcomes.push_back(*read);
  }
  std::ranges::sort(made.outcomes, {}, &Distribution::Outcome::value);
  if (std::string fault = fault_of(made.outcomes, range); !fault.empty()) {
    return complain("bad-outcomes", std::move(fault), std::string(discrete_form));
  }
  made.low = made.outcomes.front().value;
  made.central = range.central;
  made.high = made.outcomes.back().value;
  return made;
}

std::string known_kinds() {
  std::vector<std::string> words;
  for (const auto& [word, maker] : makers) words.emplace_back(word);
  return fmt::format("there are {} and discrete(...)", base::joined(words, ", "));
}

Made complain_of_unknown(std::string_view text, const std::string& word, const Complaint& complain) {
  if (word.empty()) {
    return complain("unknown-distribution", "this number has a range and no distribution", known_kinds());
  }
  std::vector<std::string> known{"discrete"};
  for (const auto& [name, maker] : makers) known.emplace_back(name);
  return complain("unknown-distribution", fmt::format("'{}' is no distribution", base::trimmed(text)),
                  word == "discrete" ? std::string(discrete_form) : base::suggestion(word, known, known_kinds()));
}

}  // namespace

std::optional<Distribution> make_distribution(std::string_view text, const Range& range, const base::Position& position,
                                              base::Diagnostics& diagnostics) {
  const Complaint complain(position, diagnostics);
  const std::string word = base::lower(base::trimmed(text));
  constexpr std::string_view discrete = "discrete(";
  if (word.starts_with(discrete) && word.ends_with(')')) {
    return make_discrete(std::string_view(word).substr(discrete.size(), word.size() - discrete.size() - 1), range,
                         complain);
  }
  if (word.empty() && !range.low && !range.high) return constant(range.central);
  const auto maker = std::ranges::find(makers, word, &std::pair<std::string_view, Make>::first);
  if (maker == makers.end()) return complain_of_unknown(text, word, complain);

  if (maker->second == make_constant) return constant(range.central);
  if (!range.low || !range.high) {
    return complain("range-wanted", fmt::format("a {} number needs low and high", word),
                    "give both, or leave the distribution out");
  }
  const Ends ends{*range.low, range.central, *range.high};
  if (!(ends.low <= ends.central && ends.central <= ends.high && std::isfinite(ends.high - ends.low))) {
    return complain("bad-range",
                    fmt::format("{} does not lie between {} and {}", base::shortest(ends.central),
                                base::shortest(ends.low), base::shortest(ends.high)),
                    "low, central and high must rise");
  }
  if (ends.low == ends.high) return constant(ends.central);
  return maker->second(ends, complain);
}

}  // namespace commonweal::random

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"
#include "base/toml_table.h"

/// What a study says of what is not known: its [uncertainty] table.
namespace commonweal::study {

inline constexpr std::uint64_t default_draws = 1024;
inline constexpr std::uint64_t most_draws = 10'000'000;
inline constexpr std::uint64_t largest_seed = (std::uint64_t{1} << 53) - 1;  ///< what any reader of JSON keeps whole

/// How a number can come out, as the register has it: a distribution by name, a centre and a range. What the range
/// means is the distribution's own: the ends of a triangular one, 8 of 10 values of a normal one (docs/files.md).
struct Range {
  std::string distribution;
  double central = 0;
  std::optional<double> low, high;
};

/// An input with a range of the study's own.
struct OwnInput {
  std::string variable, element;
  Range range;
  base::Position position;
};

/// "triangular from 0.018 by 0.02 to 0.027".
std::string words(const Range& range);

/// Two inputs that tend to be high together (or, below 0, apart), by Spearman's rank correlation.
struct Correlation {
  std::string first, second;  ///< "general inflation", "growth[older people]"
  double rank = 0;
  base::Position position;
};

/// A data series moved in every year after a scenario's first by a draw of its own.
struct Shock {
  enum class Effect {
    add,       ///< the series' figure plus the shock
    multiply,  ///< the series' figure times 1 + the shock
  };
  std::string variable, element;
  Range range;
  Effect effect = Effect::add;
  double persistence = 0;  ///< how much of a year's shock is still there a year later: 0 (none) to below 1
  base::Position position;
};

enum class Comparison { above, at_least, below, at_most };

/// "above", "at least", "below", "at most".
std::string_view name(Comparison comparison);

/// Whether `figure` compares with `limit` as said.
bool holds(Comparison comparison, double figure, double limit);

/// Something that comes about in a year whose figure compares with a limit as said.
struct Event {
  std::string name;
  std::string variable, element;
  Comparison comparison = Comparison::above;
  double limit = 0;                             ///< in the yearly figure's unit
  std::optional<base::FinancialYear> from, to;  ///< watched in these years only
  base::Position position;
};

/// "gap before action above 0".
std::string condition(const Event& event);

/// How much a scenario counts where scenarios are taken together.
struct PoolWeight {
  std::string scenario;  ///< its id
  double weight = 0;
  base::Position position;
};

/// What a study asks of what moves its headline scenario: [uncertainty.sensitivity].
struct SensitivityWish {
  std::vector<base::PlacedText> outputs;   ///< "gap before action", "spend[roads]"; empty: the gap before action
  std::vector<base::FinancialYear> years;  ///< empty: the headline scenario's last
  std::uint64_t trajectories = 0;          ///< of a screening; 0: none is made
  std::uint64_t rows = 0;                  ///< of an analysis of variance; 0: none is made
  base::Position position;
};

/// Which futures are wanted, so that the conditions under which they come about can be looked for:
/// [uncertainty.discovery].
struct DiscoveryWish {
  std::string name;                    ///< "the gap widens less": what comes about, after "that"
  base::PlacedText scenario, against;  ///< ids; the second may be empty: the first by itself
  base::PlacedText variable;           ///< "gap before action", "spend[roads]"
  base::FinancialYear from;            ///< whose figure; with `to`: the yearly change from the one to the other
  std::optional<base::FinancialYear> to;
  double times = 1;  ///< so many times the other scenario's figure is taken off
  Comparison comparison = Comparison::below;
  double limit = 0;  ///< in the figure's unit
  std::uint64_t draws = 0;
  base::Position position;
};

struct Uncertainty {
  std::uint64_t draws = default_draws;
  std::uint64_t seed = 0;
  std::filesystem::path dimensions;      ///< which Sobol' dimension is whose; empty: plain draws for all
  bool whole_register = false;           ///< every row with a range and a distribution
  std::vector<base::PlacedText> inputs;  ///< otherwise these rows
  std::vector<OwnInput> own_inputs;
  std::vector<Correlation> correlations;
  std::vector<Shock> shocks;
  std::vector<base::PlacedText> bands;  ///< further variables to spread beside what the report needs
  std::vector<Event> events;
  std::vector<PoolWeight> pool;                   ///< empty: scenarios are never taken together
  bool scalars = false;                           ///< a row for each draw in draws.csv
  std::vector<base::FinancialYear> scalar_years;  ///< whose figures it holds; empty: each scenario's last
  std::optional<SensitivityWish> sensitivity;     ///< nothing: what goes without asking
  std::optional<DiscoveryWish> discovery;         ///< nothing: no conditions are looked for
  base::Position position;
};

/// What is said, as text, for `dump study`.
std::string dump(const Uncertainty& uncertainty);

}  // namespace commonweal::study

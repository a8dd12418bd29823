// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "evidence/register.h"
#include "program/inputs.h"
#include "program/program.h"
#include "random/copula.h"
#include "random/distribution.h"
#include "random/sobol.h"
#include "random/stream.h"
#include "study/design.h"
#include "study/element_name.h"
#include "study/study.h"

/// How futures are drawn: a study's [uncertainty] bound to the slots of a program. What draw k is depends on the seed,
/// k and the name of each input, never on a scenario or on which other inputs there are (decision 31).
namespace commonweal::study {

/// The uniform numbers of one input, one a draw: points of a scrambled Sobol' sequence, or plain ones.
using Uniforms = std::variant<random::SobolInput, random::Stream>;

/// A constant that has one value in each draw.
struct DrawnConstant {
  ElementName name;  ///< as the model spells it
  std::string unit;
  std::string words;  ///< "triangular from 0.018 by 0.02 to 0.027"
  random::Distribution distribution;
  std::vector<std::uint32_t> slots;        ///< all get the one value that is drawn
  std::optional<std::uint32_t> dimension;  ///< of Sobol's sequence; nothing: plain draws
  Uniforms uniforms;
  std::vector<ScenarioId> set_by;  ///< scenarios that set it, themselves or by their place: it is not drawn in them
  base::Position position;
};

/// A data series that is moved in every year after a scenario's first.
struct DrawnShock {
  ElementName name;
  std::string unit, words;
  random::Distribution distribution;
  Shock::Effect effect = Shock::Effect::add;
  double persistence = 0;
  random::Stream stream;
  std::vector<std::size_t> series;  ///< into Program::series: all are moved alike
};

/// The scenario counts by this weight where scenarios are taken together.
struct DrawnPoolWeight {
  ScenarioId scenario;
  double weight = 0;
};

/// Which figures of the headline scenario are asked about, and how thoroughly.
struct SensitivityDesign {
  std::vector<ElementName> outputs;  ///< as the model spells them, each of one element; none: nothing is asked
  std::vector<base::FinancialYear> years;
  std::uint64_t trajectories = 0, rows = 0;  ///< as in SensitivityWish
};

/// Futures whose conditions are looked for, bound to the study's scenarios and the program's names.
struct DiscoveryDesign {
  ScenarioId scenario;
  std::optional<ScenarioId> against;
  ElementName output;  ///< as the model spells it, of one element
  DiscoveryWish wish;
};

struct DrawDesign {
  std::uint64_t draws = 0, seed = 0;
  std::vector<DrawnConstant> constants;  ///< by dimension, then by name, whatever order the study has them in
  std::vector<DrawnShock> shocks;
  std::vector<random::RankCorrelation> correlations;  ///< between `constants`, as asked
  random::Copula copula{0, {}};                       ///< over `constants`
  std::vector<Event> events;          ///< variable and element as the model spells them; the element is one
  std::vector<std::string> outputs;   ///< variables that need a spread: the study's bands, and what events watch
  std::vector<DrawnPoolWeight> pool;  ///< empty: scenarios are never taken together
  bool scalars = false;
  std::vector<base::FinancialYear> scalar_years;  ///< empty: each scenario's last
  SensitivityDesign sensitivity;
  std::optional<DiscoveryDesign> discovery;  ///< nothing: none is asked
};

/// Binds what `study.uncertainty`, which must be there, says. `runs` tells what scenarios and places set. Faults, all
/// of them: those of read_dimensions(), of make_distribution() and of names (binding.h); "register-wanted",
/// "unknown-input", "input-without-range", "duplicate-input", "bad-input", "bad-correlation", "bad-shock", "bad-event",
/// "bad-sensitivity", and those of bind_discovery(). Warnings: "nothing-drawn", "input-never-drawn",
/// "input-without-dimension", "contradicting-correlations".
DrawDesign draw_design(const Study& study, const evidence::Register& evidence, const Design& runs,
                       const program::Program& program, base::Diagnostics& diagnostics);

/// Whether draw_design() gives the same for both but for the number of draws, and says the same but for where it
/// stands: they have the same register and scenarios, say the same of uncertainty, and set the same numbers, to
/// whatever value. False where that is not looked into.
bool are_drawn_alike(const Study& one, const Design& runs_of_one, const Study& other, const Design& runs_of_other);

/// The design as text, a part of `dump design`.
std::string dump(const DrawDesign& design);

/// The independent uniform numbers of a draw, one a constant, each in (0, 1).
std::vector<double> uniforms_of(const DrawDesign& design, std::uint64_t draw);

/// The values that constants have where their independent uniform numbers are these: correlated, then put through each
/// one's distribution.
std::vector<double> constants_at(const DrawDesign& design, std::vector<double> uniforms);

/// What a shocked series is moved by in each year from `first`, in which it is not, to `last`.
std::vector<double> shocks_of(const DrawnShock& shock, base::FinancialYear first, base::FinancialYear last,
                              std::uint64_t draw);

/// The inputs of a run whose constants have these values, with the shocks of a draw, or without. What its place or
/// scenario sets stays as they say.
program::Inputs inputs_of(const Run& run, const DrawDesign& design, std::span<const double> constants,
                          std::optional<std::uint64_t> shocks_of_draw);

/// The inputs of a run in a draw.
program::Inputs inputs_of(const Run& run, const DrawDesign& design, std::uint64_t draw);

}  // namespace commonweal::study

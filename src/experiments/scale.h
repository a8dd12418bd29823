// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostics.h"
#include "evidence/register.h"

/// Policies tried first: what a trial can tell, what it told, and what is known then. Knows rows of the register and
/// results of trials; nothing of money or runs.
namespace commonweal::experiments {

/// On which a number is taken to be spread like the normal curve.
enum class Scale { plain, logarithm, log_odds };

/// The scale of a row of the register. A share (no dimension, range within 0 to 1) goes by its log odds, what cannot be
/// below 0 by its logarithm, anything else as it is; a normal number is as it is, a lognormal one goes by its
/// logarithm.
Scale scale_of(const evidence::Entry& entry);

/// "as it is", "by its logarithm", "by its log odds".
std::string_view in_words(Scale scale);

/// Whether a number can stand on the scale: above 0 for a logarithm, between 0 and 1 for log odds.
bool has(Scale scale, double value);

double position(Scale scale, double value);  ///< where a number stands; `has` it
double value_at(Scale scale, double position);
double slope(Scale scale, double value);  ///< of position by value

/// What is known of a number: a normal curve on its scale.
struct Belief {
  Scale scale = Scale::plain;
  double mean = 0, deviation = 0;

  double centre() const { return value_at(scale, mean); }  ///< as likely above as below
  double low() const;                                      ///< 8 of 10 chances lie from here
  double high() const;                                     ///< to here
};

/// What a row says before the trial: the normal curve with the same 8 of 10. Nothing and "nothing-uncertain" for a row
/// from which nothing can be drawn but one value, or a list of values.
std::optional<Belief> belief_of(const evidence::Entry& entry, base::Diagnostics& diagnostics);

/// What an estimate with a standard error says by itself; the error is carried over to the scale by its slope there.
Belief belief_of(Scale scale, double estimate, double standard_error);

/// What both say together, if neither knew of the other: each weighs as one over its variance.
/// Gelman and others, Bayesian Data Analysis (3rd edition, 2013), section 2.5: the mean of a normal number.
Belief combined(const Belief& before, const Belief& seen);

}  // namespace commonweal::experiments

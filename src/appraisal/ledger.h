// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "ensemble/yearly.h"
#include "program/program.h"

namespace commonweal::appraisal {

/// What one future holds for every agency and for the people: yearly, in prices of the base year. Money in GBP million,
/// each agency's or group's years one after another: [agency * years + year].
struct Ledger {
  std::vector<double> cashable;     ///< gained in cash
  std::vector<double> not_in_cash;  ///< gained in time, beds, well-being
  std::vector<double> invested;     ///< given to change, of its own money
  std::vector<double> transfer;     ///< received from other agencies; adds up to nothing
  std::vector<double> one_off;      ///< [year]: of what is invested by all, what is spent once
  std::vector<double> quality;      ///< [year]: people weighted by the quality of their life
  std::vector<double> unmet;        ///< [cohort * years + year]: people whose need goes unmet
  std::vector<double> provided;     ///< [service * years + year]: share of the base year's standard that is provided
  std::vector<double> gap;          ///< [year]: the gap before anybody acts
  std::vector<double> required;     ///< [service * years + year]: what full service costs; empty: the model has no such
};

/// Where the figures of a ledger stand among those that are kept of a run.
struct LedgerLayout {
  std::vector<std::string> agencies, cohorts, services;
  std::vector<std::size_t> cashable, not_in_cash, invested, transfer, unmet, provided,
      required;  ///< first output of each row
  std::size_t price_level = 0, quality = 0, gap = 0;
  std::vector<std::size_t> one_off;  ///< costs of change that are spent once; none: the model does not tell them apart
  std::optional<std::size_t> given_up;  ///< what services that are given up would have cost: the council keeps it
};

/// The variables that a ledger is made of.
std::vector<std::string> ledger_variables();

/// Fault: "no-ledger", with all that the model does not have.
void check_ledger(const program::Program& program, base::Diagnostics& diagnostics);

/// Where they stand in `kept`, which holds all of them.
LedgerLayout ledger_layout(const ensemble::Kept& kept);

/// The ledger of a future whose kept figures are [output * years + year].
Ledger ledger_of(const LedgerLayout& layout, const std::vector<double>& figures, std::size_t years);

/// What is more in `with` than in `without`.
Ledger difference(const Ledger& with, const Ledger& without);

/// Adds `part` times `scale` to `sum`, which may be empty.
void add(Ledger& sum, const Ledger& part, double scale = 1);

/// Whether nothing in it differs from 0 by more than what computing makes of it.
bool is_nil(const Ledger& ledger);

}  // namespace commonweal::appraisal

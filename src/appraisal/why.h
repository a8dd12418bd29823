// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "appraisal/appraise.h"
#include "base/financial_year.h"
#include "ensemble/spread.h"

namespace commonweal::appraisal {

/// So many drivers are told apart: the exact answer takes 2^drivers runs of each future. Of more, the last are one.
inline constexpr std::size_t most_drivers = 10;

/// Two drivers that do something together beyond what each does by itself.
struct Interaction {
  std::size_t a = 0, b = 0;  ///< into the drivers
  double last_year = 0;      ///< GBP million, mean over futures
};

/// Why a scenario's gap differs from the headline's: the part of each thing that differs between them, by Shapley's
/// value (shapley.h). The parts of a year add up to that year's change, in each future. Cash, GBP million.
struct Why {
  study::ScenarioId scenario;
  base::FinancialYear first;
  std::size_t years = 0;
  std::uint64_t futures = 0;
  std::vector<std::string> drivers;
  std::vector<std::string> lumped;        ///< of too many drivers, those that the last one stands for; else empty
  std::vector<ensemble::Spread> parts;    ///< [driver * years + year]
  std::vector<ensemble::Spread> change;   ///< [year]: of the gap before anybody acts
  std::vector<double> without;            ///< [year]: the headline's gap, mean
  std::vector<Interaction> interactions;  ///< larger than a twentieth of the change of the last year, largest first

  const ensemble::Spread& part(std::size_t driver, std::size_t year) const { return parts[driver * years + year]; }
};

/// Explains each appraised scenario. On fewer futures where there are many drivers. Nothing if the work was stopped.
std::optional<std::vector<Why>> explain(const AppraisalTask& task, const Appraisal& appraisal,
                                        const ensemble::DrawWork& work);

}  // namespace commonweal::appraisal

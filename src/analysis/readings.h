// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/financial_year.h"
#include "ensemble/ensemble.h"
#include "study/study.h"

/// What a choice that the model has to make puts into the answer: scenarios under each way to read it.
namespace commonweal::analysis {

/// A scenario under one reading, year by year. GBP million a year, but for the share.
struct ReadOutcome {
  std::string reading;
  std::vector<double> care_share;  ///< of spend on services after the gap has been closed; NaN where nothing is spent
  std::vector<double> care, other_services, gap_before_action;
};

struct ReadScenario {
  std::string id, name, place;  ///< the place by its id
  base::FinancialYear first;
  std::vector<ReadOutcome> outcomes;  ///< in the order of the readings
};

struct ReadingFindings {
  std::string of;  ///< "the cutting rule"; empty: nothing was asked
  struct Way {
    std::string name, description;
  };
  std::vector<Way> ways;
  std::vector<ReadScenario> scenarios;
};

/// `futures` has an ensemble for each reading of the study, in its order; a scenario is told of that is in all of them.
ReadingFindings readings(const std::vector<ensemble::Ensemble>& futures, const study::Study& study);

}  // namespace commonweal::analysis

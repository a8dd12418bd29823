// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "review/history.h"
#include "review/provenance.h"
#include "review/rivals.h"
#include "review/scores.h"

namespace commonweal::review {

/// How one method did on one service in one year, or on several taken together.
struct ScoreRow {
  std::string method;
  bool is_conditional = false;
  std::string service;      ///< "pooled": those that are judged, each council and service alike
  std::string year;         ///< "pooled": all years
  std::string kind;         ///< councils of this class only; empty: all
  Score crps;               ///< as a share of the service's spend at the origin, mean over councils
  double crps_million = 0;  ///< GBP million, mean over councils
  double coverage80 = 0;    ///< share of figures inside the forecast's 80% range
  std::size_t figures = 0;
};

/// How far off the share of care is, on average over councils. Shares, 0 to 1.
struct CareShareRow {
  std::string method;
  bool is_conditional = false;
  std::string year;
  double mean_absolute_error = 0;
  double mean_change_seen = 0;  ///< by how much the share really moved since the origin
};

struct Review {
  base::FinancialYear from, to;
  std::size_t councils = 0;
  std::vector<std::string> left_out, adjusted;
  std::vector<ScoreRow> scores;          ///< of all councils
  std::vector<ScoreRow> scores_by_kind;  ///< of those of each class, all years together
  std::vector<CareShareRow> care_shares;
};

/// One method's forecasts for every council of the history.
struct Entrant {
  Method method;
  std::vector<Forecasts> forecasts;  ///< [council]
};

/// Scores entrants on the years after the origin, from + 1 to the history's last.
Review review(const History& history, base::FinancialYear from, const std::vector<Entrant>& entrants);

/// The review as JSON, and as a table for people: judged services, pooled years, the rest below.
std::string json(const Review& review, const Provenance& made_of);

/// Every score as a table of its own: a row for each method, class ("": all), service and year.
std::string csv(const Review& review);
std::string text(const Review& review);

}  // namespace commonweal::review

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/financial_year.h"
#include "evidence/register.h"
#include "study/study.h"

namespace commonweal::analysis {

class Bibliography;

/// One scenario in which a policy is done, and how much of it, from when to when.
struct PolicySpell {
  std::string scenario_id, scenario_name;
  base::FinancialYear first;
  std::optional<base::FinancialYear> stop;  ///< the first year without it; nothing: it goes on
  double ramp = 1;                          ///< years until it is in full force
  double intensity = 1;                     ///< above 0, at most 1
};

/// A policy that scenarios of a study do, and what it rests on, in words.
struct PolicyUse {
  std::string id, title, family, description;
  std::vector<std::string> sets;        ///< "lever intensity, re ablement: 1"
  std::string grade;                    ///< of the evidence for its effect: one of evidence/grade.h
  std::string effect, cost, lag;        ///< with the register's figures and ranges
  std::vector<std::string> pays;        ///< "council", or "council (60%)" where several pay
  std::vector<std::string> gains;       ///< agencies, the one that gains most first; empty: none does
  std::vector<std::string> went_wrong;  ///< ways in which it went wrong elsewhere
  std::vector<int> cites;               ///< numbers of its sources, ascending
  std::vector<PolicySpell> spells;      ///< in the study's order, at least one
};

/// The policies that the scenarios of a study do, in the order in which they first come; bounds of a scenario do what
/// it does, and are left out. Their sources join the bibliography.
std::vector<PolicyUse> policies_used(const study::Study& study, const evidence::Register& evidence,
                                     Bibliography& bibliography);

}  // namespace commonweal::analysis

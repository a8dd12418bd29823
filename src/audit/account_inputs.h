// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "audit/account_book.h"
#include "audit/account_run.h"

namespace commonweal::audit {

/// The sheet of inputs: a row for each number, with its source and grade; a column for each scenario.
class AccountInputs {
 public:
  /// Adds its sheet to `book`, which must outlive it. `scenarios` are those with an account.
  AccountInputs(Book& book, const AccountTask& task, const AccountRun& run,
                const std::vector<study::ScenarioId>& scenarios);

  /// A number as the so-manieth of the scenarios has it.
  Expression of(std::size_t scenario, const std::string& variable, const std::string& element = "") const;

  /// All elements of a variable, in the model's order, as that scenario has them.
  Range all_of(std::size_t scenario, const std::string& variable) const;

 private:
  void add_row(const AccountTask& task, const AccountRun& run, const std::vector<study::ScenarioId>& scenarios,
               const std::string& variable, const std::string& element);

  Sheet* sheet_ = nullptr;
  std::map<std::pair<std::string, std::string>, std::size_t> rows_;
  std::map<std::string, std::pair<std::size_t, std::size_t>> first_and_last_;
};

/// Where a number comes from, and how well it is known: as the place or the register says.
struct Origin {
  std::string source, grade;
};
Origin origin_of(const AccountTask& task, const place::Place* place, const std::string& variable,
                 const std::string& element);

/// The place of a scenario; nullptr if it was not read.
const place::Place* place_of(const AccountTask& task, study::ScenarioId scenario);

}  // namespace commonweal::audit

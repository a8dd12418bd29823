// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ensemble/ensemble.h"
#include "program/program.h"
#include "study/design.h"

namespace commonweal::audit {

/// Variables by name, as a model of public services has them (docs/model-book.md, sector Money).
std::vector<std::string> input_variables();    ///< numbers that a council or the government sets, and prices
std::vector<std::string> account_variables();  ///< what the yearly account shows, or needs from the engine

/// "spend[public health]": an element of a variable as lines of an account are named; the variable, if it has none.
std::string element_name(const std::string& variable, const std::string& element);

/// Every run of a design, with the yearly figures that an account needs.
class AccountRun {
 public:
  /// Nothing if the program lacks any of the variables or a run cannot be computed.
  static std::optional<AccountRun> make(const program::Program& program, const study::Design& design);

  const ensemble::Future* future(study::ScenarioId scenario) const;

  /// The yearly figures of a variable; there always are some.
  std::vector<double> yearly(const ensemble::Future& future, std::string_view variable,
                             std::string_view element = "") const;
  std::vector<std::string> elements(std::string_view variable) const { return ensemble_.elements(variable); }

 private:
  ensemble::Ensemble ensemble_;
};

}  // namespace commonweal::audit

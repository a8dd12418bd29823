// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/book.h"
#include "base/diagnostics.h"
#include "evidence/register.h"
#include "place/place.h"
#include "program/program.h"
#include "study/design.h"
#include "study/study.h"

namespace commonweal::audit {

/// What an account is made of; all of it must outlive the work.
struct AccountTask {
  const study::Study* study = nullptr;
  const std::vector<place::Place>* places = nullptr;
  const evidence::Register* evidence = nullptr;
  const study::Design* design = nullptr;
  const program::Program* program = nullptr;
};

/// The council's account as a workbook that recalculates: the inputs of money with their source and grade, the account
/// of the base year, and for each scenario that stands for itself a yearly account: what services would cost, funding,
/// the gap, how the budget closes it, spending by service, and reserves from opening to closing. Every number at its
/// centre. Nothing where the model does not keep such an account, or a run cannot be computed (which `understand`
/// has told of).
std::optional<Book> account_book(const AccountTask& task);

}  // namespace commonweal::audit

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "book/page.h"
#include "book/uses.h"

namespace commonweal::book {

/// "[gap before action](#gap-before-action)": a link to a variable's place in the book.
std::string link_to(const model::Model& model, model::VariableId variable);

/// Words with the signs that Markdown would take for its own disarmed; line breaks become blanks.
std::string plain(const std::string& words);

/// One variable as the book has it: heading, kind and unit, meaning, equation, evidence, what it uses, who uses it.
std::string entry(const Contents& contents, const Uses& uses, model::VariableId variable);

}  // namespace commonweal::book

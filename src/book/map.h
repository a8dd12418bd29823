// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/model.h"
#include "syntax/document.h"

namespace commonweal::book {

/// The sectors of a model around a ring, with an arrow wherever variables of one use variables of another, the broader
/// the more of them; and below it each loop by itself on the same ring. An SVG file that stands alone, light or dark
/// as its reader is.
std::string map(const syntax::Document& document, const model::Model& model);

}  // namespace commonweal::book

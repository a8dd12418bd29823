// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "model/model.h"
#include "syntax/document.h"

namespace commonweal::model {

/// Reads every dimension, subrange, mapping and alias of `document` into `model`; each has an element at least. Faults:
/// a dimension defined twice or by itself, an element twice in it, too many of them, a numeric range whose ends do not
/// match, a mapping to an unknown dimension or of another length.
void read_dimensions(const syntax::Document& document, Model& model, base::Diagnostics& diagnostics);

/// Whether `dimension` has `element`, and where (from 0); the number of its elements if it has not.
std::size_t position_in(const Dimension& dimension, ElementId element);

/// Says that nothing is called what `subscript` names, with the nearest known name: "unknown-subscript".
void report_unknown_subscript(const syntax::Subscript& subscript, const syntax::Document& document, const Model& model,
                              base::Diagnostics& diagnostics);

/// What an element counts as where a number is wanted: its place, from 1, in the largest dimension that has it, so that
/// an element is equal to itself whichever subrange names it.
double number_of(const Model& model, ElementId element);

}  // namespace commonweal::model

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "base/diagnostics.h"
#include "syntax/document.h"

namespace commonweal::syntax {

/// Reads a model in Vensim's text form (.mdl, UTF-8). The sketch after `\\\---///` is left alone.
/// Every fault in the text goes to `diagnostics`; the document then holds the entries that could be read.
Document read(const std::filesystem::path& path, base::Diagnostics& diagnostics);

/// The same for a text already at hand.
Document parse(base::SharedSource source, base::Diagnostics& diagnostics);

/// The document as text, one entry a paragraph, fully bracketed: `dump document`.
std::string dump(const Document& document);

}  // namespace commonweal::syntax

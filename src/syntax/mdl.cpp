// SPDX-License-Identifier: Apache-2.0
#include "syntax/mdl.h"

#include <optional>
#include <utility>

#include "base/files.h"
#include "base/text.h"
#include "syntax/characters.h"
#include "syntax/entries.h"
#include "syntax/equation.h"
#include "syntax/settings.h"

namespace commonweal::syntax {
namespace {

/// Why `text` cannot be a model at all, or nothing.
std::optional<std::string> what_is_wrong_with(std::string_view text) {
  const std::string_view equations = equations_part(text);
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return "the file is empty";
  if (text.find('\0') != std::string_view::npos) return "the file is not text";
  if (equations.find('~') == std::string_view::npos) return "the file holds no equation";
  return std::nullopt;
}

void check_encoding(const base::SourceText& source, base::Diagnostics& diagnostics) {
  const auto fault = base::first_fault_of_utf8(source.text());
  if (!fault) return;
  diagnostics.error("not-utf8", source.at({static_cast<std::uint32_t>(*fault), 1}), "this character is not UTF-8",
                    "save the model as UTF-8");
}

}  // namespace

Document parse(base::SharedSource source, base::Diagnostics& diagnostics) {
  Document document;
  document.source = std::move(source);
  const base::SourceText& text = *document.source;
  if (const auto wrong = what_is_wrong_with(text.text())) {
    diagnostics.error("not-a-model", base::Position::file(text.path()), *wrong,
                      "a model is text made of entries: name = expression ~ units ~ documentation |");
    return document;
  }
  check_encoding(text, diagnostics);
  for (const Entry& entry : cut_entries(text, diagnostics)) {
    if (!entry.group.empty() && (document.groups.empty() || document.groups.back().name != entry.group)) {
      document.groups.push_back({entry.group, folded(text.text(entry.group_documentation))});
    }
    if (auto equation = parse_equation(entry, document, diagnostics))
      document.equations.push_back(std::move(*equation));
  }
  document.integration = integration_of(text, diagnostics);
  return document;
}

Document read(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  base::SharedSource source = base::read_text(path, diagnostics);
  if (source != nullptr) return parse(std::move(source), diagnostics);
  Document nothing;
  nothing.source = std::make_shared<const base::SourceText>(path.string(), "");
  return nothing;
}

}  // namespace commonweal::syntax

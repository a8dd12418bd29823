// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "book/map.h"
#include "book/page.h"
#include "doors/cli/commands.h"
#include "doors/cli/talk.h"
#include "evidence/register.h"
#include "model/unit_check.h"
#include "syntax/mdl.h"

namespace commonweal::doors {

namespace {

using Path = std::filesystem::path;

/// What a page calls itself: its first heading; its file's name if it has none.
std::string title_of(const Path& page, std::string_view text) {
  for (const std::string_view line : base::split(text, '\n')) {
    if (line.starts_with("# ")) return std::string(base::trimmed(line.substr(2)));
  }
  return page.stem().string();
}

/// The Markdown files of a folder in the order of their names.
std::vector<book::Page> read_pages(const Path& folder, const Path& home, base::Diagnostics& diagnostics) {
  std::error_code failure;
  std::vector<Path> files;
  for (const auto& each : std::filesystem::directory_iterator(folder, failure)) {
    if (each.path().extension() == ".md") files.push_back(each.path());
  }
  if (failure) {
    diagnostics.error(
        "unreadable-folder", base::Position::file(folder.string()),
        fmt::format("'{}' cannot be read as a folder of pages: {}", folder.string(), base::reason(failure)));
  }
  std::ranges::sort(files);
  std::vector<book::Page> pages;
  for (const Path& file : files) {
    const base::SharedSource text = base::read_text(file, diagnostics);
    pages.push_back({title_of(file, text->text()), file.lexically_relative(home).generic_string()});
  }
  return pages;
}

}  // namespace

int print_book(const BookArguments& arguments) {
  base::Diagnostics diagnostics;
  evidence::Register evidence;
  if (!arguments.evidence.empty()) evidence = evidence::read(arguments.evidence, diagnostics);
  std::vector<book::Page> pages;
  if (!arguments.pages.empty()) pages = read_pages(arguments.pages, arguments.home, diagnostics);
  const syntax::Document document = syntax::read(arguments.model, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);
  const model::Model model = model::build(document, diagnostics);
  model::check_units(model, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);

  if (arguments.map) return give(book::map(document, model)) ? done : users_fault;
  const std::string picture =
      arguments.picture.empty() ? "" : arguments.picture.lexically_relative(arguments.home).generic_string();
  return give(book::page({document, model, evidence, std::move(pages), picture})) ? done : users_fault;
}

}  // namespace commonweal::doors

// SPDX-License-Identifier: Apache-2.0
#include "place/place.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/disk.h"
#include "base/files.h"
#include "base/sha256.h"
#include "base/toml_table.h"
#include "place/observations.h"

namespace commonweal::place {
namespace {

namespace fs = std::filesystem;

/// The folder's own name, also where the path ends with a slash or dots.
std::string id_of(const fs::path& folder) {
  const fs::path whole = base::from_the_root(folder);
  return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

/// Whether there is a place at `folder`; a diagnostic if not.
bool is_place(const fs::path& folder, base::Diagnostics& diagnostics) {
  if (base::is_folder(folder)) return true;
  diagnostics.error("missing-place", base::Position::file(folder.string()),
                    fmt::format("there is no place '{}'", folder.string()),
                    base::suggestion_beside(folder, "a place is a folder with place.toml and series.csv"));
  return false;
}

Source read_source(const std::string& id, const base::TomlValue& value, base::Diagnostics& diagnostics) {
  base::TomlTable table(value, fmt::format("the source '{}'", id), diagnostics);
  Source source;
  source.id = id;
  source.title = table.text("title").text;
  source.publisher = table.text("publisher").text;
  source.date = table.text("date").text;
  source.url = table.optional_text("url").text;
  source.licence = table.text("licence").text;
  table.finish();
  return source;
}

std::vector<Source> read_sources(const base::TomlValue* list, base::Diagnostics& diagnostics) {
  std::vector<Source> sources;
  if (list == nullptr) return sources;
  for (const auto& [id, position, value] : list->members) {
    if (value.kind == base::TomlValue::Kind::table) {
      sources.push_back(read_source(id, value, diagnostics));
    } else {
      base::report_wrong_type(id, value, "a table, headed [sources." + id + "]", diagnostics);
    }
  }
  return sources;
}

std::vector<std::string> texts_of(const std::vector<base::PlacedText>& placed) {
  std::vector<std::string> texts;
  for (const base::PlacedText& text : placed) texts.push_back(text.text);
  return texts;
}

void read_description(const base::SourceText& text, Place& place, base::Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  const base::TomlValue value = base::parse_toml(text, diagnostics);
  if (diagnostics.error_count() > errors_before) return;
  base::TomlTable table(value, "the place", diagnostics);
  place.name = table.text("name").text;
  const std::string context_name = table.optional_text("context_name").text;
  place.context_name = context_name.empty() ? place.name : context_name;
  // Returns before 2014-15 have no other code than their own.
  place.e_code = table.optional_text("e_code").text;
  place.gss_code = place.e_code.empty() ? table.text("gss_code").text : table.optional_text("gss_code").text;
  place.kind = table.text("kind").text;
  place.base_year = table.year("base_year").value_or(base::FinancialYear{});
  place.limits = texts_of(table.texts("limits"));
  place.holds_after_last_year = texts_of(table.texts("holds_after_last_year"));
  place.sources = read_sources(table.optional_table("sources"), diagnostics);
  table.finish();
}

}  // namespace

const Source* Place::source(const std::string& source_id) const {
  const auto found = std::find_if(sources.begin(), sources.end(), [&](const Source& s) { return s.id == source_id; });
  return found == sources.end() ? nullptr : &*found;
}

Place read(const fs::path& folder, base::Diagnostics& diagnostics) {
  Place place;
  place.id = id_of(folder);
  if (!is_place(folder, diagnostics)) return place;

  const base::SharedSource description = base::read_text(folder / "place.toml", diagnostics);
  const base::SharedSource series = base::read_text(folder / "series.csv", diagnostics);
  const bool has_context = base::is_there(folder / "context.csv");
  const base::SharedSource context = has_context ? base::read_text(folder / "context.csv", diagnostics) : nullptr;
  // Without the list of sources every figure would be complained about.
  if (description == nullptr) return place;

  const std::size_t errors_before = diagnostics.error_count();
  read_description(*description, place, diagnostics);
  const bool is_broken = diagnostics.error_count() > errors_before && place.sources.empty();
  if (series != nullptr && !is_broken) place.observations = read_observations(series, place.sources, diagnostics);
  if (context != nullptr && !is_broken) place.context = read_observations(context, place.sources, diagnostics);

  std::string hashes;
  for (const base::SharedSource& file : {description, series, context}) {
    hashes += file != nullptr ? base::sha256(file->text()) + "\n" : "none\n";
  }
  place.hash = base::sha256(hashes);
  return place;
}

}  // namespace commonweal::place

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"

/// A place's published figures, each with its source, and what had to be assumed.
namespace commonweal::place {

/// How a figure came to be. Everything but `published` is shown as such wherever it is used.
enum class Status {
  published,   ///< read in an official source
  derived,     ///< computed from published figures by the rule in `note`
  assumption,  ///< no source: somebody's judgement, with the reason in `note`
};

/// "published", "derived", "assumption": as series.csv has it.
std::string_view name(Status status);

/// One row of series.csv: a value of one model variable (or one of its elements) in one year.
struct Observation {
  std::string variable;                     ///< the model's name for it
  std::string element;                      ///< empty for a scalar; "a, b" for two subscripts
  std::optional<base::FinancialYear> year;  ///< none: a constant of the place
  double value = 0;
  std::string unit;  ///< as in the model
  Status status = Status::published;
  std::string source;  ///< id in place.toml's [sources]; empty only for assumptions
  std::string note;
  base::Position position;
};

struct Source {
  std::string id, title, publisher, date, url, licence;
};

struct Place {
  std::string id;            ///< the folder's name
  std::string name;          ///< "Barnet"
  std::string context_name;  ///< whom `context` is about: "United Kingdom"; else the place's own name
  std::string gss_code;      ///< E09000003; E92000001 for England; empty if there is an E-code only
  std::string e_code;        ///< E5031; empty for a nation
  std::string kind;          ///< London borough, metropolitan district, unitary authority, county, nation
  base::FinancialYear base_year;
  std::vector<Source> sources;
  std::vector<Observation> observations;  ///< series.csv: bound to the model's data variables and constants by name
  std::vector<Observation> context;       ///< context.csv, where there is one: shown beside the model, not bound to it
  std::vector<std::string>
      holds_after_last_year;        ///< data variables whose last figure holds on; others must not end early
  std::vector<std::string> limits;  ///< what is left out, in sentences for the report
  std::string hash;                 ///< SHA-256 over its files, for the manifest

  const Source* source(const std::string& id) const;
};

/// Reads `folder`/place.toml, `folder`/series.csv and, where it exists, `folder`/context.csv. Faults: unknown key or
/// column, an unreadable number, a negative count of people or households, a source that place.toml does not list, a
/// figure without source or reason, the same figure twice.
Place read(const std::filesystem::path& folder, base::Diagnostics& diagnostics);

/// The place as text: `dump place`.
std::string dump(const Place& place);

}  // namespace commonweal::place

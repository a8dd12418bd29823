// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/financial_year.h"

namespace commonweal::review {

/// A file that a result rests on.
struct DataFile {
  std::string name;  ///< without its folder
  base::FinancialYear year;
  std::string sha256;  ///< 64 hexadecimal digits
};

/// What a result was made of, so that one can tell whether it would come again.
struct Provenance {
  std::string command;       ///< DIR stands for the folder of the data, wherever it was
  std::string model_sha256;  ///< of the model's text; empty: none was run
  std::vector<DataFile> files;
};

/// As JSON: `command`, `model_sha256` (null: no model) and `data`, a list of `file`, `year` and `sha256`.
nlohmann::ordered_json json_of(const Provenance& made_of);

/// The same as a file of its own.
std::string manifest(const Provenance& made_of);

/// A number as JSON; null for one that is not finite.
nlohmann::ordered_json json_of(double value);

}  // namespace commonweal::review

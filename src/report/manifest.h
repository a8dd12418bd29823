// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace commonweal::report {

/// What made a folder of results, so that anybody can make it again and see that it is the same.
struct Manifest {
  /// One thing that went in, or the program itself, with the SHA-256 of its bytes.
  struct Part {
    std::string role;    ///< "study", "model", "place", "evidence", "targets", "compiled model"
    std::string path;    ///< as the study names it
    std::string sha256;  ///< 64 hexadecimal digits; empty: not known
  };
  std::string version;  ///< of Commonweal: "0.1.0"
  std::string command;  ///< repeats the run
  std::vector<Part> parts;
  std::optional<std::uint64_t> seed;  ///< none: nothing in the run was random
};

/// manifest.json, with the same keys in the same order each time.
std::string manifest_json(const Manifest& manifest, const std::string& study_id);

}  // namespace commonweal::report

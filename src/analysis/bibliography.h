// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "analysis/findings.h"
#include "evidence/register.h"
#include "place/place.h"

namespace commonweal::analysis {

/// Numbers sources in the order in which they are first asked for. Two that agree in title and address are one; an
/// address that one of them lacks is no disagreement.
class Bibliography {
 public:
  /// The number by which the report cites a source of a place.
  int number(const place::Source& source);

  /// The number of what a row of the register was read in; nothing for a row that says what the model is, or that has
  /// no source.
  std::optional<int> number(const evidence::Entry& entry);

  const std::vector<SourceNote>& sources() const { return sources_; }

 private:
  int number_of(SourceNote source);

  std::vector<SourceNote> sources_;
};

/// Whether a row of the register says what the model is (a definition or a switch): it is neither a finding with a
/// source nor an assumption.
bool is_definition(const evidence::Entry& entry);

/// The numbers of the sources of a place's figures for the model, ascending.
std::vector<int> sources_of(const place::Place& place, Bibliography& bibliography);

/// The numbers of what the register's rows were read in, ascending.
std::vector<int> sources_of(const evidence::Register& evidence, Bibliography& bibliography);

}  // namespace commonweal::analysis

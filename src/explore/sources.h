// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "study/study.h"

namespace commonweal::explore {

/// A file that a study stands on, as the live page carries it.
struct Source {
  std::string path;  ///< from the folder that holds all of them, with '/' between names
  std::string text;
};

/// Everything that is read on the way from a study to its findings, sorted by path, and where the study is among it.
struct Sources {
  std::string study;   ///< its path
  std::string values;  ///< that of the rates by which who gains what is weighed; empty: there is none
  std::vector<Source> files;
};

/// The files of a study that has been read without fault, and one of rates (appraisal::read_valuation; empty: none).
/// Their paths keep the places that they have from each other, and say nothing of where on this machine they lie.
/// Faults: those of reading a file.
Sources sources_of(const study::Study& study, const std::filesystem::path& values, base::Diagnostics& diagnostics);

}  // namespace commonweal::explore

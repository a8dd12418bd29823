// SPDX-License-Identifier: Apache-2.0
// A code is "commonweal-VERSION-" and letters that stand for CHECK STUDY KEPT_BEFORE KEPT_AFTER, each ended by a blank,
// and what stands between the two parts that are kept. CHECK and STUDY are the first digits of a SHA-256: of all that
// follows, and of the study as it was opened. The version stands outside, so that a later one may change the rest.
#include "explore/scenario_code.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/sha256.h"
#include "base/text.h"
#include "explore/code_letters.h"

namespace commonweal::explore {

namespace {

constexpr std::string_view beginning = "commonweal-";
constexpr int version = 1;
constexpr std::size_t digits_of_mark = 12;

std::string mark_of(std::string_view text) {
  return base::sha256(text).substr(0, digits_of_mark);
}

/// The part of `rest` before its first blank, which is taken from it with the blank.
std::string_view take_word(std::string_view& rest) {
  const std::size_t blank = std::min(rest.find(' '), rest.size());
  const std::string_view word = rest.substr(0, blank);
  rest.remove_prefix(std::min(blank + 1, rest.size()));
  return word;
}

/// A count of bytes; nothing if it is none, or more than `most`.
std::optional<std::size_t> count_in(std::string_view word, std::size_t most) {
  const std::optional<double> number = base::parse_number(word);
  if (!number || !(*number >= 0) || *number > static_cast<double>(most)) return std::nullopt;
  return static_cast<std::size_t>(*number);
}

class Reader {
 public:
  Reader(std::string_view opened, base::Diagnostics& diagnostics) : opened_(opened), diagnostics_(diagnostics) {}

  std::optional<std::string> read(std::string_view code) {
    std::string bare;
    std::ranges::copy_if(code, std::back_inserter(bare), [](char letter) { return letter > ' '; });
    std::string_view rest = bare;
    if (!rest.starts_with(beginning)) return refused_as_none();
    rest.remove_prefix(beginning.size());
    const std::size_t end = rest.find('-');
    const std::optional<double> its_version = base::parse_number(rest.substr(0, end));
    if (end == std::string_view::npos || !its_version || *its_version < 1) return refused_as_none();
    if (*its_version > version) {
      return refused(
          "newer-code",
          fmt::format("this code is of version {}, and this copy reads version {}", rest.substr(0, end), version),
          "open it in a newer copy, or ask for the study file, which every copy reads");
    }
    const std::optional<std::string> content = from_letters(rest.substr(end + 1));
    return content ? text_of(*content) : refused_as_damaged();
  }

 private:
  std::optional<std::string> text_of(std::string_view rest) {
    const std::string_view check = take_word(rest);
    if (check != mark_of(rest)) return refused_as_damaged();
    const std::string_view of_study = take_word(rest);
    if (of_study != mark_of(opened_)) {
      return refused("code-of-another-study", "this code was made from another study, or from another issue of it",
                     "open it where it was made, or ask for the study file");
    }
    const auto before = count_in(take_word(rest), opened_.size());
    const auto after = count_in(take_word(rest), opened_.size() - before.value_or(0));
    if (!before || !after) return refused_as_damaged();
    return std::string(opened_.substr(0, *before)).append(rest).append(opened_.substr(opened_.size() - *after));
  }

  std::nullopt_t refused(const char* name, std::string message, std::string hint) {
    diagnostics_.error(name, base::Position::file("the code"), std::move(message), std::move(hint));
    return std::nullopt;
  }

  std::nullopt_t refused_as_none() {
    return refused("no-code", "this is no code of a scenario",
                   fmt::format("a code begins with '{}{}-'; paste the whole of it", beginning, version));
  }

  std::nullopt_t refused_as_damaged() {
    return refused("damaged-code", "some of this code is missing or has been changed on its way",
                   "copy the whole of it again; nothing has been changed here");
  }

  std::string_view opened_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

std::string scenario_code(std::string_view opened, std::string_view text) {
  const std::size_t shorter = std::min(opened.size(), text.size());
  const auto before = static_cast<std::size_t>(
      std::ranges::mismatch(opened.substr(0, shorter), text.substr(0, shorter)).in1 - opened.begin());
  std::size_t after = 0;
  while (after < shorter - before && opened[opened.size() - 1 - after] == text[text.size() - 1 - after]) ++after;
  const std::string content =
      fmt::format("{} {} {} {}", mark_of(opened), before, after, text.substr(before, text.size() - before - after));
  return fmt::format("{}{}-{}", beginning, version, in_letters(mark_of(content) + " " + content));
}

std::optional<std::string> text_of_code(std::string_view opened, std::string_view code,
                                        base::Diagnostics& diagnostics) {
  return Reader(opened, diagnostics).read(code);
}

}  // namespace commonweal::explore

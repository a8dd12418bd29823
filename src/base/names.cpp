// SPDX-License-Identifier: Apache-2.0
#include "base/names.h"

namespace commonweal::base {

namespace {

/// The letters of a name's canonical form, one after the other.
class Letters {
 public:
  explicit Letters(std::string_view name) : left_(name) { skip_blanks(); }

  bool are_over() const { return left_.empty(); }

  char next() {
    const char letter = left_.front();
    if (is_blank(letter)) {
      skip_blanks();
      return '_';
    }
    left_.remove_prefix(1);
    if (!left_.empty() && is_blank(left_.front()) && left_.find_first_not_of(blanks) == std::string_view::npos)
      left_ = {};
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }

 private:
  static constexpr std::string_view blanks = " _\t\n\r";

  static bool is_blank(char letter) {
    return letter == ' ' || letter == '_' || letter == '\t' || letter == '\n' || letter == '\r';
  }
  void skip_blanks() {
    while (!left_.empty() && is_blank(left_.front())) left_.remove_prefix(1);
  }

  std::string_view left_;
};

}  // namespace

std::string canonical(std::string_view name) {
  std::string folded;
  folded.reserve(name.size());
  for (Letters letters(name); !letters.are_over();) folded += letters.next();
  return folded;
}

bool is_same_name(std::string_view one, std::string_view other) {
  Letters of_one(one), of_other(other);
  while (!of_one.are_over() && !of_other.are_over()) {
    if (of_one.next() != of_other.next()) return false;
  }
  return of_one.are_over() && of_other.are_over();
}

}  // namespace commonweal::base

// SPDX-License-Identifier: Apache-2.0
#include "explore/code_letters.h"

#include <cstdint>

namespace commonweal::explore {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned bits_of_a_letter = 6, bits_of_a_byte = 8;

}  // namespace

std::string in_letters(std::string_view bytes) {
  std::string letters;
  std::uint32_t waiting = 0;  // bits that no letter has yet, the oldest first
  unsigned count = 0;
  for (const char byte : bytes) {
    waiting = waiting << bits_of_a_byte | static_cast<unsigned char>(byte);
    count += bits_of_a_byte;
    while (count >= bits_of_a_letter) {
      count -= bits_of_a_letter;
      letters += alphabet[waiting >> count & 63U];
    }
    waiting &= (1U << count) - 1;
  }
  if (count > 0) letters += alphabet[waiting << (bits_of_a_letter - count) & 63U];
  return letters;
}

std::optional<std::string> from_letters(std::string_view letters) {
  std::string bytes;
  std::uint32_t waiting = 0;
  unsigned count = 0;
  for (const char letter : letters) {
    const std::size_t value = alphabet.find(letter);
    if (value == std::string_view::npos) return std::nullopt;
    waiting = waiting << bits_of_a_letter | static_cast<std::uint32_t>(value);
    count += bits_of_a_letter;
    if (count < bits_of_a_byte) continue;
    count -= bits_of_a_byte;
    bytes += static_cast<char>(waiting >> count & 0xFFU);
    waiting &= (1U << count) - 1;
  }
  // What is left over is the filling of the last letter: less than a letter, and nought.
  if (count >= bits_of_a_letter || waiting != 0) return std::nullopt;
  return bytes;
}

}  // namespace commonweal::explore

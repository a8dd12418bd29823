// SPDX-License-Identifier: Apache-2.0
#include "returns/compound_file.h"

#include <string>

#include <gtest/gtest.h>

namespace commonweal::returns {
namespace {

void write(std::string& bytes, std::size_t offset, std::uint32_t number, std::size_t length) {
  for (std::size_t byte = 0; byte < length; ++byte) bytes[offset + byte] = static_cast<char>(number >> 8 * byte);
}

/// A header, a sector that says which follows which, and a directory of one sector whose names are so long.
std::string compound_file(std::uint32_t length_of_name, std::uint32_t after_directory = 0xFFFFFFFE) {
  std::string bytes(3 * 512, '\0');
  write(bytes, 30, 9, 2);
  write(bytes, 48, 1, 4);
  write(bytes, 68, 0xFFFFFFFE, 4);
  write(bytes, 76, 0, 4);
  for (std::size_t place = 1; place < 109; ++place) write(bytes, 76 + 4 * place, 0xFFFFFFFF, 4);
  write(bytes, 512 + 4, after_directory, 4);
  for (std::size_t entry = 0; entry < 4; ++entry) write(bytes, 1024 + 128 * entry + 64, length_of_name, 2);
  return bytes;
}

TEST(Directory, is_sound_if_its_names_have_room_and_its_chain_ends) {
  EXPECT_TRUE(has_sound_directory(compound_file(22)));
  EXPECT_TRUE(has_sound_directory(compound_file(64)));
  EXPECT_FALSE(has_sound_directory(compound_file(65)));
  EXPECT_FALSE(has_sound_directory(compound_file(22, 1))) << "a ring";
  EXPECT_FALSE(has_sound_directory(compound_file(22, 7))) << "beyond the end";
  EXPECT_FALSE(has_sound_directory(""));
  for (const std::size_t size : {std::size_t{8}, std::size_t{512}, std::size_t{1024}, std::size_t{1535}}) {
    EXPECT_FALSE(has_sound_directory(compound_file(22).substr(0, size))) << size;
  }
}

}  // namespace
}  // namespace commonweal::returns

// SPDX-License-Identifier: Apache-2.0
#include "returns/compound_file.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace commonweal::returns {

// A compound file is a small file system: a header of one sector, then sectors counted from 0. A table says for each
// sector which one follows it; the header lists the sectors of that table, and where the list is too long, the last
// number of a sector that goes on with it says where it does. The directory is a chain of sectors of 128-byte entries.

namespace {

constexpr std::uint32_t first_mark = 0xFFFFFFFA;  ///< from here on numbers mean an end or nothing, not a sector
constexpr std::size_t header_size = 512, entry_size = 128, name_room = 64;

class Sectors {
 public:
  explicit Sectors(std::string_view bytes) : bytes_(bytes) {
    if (bytes.size() < header_size) return;
    const std::uint32_t shift = number(30, 2);
    size_ = shift == 9 || shift == 12 ? std::size_t{1} << shift : 0;
  }

  bool are_known() const { return size_ > 0; }
  std::size_t size() const { return size_; }
  std::size_t count() const { return bytes_.size() / size_; }
  bool has(std::uint32_t sector) const { return sector < first_mark && start(sector) + size_ <= bytes_.size(); }
  std::size_t start(std::uint32_t sector) const { return (std::size_t{sector} + 1) * size_; }

  /// A number of so many bytes, the lowest first.
  std::uint32_t number(std::size_t offset, std::size_t length) const {
    std::uint32_t value = 0;
    for (std::size_t byte = length; byte-- > 0;) {
      value = value << 8 | static_cast<unsigned char>(bytes_[offset + byte]);
    }
    return value;
  }

  /// Appends the numbers of a sector.
  void append(std::uint32_t sector, std::vector<std::uint32_t>& numbers) const {
    for (std::size_t offset = 0; offset < size_; offset += 4) numbers.push_back(number(start(sector) + offset, 4));
  }

 private:
  std::string_view bytes_;
  std::size_t size_ = 0;  ///< 0: no size that a compound file has
};

/// Which sector follows each.
std::vector<std::uint32_t> followers(const Sectors& sectors) {
  constexpr std::size_t listed_in_header = 109, list = 76, list_goes_on = 68;
  std::vector<std::uint32_t> tables;
  for (std::size_t place = 0; place < listed_in_header; ++place) tables.push_back(sectors.number(list + 4 * place, 4));
  std::uint32_t next = sectors.number(list_goes_on, 4);
  for (std::size_t turn = 0; turn < sectors.count() && sectors.has(next); ++turn) {
    sectors.append(next, tables);
    next = tables.back();
    tables.pop_back();
  }
  std::vector<std::uint32_t> numbers;
  for (const std::uint32_t table : tables) {
    if (numbers.size() > sectors.count() || !sectors.has(table)) break;
    sectors.append(table, numbers);
  }
  return numbers;
}

}  // namespace

bool has_sound_directory(std::string_view bytes) {
  constexpr std::size_t directory = 48;
  const Sectors sectors(bytes);
  if (!sectors.are_known()) return false;
  const std::vector<std::uint32_t> next = followers(sectors);
  std::uint32_t sector = sectors.number(directory, 4);
  for (std::size_t turn = 0; turn < sectors.count(); ++turn) {
    if (!sectors.has(sector) || sector >= next.size()) return false;
    for (std::size_t entry = 0; entry < sectors.size(); entry += entry_size) {
      if (sectors.number(sectors.start(sector) + entry + name_room, 2) > name_room) return false;
    }
    sector = next[sector];
    if (sector >= first_mark) return true;
  }
  return false;  // the chain is a ring
}

}  // namespace commonweal::returns

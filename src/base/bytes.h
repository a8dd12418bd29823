// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace commonweal::base {

/// Numbers and texts as bytes, for a file that only this program on this machine reads again.
class ByteWriter {
 public:
  template <typename Number>
    requires std::is_arithmetic_v<Number>
  void number(Number value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }

  void text(std::string_view text) {
    number<std::uint64_t>(text.size());
    bytes_ += text;
  }

  void numbers(const std::vector<double>& values) {
    number<std::uint64_t>(values.size());
    if (!values.empty()) bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(double));
  }

  const std::string& bytes() const { return bytes_; }
  std::string take() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what a ByteWriter wrote, in the same order. Past the end it gives zeros and is no longer `good`.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename Number>
    requires std::is_arithmetic_v<Number>
  Number number() {
    Number value{};
    if (take(sizeof value)) std::memcpy(&value, bytes_.data() + (at_ - sizeof value), sizeof value);
    return value;
  }

  std::string text() {
    const auto size = number<std::uint64_t>();
    return take(size) ? std::string(bytes_.substr(at_ - size, size)) : std::string();
  }

  std::vector<double> numbers() {
    const auto count = number<std::uint64_t>();
    if (count > bytes_.size() || !take(count * sizeof(double))) {
      good_ = false;
      return {};
    }
    std::vector<double> values(count);
    if (count > 0) std::memcpy(values.data(), bytes_.data() + (at_ - count * sizeof(double)), count * sizeof(double));
    return values;
  }

  /// Whether everything asked for was there.
  bool good() const { return good_; }

  /// Whether it was, and nothing is left.
  bool at_end() const { return good_ && at_ == bytes_.size(); }

 private:
  bool take(std::uint64_t size) {
    good_ = good_ && size <= bytes_.size() - at_;
    if (good_) at_ += size;
    return good_;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool good_ = true;
};

}  // namespace commonweal::base

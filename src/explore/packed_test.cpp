// SPDX-License-Identifier: Apache-2.0
#include "explore/packed.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <zlib.h>

#include "explore/code_letters.h"

namespace commonweal::explore {
namespace {

/// What zlib makes of gzip again.
std::string unpacked(const std::string& gzip, std::size_t bytes) {
  constexpr int gzip_only = 16;
  std::string result(bytes + 1, '\0');
  z_stream stream{};
  stream.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(gzip.data()));
  stream.avail_in = static_cast<uInt>(gzip.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  EXPECT_EQ(inflateInit2(&stream, MAX_WBITS + gzip_only), Z_OK);
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  result.resize(stream.total_out);
  inflateEnd(&stream);
  return result;
}

RC_GTEST_PROP(Packed, CanBeUnpacked, (const std::string& bytes)) {
  const auto gzip = from_letters(packed(bytes));
  RC_ASSERT(gzip.has_value());
  RC_ASSERT(unpacked(*gzip, bytes.size()) == bytes);
}

TEST(Packed, TextsBecomeSmallAndSayNothingOfTheTime) {
  std::string text;
  for (int line = 0; line < 1000; ++line) text += "a line that comes again\n";
  EXPECT_LT(packed(text).size(), text.size() / 50);
  EXPECT_EQ(from_letters(packed(text))->substr(4, 4), std::string(4, '\0'));
}

}  // namespace
}  // namespace commonweal::explore

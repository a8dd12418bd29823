// SPDX-License-Identifier: Apache-2.0
#include "explore/json_text.h"

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace commonweal::explore {
namespace {

std::string by_the_library(const std::string& plain) {
  return nlohmann::json(plain).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

TEST(JsonText, IsWhatTheLibraryWrites) {
  std::string every_byte;
  for (int code = 0; code < 128; ++code) every_byte += static_cast<char>(code);
  for (const std::string& plain : {std::string(), std::string("plain"), std::string("\"a\\b\"\n"), every_byte,
                                   std::string("£1,240 – ‘so’"), std::string("\n\n"), std::string("ends in \\")}) {
    EXPECT_EQ(json_text(plain), by_the_library(plain));
  }
}

TEST(JsonText, WhatIsNoUtf8IsReplaced) {
  for (const std::string& plain : {std::string("a\xff"
                                               "b"),
                                   std::string("\xe2\x82"), std::string("\"\xc3(\"")}) {
    EXPECT_EQ(json_text(plain), by_the_library(plain));
  }
}

}  // namespace
}  // namespace commonweal::explore

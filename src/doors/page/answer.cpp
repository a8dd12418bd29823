// SPDX-License-Identifier: Apache-2.0
#include "doors/page/answer.h"

#include <nlohmann/json.hpp>

#include "base/memory_disk.h"
#include "explore/session.h"

namespace commonweal::doors {

namespace {

/// Puts the file of a request {do: put, path, text} into the table that stands for a disk; false: it is another one.
bool is_put(std::string_view request) {
  const auto asked = nlohmann::json::parse(request, nullptr, false);
  if (!asked.is_object() || asked.value("do", "") != "put") return false;
  base::put_file(asked.value("path", ""), asked.value("text", ""));
  return true;
}

}  // namespace

std::string answer(std::string_view request) {
  static explore::Session session;
  return is_put(request) ? R"({"faults":[]})" : session.answer(request);
}

}  // namespace commonweal::doors

// SPDX-License-Identifier: Apache-2.0
// What the page's worker calls. Requests and answers are bytes in the module's memory:
//
//   at = commonweal_take(bytes)          room for a request, which the worker fills
//   at = commonweal_answer(at, bytes)    the room is given back; here stand 4 bytes of a length, low first, then so
//   many commonweal_release(at)               the answer has been read
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "doors/page/answer.h"

namespace {

/// As much room as asked for. Memory that is used up ends the module: the worker sees a trap and says so.
char* room_for(std::size_t bytes) {
  void* room = std::malloc(bytes);
  if (room == nullptr) std::abort();
  return static_cast<char*>(room);
}

}  // namespace

extern "C" {

[[clang::export_name("commonweal_take")]] char* commonweal_take(std::uint32_t bytes) {
  return room_for(bytes == 0 ? 1 : bytes);
}

[[clang::export_name("commonweal_answer")]] char* commonweal_answer(char* request, std::uint32_t bytes) {
  const std::string answer = commonweal::doors::answer(std::string_view(request, bytes));
  std::free(request);
  const auto length = static_cast<std::uint32_t>(answer.size());
  char* room = room_for(sizeof(length) + answer.size());
  std::memcpy(room, &length, sizeof(length));
  std::memcpy(room + sizeof(length), answer.data(), answer.size());
  return room;
}

[[clang::export_name("commonweal_release")]] void commonweal_release(char* answer) {
  std::free(answer);
}

}  // extern "C"

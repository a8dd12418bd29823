// SPDX-License-Identifier: Apache-2.0
// The twin as a native program: answers one request a line, as the twin or as a conversation with a study.
#include <iostream>
#include <string>

#include "explore/session.h"
#include "page/twin.h"

int main() {
  commonweal::explore::Session session;
  std::string request;
  while (std::getline(std::cin, request)) {
    const auto answer = commonweal::page::twin_answer(request);
    std::cout << (answer ? *answer : session.answer(request)) << std::endl;
  }
}

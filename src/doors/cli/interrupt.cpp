// SPDX-License-Identifier: Apache-2.0
#include "doors/cli/interrupt.h"

#include <atomic>
#include <csignal>

namespace commonweal::doors {

namespace {

// The one global: a signal has no other way to say anything.
std::atomic<bool> wish = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may touch nothing else");

void take_wish(int) {
  wish = true;
}

void handle(void (*handler)(int)) {
  struct sigaction action{};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);  // the next one is obeyed at once
  for (const int signal : {SIGINT, SIGTERM}) ::sigaction(signal, &action, nullptr);
}

}  // namespace

Interrupt::Interrupt() {
  wish = false;
  handle(take_wish);
}

Interrupt::~Interrupt() {
  handle(SIG_DFL);
}

bool Interrupt::is_wished() {
  return wish;
}

}  // namespace commonweal::doors

// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace commonweal::doors {

/// While it lives, the first Ctrl-C (or `kill`) is a wish that long work looks out for; a second one ends the program
/// at once. One at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// Whether somebody wishes the work to end. May be asked on any thread.
  static bool is_wished();
};

}  // namespace commonweal::doors

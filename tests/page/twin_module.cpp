// SPDX-License-Identifier: Apache-2.0
// The twin as WebAssembly, behind the same exports as the page.
#include "doors/page/answer.h"
#include "page/twin.h"

std::string commonweal::doors::answer(std::string_view request) {
  return page::twin_answer(request).value_or("nothing that can be asked");
}

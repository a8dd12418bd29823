// SPDX-License-Identifier: Apache-2.0
#include "doors/cli/serve.h"

#include <chrono>
#include <thread>

#include <fmt/format.h>
#include <httplib.h>

#include "doors/cli/interrupt.h"
#include "doors/cli/talk.h"

namespace commonweal::doors {

bool serve(const std::string& page) {
  // The loopback address and no name: a name could be taught to mean another machine.
  const char* here = "127.0.0.1";
  httplib::Server server;
  server.Get("/", [&page](const httplib::Request&, httplib::Response& response) {
    response.set_content(page, "text/html; charset=utf-8");
  });
  const int port = server.bind_to_any_port(here);
  if (port <= 0) return false;
  const Interrupt interrupt;
  std::jthread listening([&server] { server.listen_after_bind(); });
  say(fmt::format("the page is at http://{}:{}/ until Ctrl-C", here, port));
  while (!Interrupt::is_wished()) std::this_thread::sleep_for(std::chrono::milliseconds(100));
  server.stop();
  return true;
}

}  // namespace commonweal::doors

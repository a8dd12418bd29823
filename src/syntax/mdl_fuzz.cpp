// SPDX-License-Identifier: Apache-2.0
// Any bytes at all must come through the reader: with diagnostics, without harm. Built where COMMONWEAL_FUZZERS is on.
#include <cstdint>
#include <cstdlib>

#include "syntax/mdl.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace base = commonweal::base;
  namespace syntax = commonweal::syntax;
  base::Diagnostics diagnostics;
  const auto source =
      std::make_shared<const base::SourceText>("model.mdl", std::string(reinterpret_cast<const char*>(data), size));
  const syntax::Document document = syntax::parse(source, diagnostics);
  if (syntax::dump(document).empty() && !document.equations.empty()) std::abort();
  if (diagnostics.render().empty() && !diagnostics.all().empty()) std::abort();
  return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include "study/register_check.h"

#include <fmt/format.h>

#include "base/text.h"
#include "study/binding.h"

namespace commonweal::study {

void check_register(const evidence::Register& evidence, const program::Program& program,
                    base::Diagnostics& diagnostics) {
  for (const evidence::Entry& entry : evidence.entries) {
    program::Inputs bound;
    bind_setting(program, {entry.variable, entry.element, entry.central, entry.position}, bound, diagnostics);
    for (const program::Inputs::Setting& setting : bound.settings) {
      const double written = program.start[setting.slot];
      if (written == setting.value) continue;  // both are read from decimal text: equal text, equal bits
      diagnostics.error("register-differs", entry.position,
                        fmt::format("the register gives {} for '{}' and the model {}", base::shortest(setting.value),
                                    program.named(setting.slot).text, base::shortest(written)),
                        "the register is the truth for constants: change the model's text, or the row and its source");
    }
  }
}

}  // namespace commonweal::study

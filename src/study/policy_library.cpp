// SPDX-License-Identifier: Apache-2.0
#include "study/policy_library.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/disk.h"
#include "base/text.h"
#include "study/binding.h"
#include "study/element_name.h"

namespace commonweal::study {
namespace {

namespace fs = std::filesystem;

/// The variable of the model with an element for each agency.
constexpr char agencies_of[] = "gain of an agency";

class PolicyCheck {
 public:
  PolicyCheck(const program::Program& program, base::Diagnostics& diagnostics)
      : program_(program), diagnostics_(diagnostics) {
    if (const program::Variable* ledger = program.find(agencies_of)) agencies_ = ledger->elements;
  }

  void check(const Policy& policy) {
    for (const Setting& setting : policy.sets) check_constant(setting);
    for (const Basis* basis : {&policy.cost, &policy.reach, &policy.lag, &policy.persistence, &policy.effect.basis}) {
      for (const base::PlacedText& constant : basis->constants) check_constant(constant);
    }
    if (policy.pilot) check_constant(policy.pilot->constant);
    for (const AgencyShare& payer : policy.pays) check_agency({payer.agency, payer.position});
    for (const base::PlacedText& gainer : policy.gains) check_agency(gainer);
  }

 private:
  void check_constant(const Setting& setting) {
    program::Inputs bound;  // only to be told whether it can be
    bind_setting(program_, setting, bound, diagnostics_);
  }

  void check_constant(const base::PlacedText& constant) {
    const auto name = parse_element_name(constant.text);
    if (name) return check_constant({name->variable, name->element, 0, constant.position});
    diagnostics_.error("bad-setting", constant.position, fmt::format("'{}' names no variable", constant.text),
                       "write \"variable\" or \"variable[element]\"");
  }

  void check_agency(const base::PlacedText& agency) {
    if (std::ranges::find(agencies_, agency.text) != agencies_.end()) return;
    diagnostics_.error("unknown-agency", agency.position, fmt::format("'{}' is no agency of the model", agency.text),
                       agencies_.empty()
                           ? "the model has no agencies"
                           : base::suggestion(agency.text, agencies_, "they are: " + base::joined(agencies_, ", ")));
  }

  const program::Program& program_;
  base::Diagnostics& diagnostics_;
  std::vector<std::string> agencies_;
};

}  // namespace

std::vector<Policy> read_policies(const fs::path& folder, base::Diagnostics& diagnostics) {
  const auto position = base::Position::file(folder.string());
  const auto names = base::names_in(folder);
  if (!names) {
    diagnostics.error("unreadable-folder", position, "the folder of policies cannot be read");
    return {};
  }
  std::vector<fs::path> files;
  for (const std::string& name : *names) {
    if (name.ends_with(".toml")) files.push_back(folder / name);
  }
  if (files.empty()) diagnostics.error("no-policy", position, "no file in it ends in .toml", "a policy is NAME.toml");
  std::vector<Policy> policies;
  for (const fs::path& file : files) policies.push_back(read_policy(file, diagnostics));
  return policies;
}

void check_policies(const std::vector<Policy>& policies, const program::Program& program,
                    base::Diagnostics& diagnostics) {
  PolicyCheck check(program, diagnostics);
  for (const Policy& policy : policies) check.check(policy);
}

}  // namespace commonweal::study

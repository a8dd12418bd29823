// SPDX-License-Identifier: Apache-2.0
#include "explore/known_study.h"

#include <utility>

#include "study/read_uncertainty.h"

namespace commonweal::explore {

namespace {

/// Whether two studies stand on the same files, which are taken not to change.
bool stand_on_the_same(const study::Study& one, const study::Study& other) {
  return one.model == other.model && one.evidence == other.evidence && one.targets == other.targets &&
         one.places == other.places && one.policies_folder == other.policies_folder;
}

}  // namespace

study::Study KnownStudy::read(const base::SourceText& text, base::Diagnostics& diagnostics) {
  if (read_ && read_->path == text.path() && read_->text == text.text()) return read_->study;
  base::Diagnostics said;
  study::Study study = study::read(text, said, way_ ? &way_->study : nullptr);
  if (said.all().empty()) read_ = {std::string(text.path()), std::string(text.text()), study};
  diagnostics.add(said);
  return study;
}

bool KnownStudy::turn_to(study::Study study, base::Diagnostics& diagnostics) {
  if (!way_ || !stand_on_the_same(way_->study, study)) {
    road::Journey way = road::travel(std::move(study), diagnostics);
    if (diagnostics.has_errors()) return false;
    way_ = std::move(way);
    runs_ = {};
    lanes_ = {};
    futures_ = {};
    return true;
  }
  road::turn_to(*way_, std::move(study), diagnostics);
  return !diagnostics.has_errors();
}

const road::Journey* KnownStudy::settled(const base::SourceText& text, std::optional<std::uint64_t> draws,
                                         base::Diagnostics& diagnostics) {
  study::Study study = read(text, diagnostics);
  const bool is_drawn = !draws || *draws > 0;
  if (draws && is_drawn && study.uncertainty) {
    const auto position = base::Position::file("draws");
    if (study::check_draws(static_cast<double>(*draws), position, diagnostics)) study.uncertainty->draws = *draws;
  }
  if (diagnostics.has_errors()) return nullptr;
  if (!turn_to(std::move(study), diagnostics)) return nullptr;
  if (!is_drawn) way_->draw_design.reset();
  return &*way_;
}

const road::Journey* KnownStudy::findings(const base::SourceText& text, std::optional<std::uint64_t> draws,
                                          base::Diagnostics& diagnostics) {
  if (settled(text, draws, diagnostics) == nullptr) return nullptr;
  ensemble::Ensemble futures = runs_.run(way_->program, way_->design, diagnostics);
  if (diagnostics.has_errors()) return nullptr;
  way_->futures = std::move(futures);
  way_->draws = {};
  if (way_->draw_design) way_->draws = futures_.draws(road::draw_task(*way_, lanes_), way_->study, diagnostics);
  road::explain(*way_, diagnostics);
  return diagnostics.has_errors() ? nullptr : &*way_;
}

}  // namespace commonweal::explore

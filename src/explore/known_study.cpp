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

study::Study KnownStudy::read(const base::SourceText& text, base::Diagnostics& diagnostics) const {
  return study::read(text, diagnostics, way_ ? &way_->study : nullptr);
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
  std::swap(way_->study, study);
  study::Design design = way_->design;
  std::optional<study::DrawDesign> draw_design = way_->draw_design;
  road::settle(*way_, diagnostics);
  if (!diagnostics.has_errors()) return true;
  way_->study = std::move(study);
  way_->design = std::move(design);
  way_->draw_design = std::move(draw_design);
  return false;
}

const road::Journey* KnownStudy::findings(const base::SourceText& text, std::optional<std::uint64_t> draws,
                                          base::Diagnostics& diagnostics) {
  study::Study study = read(text, diagnostics);
  const bool is_drawn = !draws || *draws > 0;
  if (draws && is_drawn && study.uncertainty) {
    const auto position = base::Position::file("draws");
    if (study::check_draws(static_cast<double>(*draws), position, diagnostics)) study.uncertainty->draws = *draws;
  }
  if (diagnostics.has_errors()) return nullptr;
  if (!turn_to(std::move(study), diagnostics)) return nullptr;

  ensemble::Ensemble futures = runs_.run(way_->program, way_->design, diagnostics);
  if (diagnostics.has_errors()) return nullptr;
  way_->futures = std::move(futures);
  way_->draws = {};
  if (!is_drawn) way_->draw_design.reset();
  if (way_->draw_design) way_->draws = futures_.draws(road::draw_task(*way_, lanes_), way_->study, diagnostics);
  road::explain(*way_, diagnostics);
  return diagnostics.has_errors() ? nullptr : &*way_;
}

}  // namespace commonweal::explore

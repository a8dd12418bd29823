// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "analysis/findings.h"
#include "base/diagnostics.h"
#include "ensemble/draw_futures.h"
#include "ensemble/draws.h"
#include "ensemble/ensemble.h"
#include "evidence/register.h"
#include "model/model.h"
#include "place/place.h"
#include "program/program.h"
#include "report/results_csv.h"
#include "study/design.h"
#include "study/draw_design.h"
#include "study/study.h"
#include "study/targets.h"

namespace commonweal::road {

/// Everything made on the way from a study to its findings. After a fault, what lies beyond it is empty.
struct Journey {
  study::Study study;
  std::vector<place::Place> places;
  evidence::Register evidence;
  std::vector<study::Target> targets;
  model::Model model;
  program::Program program;
  study::Design design;
  std::optional<study::DrawDesign> draw_design;  ///< nothing: the study says nothing of uncertainty
  ensemble::Ensemble futures;
  ensemble::Draws draws;  ///< empty: as for draw_design
  analysis::Findings findings;
};

/// What a command says over the study's own words, its numbers not yet looked at.
struct Overrides {
  std::optional<double> draws, seed;
  bool scalars = false;      ///< as well
  bool needs_draws = false;  ///< for something else that is asked
};

/// A model, and the program made of it.
struct ReadModel {
  model::Model model;
  program::Program program;
};

/// From a model's text to what can be run, its units and time constants checked. Faults that `diagnostics` holds
/// already do not matter. Nothing if the model cannot be run; a time constant too short for the time step does not stop
/// it.
std::optional<ReadModel> read_model(const std::filesystem::path& path, base::Diagnostics& diagnostics);

/// The road as far as the design of every run: each stage takes what the ones before it made and makes one thing. It
/// goes on past a fault as long as the next stage can still find more to say, so that a user sees all faults at once.
/// Faults of `overrides`: those of the study's own draws and seed, and "no-uncertainty" where the study has nothing
/// that they could be over.
Journey travel(const std::filesystem::path& study_path, base::Diagnostics& diagnostics,
               const Overrides& overrides = {});

/// The same from a study that has been read.
Journey travel(study::Study study, base::Diagnostics& diagnostics, const Overrides& overrides = {});

/// Takes another study, which stands on the same files, and makes the designs anew. After a fault the way is as it was.
void turn_to(Journey& way, study::Study study, base::Diagnostics& diagnostics);

/// What the draws of a study are computed from; the study says what is uncertain. `way` must outlive it.
ensemble::DrawTask draw_task(const Journey& way);

/// The same, with programs that an earlier task of the same way left.
ensemble::DrawTask draw_task(const Journey& way, ensemble::LanePrograms& known);

/// The rest of the road, from the design without fault to the findings. False if `work` was stopped before all draws
/// were made.
bool travel_on(Journey& way, const ensemble::DrawTables& tables, const ensemble::DrawWork& work,
               base::Diagnostics& diagnostics);

/// What the futures and draws of a way say; without what takes many further runs (sensitivity, conditions).
void explain(Journey& way, base::Diagnostics& diagnostics);

/// What files call the scenarios of a study, in its order.
std::vector<report::ScenarioName> scenario_names(const study::Study& study);

}  // namespace commonweal::road

// SPDX-License-Identifier: Apache-2.0
#include "study/calibration.h"

namespace commonweal::study {

std::optional<CalibrationWish> read_calibration(base::TomlTable& study, const std::filesystem::path& beside,
                                                base::Diagnostics& diagnostics) {
  const base::TomlValue* value = study.optional_table("calibration");
  if (value == nullptr) return std::nullopt;
  base::TomlTable table(*value, "[calibration]", diagnostics);
  CalibrationWish wish;
  wish.position = table.position();
  const base::PlacedText observations = table.text("observations"), scenario = table.text("scenario");
  if (!observations.text.empty()) wish.observations = (beside / observations.text).lexically_normal();
  wish.scenario = scenario.text;
  wish.scenario_position = scenario.position;
  wish.fitted_to = table.optional_year("fitted_to");
  table.finish();
  return wish;
}

}  // namespace commonweal::study

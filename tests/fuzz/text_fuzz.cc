// SPDX-License-Identifier: MIT
// Any bytes as what a person writes: read, planned and worded with the shipped knowledge.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cli/json/plan_json.h"
#include "engine/engine.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhilu;
  static const Opened opened = open_folder(ZHILU_SOURCE_DIR "/knowledge");
  if (opened.engine == nullptr) std::abort();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::string json;
  write_plan(opened.engine->ask(text, Date::from_days(20779)).document, json);
  return 0;
}

// SPDX-License-Identifier: MIT
// Any bytes as a request: as JSON, as YAML and as a `--set`, read into a matter and planned.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "cli/json/reader.h"
#include "engine/engine.h"
#include "engine/facts_file.h"
#include "engine/intake/matter_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhilu;
  static const Opened opened = open_folder(ZHILU_SOURCE_DIR "/knowledge");
  if (opened.engine == nullptr) std::abort();
  const Knowledge& knowledge = opened.engine->knowledge();
  const std::string text(reinterpret_cast<const char*>(data), size);
  SourceMap sources;
  Diagnostics problems;
  const FileId file = sources.add("facts", text);
  const Date today = Date::from_days(20779);
  for (const auto& input : {read_json(text, file, problems), read_facts_file(file, sources, problems)}) {
    if (input) opened.engine->plan(read_request(*input, knowledge, problems).matter, today);
  }
  Matter matter = opened.engine->new_matter();
  if (const auto setting = parse_setting(text, {file, 0, 0}, knowledge, problems)) {
    read_facts(*setting, knowledge, matter, problems);
  }
  opened.engine->plan(matter, today);
  render(problems, sources, Tongue::English);
  return 0;
}

// SPDX-License-Identifier: MIT
// The second guard of a YAML file: its structure, read strictly and without yaml-cpp.
//
// Knowledge uses a small part of YAML: block mappings and lists, lists and mappings in brackets, scalars on
// one line and block scalars. The scanner knows exactly this part and refuses everything else by name. What
// it lets through is read by yaml-cpp as well, and both must have seen the same scalars (yaml.cc): so nothing
// of a file is dropped, and no input reaches yaml-cpp that would make it hang or guess.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/source.h"
#include "engine/load/yaml_cursor.h"

namespace zhilu::yaml {

struct ScanLimits {
  int depth = 64;
  std::size_t tokens = 500'000;
};

/// All scalars and brackets of `text` in order. Reports every problem it finds and goes on behind it; after
/// problems the tokens are not complete.
std::vector<Token> scan(FileId file, std::string_view text, const ScanLimits& limits,
                        Diagnostics& diagnostics);

}  // namespace zhilu::yaml

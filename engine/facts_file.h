// SPDX-License-Identifier: MIT
// Facts and events in YAML, as input for intake/matter_reader.h.
#pragma once

#include <optional>

#include "engine/base/diagnostic.h"
#include "engine/base/source.h"
#include "engine/intake/input.h"

namespace zhilu {

namespace yaml {
struct Node;
}

/// The YAML file `file` of `sources` as input. Empty, with at least one diagnostic, if it is not the YAML
/// that knowledge uses. An empty file gives a null value.
std::optional<InputValue> read_facts_file(FileId file, const SourceMap& sources, Diagnostics& out);

/// A YAML tree as input: unquoted scalars get their type from the fact they are given to.
InputValue input_of(const yaml::Node& node);

}  // namespace zhilu

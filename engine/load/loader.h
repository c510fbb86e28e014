// SPDX-License-Identifier: MIT
// The way into this room: a tree of files becomes knowledge.
#pragma once

#include <memory>

#include "engine/base/diagnostic.h"
#include "engine/base/files.h"
#include "engine/base/source.h"
#include "engine/model/knowledge.h"

namespace zhilu {

struct LoadResult {
  /// Null if `diagnostics` has errors: knowledge is whole or not there.
  std::shared_ptr<const Knowledge> knowledge;
  /// The texts that the spans of the knowledge and of the diagnostics point into.
  std::shared_ptr<const SourceMap> sources;
  /// Everything that is wrong with all files, sorted by file and place.
  Diagnostics diagnostics;
};

/// Reads a knowledge base (docs/knowledge_format.md) from the root of `files`. Never fails half-way and never
/// throws; whatever the files hold, it ends in time and memory that are linear in their size, or refuses
/// them.
LoadResult load_knowledge(const FileReader& files);

}  // namespace zhilu

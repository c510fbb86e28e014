// SPDX-License-Identifier: MIT
// What an engine is made of. For the files beside engine.h only.
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "engine/base/mapped_file.h"
#include "engine/base/spares.h"
#include "engine/compile/compiled.h"
#include "engine/engine.h"
#include "engine/render/words.h"
#include "engine/session/planner.h"
#include "engine/understand/understand.h"

namespace zhilu {

struct Engine::Parts {
  Parts(std::shared_ptr<const Compiled> given, ReaderTables tables, std::optional<MappedFile> from)
      : file(std::move(from)),
        compiled(std::move(given)),
        reader(*compiled->knowledge, std::move(tables)),
        words(*compiled->knowledge) {}

  const Knowledge& knowledge() const { return *compiled->knowledge; }

  /// Of an engine from a compiled knowledge file: where the items of everything below lie.
  std::optional<MappedFile> file;
  std::shared_ptr<const Compiled> compiled;
  Reader reader;
  Words words;
  mutable Spares<Planner> planners;
};

/// An engine of these parts.
std::shared_ptr<const Engine> make_engine(std::shared_ptr<const Compiled> compiled, ReaderTables tables,
                                          std::optional<MappedFile> file = std::nullopt);

}  // namespace zhilu

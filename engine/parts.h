// SPDX-License-Identifier: MIT
// What an engine is made of. For the files beside engine.h only.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "engine/base/mapped_file.h"
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

  /// A planner that nobody uses at the moment; give it back when done.
  std::unique_ptr<Planner> take_planner() const;
  void give_back(std::unique_ptr<Planner> planner) const;

  /// As many as threads have ever planned at the same time.
  mutable std::mutex mutex;
  mutable std::vector<std::unique_ptr<Planner>> idle;
};

/// An engine of these parts.
std::shared_ptr<const Engine> make_engine(std::shared_ptr<const Compiled> compiled, ReaderTables tables,
                                          std::optional<MappedFile> file = std::nullopt);

}  // namespace zhilu

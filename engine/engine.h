// SPDX-License-Identifier: MIT
// 指路, for programs that embed it: open a knowledge base, tell it what is known, get a plan.
//
//     #include <zhilu/engine/engine.h>
//
//     zhilu::Opened opened = zhilu::open_folder("knowledge");
//     if (!opened.engine) {
//       std::cerr << zhilu::render(opened.diagnostics, opened.sources, zhilu::Tongue::Chinese);
//       return 3;
//     }
//     zhilu::Answered answered =
//         opened.engine->ask("钱包里刚被转走三千", *zhilu::Date::parse("2026-11-22"));
//     for (const zhilu::StepLine& step : answered.document.steps)
//       std::cout << step.rank << ' ' << step.title << '\n';
//
// An Engine is immutable: one may be shared by any number of threads, and the same input gives the same
// bytes. Nothing here reads a clock, touches the network or throws; the only input is what is passed in.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/base/files.h"
#include "engine/base/result.h"
#include "engine/interview/contrast.h"
#include "engine/model/knowledge.h"
#include "engine/model/matter.h"
#include "engine/render/plan_document.h"
#include "engine/session/explanation.h"
#include "engine/session/plan.h"
#include "engine/understand/trace.h"
#include "engine/understand/understood.h"

namespace zhilu {

class Engine;
class Interview;
class MappedFile;
struct Compiled;
struct ReaderTables;

/// What came of opening a knowledge base. `engine` is null exactly if `diagnostics` has errors.
struct Opened {
  std::shared_ptr<const Engine> engine;
  SourceMap sources;
  Diagnostics diagnostics;
};

/// Loads, checks and compiles. All problems of all files are in the diagnostics, sorted by place.
Opened open(const FileReader& files);

/// The same for a folder on disk.
Opened open_folder(std::string_view path);

/// Opens a file that Engine::save wrote: well under a millisecond for knowledge of ordinary size. The file is
/// mapped, not read, so processes that open the same file share its memory. A file that is damaged, or that
/// another version of the program wrote, is refused. `sources` is empty: places in the knowledge are not
/// told.
Opened open_file(std::string_view path);

/// Opens a folder or a file, whichever `path` is.
Opened open_path(std::string_view path);

/// Everything that asking gives: what was read, the plan, and the plan in words.
struct Answered {
  Understanding understanding;
  Matter matter;
  Plan plan;
  PlanDocument document;
};

class Engine {
 public:
  const Knowledge& knowledge() const;

  /// The texts of the knowledge in every language, for what is written beside plans (why.h).
  const Words& words() const;

  /// A matter of which nothing is known yet. Fill it with the functions of model/matter.h, or from text.
  Matter new_matter() const { return Matter(knowledge()); }

  /// What `text` says, relative to `today`. Any bytes will do; at most 10,000 characters are read.
  /// How it was read goes into `trace`, if there is one.
  Understanding read(std::string_view text, Date today, Trace* trace = nullptr) const;

  /// The plan of a matter as of `today`.
  Plan plan(const Matter& matter, Date today) const;

  /// A plan in words. `understanding` is what read() found in `text` and gives the quotes; null where there
  /// was no text. `with_letters` also writes the texts of the letters that the plan's steps name.
  PlanDocument document(const Plan& plan, const Matter& matter, std::string_view text,
                        const Understanding* understanding, Language language = Language::Hans,
                        bool with_letters = false) const;

  /// Reads the text into a copy of `matter` (answers already there win), plans and words it.
  Answered ask(std::string_view text, Date today, const Matter& matter,
               Language language = Language::Hans) const;
  Answered ask(std::string_view text, Date today, Language language = Language::Hans) const {
    return ask(text, today, new_matter(), language);
  }

  /// The matter with what the knowledge adds: defaults of facts not answered, and what decision tables
  /// derive.
  Matter settle(const Matter& matter, Date today) const;

  /// Why a step is in the plan of the matter, or is not.
  Explanation explain(const Matter& matter, Date today, StepId step) const;

  /// The fewest facts that keep a step out of the plan of the matter, and the fewest whose change would bring
  /// it in (what_if.h has it in words).
  Contrast contrast(const Matter& matter, Date today, StepId step) const;

  /// Writes all of it to a compiled knowledge file, and gives its size in bytes. An old file of that name
  /// stays whole until the new one is, and for those who have it open. The error is a sentence of the system.
  Result<std::size_t> save(const std::string& path) const;

  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

 private:
  struct Parts;
  explicit Engine(std::shared_ptr<const Parts> parts);
  friend class Interview;
  friend std::shared_ptr<const Engine> make_engine(std::shared_ptr<const Compiled> compiled,
                                                   ReaderTables tables, std::optional<MappedFile> file);

  /// Shared with the documents, which refer to the texts in it.
  std::shared_ptr<const Parts> parts_;
};

}  // namespace zhilu

// SPDX-License-Identifier: MIT
// The texts of one knowledge base in every language: looked up, derived, compiled once and kept.
//
// Make one for each loaded knowledge base and share it between threads. Documents are written through Wording
// (wording.h), which adds one person's facts.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/text_pool.h"
#include "engine/locale/message.h"
#include "engine/model/knowledge.h"
#include "engine/render/phrases.h"
#include "engine/render/source_line.h"
#include "engine/render/text_table.h"
#include "engine/session/plan.h"

namespace zhilu {

class PreparedParts;

class Words {
 public:
  /// REQUIRES: `knowledge` outlives this object.
  explicit Words(const Knowledge& knowledge);
  ~Words();
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  const Knowledge& knowledge() const { return knowledge_; }

  /// What a placeholder of that name stands for.
  using Arguments = std::function<Argument(std::string_view name)>;

  struct Written {
    std::string_view text;
    /// True where `language` has no translation and the text is the Chinese source.
    bool fell_back = false;
    /// True where placeholders were filled in.
    bool filled = false;
  };

  /// A text of the knowledge in `language`, its placeholders filled in; lives as long as this object or, with
  /// placeholders, as `pool`.
  ///
  /// Simplified Chinese is the source. English is the translation by the text's key, else the source.
  /// Traditional Chinese is the correction by key, else derived from the source. A broken pattern comes out
  /// as it is written.
  Written text(const Text& text, Language language, const Arguments& arguments, TextPool& pool) const;

  /// Citations are numbered: a passage of a source, or a source as a whole. REQUIRES: `ref.source` is set.
  std::size_t citation_index(const SourceRef& ref) const;
  std::size_t citation_count() const { return citation_count_; }

  /// The parts of documents that are made once for each language; they live as long as this object.
  const PreparedParts& parts(Language language) const;

  /// By node: the one edge that leads to it, where there is exactly one and the node is not the start of a
  /// graph. Who is there has come that way.
  const std::vector<TakenEdge>& only_ways() const;

  /// The phrases of the interface in `language`.
  const Phrases& phrases(Language language) const;

 private:
  struct Cache;
  std::unique_ptr<TextTable::Entry> entry_of(const Text& text, Language language) const;

  const Knowledge& knowledge_;
  std::vector<std::size_t> first_citation_;  ///< By source.
  std::size_t citation_count_ = 0;
  std::unique_ptr<Cache> cache_;
};

}  // namespace zhilu

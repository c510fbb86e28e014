// SPDX-License-Identifier: MIT
#include "engine/render/words.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "engine/base/once.h"
#include "engine/locale/script.h"
#include "engine/render/prepared.h"
#include "engine/render/text_table.h"

namespace zhilu {
namespace {

constexpr std::size_t kLanguages = 3;

std::size_t index_of(Language language) {
  return static_cast<std::size_t>(language);
}

// The edges without alternative, see Words::only_ways.
std::vector<TakenEdge> only_ways_of(const Knowledge& knowledge) {
  std::vector<TakenEdge> ways(knowledge.nodes.size());
  std::vector<int> count(knowledge.nodes.size());
  // A start of a graph can be entered as well.
  for (const Graph& graph : knowledge.graphs) {
    for (const NodeId start : graph.start) ++count[start.value];
  }
  for (std::uint32_t i = 0; i < knowledge.nodes.size(); ++i) {
    const auto& edges = knowledge.nodes[NodeId{i}].edges;
    for (std::uint32_t k = 0; k < edges.size(); ++k) {
      ways[edges[k].to.value] = {NodeId{i}, k};
      ++count[edges[k].to.value];
    }
  }
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (count[i] != 1) ways[i] = {};
  }
  return ways;
}

std::vector<NamedArgument> arguments_of(const Message& message, const Words::Arguments& arguments) {
  std::vector<NamedArgument> out;
  for (const Placeholder& placeholder : message.placeholders()) {
    out.push_back({placeholder.name, arguments(placeholder.name)});
  }
  return out;
}

}  // namespace

// All of it is made when it is first used and kept for good: it is bounded by the texts of the knowledge.
struct Words::Cache {
  struct Spoken {
    Once<Phrases> phrases;
    Once<TextTable> texts;
    Once<PreparedParts> parts;
  };
  std::array<Spoken, kLanguages> languages;
  Once<std::vector<TakenEdge>> only_ways;

  // Costly to make, so that threads wait for the one that makes it.
  std::once_flag script_made;
  std::optional<TraditionalScript> script;

  const Spoken& of(Language language) const { return languages[index_of(language)]; }

  std::string traditional(std::string_view text) {
    std::call_once(script_made, [this] { script.emplace(); });
    return script->convert(text);
  }
};

Words::Words(const Knowledge& knowledge) : knowledge_(knowledge), cache_(std::make_unique<Cache>()) {
  for (const Source& source : knowledge.sources) {
    first_citation_.push_back(citation_count_);
    citation_count_ += source.passages.size() + 1;
  }
}
Words::~Words() = default;

Words::Written Words::text(const Text& text, Language language, const Arguments& arguments,
                           TextPool& pool) const {
  const bool holds_placeholder = text.source.find('{') != std::string_view::npos;
  // Most texts hold no placeholder and are their own translation.
  if (language == Language::Hans && !holds_placeholder) return {.text = text.source};
  const TextTable& table = cache_->of(language).texts.get([] { return std::make_unique<const TextTable>(); });
  const TextTable::Entry& entry =
      table.at(text, [&](const Text& wanted) { return entry_of(wanted, language); });
  if (!entry.message) return {.text = entry.text, .fell_back = entry.fell_back};
  return {.text = pool.keep(entry.message->format(arguments_of(*entry.message, arguments))),
          .fell_back = entry.fell_back,
          .filled = true};
}

std::unique_ptr<TextTable::Entry> Words::entry_of(const Text& text, Language language) const {
  auto entry = std::make_unique<TextTable::Entry>();
  entry->text = text.source;
  bool translated = language == Language::Hans;
  if (!translated && !text.key.empty()) {
    const auto translations = knowledge_.translations.find(tag_of(language));
    if (translations != knowledge_.translations.end()) {
      const auto at = translations->second.find(text.key);
      translated = at != translations->second.end();
      if (translated) entry->text = at->second;
    }
  }
  const bool derive = !translated && language == Language::Hant && !entry->text.empty();
  if (derive) entry->text = cache_->traditional(entry->text);
  entry->fell_back = !translated && language == Language::English && !entry->text.empty();
  if (entry->text.find('{') == std::string::npos) return entry;
  auto message = Message::compile(entry->text, language);
  if (!message) {
    // A broken pattern comes out as it is written.
    if (!translated) entry->text = text.source;
  } else if (message->placeholders().empty()) {
    entry->text = message->format({});
  } else {
    entry->message = std::move(*message);
  }
  return entry;
}

std::size_t Words::citation_index(const SourceRef& ref) const {
  const std::size_t passages = knowledge_.sources[ref.source].passages.size();
  return first_citation_[ref.source.value] + std::min<std::size_t>(ref.passage, passages);
}

const PreparedParts& Words::parts(Language language) const {
  return cache_->of(language).parts.get(
      [&] { return std::make_unique<const PreparedParts>(*this, language); });
}

const std::vector<TakenEdge>& Words::only_ways() const {
  return cache_->only_ways.get(
      [&] { return std::make_unique<const std::vector<TakenEdge>>(only_ways_of(knowledge_)); });
}

const Phrases& Words::phrases(Language language) const {
  return cache_->of(language).phrases.get([&] { return std::make_unique<const Phrases>(language); });
}

}  // namespace zhilu

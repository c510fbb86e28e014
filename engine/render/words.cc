// SPDX-License-Identifier: MIT
#include "engine/render/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <vector>

#include "engine/locale/script.h"
#include "engine/model/matter.h"
#include "engine/render/wording.h"

namespace zhilu {
namespace {

constexpr std::size_t kLanguages = 3;

std::size_t index_of(Language language) {
  return static_cast<std::size_t>(language);
}

std::vector<NamedArgument> arguments_of(const Message& message, const Words::Arguments& arguments) {
  std::vector<NamedArgument> out;
  for (const Placeholder& placeholder : message.placeholders()) {
    out.push_back({placeholder.name, arguments(placeholder.name)});
  }
  return out;
}

}  // namespace

// What is compiled is kept for good: it is bounded by the texts of the knowledge.
struct Words::Cache {
  // Filled when a language is first used.
  std::array<std::once_flag, kLanguages> phrases_made;
  std::array<std::optional<Phrases>, kLanguages> phrases;

  std::once_flag script_made;
  std::optional<TraditionalScript> script;

  // The lines of all citations: of each passage of a source, then of the source as a whole.
  struct SourceLines {
    TextPool pool;
    std::vector<SourceLine> lines;
    std::vector<bool> fell_back;
  };
  std::array<std::once_flag, kLanguages> sources_made;
  std::array<SourceLines, kLanguages> sources;

  std::shared_mutex mutex;
  // By pattern; empty for one that is broken.
  std::array<std::map<std::string, std::optional<Message>, std::less<>>, kLanguages> messages;

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

const Message* Words::compiled(const std::string& source, bool derive, Language language) const {
  auto& messages = cache_->messages[index_of(language)];
  {
    const std::shared_lock lock(cache_->mutex);
    if (const auto at = messages.find(source); at != messages.end())
      return at->second ? &*at->second : nullptr;
  }
  const auto message = Message::compile(derive ? cache_->traditional(source) : source, language);
  const std::unique_lock lock(cache_->mutex);
  // Another thread may have been faster; map nodes stay where they are.
  const auto at = messages.emplace(source, message ? std::optional(*message) : std::nullopt).first;
  return at->second ? &*at->second : nullptr;
}

Words::Written Words::text(const Text& text, Language language, const Arguments& arguments,
                           TextPool& pool) const {
  Written written;
  const std::string* source = &text.source;
  bool translated = language == Language::Hans;
  if (!translated && !text.key.empty()) {
    const auto translations = knowledge_.translations.find(tag_of(language));
    if (translations != knowledge_.translations.end()) {
      const auto at = translations->second.find(text.key);
      translated = at != translations->second.end();
      if (translated) source = &at->second;
    }
  }
  const bool derive = !translated && language == Language::Hant;
  written.fell_back = !translated && language == Language::English && !source->empty();
  // Most texts hold no placeholder and are their own translation.
  if (!derive && source->find('{') == std::string::npos) {
    written.text = *source;
    return written;
  }
  const Message* message = compiled(*source, derive, language);
  written.text = message ? pool.keep(message->format(arguments_of(*message, arguments))) : *source;
  return written;
}

std::size_t Words::citation_index(const SourceRef& ref) const {
  const std::size_t passages = knowledge_.sources[ref.source].passages.size();
  return first_citation_[ref.source.value] + std::min<std::size_t>(ref.passage, passages);
}

Words::Cited Words::source(const SourceRef& ref, Language language) const {
  Cache::SourceLines& made = cache_->sources[index_of(language)];
  std::call_once(cache_->sources_made[index_of(language)], [&] {
    const Matter nothing(knowledge_);
    const auto add = [&](const SourceRef& of) {
      const Wording wording(*this, language, nothing, Date(), made.pool);
      made.lines.push_back(source_line(wording, of));
      made.fell_back.push_back(wording.fell_back());
    };
    for (std::uint32_t i = 0; i < knowledge_.sources.size(); ++i) {
      const SourceId source{i};
      const auto passages = static_cast<std::uint32_t>(knowledge_.sources[source].passages.size());
      for (std::uint32_t k = 0; k < passages; ++k) add({.source = source, .passage = k, .span = {}});
      add({.source = source, .passage = passages, .span = {}});
    }
  });
  const std::size_t at = citation_index(ref);
  return {made.lines[at], made.fell_back[at]};
}

const Phrases& Words::phrases(Language language) const {
  std::optional<Phrases>& phrases = cache_->phrases[index_of(language)];
  std::call_once(cache_->phrases_made[index_of(language)], [&] { phrases.emplace(language); });
  return *phrases;
}

}  // namespace zhilu

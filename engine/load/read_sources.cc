// SPDX-License-Identifier: MIT
#include <utility>

#include "engine/load/diagnostics.h"
#include "engine/load/map_reader.h"
#include "engine/load/readers.h"
#include "engine/load/scalars.h"

namespace zhilu::load {
namespace {

constexpr std::pair<std::string_view, SourceKind> kKinds[] = {
    {"seed", SourceKind::Seed},     {"law", SourceKind::Law},
    {"rule", SourceKind::Rule},     {"interpretation", SourceKind::Interpretation},
    {"notice", SourceKind::Notice}, {"statement", SourceKind::Statement},
};

constexpr std::pair<std::string_view, bool> kVerified[] = {{"primary", true}, {"secondary", false}};

void read_in_force(Linker& linker, Source& source, const yaml::Entry& entry) {
  MapReader map(entry.value, entry.key, linker.diagnostics);
  const yaml::Node* from = map.find("from");
  const yaml::Node* to = map.find("to");
  if (from != nullptr) source.in_force_from = read_date(*from, linker.diagnostics);
  if (to != nullptr) source.in_force_to = read_date(*to, linker.diagnostics);
  if (to != nullptr && source.in_force_from && source.in_force_to &&
      *source.in_force_to < *source.in_force_from) {
    linker.diagnostics.add(kDatesReversed, to->span, {"from", "to"});
  }
  map.finish();
}

void read_passage(Linker& linker, const Source& source, Passage& passage, const yaml::Entry& entry) {
  const bool seed = source.kind == SourceKind::Seed;
  const std::string prefix = "sources." + source.id + ".passages." + passage.id + ".";
  MapReader map(entry.value, entry.key, linker.diagnostics);
  if (const yaml::Node* quote = seed ? map.require("quote") : map.find("quote")) {
    passage.quote = linker.text(*quote, prefix + "quote");
  }
  if (const yaml::Node* says = map.require("says")) passage.says = linker.text(*says, prefix + "says");
  const yaml::Entry* replaced_by = map.find_entry("replaced_by");
  const yaml::Entry* background = map.find_entry("background");
  for (const yaml::Entry* use : {replaced_by, background}) {
    const bool excess = use != nullptr && (!seed || (use == background && replaced_by != nullptr));
    if (excess) linker.diagnostics.add(kPassageUse, use->key.span);
  }
  if (replaced_by != nullptr) {
    passage.use = PassageUse::Replaced;
    passage.replaced_by = linker.source_list(replaced_by->value);
    if (const yaml::Node* reason = map.require("reason"))
      passage.reason = linker.text(*reason, prefix + "reason");
  } else if (background != nullptr) {
    passage.use = PassageUse::Background;
    passage.reason = linker.text(background->value, prefix + "background");
  }
  map.finish();
}

}  // namespace

void declare_passages(Linker& linker, const Declared& declared) {
  Source& source = linker.knowledge.sources[SourceId{declared.id}];
  linker.passages.resize(linker.knowledge.sources.size(), NameTable(kUnknownPassage));
  NameTable& names = linker.passages[declared.id];
  const yaml::Node* passages = declared.body->find("passages");
  if (passages == nullptr || !passages->is_map()) return linker.excuse_passages(SourceId{declared.id});
  for (const yaml::Entry& entry : passages->entries) {
    Passage passage;
    passage.id = entry.key.text;
    passage.span = entry.key.span;
    names.declare(entry.key, static_cast<std::uint32_t>(source.passages.size()), false, linker.diagnostics);
    source.passages.push_back(std::move(passage));
  }
}

void read_source(Linker& linker, const Declared& declared) {
  Source& source = linker.knowledge.sources[SourceId{declared.id}];
  const std::string prefix = "sources." + source.id + ".";
  MapReader map(*declared.body, *declared.key, linker.diagnostics);
  map.find("source");
  map.find("alias");
  if (const yaml::Node* kind = map.require("kind")) {
    source.kind = read_word(*kind, kKinds, linker.diagnostics).value_or(SourceKind::Law);
  }
  if (const yaml::Node* title = map.require("title")) source.title = linker.text(*title, prefix + "title");
  if (const yaml::Node* name = map.find("short")) source.short_title = linker.text(*name, prefix + "short");
  if (const yaml::Node* address = map.find("address")) {
    source.address = read_string(*address, linker.diagnostics).value_or("");
  }
  if (const yaml::Entry* in_force = map.find_entry("in_force")) read_in_force(linker, source, *in_force);
  // A seed article is what it is; whether it is right shows in what cites it.
  const bool seed = source.kind == SourceKind::Seed;
  if (const yaml::Node* verified = seed ? map.find("verified") : map.require("verified")) {
    source.verified_primary = read_word(*verified, kVerified, linker.diagnostics).value_or(false);
  }
  if (const yaml::Node* passages = map.require("passages")) {
    const std::vector<yaml::Entry>& entries = entries_of(*passages, linker.diagnostics);
    for (std::size_t i = 0; i < entries.size(); ++i)
      read_passage(linker, source, source.passages[i], entries[i]);
  }
  map.finish();
}

}  // namespace zhilu::load

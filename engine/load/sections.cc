// SPDX-License-Identifier: MIT
#include "engine/load/sections.h"

#include <algorithm>

#include "engine/base/spelling.h"
#include "engine/load/diagnostics.h"
#include "engine/load/map_reader.h"
#include "engine/load/scalars.h"

namespace zhilu::load {
namespace {

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    parts.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

/// True for `name.yaml` and `name_….yaml`.
bool is_named(std::string_view file, std::string_view name) {
  if (!file.starts_with(name)) return false;
  const std::string_view rest = file.substr(name.size());
  return rest == ".yaml" || rest.starts_with("_");
}

/// Makes an empty element of the name that stands at `key`, in the vector that owns its kind.
template <class IdType, class T>
void declare_in(Linker& linker, IdVector<IdType, T>& elements, NameTable& names, std::vector<Declared>& list,
                const yaml::Node& key, const yaml::Node& body, TopicId topic) {
  read_id(key, linker.diagnostics);
  T element;
  element.id = key.text;
  element.span = key.span;
  if constexpr (requires { element.topic; }) element.topic = topic;
  const IdType id = elements.push_back(std::move(element));
  names.declare(key, id.value, false, linker.diagnostics);
  list.push_back({&key, &body, id.value, topic});
  const yaml::Node* aliases = body.find("alias");
  if (aliases == nullptr) return;
  for (const yaml::Node& alias : items_of(*aliases, linker.diagnostics)) {
    if (read_id(alias, linker.diagnostics)) names.declare(alias, id.value, true, linker.diagnostics);
  }
}

/// The elements of one section of a file; false if there is no section of that name.
bool declare_section(Linker& linker, Declarations& all, const yaml::Entry& section, TopicId topic) {
  Knowledge& knowledge = linker.knowledge;
  const std::string& name = section.key.text;
  const auto each = [&](auto& elements, NameTable& names, std::vector<Declared>& list) {
    for (const yaml::Entry& entry : entries_of(section.value, linker.diagnostics)) {
      declare_in(linker, elements, names, list, entry.key, entry.value, topic);
    }
    return true;
  };
  if (name == "facts") return each(knowledge.facts, linker.facts, all.facts);
  if (name == "steps") return each(knowledge.steps, linker.steps, all.steps);
  if (name == "channels") return each(knowledge.channels, linker.channels, all.channels);
  if (name == "evidence") return each(knowledge.evidence, linker.evidence, all.evidence);
  if (name == "precautions") return each(knowledge.precautions, linker.precautions, all.precautions);
  if (name == "letters") return each(knowledge.letters, linker.letters, all.letters);
  if (name == "decisions") return each(knowledge.tables, linker.tables, all.tables);
  if (name == "words") {
    all.words.push_back(&section.value);
    return true;
  }
  if (name == "word_sets") {
    all.word_sets.push_back(&section.value);
    return true;
  }
  if (name == "spellings") {
    all.spellings.push_back(&section.value);
    return true;
  }
  return false;
}

void declare_elements(Linker& linker, Declarations& all, const yaml::Node& root, TopicId topic) {
  constexpr std::string_view kSections[] = {"facts",     "steps",   "channels", "evidence",  "precautions",
                                            "decisions", "letters", "words",    "word_sets", "spellings"};
  for (const yaml::Entry& section : entries_of(root, linker.diagnostics)) {
    if (declare_section(linker, all, section, topic)) continue;
    Diagnostic& problem =
        linker.diagnostics.add(kUnknownKey, section.key.span, {section.key.text, join(kSections)});
    const std::vector<std::string> candidates(std::begin(kSections), std::end(kSections));
    if (auto nearest = find_nearest(section.key.text, candidates)) problem.fix = Fix{*std::move(nearest)};
  }
}

/// A file holds one thing that names itself under `key`, or a list of them under `plural`.
template <class Declare>
void declare_self_named(Linker& linker, const yaml::Node& root, const char* key, const char* plural,
                        Declare declare) {
  const auto one = [&](const yaml::Node& body) {
    const yaml::Node* name = body.find(key);
    if (!body.is_map()) {
      linker.diagnostics.add(body.is_null() ? kEmptyValue : kExpectedMap, body.span);
    } else if (name == nullptr) {
      linker.diagnostics.add(kMissingKey, body.entries.front().key.span, {plural, key});
    } else if (name->text.size() > yaml::kMaxKeyBytes) {
      linker.diagnostics.add(kBadId, name->span, {std::string(name->text.substr(0, 32)) + "…"});
    } else if (read_string(*name, linker.diagnostics)) {
      declare(*name, body);
    }
  };
  const yaml::Node* list = root.find(plural);
  if (list == nullptr) return one(root);
  MapReader map(root, plural, {root.span.file, 0, 0}, linker.diagnostics);
  map.find(plural);
  map.finish();
  for (const yaml::Node& body : items_of(*list, linker.diagnostics)) one(body);
}

/// The topic of a folder; made when its first file is seen.
TopicId topic_of(Linker& linker, const std::string& folder, const yaml::Node& root) {
  if (const NameTable::Definition* found = linker.topics.find(folder)) return {found->id};
  Topic topic;
  topic.id = folder;
  topic.span = {root.span.file, 0, 0};
  const TopicId id = linker.knowledge.topics.push_back(std::move(topic));
  yaml::Node name;
  name.text = folder;
  name.span = {root.span.file, 0, 0};
  read_id(name, linker.diagnostics);
  linker.topics.declare(name, id.value, false, linker.diagnostics);
  return id;
}

void declare_topic(Linker& linker, Declarations& all, const FilePlace& place, const yaml::Node& root) {
  const TopicId id = topic_of(linker, place.folder, root);
  yaml::Node& key = all.made.emplace_back();
  key.text = place.folder;
  key.span = {root.span.file, 0, 0};
  linker.knowledge.topics[id].span = key.span;
  const auto first = std::find_if(all.topics.begin(), all.topics.end(),
                                  [&](const Declared& topic) { return topic.id == id.value; });
  if (first != all.topics.end()) {
    linker.diagnostics.add(kDuplicateId, key.span, {place.folder})
        .notes.push_back({&kFirstId, first->key->span, {}});
    return;
  }
  all.topics.push_back({&key, &root, id.value, id});
  const yaml::Node* aliases = root.find("alias");
  if (aliases == nullptr) return;
  for (const yaml::Node& alias : items_of(*aliases, linker.diagnostics)) {
    if (read_id(alias, linker.diagnostics)) linker.topics.declare(alias, id.value, true, linker.diagnostics);
  }
}

}  // namespace

FilePlace place_of(std::string_view path) {
  const std::vector<std::string_view> parts = split(path);
  const std::string_view file = parts.back();
  const bool hidden =
      std::any_of(parts.begin(), parts.end(), [](std::string_view p) { return p.starts_with('.'); });
  if (hidden || (!file.ends_with(".yaml") && !file.ends_with(".yml"))) return {FileKind::Ignored, {}};
  if (!file.ends_with(".yaml")) return {};
  if (path == "knowledge.yaml") return {FileKind::Knowledge, {}};
  if (parts.size() == 2 && parts[0] == "shared") return {FileKind::Elements, {}};
  if (parts.size() == 2 && parts[0] == "sources") return {FileKind::Sources, {}};
  if (parts.size() == 3 && parts[0] == "calendars") return {FileKind::Calendar, {}};
  if (parts.size() >= 3 && parts[0] == "text") return {FileKind::Text, std::string(parts[1])};
  if (parts.size() == 3 && parts[0] == "topics") {
    const std::string topic(parts[1]);
    if (file == "topic.yaml") return {FileKind::Topic, topic};
    if (is_named(file, "graph") || is_named(file, "graphs")) return {FileKind::Graphs, topic};
    if (is_named(file, "tests")) return {FileKind::Tests, topic};
    return {FileKind::Elements, topic};
  }
  return {};
}

void declare_file(Linker& linker, Declarations& all, const FilePlace& place, const yaml::Node& root) {
  if (root.is_null()) {
    linker.diagnostics.add(kEmptyFile, root.span);
    return;
  }
  switch (place.kind) {
    case FileKind::Knowledge:
      all.knowledge = &root;
      return;
    case FileKind::Topic:
      return declare_topic(linker, all, place, root);
    case FileKind::Graphs: {
      const TopicId topic = topic_of(linker, place.folder, root);
      return declare_self_named(
          linker, root, "graph", "graphs", [&](const yaml::Node& name, const yaml::Node& body) {
            declare_in(linker, linker.knowledge.graphs, linker.graphs, all.graphs, name, body, topic);
          });
    }
    case FileKind::Elements:
      return declare_elements(linker, all, root,
                              place.folder.empty() ? TopicId{} : topic_of(linker, place.folder, root));
    case FileKind::Sources:
      return declare_self_named(linker, root, "source", "sources",
                                [&](const yaml::Node& name, const yaml::Node& body) {
                                  declare_in(linker, linker.knowledge.sources, linker.source_names,
                                             all.sources, name, body, TopicId{});
                                });
    case FileKind::Calendar:
      all.calendars.push_back(&root);
      return;
    case FileKind::Text:
      all.translations.push_back({&root, place.folder});
      return;
    case FileKind::Tests:
    case FileKind::Ignored:
    case FileKind::Unknown:
      return;
  }
}

void check_topics(Linker& linker, const Declarations& all) {
  for (std::uint32_t i = 0; i < linker.knowledge.topics.size(); ++i) {
    const Topic& topic = linker.knowledge.topics[TopicId{i}];
    const bool has_file = std::any_of(all.topics.begin(), all.topics.end(),
                                      [&](const Declared& declared) { return declared.id == i; });
    if (!has_file && !linker.is_lost(topic.id)) linker.diagnostics.add(kNoTopicFile, topic.span, {topic.id});
  }
}

}  // namespace zhilu::load

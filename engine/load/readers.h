// SPDX-License-Identifier: MIT
// One reader for each kind of element: from its place in a YAML tree to the model.
//
// docs/knowledge_format.md says what each may hold. A reader reports everything that is wrong with its
// element and leaves what it could not read empty; knowledge with any error is not handed out.
#pragma once

#include <string_view>
#include <vector>

#include "engine/load/linker.h"
#include "engine/load/yaml.h"
#include "engine/model/ids.h"

namespace zhilu::load {

/// An element whose name is known, still to be read. The nodes live as long as the loading.
struct Declared {
  /// The name; what the element's problems are reported with.
  const yaml::Node* key = nullptr;
  const yaml::Node* body = nullptr;
  std::uint32_t id = 0;
  /// Not set for what is shared.
  TopicId topic;
};

/// How a knowledge file writes the kind of a fact.
std::string_view word_of(FactKind kind);

// In the order they have to be called: each may use what the ones above it have read.

/// name, title, version and the scales of knowledge.yaml.
void read_knowledge(Linker& linker, const yaml::Node& root);
/// Declares the passages of a source, so that they can be cited, then reads them.
void declare_passages(Linker& linker, const Declared& source);
void read_source(Linker& linker, const Declared& source);
/// All of a fact but its default, which may use any fact.
void read_fact(Linker& linker, const Declared& fact);
void read_default(Linker& linker, const Declared& fact);
/// The results of outcomes, which are options of tried_result.
void read_outcome_results(Linker& linker, const yaml::Node& knowledge_root);
void read_topic(Linker& linker, const Declared& topic);
void read_table(Linker& linker, const Declared& table);
void read_evidence(Linker& linker, const Declared& evidence);
void read_precaution(Linker& linker, const Declared& precaution);
void read_letter(Linker& linker, const Declared& letter);
void read_channel(Linker& linker, const Declared& channel);
void read_step(Linker& linker, const Declared& step);
void read_graph(Linker& linker, const Declared& graph);
/// Reports it if more ways lead into graphs than anyone can mean: each node that enters a graph leads to each
/// start of it.
void check_ways(Linker& linker);
/// The promises of knowledge.yaml.
void read_guarantees(Linker& linker, const yaml::Node& knowledge_root);
/// What stands under `words`, under `word_sets`, and under `spellings`.
void read_words(Linker& linker, const yaml::Node& words);
void read_word_sets(Linker& linker, const yaml::Node& sets);
void read_spellings(Linker& linker, const yaml::Node& spellings);
void read_calendar(Linker& linker, const yaml::Node& root);
/// A file of translations into `language`.
void read_translations(Linker& linker, const yaml::Node& root, const std::string& language);

/// The facts that the engine knows by name: found, and of the kind they must be.
void find_core_facts(Linker& linker);

}  // namespace zhilu::load

// SPDX-License-Identifier: MIT
// Which file of a knowledge base holds what, and the names of everything in it.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/load/linker.h"
#include "engine/load/readers.h"
#include "engine/load/yaml.h"

namespace zhilu::load {

enum class FileKind {
  Knowledge,  ///< knowledge.yaml
  Topic,      ///< topics/<topic>/topic.yaml
  Graphs,     ///< topics/<topic>/graph*.yaml
  Tests,      ///< topics/<topic>/tests*.yaml; not read here.
  Elements,   ///< Any other file of a topic or of shared/
  Sources,    ///< sources/*.yaml
  Calendar,   ///< calendars/<jurisdiction>/<year>.yaml
  Text,       ///< text/<language>/*.yaml
  Ignored,    ///< Not YAML, or hidden.
  Unknown,
};

struct FilePlace {
  FileKind kind = FileKind::Unknown;
  /// The topic's folder, or the language of a translation.
  std::string folder;
};

/// What the path of a file says about it.
FilePlace place_of(std::string_view path);

/// Everything a base declares, by kind, in the order of files. The nodes are owned by whoever holds the
/// trees.
struct Declarations {
  const yaml::Node* knowledge = nullptr;
  std::vector<Declared> topics, facts, steps, channels, evidence, precautions, letters, tables, graphs,
      sources;
  std::vector<const yaml::Node*> words, word_sets, spellings, calendars;
  struct Translation {
    const yaml::Node* root = nullptr;
    std::string language;
  };
  std::vector<Translation> translations;

  // Names and bodies that no file has as nodes of their own; a deque, so that they keep their place.
  std::deque<yaml::Node> made;
};

/// Declares what the tree of one file holds.
void declare_file(Linker& linker, Declarations& declarations, const FilePlace& place, const yaml::Node& root);

/// Reports topics that have no topic.yaml. Call once all files are declared.
void check_topics(Linker& linker, const Declarations& declarations);

}  // namespace zhilu::load

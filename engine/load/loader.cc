// SPDX-License-Identifier: MIT
#include "engine/load/loader.h"

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "engine/load/diagnostics.h"
#include "engine/load/linker.h"
#include "engine/load/readers.h"
#include "engine/load/sections.h"
#include "engine/load/yaml.h"

namespace zhilu {
namespace load {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{2} << 20;
constexpr std::size_t kMaxBaseBytes = std::size_t{64} << 20;
/// Knowledge has a key or value for every dozen bytes; a base that is larger than yaml::Budget foresees may
/// have more of them in this proportion.
constexpr std::size_t kBytesPerNode = 10;
constexpr std::size_t kBytesPerCondition = 100;
constexpr std::size_t kMaxProblems = 1000;

/// A file that is to be read, and its tree once it is.
struct File {
  FilePlace place;
  FileId id;
};

class Loader {
 public:
  explicit Loader(const FileReader& reader)
      : reader_(reader),
        knowledge_(std::make_shared<Knowledge>()),
        sources_(std::make_shared<SourceMap>()),
        linker_(*knowledge_, *sources_, diagnostics_) {}

  LoadResult load() {
    if (read_files()) {
      parse_files();
      read_all();
      linker_.fill_indexes();
    }
    limit_problems();
    diagnostics_.sort_and_unique();
    LoadResult result;
    if (!diagnostics_.has_errors()) result.knowledge = knowledge_;
    result.sources = sources_;
    result.diagnostics = std::move(diagnostics_);
    return result;
  }

 private:
  /// False if what was read is not worth looking at: then the reason is the only problem.
  bool read_files() {
    const auto paths = reader_.list();
    if (!paths) {
      diagnostics_.add(kCannotRead, {}, {paths.error().message});
      return false;
    }
    for (const std::string& path : *paths) {
      FilePlace place = place_of(path);
      if (place.kind == FileKind::Ignored || place.kind == FileKind::Tests) continue;
      if (place.kind == FileKind::Unknown) {
        diagnostics_.add(kUnknownFile, {}, {path});
        continue;
      }
      auto text = reader_.read(path, kMaxBaseBytes);
      if (!text) {
        diagnostics_.add(kCannotRead, {}, {text.error().message});
        continue;
      }
      if (text->size() > kMaxFileBytes) {
        diagnostics_.add(kFileTooLarge, {}, {path, std::to_string(kMaxFileBytes)});
        continue;
      }
      bytes_ += text->size();
      if (bytes_ > kMaxBaseBytes) {
        diagnostics_.add(kBaseTooLarge, {}, {std::to_string(kMaxBaseBytes)});
        return false;
      }
      files_.push_back({std::move(place), sources_->add(path, *std::move(text))});
    }
    return true;
  }

  void parse_files() {
    yaml::Budget budget;
    budget.nodes = std::max(budget.nodes, bytes_ / kBytesPerNode);
    linker_.max_conditions = std::max(linker_.max_conditions, bytes_ / kBytesPerCondition);
    for (const File& file : files_) {
      auto tree = yaml::parse(file.id, *sources_, budget, diagnostics_);
      if (!tree) {
        linker_.add_lost_words((*sources_)[file.id].text());
        linker_.add_lost_words(file.place.folder);
        lost_knowledge_ = lost_knowledge_ || file.place.kind == FileKind::Knowledge;
        continue;
      }
      trees_.push_back(*std::move(tree));
      declare_file(linker_, declared_, file.place, trees_.back());
    }
    if (declared_.knowledge == nullptr && !lost_knowledge_) diagnostics_.add(kNoKnowledgeFile, {});
    check_topics(linker_, declared_);
  }

  /// Reads the elements of one kind; their texts begin with `section`.
  void read_each(void (*read)(Linker&, const Declared&), const std::vector<Declared>& elements,
                 const char* section) {
    for (const Declared& element : elements) {
      const std::size_t problems = diagnostics_.items().size();
      read(linker_, element);
      if (diagnostics_.items().size() > problems) {
        linker_.add_broken_texts(std::string(section) + "." + element.key->text);
      }
    }
  }

  void read_all() {
    const yaml::Node* knowledge = declared_.knowledge;
    if (knowledge != nullptr) {
      read_knowledge(linker_, *knowledge);
    } else {
      for (const NameTable* scale :
           {&linker_.severities, &linker_.urgencies, &linker_.phases, &linker_.outcomes}) {
        linker_.excuse(*scale);
      }
      for (const char* section : {"title", "disclaimer", "out_of_scope", "nothing_understood", "severity",
                                  "urgency", "phases", "outcomes", "guarantees"}) {
        linker_.add_broken_texts(section);
      }
    }
    for (const Declared& source : declared_.sources) declare_passages(linker_, source);
    read_each(read_source, declared_.sources, "sources");
    read_each(read_fact, declared_.facts, "facts");
    linker_.declare_variables();
    read_each(read_default, declared_.facts, "facts");
    if (knowledge != nullptr) read_outcome_results(linker_, *knowledge);
    read_each(read_topic, declared_.topics, "topics");
    read_each(read_table, declared_.tables, "decisions");
    read_each(read_evidence, declared_.evidence, "evidence");
    read_each(read_precaution, declared_.precautions, "precautions");
    read_each(read_letter, declared_.letters, "letters");
    read_each(read_channel, declared_.channels, "channels");
    read_each(read_step, declared_.steps, "steps");
    read_each(read_graph, declared_.graphs, "graphs");
    check_ways(linker_);
    if (knowledge != nullptr) read_guarantees(linker_, *knowledge);
    for (const yaml::Node* sets : declared_.word_sets) read_word_sets(linker_, *sets);
    for (const yaml::Node* words : declared_.words) read_words(linker_, *words);
    for (const yaml::Node* spellings : declared_.spellings) read_spellings(linker_, *spellings);
    for (const yaml::Node* calendar : declared_.calendars) read_calendar(linker_, *calendar);
    find_core_facts(linker_);
    for (const auto& [root, language] : declared_.translations) read_translations(linker_, *root, language);
  }

  /// Whoever has so many problems wants to see where they begin, and printing them takes time as well.
  void limit_problems() {
    if (diagnostics_.items().size() <= kMaxProblems) return;
    diagnostics_.sort_and_unique();
    Diagnostics first;
    for (std::size_t i = 0; i < kMaxProblems && i < diagnostics_.items().size(); ++i) {
      const Diagnostic& problem = diagnostics_.items()[i];
      Diagnostic& copy = first.add(*problem.kind, problem.span, problem.args);
      copy.notes = problem.notes;
      copy.fix = problem.fix;
    }
    if (diagnostics_.items().size() > kMaxProblems)
      first.add(kTooManyProblems, {}, {std::to_string(kMaxProblems)});
    diagnostics_ = std::move(first);
  }

  const FileReader& reader_;
  std::shared_ptr<Knowledge> knowledge_;
  std::shared_ptr<SourceMap> sources_;
  Diagnostics diagnostics_;
  Linker linker_;
  std::size_t bytes_ = 0;
  std::vector<File> files_;
  // A deque, so that trees keep their place while more are added.
  std::deque<yaml::Node> trees_;
  Declarations declared_;
  bool lost_knowledge_ = false;
};

}  // namespace
}  // namespace load

LoadResult load_knowledge(const FileReader& files) {
  return load::Loader(files).load();
}

}  // namespace zhilu

// SPDX-License-Identifier: MIT
#include <utility>

#include "engine/load/diagnostics.h"
#include "engine/load/map_reader.h"
#include "engine/load/readers.h"
#include "engine/load/scalars.h"

namespace zhilu::load {
namespace {

constexpr std::pair<std::string_view, TopicStatus> kStatuses[] = {{"draft", TopicStatus::Draft},
                                                                  {"tested", TopicStatus::Tested},
                                                                  {"stable", TopicStatus::Stable},
                                                                  {"withdrawn", TopicStatus::Withdrawn}};

}  // namespace

void read_topic(Linker& linker, const Declared& declared) {
  Topic& topic = linker.knowledge.topics[TopicId{declared.id}];
  const std::string prefix = "topics." + topic.id + ".";
  MapReader map(*declared.body, *declared.key, linker.diagnostics);
  if (const yaml::Node* title = map.require("title")) topic.title = linker.text(*title, prefix + "title");
  if (const yaml::Node* scope = map.require("scope")) topic.scope = linker.text(*scope, prefix + "scope");
  if (const yaml::Node* not_for = map.find("not_for"))
    topic.not_for = linker.text(*not_for, prefix + "not_for");
  if (const yaml::Node* owner = map.require("owner")) {
    topic.owner = read_string(*owner, linker.diagnostics).value_or("");
  }
  if (const yaml::Node* status = map.require("status")) {
    topic.status = read_word(*status, kStatuses, linker.diagnostics).value_or(TopicStatus::Draft);
  }
  std::optional<Date> reviewed;
  if (const yaml::Node* node = map.require("reviewed")) reviewed = read_date(*node, linker.diagnostics);
  if (const yaml::Node* node = map.require("review_by")) {
    const std::optional<Date> review_by = read_date(*node, linker.diagnostics);
    topic.review_by = review_by.value_or(Date());
    if (reviewed && review_by && *review_by < *reviewed) {
      linker.diagnostics.add(kDatesReversed, node->span, {"reviewed", "review_by"});
    }
  }
  topic.reviewed = reviewed.value_or(Date());
  if (const yaml::Node* source = map.require("source")) topic.sources = linker.source_list(*source);
  if (const yaml::Node* alias = map.find("alias")) {
    for (const yaml::Node& name : items_of(*alias, linker.diagnostics)) topic.aliases.push_back(name.text);
  }
  map.finish();
}

}  // namespace zhilu::load

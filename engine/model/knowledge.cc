// SPDX-License-Identifier: MIT
#include "engine/model/knowledge.h"

namespace zhilu {
namespace {

template <class IdType>
IdType find_in(const NameMap<IdType>& index, std::string_view name) {
  const auto found = index.find(name);
  return found == index.end() ? IdType{} : found->second;
}

}  // namespace

FactId Knowledge::find_fact(std::string_view id) const {
  return find_in(fact_index, id);
}
StepId Knowledge::find_step(std::string_view id) const {
  return find_in(step_index, id);
}
ChannelId Knowledge::find_channel(std::string_view id) const {
  return find_in(channel_index, id);
}
GraphId Knowledge::find_graph(std::string_view id) const {
  return find_in(graph_index, id);
}
TopicId Knowledge::find_topic(std::string_view id) const {
  return find_in(topic_index, id);
}
LetterId Knowledge::find_letter(std::string_view id) const {
  return find_in(letter_index, id);
}

std::optional<std::uint32_t> Knowledge::find_option(FactId fact, std::string_view option) const {
  const Array<FactOption>& options = facts[fact].options;
  for (std::uint32_t i = 0; i < options.size(); ++i) {
    if (options[i].id == option) return i;
  }
  return std::nullopt;
}

}  // namespace zhilu

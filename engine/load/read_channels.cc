// SPDX-License-Identifier: MIT
#include <utility>

#include "engine/load/diagnostics.h"
#include "engine/load/map_reader.h"
#include "engine/load/readers.h"
#include "engine/load/scalars.h"

namespace zhilu::load {
namespace {

constexpr std::pair<std::string_view, ChannelKind> kKinds[] = {
    {"provider", ChannelKind::Provider}, {"regulator", ChannelKind::Regulator},
    {"police", ChannelKind::Police},     {"court", ChannelKind::Court},
    {"society", ChannelKind::Society},   {"public", ChannelKind::Public},
    {"self", ChannelKind::Self},
};

constexpr std::pair<std::string_view, LimitKind> kLimitKinds[] = {
    {"file", LimitKind::File}, {"accept", LimitKind::Accept}, {"reply", LimitKind::Reply}};

constexpr std::pair<std::string_view, LimitStart> kLimitStarts[] = {{"knew", LimitStart::Knew},
                                                                    {"submitted", LimitStart::Submitted},
                                                                    {"accepted", LimitStart::Accepted},
                                                                    {"decided", LimitStart::Decided}};

Contact read_contact(Linker& linker, const yaml::Entry& entry, const std::string& prefix) {
  Contact contact;
  MapReader map(entry.value, entry.key, linker.diagnostics);
  const std::pair<const char*, Text Contact::*> fields[] = {{"phone", &Contact::phone},
                                                            {"site", &Contact::site},
                                                            {"app", &Contact::app},
                                                            {"place", &Contact::place},
                                                            {"hours", &Contact::hours}};
  for (const auto& [key, field] : fields) {
    if (const yaml::Node* value = map.find(key))
      contact.*field = linker.text(*value, prefix + "contact." + key);
  }
  map.finish();
  return contact;
}

Refusal read_refusal(Linker& linker, const yaml::Node& node, const std::string& prefix) {
  Refusal refusal;
  MapReader map(node, "refuses", node.span, linker.diagnostics);
  if (const yaml::Node* when = map.require("when")) refusal.when = linker.condition(*when);
  if (const yaml::Node* because = map.require("because"))
    refusal.because = linker.text(*because, prefix + "because");
  if (const yaml::Node* source = map.find("source")) refusal.sources = linker.source_list(*source);
  map.finish();
  return refusal;
}

Limit read_limit(Linker& linker, const yaml::Node& node, const std::string& prefix) {
  Limit limit;
  MapReader map(node, "limits", node.span, linker.diagnostics);
  if (const yaml::Node* kind = map.require("kind")) {
    limit.kind = read_word(*kind, kLimitKinds, linker.diagnostics).value_or(LimitKind::Reply);
  }
  if (const yaml::Node* within = map.require("within")) {
    limit.within = read_period(*within, linker.diagnostics).value_or(Period{});
  }
  if (const yaml::Node* from = map.require("from")) {
    limit.from = read_word(*from, kLimitStarts, linker.diagnostics).value_or(LimitStart::Submitted);
  }
  if (const yaml::Node* when = map.find("when")) limit.when = linker.condition(*when);
  if (const yaml::Node* note = map.find("note")) limit.note = linker.text(*note, prefix + "note");
  // A limit is law or a promise; either way somebody wrote it down.
  if (const yaml::Node* source = map.require("source")) limit.sources = linker.source_list(*source);
  map.finish();
  return limit;
}

void read_acceptance(Linker& linker, Channel& channel, MapReader& map, const std::string& prefix) {
  const yaml::Entry* accepts = map.find_entry("accepts");
  const yaml::Entry* because = map.find_entry("accepts_because");
  if (accepts != nullptr) channel.accepts = linker.condition(accepts->value);
  if (because != nullptr) channel.accepts_because = linker.text(because->value, prefix + "accepts_because");
  if ((accepts == nullptr) != (because == nullptr)) {
    linker.diagnostics.add(kAcceptsBecause, (accepts != nullptr ? accepts : because)->key.span);
  }
}

}  // namespace

void read_channel(Linker& linker, const Declared& declared) {
  Channel& channel = linker.knowledge.channels[ChannelId{declared.id}];
  const std::string prefix = "channels." + channel.id + ".";
  MapReader map(*declared.body, *declared.key, linker.diagnostics);
  if (const yaml::Node* kind = map.require("kind")) {
    channel.kind = read_word(*kind, kKinds, linker.diagnostics).value_or(ChannelKind::Provider);
  }
  if (const yaml::Node* title = map.require("title")) channel.title = linker.text(*title, prefix + "title");
  if (const yaml::Node* takes = map.require("takes")) channel.takes = linker.text(*takes, prefix + "takes");
  if (const yaml::Node* cannot = map.find("cannot")) channel.cannot = linker.text(*cannot, prefix + "cannot");
  if (const yaml::Entry* contact = map.find_entry("contact"))
    channel.contact = read_contact(linker, *contact, prefix);
  if (const yaml::Node* lead_only = map.find("lead_only")) {
    channel.lead_only = read_boolean(*lead_only, linker.diagnostics).value_or(false);
  }
  read_acceptance(linker, channel, map, prefix);
  if (const yaml::Node* refuses = map.find("refuses")) {
    for (const yaml::Node& item : items_of(*refuses, linker.diagnostics)) {
      const std::string key = prefix + "refuses." + std::to_string(channel.refuses.size()) + ".";
      channel.refuses.push_back(read_refusal(linker, item, key));
    }
  }
  if (const yaml::Node* needs = map.find("needs")) channel.needs = linker.evidence_list(*needs);
  if (const yaml::Node* warnings = map.find("warnings")) channel.warnings = linker.precaution_list(*warnings);
  if (const yaml::Node* limits = map.find("limits")) {
    for (const yaml::Node& item : items_of(*limits, linker.diagnostics)) {
      const std::string key = prefix + "limits." + std::to_string(channel.limits.size()) + ".";
      channel.limits.push_back(read_limit(linker, item, key));
    }
  }
  if (const yaml::Node* source = map.require("source")) channel.sources = linker.source_list(*source);
  map.find("alias");
  map.finish();
}

}  // namespace zhilu::load

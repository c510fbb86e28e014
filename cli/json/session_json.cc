// SPDX-License-Identifier: MIT
#include "cli/json/session_json.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "cli/json/reader.h"
#include "cli/json/writer.h"

namespace zhilu {
namespace {

constexpr std::array<std::string_view, 4> kOrigins = {"text", "answer", "default", "inferred"};
constexpr std::array<std::string_view, 6> kEvents = {"submitted", "accepted", "refused",
                                                     "replied",   "promised", "resolved"};
constexpr std::string_view kFormat = "1";

std::string hex(std::uint64_t number) {
  char text[16];
  char* end = std::to_chars(text, text + sizeof text, number, 16).ptr;
  return {text, end};
}

void write_answer(const SavedAnswer& one, JsonWriter& json) {
  json.begin_object();
  json.key("fact");
  json.string(one.fact);
  json.key("state");
  json.string(one.value == "unsure" || one.value == "inapplicable" ? one.value
              : one.value.empty()                                  ? "unasked"
                                                                   : "value");
  json.key("value");
  json.string(one.value);
  json.key("from");
  json.string(origin_id(one.from));
  json.key("on");
  json.string(one.on.to_string());
  json.key("turn");
  json.integer(one.turn);
  json.end_object();
}

void write_event(const SavedEvent& one, JsonWriter& json) {
  json.begin_object();
  json.key(one.step.empty() ? "channel" : "step");
  json.string(one.step.empty() ? one.channel : one.step);
  json.key("what");
  json.string(kEvents[static_cast<std::size_t>(one.what)]);
  json.key("on");
  one.on ? json.string(one.on->to_string()) : json.null();
  json.key("number");
  json.string(one.number);
  json.key("turn");
  json.integer(one.turn);
  json.end_object();
}

/// Reads the fields of maps; what is missing or of another type makes the whole document wrong.
class FieldReader {
 public:
  bool good() const { return good_; }

  std::string text(const InputValue& map, std::string_view key, bool needed = true) {
    const InputValue* value = map.find(key);
    if (value == nullptr || value->kind != InputValue::Kind::String) {
      good_ = good_ && !needed;
      return {};
    }
    return value->text;
  }

  std::uint64_t number(const InputValue& map, std::string_view key, int base = 10) {
    const InputValue* value = map.find(key);
    std::uint64_t number = 0;
    if (value == nullptr) return fail();
    const char* end = value->text.data() + value->text.size();
    const auto [at, error] = std::from_chars(value->text.data(), end, number, base);
    if (error != std::errc{} || at != end) return fail();
    return number;
  }

  std::uint32_t turn(const InputValue& map) {
    const std::uint64_t turn = number(map, "turn");
    return turn <= kMostTurns ? static_cast<std::uint32_t>(turn) : static_cast<std::uint32_t>(fail());
  }

  std::optional<Date> date(const InputValue& map, std::string_view key) {
    const InputValue* value = map.find(key);
    if (value == nullptr || value->kind == InputValue::Kind::Null) return std::nullopt;
    const std::optional<Date> date = Date::parse(value->text);
    if (!date) fail();
    return date;
  }

  template <class E, std::size_t N>
  E one_of(const std::array<std::string_view, N>& words, const InputValue& map, std::string_view key) {
    const std::string word = text(map, key);
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end()) return static_cast<E>(found - words.begin());
    fail();
    return static_cast<E>(0);
  }

  std::span<const InputValue> list(const InputValue& map, std::string_view key) {
    const InputValue* value = map.find(key);
    if (value != nullptr && value->kind == InputValue::Kind::List) return value->items;
    fail();
    return {};
  }

 private:
  static constexpr std::uint64_t kMostTurns = 1'000'000'000;

  std::uint64_t fail() {
    good_ = false;
    return 0;
  }

  bool good_ = true;
};

std::optional<SavedSession> read_document(const InputValue& document) {
  FieldReader read;
  const InputValue* knowledge = document.find("knowledge");
  if (read.text(document, "session") != kFormat || knowledge == nullptr) return std::nullopt;
  SavedSession saved;
  saved.knowledge = read.text(*knowledge, "name");
  saved.version = read.text(*knowledge, "version");
  const InputValue* fingerprint = knowledge->find("fingerprint");
  if (fingerprint == nullptr || fingerprint->kind != InputValue::Kind::String) return std::nullopt;
  saved.fingerprint = read.number(*knowledge, "fingerprint", 16);
  std::uint32_t last = 0;
  for (const InputValue& one : read.list(document, "given")) {
    const std::optional<Date> on = read.date(one, "on");
    if (!on) return std::nullopt;
    saved.given.push_back({.fact = read.text(one, "fact"),
                           .value = read.text(one, "value"),
                           .from = read.one_of<Origin>(kOrigins, one, "from"),
                           .on = *on,
                           .turn = read.turn(one)});
    if (saved.given.back().turn < last) return std::nullopt;
    last = saved.given.back().turn;
  }
  last = 0;
  for (const InputValue& one : read.list(document, "events")) {
    saved.events.push_back({.step = read.text(one, "step", false),
                            .channel = read.text(one, "channel", false),
                            .what = read.one_of<EventKind>(kEvents, one, "what"),
                            .on = read.date(one, "on"),
                            .number = read.text(one, "number"),
                            .turn = read.turn(one)});
    if (saved.events.back().turn < last) return std::nullopt;
    last = saved.events.back().turn;
  }
  for (const InputValue& one : read.list(document, "plan")) {
    saved.steps.push_back({read.text(one, "step"), read.text(one, "status")});
  }
  if (!read.good()) return std::nullopt;
  return saved;
}

}  // namespace

std::string_view origin_id(Origin origin) {
  return kOrigins[static_cast<std::size_t>(origin)];
}

std::string session_json(const SavedSession& saved) {
  std::string text;
  {
    JsonWriter json(text);
    json.begin_object();
    json.key("session");
    json.string(kFormat);
    json.key("knowledge");
    json.begin_object();
    json.key("name");
    json.string(saved.knowledge);
    json.key("version");
    json.string(saved.version);
    json.key("fingerprint");
    json.string(hex(saved.fingerprint));
    json.end_object();
    json.key("given");
    json.begin_array();
    for (const SavedAnswer& one : saved.given) write_answer(one, json);
    json.end_array();
    json.key("events");
    json.begin_array();
    for (const SavedEvent& one : saved.events) write_event(one, json);
    json.end_array();
    json.key("plan");
    json.begin_array();
    for (const SavedSession::Step& step : saved.steps) {
      json.begin_object();
      json.key("step");
      json.string(step.step);
      json.key("status");
      json.string(step.status);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  return text + "\n";
}

Result<SavedSession> read_session(std::string_view text, Tongue tongue) {
  const bool zh = tongue == Tongue::Chinese;
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  if (first != std::string_view::npos) text = text.substr(first, last + 1 - first);
  if (!text.starts_with('{')) {
    std::optional<SavedSession> saved = read_session_token(text);
    if (saved) return *std::move(saved);
    return fail(zh ? "不是保存的问答，或者抄写时有缺漏" : "is no saved interview, or was damaged in copying");
  }
  SourceMap sources;
  Diagnostics problems;
  const FileId file = sources.add("session", std::string(text));
  const std::optional<InputValue> document = read_json(sources[file].text(), file, problems);
  std::optional<SavedSession> saved;
  if (document) saved = read_document(*document);
  if (saved) return *std::move(saved);
  return fail(zh ? "不是保存的问答" : "is no saved interview");
}

}  // namespace zhilu

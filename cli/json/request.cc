// SPDX-License-Identifier: MIT
#include "cli/json/request.h"

#include "cli/json/writer.h"

namespace zhilu {

std::string request_id(const InputValue& request) {
  const InputValue* id = request.find("id");
  if (id != nullptr && id->kind == InputValue::Kind::Number) return id->text;
  if (id == nullptr || id->kind != InputValue::Kind::String) return "null";
  std::string text;
  JsonWriter(text).string(id->text);
  return text;
}

std::string request_error(std::string_view id, std::string_view code, std::string_view message) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.key("id");
  json.literal(id);
  json.key("error");
  json.string(code);
  if (!message.empty()) {
    json.key("message");
    json.string(message);
  }
  json.end_object();
  return text;
}

}  // namespace zhilu

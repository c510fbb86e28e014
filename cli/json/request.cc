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

std::string problem_sentence(const Diagnostics& problems, Tongue tongue) {
  const Diagnostic& first = problems.items().front();
  std::string sentence = message_text(*first.kind, first.args, tongue);
  return sentence.append(" [").append(first.kind->code).append("]");
}

}  // namespace zhilu

// SPDX-License-Identifier: MIT
#include "engine/facts_file.h"

#include "engine/load/yaml.h"

namespace zhilu {

std::optional<InputValue> read_facts_file(FileId file, const SourceMap& sources, Diagnostics& out) {
  yaml::Budget budget{.depth = 32};
  const std::optional<yaml::Node> root = yaml::parse(file, sources, budget, out);
  if (!root) return std::nullopt;
  return input_of(*root);
}

InputValue input_of(const yaml::Node& node) {
  InputValue value;
  value.span = node.span;
  switch (node.kind) {
    case yaml::Node::Kind::Null:
      value.kind = InputValue::Kind::Null;
      break;
    case yaml::Node::Kind::Scalar:
      value.kind = node.style == yaml::Style::Plain ? InputValue::Kind::Plain : InputValue::Kind::String;
      if (value.kind == InputValue::Kind::Plain && node.text == "null") value.kind = InputValue::Kind::Null;
      value.text = node.text;
      break;
    case yaml::Node::Kind::List:
      value.kind = InputValue::Kind::List;
      for (const yaml::Node& item : node.items) value.items.push_back(input_of(item));
      break;
    case yaml::Node::Kind::Map:
      value.kind = InputValue::Kind::Map;
      for (const yaml::Entry& entry : node.entries) {
        value.keys.push_back({entry.key.text, entry.key.span});
        value.items.push_back(input_of(entry.value));
      }
      break;
  }
  return value;
}

}  // namespace zhilu

// SPDX-License-Identifier: MIT
#include "tests/conformance/transposition.h"

#include "tests/conformance/records.h"
#include "tests/conformance/rewriter.h"
#include "tests/conformance/words.h"

namespace zhilu::conformance {
namespace {

Json transpose_value(const Json& json, const Words& words, bool with_texts) {
  if (json.is_string()) return with_texts ? Json(in_chinese(json.get<std::string>())) : json;
  if (json.is_array()) {
    Json out = Json::array();
    for (const Json& item : json) out.push_back(transpose_value(item, words, with_texts));
    return out;
  }
  if (!json.is_object() || json.contains("@")) return json;
  Json out = Json::object();
  for (const auto& [key, item] : json.items())
    out[words.name(key)] = transpose_value(item, words, with_texts);
  return out;
}

/// The names of types, and of their fields, wherever a record speaks of them.
void transpose_types(Json& json, const Words& words, bool is_type) {
  if (json.is_array()) {
    for (Json& item : json) transpose_types(item, words, is_type);
  }
  if (!json.is_object()) return;
  for (auto& [key, item] : json.items()) {
    const bool is_reference = key == "type" || key == "result" || (key == "name" && is_type);
    if (item.is_string() && is_reference) item = words.type(item.get<std::string>());
    if (key == "params" && item.is_array()) {
      for (Json& parameter : item) {
        if (parameter.is_string()) parameter = words.type(parameter.get<std::string>());
      }
    }
    if (key == "fields") {
      for (Json& field : item) field["name"] = in_chinese(field["name"].get<std::string>());
      transpose_types(item, words, false);
    } else if (item.is_structured()) {
      transpose_types(item, words, false);
    }
  }
}

void transpose_list(Json& json, const char* field) {
  if (!json.contains(field)) return;
  for (Json& name : json[field]) name = in_chinese(name.get<std::string>());
}

}  // namespace

Transposed transpose(const Json& record) {
  Transposed result{record, {}, false};
  const Words words = words_of(record);
  const std::string reader = words.reader();
  const bool with_texts = reader.empty();
  if (!with_texts) result.kept = "texts are read or written by '" + reader + "'";
  if (words.writes_names || (!with_texts && words.names_entries())) {
    result.kept = "texts become names, and are read or written by '" + reader + "'";
    return result;
  }

  Json& out = result.record;
  const Visitor rewrite = [&](const Json& owner, const expr::Program& program, const expr::Scope&) {
    const std::string text = owner["expr"].get<std::string>();
    const std::string rewritten = rewrite_names(text, program.ast(), words, with_texts);
    result.differs = result.differs || rewritten != text;
    if (&owner == &record) {
      out["expr"] = rewritten;
      return;
    }
    const Json* first = &record["defs"][0];
    out["defs"][static_cast<std::size_t>(&owner - first)]["expr"] = rewritten;
  };
  run_record(record, Evaluator::vm(), rewrite);

  for (const char* field : {"inputs", "expected"}) {
    if (record.contains(field)) out[field] = transpose_value(record[field], words, with_texts);
  }
  if (record.contains("inputTypes")) {
    out["inputTypes"] = Json::object();
    for (const auto& [name, type] : record["inputTypes"].items()) {
      out["inputTypes"][in_chinese(name)] = words.type(type.get<std::string>());
    }
  }
  if (out.contains("types")) transpose_types(out["types"], words, true);
  transpose_list(out, "needs");
  if (out.contains("type")) out["type"] = words.type(out["type"].get<std::string>());
  if (!out.contains("defs")) return result;
  for (Json& definition : out["defs"]) {
    definition["name"] = in_chinese(definition["name"].get<std::string>());
    transpose_list(definition, "needs");
    transpose_types(definition, words, false);
  }
  return result;
}

Transposed lift_literals(const Json& record) {
  Transposed result{record, {}, false};
  // A literal in an index tells the checker more than a fact does, and so does one in a definition.
  if (record.contains("defs")) return result;
  Json facts = record.contains("inputs") ? record["inputs"] : Json::object();
  const std::size_t before = facts.size();
  run_record(record, Evaluator::vm(), [&](const Json&, const expr::Program& program, const expr::Scope&) {
    result.record["expr"] = rewrite_literals(record["expr"].get<std::string>(), program.ast(), facts);
  });
  result.differs = facts.size() > before;
  if (result.record.contains("needs")) {
    for (const auto& [name, value] : facts.items()) {
      if (!record["inputs"].contains(name)) result.record["needs"].push_back(name);
    }
  }
  result.record["inputs"] = std::move(facts);
  return result;
}

}  // namespace zhilu::conformance

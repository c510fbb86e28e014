// SPDX-License-Identifier: MIT
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "cli/json/plan_fields.h"
#include "cli/json/plan_json.h"

namespace zhilu {
namespace {

using Json = nlohmann::ordered_json;

// Visits a part made of nothing: only the types and the sentences count.
class SchemaBuilder {
 public:
  SchemaBuilder(Json& object, Json& definitions) : object_(object), definitions_(definitions) {
    object_["type"] = "object";
    object_["required"] = Json::array();
    object_["properties"] = Json::object();
  }

  SchemaBuilder& varying() { return *this; }

  template <class T>
  void field(std::string_view name, const T& value, std::string_view about) {
    add(name, shape(value), about);
  }

  void one_of(std::string_view name, std::string_view, std::initializer_list<std::string_view> values,
              std::string_view about) {
    Json list = Json::array();
    for (std::string_view value : values) list.push_back(std::string(value));
    add(name, Json{{"type", "string"}, {"enum", std::move(list)}}, about);
  }

  void nullable(std::string_view name, std::string_view, std::string_view about) {
    add(name, Json{{"type", {"string", "null"}}}, about);
  }

  void value(std::string_view name, std::string_view, bool, std::string_view about) {
    add(name, Json{{"type", {"string", "number", "boolean"}}}, about);
  }

  void span(std::string_view name, std::optional<std::uint32_t>, std::optional<std::uint32_t>,
            std::string_view about) {
    Json pair{{"type", {"array", "null"}}, {"items", {{"type", "integer"}, {"minimum", 0}}}};
    pair["minItems"] = 2;
    pair["maxItems"] = 2;
    add(name, std::move(pair), about);
  }

  template <class Part>
  void first(std::string_view name, std::span<const Part>, std::string_view about) {
    add(name, or_null(reference<Part>()), about);
  }

  template <class Part>
  void rest(std::string_view name, std::span<const Part> parts, std::string_view about) {
    add(name, shape(parts), about);
  }

  void citations(std::string_view name, const SourceLines&, std::string_view about) {
    const Json text{{"type", "string"}};
    Json citation{{"type", "object"},
                  {"required", Json::array({"id", "label"})},
                  {"properties", Json{{"id", text}, {"label", text}}}};
    add(name, Json{{"type", "array"}, {"items", std::move(citation)}}, about);
  }

  template <class Inner>
  void object(std::string_view name, std::string_view about, Inner inner) {
    Json nested = Json::object();
    SchemaBuilder builder(nested, definitions_);
    inner(builder);
    add(name, std::move(nested), about);
  }

 private:
  void add(std::string_view name, Json shape, std::string_view about) {
    // A reference must stand alone in draft-07: what stands beside `$ref` is ignored.
    if (shape.contains("$ref")) shape = Json{{"allOf", Json::array({std::move(shape)})}};
    Json described{{"description", std::string(about)}};
    for (auto& [key, part] : shape.items()) described[key] = std::move(part);
    object_["required"].push_back(std::string(name));
    object_["properties"][std::string(name)] = std::move(described);
  }

  static Json or_null(Json shape) { return Json{{"anyOf", {std::move(shape), Json{{"type", "null"}}}}}; }

  Json shape(std::string_view) { return Json{{"type", "string"}}; }
  Json shape(bool) { return Json{{"type", "boolean"}}; }
  Json shape(std::uint32_t) { return Json{{"type", "integer"}, {"minimum", 0}}; }
  Json shape(const std::optional<bool>&) { return Json{{"type", {"boolean", "null"}}}; }
  Json shape(const json::DeadlineView&) {
    Json deadline = Json::object();
    SchemaBuilder builder(deadline, definitions_);
    json::visit_fields(json::DeadlineView{}, builder);
    return or_null(std::move(deadline));
  }
  Json shape(const SourceLine*) { return reference<SourceLine>(); }
  template <class Part>
  Json shape(const std::optional<Part>&) {
    return or_null(reference<Part>());
  }
  template <class T>
  Json shape(const std::vector<T>&) {
    return Json{{"type", "array"}, {"items", shape(T{})}};
  }
  template <class T>
  Json shape(std::span<const T>) {
    return Json{{"type", "array"}, {"items", shape(T{})}};
  }
  template <class Part>
  requires(!json::kPartName<Part>.empty()) Json shape(const Part&) { return reference<Part>(); }

  template <class Part>
  Json reference() {
    const std::string name(json::kPartName<Part>);
    if (!definitions_.contains(name)) {
      definitions_[name] = nullptr;
      Json definition = Json::object();
      SchemaBuilder builder(definition, definitions_);
      json::visit_fields(Part{}, builder);
      definitions_[name] = std::move(definition);
    }
    return Json{{"$ref", "#/definitions/" + name}};
  }

  Json& object_;
  Json& definitions_;
};

}  // namespace

std::string plan_schema() {
  Json definitions = Json::object();
  Json plan = Json::object();
  plan["$schema"] = "http://json-schema.org/draft-07/schema#";
  plan["title"] = "行动计划";
  SchemaBuilder builder(plan, definitions);
  json::visit_fields(PlanDocument{}, builder);
  plan["definitions"] = std::move(definitions);
  return plan.dump(2) + "\n";
}

}  // namespace zhilu

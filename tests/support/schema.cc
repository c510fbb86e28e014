// SPDX-License-Identifier: MIT
#include "tests/support/schema.h"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace zhilu {
namespace {

void close(nlohmann::json& schema) {
  if (schema.is_object()) {
    if (schema.contains("properties")) schema["additionalProperties"] = false;
    for (auto& [key, part] : schema.items()) close(part);
  } else if (schema.is_array()) {
    for (nlohmann::json& part : schema) close(part);
  }
}

}  // namespace

std::string schema_violation(std::string_view schema_text, std::string_view document_text) {
  const nlohmann::json schema_json = nlohmann::json::parse(schema_text, nullptr, false);
  const nlohmann::json document = nlohmann::json::parse(document_text, nullptr, false);
  if (schema_json.is_discarded() || document.is_discarded()) return "not JSON";
  valijson::Schema schema;
  valijson::SchemaParser parser;
  parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_json), schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(document), &results)) return "";
  std::string violation;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& place : error.context) violation += place;
    violation += ": " + error.description + "\n";
  }
  return violation.empty() ? "violation" : violation;
}

std::string closed_schema(std::string_view schema) {
  nlohmann::json json = nlohmann::json::parse(schema);
  close(json);
  return json.dump();
}

}  // namespace zhilu

// SPDX-License-Identifier: MIT
#include "cli/json/plan_json.h"

#include <concepts>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "cli/json/plan_fields.h"
#include "cli/json/writer.h"

namespace zhilu {
namespace {

class PlanWriter {
 public:
  explicit PlanWriter(JsonWriter& json) : json_(json) {}

  template <class Part>
  void part(const Part& value) {
    json_.begin_object();
    json::visit_fields(value, *this);
    json_.end_object();
  }

  template <class T>
  void field(std::string_view name, const T& value, std::string_view) {
    json_.key(name);
    write(value);
  }

  void one_of(std::string_view name, std::string_view text, std::initializer_list<std::string_view>,
              std::string_view) {
    json_.key(name);
    json_.well_formed(text);
  }

  void nullable(std::string_view name, std::string_view text, std::string_view) {
    json_.key(name);
    text.empty() ? json_.null() : json_.well_formed(text);
  }

  void value(std::string_view name, std::string_view text, bool literal, std::string_view) {
    json_.key(name);
    literal ? json_.literal(text) : json_.well_formed(text);
  }

  void span(std::string_view name, std::optional<std::uint32_t> begin, std::optional<std::uint32_t> end,
            std::string_view) {
    json_.key(name);
    if (!begin || !end) return json_.null();
    json_.begin_array();
    json_.integer(*begin);
    json_.integer(*end);
    json_.end_array();
  }

  template <class Part>
  void first(std::string_view name, const std::vector<Part>& parts, std::string_view) {
    json_.key(name);
    parts.empty() ? json_.null() : part(parts.front());
  }

  template <class Part>
  void rest(std::string_view name, const std::vector<Part>& parts, std::string_view) {
    json_.key(name);
    json_.begin_array();
    for (std::size_t i = 1; i < parts.size(); ++i) part(parts[i]);
    json_.end_array();
  }

  void citations(std::string_view name, const SourceLines& sources, std::string_view) {
    json_.key(name);
    json_.begin_array();
    for (const SourceLine* source : sources) {
      json_.begin_object();
      json_.key("id");
      json_.well_formed(source->id);
      json_.key("label");
      json_.well_formed(source->label);
      json_.end_object();
    }
    json_.end_array();
  }

  template <class Inner>
  void object(std::string_view name, std::string_view, Inner inner) {
    json_.key(name);
    json_.begin_object();
    inner(*this);
    json_.end_object();
  }

 private:
  void write(std::string_view text) { json_.well_formed(text); }
  void write(bool truth) { json_.boolean(truth); }
  void write(std::uint32_t number) { json_.integer(number); }
  void write(const json::DeadlineView& deadline) {
    deadline.limit == nullptr ? json_.null() : part(deadline);
  }
  template <class T>
  void write(const std::optional<T>& value) {
    value ? write(*value) : json_.null();
  }
  void write(const SourceLine* source) { part(*source); }
  template <class T>
  void write(const std::vector<T>& values) {
    json_.begin_array();
    for (const T& value : values) write(value);
    json_.end_array();
  }
  template <class Part>
  requires(!json::kPartName<Part>.empty()) void write(const Part& value) { part(value); }

  JsonWriter& json_;
};

}  // namespace

void write_plan(const PlanDocument& plan, std::string& out) {
  JsonWriter json(out);
  PlanWriter(json).part(plan);
}

}  // namespace zhilu

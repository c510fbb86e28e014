// SPDX-License-Identifier: MIT
#include "cli/json/plan_json.h"

#include <algorithm>
#include <concepts>
#include <initializer_list>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "cli/json/plan_fields.h"
#include "cli/json/writer.h"
#include "engine/render/prepared.h"

namespace zhilu {
namespace {

// Writes parts field by field. With `form`, it writes what can be kept of a prepared part: a field that
// varies as if it held nothing, and notes the place.
class PlanWriter {
 public:
  explicit PlanWriter(JsonWriter& json) : json_(json) {}
  PlanWriter(JsonWriter& json, Form& form) : json_(json), form_(&form) {}

  template <class Part>
  void part(const Part& value) {
    json_.begin_object();
    json::visit_fields(value, *this);
    json_.end_object();
  }

  PlanWriter& varying() {
    varies_ = form_ != nullptr;
    return *this;
  }

  template <class T>
  void field(std::string_view name, const T& value, std::string_view) {
    write_field(name, [&] { varies_ ? write(T{}) : write(value); });
  }

  void one_of(std::string_view name, std::string_view text, std::initializer_list<std::string_view>,
              std::string_view) {
    write_field(name, [&] { write(varies_ ? std::string_view() : text); });
  }

  void nullable(std::string_view name, std::string_view text, std::string_view) {
    json_.key(name);
    write_nullable(text);
  }

  void value(std::string_view name, std::string_view text, bool literal, std::string_view) {
    json_.key(name);
    literal ? json_.literal(text) : json_.well_formed(text);
  }

  void span(std::string_view name, std::optional<std::uint32_t> begins, std::optional<std::uint32_t> ends,
            std::string_view) {
    json_.key(name);
    if (!begins || !ends) return json_.null();
    json_.begin_array();
    json_.integer(*begins);
    json_.integer(*ends);
    json_.end_array();
  }

  template <class Part>
  void first(std::string_view name, std::span<const Part> parts, std::string_view) {
    write_field(name, [&] { write_first(varies_ ? std::span<const Part>() : parts); });
  }

  template <class Part>
  void rest(std::string_view name, std::span<const Part> parts, std::string_view) {
    write_field(name, [&] { write_rest(varies_ ? std::span<const Part>() : parts); });
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
  void write(const SourceLine* source) { write(*source); }
  template <class T>
  void write(const std::vector<T>& values) {
    write(std::span<const T>(values));
  }
  template <class T>
  void write(std::span<const T> values) {
    json_.begin_array();
    for (const T& value : values) write(value);
    json_.end_array();
  }
  template <class Part>
  requires(!json::kPartName<Part>.empty()) void write(const Part& value);

  void write_nullable(std::string_view text) { text.empty() ? json_.null() : json_.well_formed(text); }
  template <class Part>
  void write_first(std::span<const Part> parts) {
    parts.empty() ? json_.null() : write(parts.front());
  }
  template <class Part>
  void write_rest(std::span<const Part> parts) {
    write(parts.subspan(std::min<std::size_t>(parts.size(), 1)));
  }

 private:
  template <class Write>
  void write_field(std::string_view name, const Write& write_value) {
    json_.key(name);
    const auto begin = static_cast<std::uint32_t>(json_.size());
    write_value();
    if (!varies_) return;
    varies_ = false;
    form_->cuts.push_back({begin, static_cast<std::uint32_t>(json_.size())});
  }

  JsonWriter& json_;
  Form* form_ = nullptr;
  bool varies_ = false;
};

// Writes a part from its form: copies the bytes, and only where a field that varies holds something its value
// instead of the nothing in them.
class FormWriter {
 public:
  FormWriter(JsonWriter& json, const Form& form)
      : json_(json), form_(form), next_(form.cuts.data()), values_(json) {}

  template <class Part>
  void part(const Part& value) {
    json::visit_fields(value, *this);
    json_.piece(std::string_view(form_.bytes).substr(done_), false);
  }

  // The value of a field that varies, behind the bytes before it.
  struct Varying {
    FormWriter& writer;

    template <class T>
    void field(std::string_view, const T& value, std::string_view) {
      const Form::Cut& cut = *writer.next_++;
      if (!is_nothing(value)) writer.go_to(cut).write(value);
    }
    void one_of(std::string_view, std::string_view text, std::initializer_list<std::string_view>,
                std::string_view) {
      const Form::Cut& cut = *writer.next_++;
      if (!text.empty()) writer.go_to(cut).write(text);
    }
    template <class Part>
    void first(std::string_view, std::span<const Part> parts, std::string_view) {
      const Form::Cut& cut = *writer.next_++;
      if (!parts.empty()) writer.go_to(cut).write_first(parts);
    }
    template <class Part>
    void rest(std::string_view, std::span<const Part> parts, std::string_view) {
      const Form::Cut& cut = *writer.next_++;
      if (parts.size() > 1) writer.go_to(cut).write_rest(parts);
    }
  };
  Varying varying() { return {*this}; }

  // Fields that stand in the bytes already, but for what may vary inside.
  template <class T>
  void field(std::string_view, const T&, std::string_view) {}
  void field(std::string_view, const std::optional<ChannelLine>& channel, std::string_view) {
    if (channel) json::visit_fields(*channel, *this);
  }
  void field(std::string_view, std::span<const EvidenceLine> needs, std::string_view) {
    for (const EvidenceLine& need : needs) json::visit_fields(need, *this);
  }
  void one_of(std::string_view, std::string_view, std::initializer_list<std::string_view>, std::string_view) {
  }
  void nullable(std::string_view, std::string_view, std::string_view) {}
  void citations(std::string_view, const SourceLines&, std::string_view) {}
  template <class Inner>
  void object(std::string_view, std::string_view, Inner) {}

 private:
  // Whether a value is written as one made of nothing is.
  static bool is_nothing(std::uint32_t number) { return number == 0; }
  static bool is_nothing(std::string_view text) { return text.empty(); }
  static bool is_nothing(const json::DeadlineView& deadline) { return deadline.limit == nullptr; }
  template <class T>
  static bool is_nothing(const std::optional<T>& value) {
    return !value;
  }
  template <class T>
  static bool is_nothing(std::span<const T> values) {
    return values.empty();
  }

  PlanWriter& go_to(const Form::Cut& cut) {
    json_.piece(std::string_view(form_.bytes).substr(done_, cut.begin - done_), true);
    done_ = cut.end;
    return values_;
  }

  JsonWriter& json_;
  const Form& form_;
  const Form::Cut* next_;
  PlanWriter values_;
  std::size_t done_ = 0;
};

template <class Part>
std::unique_ptr<const Form> form_of(const Part& part) {
  auto form = std::make_unique<Form>();
  JsonWriter json(form->bytes);
  PlanWriter(json, *form).part(part);
  form->bytes.shrink_to_fit();
  return form;
}

template <class Part>
requires(!json::kPartName<Part>.empty()) void PlanWriter::write(const Part& value) {
  if constexpr (requires { value.prepared; }) {
    if (value.prepared != nullptr) {
      const Form& form = value.prepared->form.get([&] { return form_of(value); });
      json_.separate();
      return FormWriter(json_, form).part(value);
    }
  }
  part(value);
}

}  // namespace

void write_plan(const PlanDocument& plan, std::string& out) {
  // About what a step and a source take, so that the string is seldom moved.
  constexpr std::size_t kStep = 5000;
  constexpr std::size_t kSource = 400;
  out.reserve(out.size() + kStep * (plan.steps.size() + 2) + kSource * plan.sources.size());
  JsonWriter json(out);
  PlanWriter(json).part(plan);
}

}  // namespace zhilu

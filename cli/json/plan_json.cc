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

// Writes parts field by field. With `form`, it writes what can be kept of a prepared part: where a field
// varies it leaves its value out and notes the place.
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
    if (begin(name)) write(value);
  }

  void one_of(std::string_view name, std::string_view text, std::initializer_list<std::string_view>,
              std::string_view) {
    if (begin(name)) write(text);
  }

  void nullable(std::string_view name, std::string_view text, std::string_view) {
    if (begin(name)) write_nullable(text);
  }

  void value(std::string_view name, std::string_view text, bool literal, std::string_view) {
    if (!begin(name)) return;
    literal ? json_.literal(text) : json_.well_formed(text);
  }

  void span(std::string_view name, std::optional<std::uint32_t> begins, std::optional<std::uint32_t> ends,
            std::string_view) {
    if (!begin(name)) return;
    if (!begins || !ends) return json_.null();
    json_.begin_array();
    json_.integer(*begins);
    json_.integer(*ends);
    json_.end_array();
  }

  template <class Part>
  void first(std::string_view name, std::span<const Part> parts, std::string_view) {
    if (begin(name)) write_first(parts);
  }

  template <class Part>
  void rest(std::string_view name, std::span<const Part> parts, std::string_view) {
    if (begin(name)) write_rest(parts);
  }

  void citations(std::string_view name, const SourceLines& sources, std::string_view) {
    if (!begin(name)) return;
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
    if (!begin(name)) return;
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
  // Writes the name; false where no value is to be written.
  bool begin(std::string_view name) {
    json_.key(name);
    if (!varies_) return true;
    varies_ = false;
    form_->cuts.push_back(static_cast<std::uint32_t>(json_.size()));
    json_.skip();
    return false;
  }

  JsonWriter& json_;
  Form* form_ = nullptr;
  bool varies_ = false;
};

// Writes a part from its form: copies the bytes between the cuts and writes only what varies.
class FormWriter {
 public:
  FormWriter(JsonWriter& json, const Form& form) : json_(json), form_(form), values_(json) {}

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
      writer.next().write(value);
    }
    void one_of(std::string_view, std::string_view text, std::initializer_list<std::string_view>,
                std::string_view) {
      writer.next().write(text);
    }
    template <class Part>
    void first(std::string_view, std::span<const Part> parts, std::string_view) {
      writer.next().write_first(parts);
    }
    template <class Part>
    void rest(std::string_view, std::span<const Part> parts, std::string_view) {
      writer.next().write_rest(parts);
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
  PlanWriter& next() {
    const std::uint32_t cut = form_.cuts[cut_++];
    json_.piece(std::string_view(form_.bytes).substr(done_, cut - done_), true);
    done_ = cut;
    return values_;
  }

  JsonWriter& json_;
  const Form& form_;
  PlanWriter values_;
  std::size_t done_ = 0;
  std::size_t cut_ = 0;
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

// SPDX-License-Identifier: MIT
#include "engine/value/value.h"

#include <algorithm>
#include <numeric>

#include "engine/value/diagnostics.h"

namespace zhilu {

static_assert(sizeof(Value) == 32);

namespace {

// The nesting depth of something that holds these values, or 0 if that is too deep.
template <class Values, class Get>
std::uint32_t depth_around(const Values& values, Get get) {
  std::uint32_t deepest = 0;
  for (const auto& value : values) deepest = std::max(deepest, get(value).depth());
  return deepest < Value::kMaxDepth ? deepest + 1 : 0;
}

template <class Values, class Get>
std::uint64_t weight_around(const Values& values, Get get) {
  std::uint64_t weight = 1;
  for (const auto& value : values) weight += get(value).weight();
  return weight;
}

Value too_large() {
  return Value::null(kValueTooLarge, {std::to_string(Value::kMaxWeight)});
}

Value too_deep() {
  return Value::null(kValueTooDeep, {std::to_string(Value::kMaxDepth)});
}

void sort_unique(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

}  // namespace

Unknown::Unknown(const FactSet& facts) {
  if (facts.size() == 1) {
    one_ = *facts.begin();
  } else if (!facts.empty()) {
    many_ = std::make_shared<const FactSet>(facts);
  }
}

FactSet Unknown::facts() const {
  if (many_) return *many_;
  return one_.is_set() ? FactSet(one_) : FactSet();
}

void Unknown::add_to(FactSet& facts) const {
  if (many_) {
    facts.unite(*many_);
  } else if (one_.is_set()) {
    facts.insert(one_);
  }
}

Context::Context() = default;
Context::~Context() = default;
Context::Context(const Context&) = default;
Context::Context(Context&&) noexcept = default;
Context& Context::operator=(const Context&) = default;
Context& Context::operator=(Context&&) noexcept = default;

Context::Context(std::vector<Entry> entries) : entries_(std::move(entries)), by_name_(entries_.size()) {
  std::iota(by_name_.begin(), by_name_.end(), 0U);
  const auto name_of = [&](std::uint32_t i) -> const std::string& { return entries_[i].first; };
  const auto sort = [&] {
    std::stable_sort(by_name_.begin(), by_name_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return name_of(a) < name_of(b); });
  };
  sort();
  std::vector<bool> repeated(entries_.size(), false);
  std::size_t first = 0;
  for (std::size_t i = 1; i < by_name_.size(); ++i) {
    if (name_of(by_name_[i]) != name_of(by_name_[first])) {
      first = i;
      continue;
    }
    entries_[by_name_[first]].second = std::move(entries_[by_name_[i]].second);
    repeated[by_name_[i]] = true;
  }
  if (std::find(repeated.begin(), repeated.end(), true) != repeated.end()) {
    std::vector<Entry> kept;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (!repeated[i]) kept.push_back(std::move(entries_[i]));
    }
    entries_ = std::move(kept);
    by_name_.resize(entries_.size());
    std::iota(by_name_.begin(), by_name_.end(), 0U);
    sort();
  }
  const auto value_of = [](const Entry& entry) -> const Value& { return entry.second; };
  depth_ = depth_around(entries_, value_of);
  weight_ = weight_around(entries_, value_of);
}

std::size_t Context::size() const {
  return entries_.size();
}

const Value* Context::find(std::string_view name) const {
  const auto at =
      std::lower_bound(by_name_.begin(), by_name_.end(), name,
                       [&](std::uint32_t i, std::string_view n) { return entries_[i].first < n; });
  return at != by_name_.end() && entries_[*at].first == name ? &entries_[*at].second : nullptr;
}

Truth PartialSet::contains(std::string_view name) const {
  if (std::binary_search(holds.begin(), holds.end(), name)) return Truth::True;
  return std::binary_search(fails.begin(), fails.end(), name) ? Truth::False : Truth::Unknown;
}

bool PartialChoice::may_be(std::string_view name) const {
  return std::binary_search(options.begin(), options.end(), name);
}

Value Value::null(const DiagnosticKind& reason, std::vector<std::string> args) {
  Null null{&reason, nullptr};
  if (!args.empty()) null.args = std::make_shared<const std::vector<std::string>>(std::move(args));
  return Value(std::move(null));
}

Value Value::number(std::optional<Decimal> d) {
  return d ? number(*d) : null(kNumberOverflow);
}

Value Value::list(std::vector<Value> items) {
  List list{std::move(items), 1, 1};
  const auto itself = [](const Value& item) -> const Value& { return item; };
  list.depth = depth_around(list.items, itself);
  if (list.depth == 0) return too_deep();
  list.weight = weight_around(list.items, itself);
  if (list.weight > kMaxWeight) return too_large();
  return Value(std::make_shared<const List>(std::move(list)));
}

Value Value::context(Context context) {
  if (context.depth() == 0) return too_deep();
  if (context.weight() > kMaxWeight) return too_large();
  return Value(std::make_shared<const Context>(std::move(context)));
}

Value Value::range(Range range) {
  const std::uint32_t low = range.low ? range.low->depth() : 0;
  const std::uint32_t high = range.high ? range.high->depth() : 0;
  if (std::max(low, high) >= kMaxDepth) return too_deep();
  const std::uint64_t weight =
      (range.low ? range.low->weight() : 0) + (range.high ? range.high->weight() : 0);
  if (weight >= kMaxWeight) return too_large();
  return Value(std::make_shared<const Range>(std::move(range)));
}

Value Value::function(std::shared_ptr<const Function> function) {
  if (function->depth() > kMaxDepth) return too_deep();
  if (function->weight() > kMaxWeight) return too_large();
  return Value(std::move(function));
}

Value Value::partial_set(PartialSet set) {
  sort_unique(set.holds);
  sort_unique(set.fails);
  return Value(std::make_shared<const PartialSet>(std::move(set)));
}

Value Value::partial_choice(PartialChoice choice) {
  sort_unique(choice.options);
  if (choice.options.size() == 1) return string(std::move(choice.options.front()));
  return Value(std::make_shared<const PartialChoice>(std::move(choice)));
}

Value Value::interval(Interval interval) {
  if (interval.bounded && interval.low == interval.high) return number(interval.low);
  return Value(std::make_shared<const Interval>(interval));
}

Value Value::truth(Truth truth, const FactSet& missing) {
  return truth == Truth::Unknown ? unknown(missing) : boolean(truth == Truth::True);
}

std::uint64_t Value::weight() const {
  switch (kind()) {
    case ValueKind::String:
      return 1 + as_string().size() / 16;
    case ValueKind::List:
      return (*std::get_if<std::shared_ptr<const List>>(&data_))->weight;
    case ValueKind::Context:
      return as_context().weight();
    case ValueKind::Range: {
      const Range& range = as_range();
      return 1 + (range.low ? range.low->weight() : 0) + (range.high ? range.high->weight() : 0);
    }
    case ValueKind::Function:
      return as_function()->weight();
    case ValueKind::Null:
    case ValueKind::Unknown:
    case ValueKind::Boolean:
    case ValueKind::Number:
    case ValueKind::Date:
    case ValueKind::Time:
    case ValueKind::DateTime:
    case ValueKind::YearsMonths:
    case ValueKind::DaysTime:
    case ValueKind::PartialSet:
    case ValueKind::PartialChoice:
    case ValueKind::Interval:
      return 1;
  }
  return 1;
}

std::uint32_t Value::depth() const {
  switch (kind()) {
    case ValueKind::List:
      return (*std::get_if<std::shared_ptr<const List>>(&data_))->depth;
    case ValueKind::Context:
      return as_context().depth();
    case ValueKind::Range: {
      const Range& range = as_range();
      return 1 + std::max(range.low ? range.low->depth() : 0, range.high ? range.high->depth() : 0);
    }
    case ValueKind::Function:
      return as_function()->depth();
    case ValueKind::Null:
    case ValueKind::Unknown:
    case ValueKind::Boolean:
    case ValueKind::Number:
    case ValueKind::String:
    case ValueKind::Date:
    case ValueKind::Time:
    case ValueKind::DateTime:
    case ValueKind::YearsMonths:
    case ValueKind::DaysTime:
    case ValueKind::PartialSet:
    case ValueKind::PartialChoice:
    case ValueKind::Interval:
      return 0;
  }
  return 0;
}

void Value::add_missing(FactSet& facts) const {
  switch (kind()) {
    case ValueKind::Unknown:
      as_unknown().add_to(facts);
      return;
    case ValueKind::PartialSet:
      facts.insert(as_partial_set().fact);
      return;
    case ValueKind::PartialChoice:
      facts.insert(as_partial_choice().fact);
      return;
    case ValueKind::Interval:
      facts.insert(as_interval().fact);
      return;
    case ValueKind::List:
      for (const Value& item : as_list()) item.add_missing(facts);
      return;
    case ValueKind::Context:
      for (const Context::Entry& entry : as_context().entries()) entry.second.add_missing(facts);
      return;
    case ValueKind::Range:
      if (as_range().low) as_range().low->add_missing(facts);
      if (as_range().high) as_range().high->add_missing(facts);
      return;
    case ValueKind::Null:
    case ValueKind::Boolean:
    case ValueKind::Number:
    case ValueKind::String:
    case ValueKind::Date:
    case ValueKind::Time:
    case ValueKind::DateTime:
    case ValueKind::YearsMonths:
    case ValueKind::DaysTime:
    case ValueKind::Function:
      return;
  }
}

FactSet Value::missing() const {
  FactSet facts;
  add_missing(facts);
  return facts;
}

Value merge_unknown(const Value& a, const Value& b) {
  FactSet facts = a.missing();
  b.add_missing(facts);
  return Value::unknown(facts);
}

std::span<const DiagnosticKind* const> all_value_diagnostics() {
  static constexpr const DiagnosticKind* kAll[] = {&kValueTypesDiffer, &kValueNotOrdered, &kValueTooDeep,
                                                   &kValueTooLarge, &kNumberOverflow};
  return kAll;
}

}  // namespace zhilu

// SPDX-License-Identifier: MIT
// Value: whatever a FEEL expression can evaluate to, and what is known of a fact.
//
// Beside FEEL's own values there are two ways of not being there. Null is FEEL's null: no value, or an
// operation that has no answer, then with the reason. Unknown is not known *yet*; it carries the facts that
// are missing. Three more forms are known in part: a set of options of which some are settled, a choice of
// which some options are excluded, a number within bounds. What they settle is settled; the rest gives
// Unknown.
//
// A Value is 32 bytes. Strings, lists and everything larger are shared and immutable, so copying is cheap and
// a value may be used from many threads.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/value/date.h"
#include "engine/value/decimal.h"
#include "engine/value/duration.h"
#include "engine/value/fact_set.h"
#include "engine/value/time.h"
#include "engine/value/truth.h"
#include "engine/value/type.h"

namespace zhilu {

class Value;

// INVARIANT: in the order of Value's variant.
enum class ValueKind : std::uint8_t {
  Null,
  Unknown,
  Boolean,
  Number,
  String,
  Date,
  Time,
  DateTime,
  YearsMonths,
  DaysTime,
  List,
  Context,
  Range,
  Function,
  PartialSet,     ///< Of a choices fact some members are settled.
  PartialChoice,  ///< Of a choice fact some options are excluded.
  Interval,       ///< Of a number only bounds are known.
};

/// FEEL's null. `reason` may be null: then it is simply no value, not a mistake.
struct Null {
  const DiagnosticKind* reason = nullptr;
  std::shared_ptr<const std::vector<std::string>> args;
};

/// Not known yet: the facts missing. The single fact of the common case costs no allocation.
class Unknown {
 public:
  Unknown() = default;
  explicit Unknown(FactId fact) : one_(fact) {}
  explicit Unknown(const FactSet& facts);

  FactSet facts() const;
  void add_to(FactSet& facts) const;

 private:
  FactId one_;
  std::shared_ptr<const FactSet> many_;
};

/// A list. Values nest at most Value::kMaxDepth deep, so that no walk over one can exhaust the stack.
struct List {
  std::vector<Value> items;
  std::uint32_t depth = 1;
  std::uint64_t weight = 1;
};

/// Named entries in written order, each name once.
class Context {
 public:
  using Entry = std::pair<std::string, Value>;

  Context();
  /// Of entries with the same name the last value stays, in the first place.
  explicit Context(std::vector<Entry> entries);
  ~Context();
  Context(const Context&);
  Context(Context&&) noexcept;
  Context& operator=(const Context&);
  Context& operator=(Context&&) noexcept;

  const std::vector<Entry>& entries() const { return entries_; }
  std::size_t size() const;
  /// Null if there is no such entry.
  const Value* find(std::string_view name) const;
  std::uint32_t depth() const { return depth_; }
  std::uint64_t weight() const { return weight_; }

 private:
  std::vector<Entry> entries_;
  /// Positions in entries_ sorted by name.
  std::vector<std::uint32_t> by_name_;
  std::uint32_t depth_ = 1;
  std::uint64_t weight_ = 1;
};

struct Range;

/// A function as a value: built-in or lambda. Defined by the expression language.
class Function {
 public:
  virtual ~Function() = default;
  virtual Type type() const = 0;
  /// How deep the values it has captured nest, 1 if none.
  virtual std::uint32_t depth() const { return 1; }
  /// The weight of the values it has captured.
  virtual std::uint64_t weight() const { return 1; }
};

/// What is known of a choices fact: `holds` and `fails` are sorted and disjoint; every other name is unknown.
struct PartialSet {
  FactId fact;
  std::vector<std::string> holds;
  std::vector<std::string> fails;

  Truth contains(std::string_view name) const;
};

/// What is known of a choice fact: one of `options`, sorted, at least two.
struct PartialChoice {
  FactId fact;
  std::vector<std::string> options;

  bool may_be(std::string_view name) const;
};

/// What is known of a number: low <= number, and number <= high where `bounded`.
struct Interval {
  FactId fact;
  Decimal low;
  Decimal high;
  bool bounded = true;
};

class Value {
 public:
  static constexpr std::uint32_t kMaxDepth = 200;
  static constexpr std::uint64_t kMaxWeight = 2'000'000;

  /// Null without a reason.
  Value() = default;

  static Value null() { return Value(); }
  static Value null(const DiagnosticKind& reason, std::vector<std::string> args = {});
  static Value unknown(FactId fact) { return Value(Unknown(fact)); }
  static Value unknown(const FactSet& facts) { return Value(Unknown(facts)); }
  static Value boolean(bool b) { return Value(b); }
  static Value number(Decimal d) { return Value(d); }
  /// Null (number-overflow) if empty.
  static Value number(std::optional<Decimal> d);
  static Value string(std::string s) { return Value(std::make_shared<const std::string>(std::move(s))); }
  static Value string(std::shared_ptr<const std::string> s) { return Value(std::move(s)); }
  static Value date(Date d) { return Value(d); }
  static Value time(Time t) { return Value(std::make_shared<const Time>(std::move(t))); }
  static Value date_time(DateTime t) { return Value(std::make_shared<const DateTime>(std::move(t))); }
  static Value years_months(YearsMonths d) { return Value(d); }
  static Value days_time(DaysTime d) { return Value(d); }
  // These four give null (value-too-deep, value-too-large) where nesting would pass kMaxDepth or weight
  // kMaxWeight.
  static Value list(std::vector<Value> items);
  static Value context(Context context);
  static Value range(Range range);
  static Value function(std::shared_ptr<const Function> function);
  static Value partial_set(PartialSet set);
  /// One option left gives that string.
  static Value partial_choice(PartialChoice choice);
  /// Bounds that are equal give that number.
  static Value interval(Interval interval);
  /// True, false, or unknown for want of `missing`.
  static Value truth(Truth truth, const FactSet& missing);

  ValueKind kind() const { return static_cast<ValueKind>(data_.index()); }
  bool is(ValueKind k) const { return kind() == k; }
  bool is_null() const { return is(ValueKind::Null); }
  bool is_unknown() const { return is(ValueKind::Unknown); }
  bool is_true() const { return is(ValueKind::Boolean) && as_boolean(); }
  bool is_false() const { return is(ValueKind::Boolean) && !as_boolean(); }
  /// Unknown or one of the three forms known in part.
  bool is_open() const { return is_unknown() || kind() >= ValueKind::PartialSet; }

  // Each requires the kind of its name.
  const Null& as_null() const { return *std::get_if<Null>(&data_); }
  const Unknown& as_unknown() const { return *std::get_if<Unknown>(&data_); }
  bool as_boolean() const { return *std::get_if<bool>(&data_); }
  const Decimal& as_number() const { return *std::get_if<Decimal>(&data_); }
  const std::string& as_string() const { return **std::get_if<std::shared_ptr<const std::string>>(&data_); }
  Date as_date() const { return *std::get_if<Date>(&data_); }
  const Time& as_time() const { return **std::get_if<std::shared_ptr<const Time>>(&data_); }
  const DateTime& as_date_time() const { return **std::get_if<std::shared_ptr<const DateTime>>(&data_); }
  YearsMonths as_years_months() const { return *std::get_if<YearsMonths>(&data_); }
  DaysTime as_days_time() const { return *std::get_if<DaysTime>(&data_); }
  const std::vector<Value>& as_list() const {
    return (*std::get_if<std::shared_ptr<const List>>(&data_))->items;
  }
  const Context& as_context() const { return **std::get_if<std::shared_ptr<const Context>>(&data_); }
  const Range& as_range() const { return **std::get_if<std::shared_ptr<const Range>>(&data_); }
  const std::shared_ptr<const Function>& as_function() const {
    return *std::get_if<std::shared_ptr<const Function>>(&data_);
  }
  const PartialSet& as_partial_set() const {
    return **std::get_if<std::shared_ptr<const PartialSet>>(&data_);
  }
  const PartialChoice& as_partial_choice() const {
    return **std::get_if<std::shared_ptr<const PartialChoice>>(&data_);
  }
  const Interval& as_interval() const { return **std::get_if<std::shared_ptr<const Interval>>(&data_); }

  /// 0 for what holds no values, else 1 more than the deepest value inside.
  std::uint32_t depth() const;

  /// What a walk over the value costs: 1 for each value inside, as often as it occurs, and 1 for 16 bytes of
  /// text. A value that holds another twice is small in memory but twice as heavy, so few steps could build
  /// what no walk ends.
  std::uint64_t weight() const;

  /// Adds the facts that this value (or a value inside it) is missing.
  void add_missing(FactSet& facts) const;
  FactSet missing() const;

 private:
  using Data =
      std::variant<Null, Unknown, bool, Decimal, std::shared_ptr<const std::string>, Date,
                   std::shared_ptr<const Time>, std::shared_ptr<const DateTime>, YearsMonths, DaysTime,
                   std::shared_ptr<const List>, std::shared_ptr<const Context>, std::shared_ptr<const Range>,
                   std::shared_ptr<const Function>, std::shared_ptr<const PartialSet>,
                   std::shared_ptr<const PartialChoice>, std::shared_ptr<const Interval>>;

  explicit Value(Data data) : data_(std::move(data)) {}

  Data data_;
};

/// How a range was written. FEEL tells `(= 10)` from `[10..10]`.
enum class RangeForm : std::uint8_t {
  Between,   ///< `[1..5)`, and with an absent end `(< 5)`, `(>= 3)`.
  Equal,     ///< `(= 10)`: both ends are 10 and closed.
  NotEqual,  ///< `(!= 10)`: everything but `low`.
};

/// A range. An absent end is open to infinity; an end may also be null, as in FEEL.
struct Range {
  std::optional<Value> low;
  std::optional<Value> high;
  bool low_closed = false;
  bool high_closed = false;
  RangeForm form = RangeForm::Between;
};

/// The type of a value; of a list the common type of its items. Unknown is Any; what is known in part has the
/// type it will have.
Type type_of(const Value& value);

/// FEEL's `instance of`; null is an instance of Null only, but may stand inside a list or context of any
/// type. What is open is an instance of what its type_of() conforms to.
bool is_instance(const Value& value, const Type& type);

/// FEEL's `=`: true, false, null (values of different kinds: value-types-differ), or unknown with the facts
/// missing. Null equals only null. Of times and moments, fractions of a second do not count (DMN 1.5, table
/// 53); moments are equal if they are the same instant, and local time equals no zoned one.
Value equals(const Value& a, const Value& b);

/// FEEL's `<` and `<=`: as equals(), but null also where one is null, where the kind has no order
/// (value-not-ordered), and between local and zoned times.
Value less(const Value& a, const Value& b);
Value less_equal(const Value& a, const Value& b);

/// FEEL's `and`, `or`, `not` by Kleene: what is neither boolean nor open counts as null, and where both
/// unknown and null remain the result is unknown, because the missing fact may still settle it.
Value logical_and(const Value& a, const Value& b);
Value logical_or(const Value& a, const Value& b);
Value logical_not(const Value& a);

/// Is `value` in the range? As less() and logical_and().
Value in_range(const Value& value, const Range& range);

/// The order of two settled values of one ordered kind; empty for any others.
std::optional<std::strong_ordering> order(const Value& a, const Value& b);

/// Same kind and same content, part by part; the reasons of nulls do not count. For tests and for caches.
bool is_same(const Value& a, const Value& b);

/// Unknown for want of what both are missing. REQUIRES: one of them is open.
Value merge_unknown(const Value& a, const Value& b);

/// A FEEL literal that evaluates to the value: `"a"`, `@"2026-11-22"`, `[1, 2]`, `{a: 1}`, `[1..5)`. What has
/// none is shown as `unknown`, `function`, `one of ("a", "b")`, `[3000..]`.
std::string to_feel_text(const Value& value);

/// What FEEL's string() gives: as to_feel_text(), but a string as it is, and dates, times and durations bare.
std::string to_plain_text(const Value& value);

}  // namespace zhilu

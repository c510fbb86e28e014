// SPDX-License-Identifier: MIT
// How points and ranges lie to each other (DMN 1.5, table 78), and ranges from text.
#include "engine/expr/families.h"
#include "engine/expr/function_call.h"
#include "engine/expr/range_text.h"

namespace zhilu::expr {
namespace {

using T = TypeKind;

/// A point or range as two ends; an absent end is open to infinity.
struct Ends {
  const Value* low = nullptr;
  const Value* high = nullptr;
  bool low_closed = true;
  bool high_closed = true;
  bool is_point = false;
};

/// Answers questions about ends. Once two of them cannot be compared, `failed` is true and no answer counts.
class Comparer {
 public:
  bool failed() const { return failed_; }

  bool lows_less(const Ends& a, const Ends& b) { return is_less(a.low, b.low, false, false); }
  bool lows_equal(const Ends& a, const Ends& b) { return is_equal(a.low, b.low); }
  bool highs_less(const Ends& a, const Ends& b) { return is_less(a.high, b.high, true, true); }
  bool highs_equal(const Ends& a, const Ends& b) { return is_equal(a.high, b.high); }
  /// a.high < b.low
  bool high_below_low(const Ends& a, const Ends& b) { return is_less(a.high, b.low, true, false); }
  bool high_is_low(const Ends& a, const Ends& b) {
    return a.high != nullptr && b.low != nullptr && is_equal(a.high, b.low);
  }
  /// b.low < a.high
  bool low_below_high(const Ends& b, const Ends& a) { return is_less(b.low, a.high, false, true); }

 private:
  /// `a_high`: an absent `a` is plus infinity, else minus infinity.
  bool is_less(const Value* a, const Value* b, bool a_high, bool b_high) {
    if (a == nullptr && b == nullptr) return !a_high && b_high;
    if (a == nullptr) return !a_high;
    if (b == nullptr) return b_high;
    return compare(*a, *b) == std::strong_ordering::less;
  }
  bool is_equal(const Value* a, const Value* b) {
    if (a == nullptr || b == nullptr) return a == b;
    return compare(*a, *b) == std::strong_ordering::equal;
  }
  std::strong_ordering compare(const Value& a, const Value& b) {
    const std::optional<std::strong_ordering> ordering = order(a, b);
    failed_ = failed_ || !ordering;
    return ordering.value_or(std::strong_ordering::equal);
  }

  bool failed_ = false;
};

bool before(Comparer& c, const Ends& a, const Ends& b) {
  return c.high_below_low(a, b) || (c.high_is_low(a, b) && !(a.high_closed && b.low_closed));
}

bool meets(Comparer& c, const Ends& a, const Ends& b) {
  return a.high_closed && b.low_closed && c.high_is_low(a, b);
}

bool reaches(Comparer& c, const Ends& a, const Ends& b) {
  return c.low_below_high(b, a) || (c.high_is_low(a, b) && a.high_closed && b.low_closed);
}

bool overlaps(Comparer& c, const Ends& a, const Ends& b) {
  return reaches(c, a, b) && reaches(c, b, a);
}

bool overlaps_before(Comparer& c, const Ends& a, const Ends& b) {
  const bool begins_first = c.lows_less(a, b) || (c.lows_equal(a, b) && a.low_closed && !b.low_closed);
  const bool ends_first = c.highs_less(a, b) || (c.highs_equal(a, b) && (!a.high_closed || b.high_closed));
  return begins_first && reaches(c, a, b) && ends_first;
}

/// The ranges end together, and `a` does not begin before `b`; a point is the end itself.
bool finishes(Comparer& c, const Ends& a, const Ends& b) {
  if (a.is_point) return b.high_closed && c.highs_equal(a, b);
  return a.high_closed == b.high_closed && c.highs_equal(a, b) &&
         (c.lows_less(b, a) || (c.lows_equal(a, b) && (!a.low_closed || b.low_closed)));
}

bool starts(Comparer& c, const Ends& a, const Ends& b) {
  if (a.is_point) return b.low_closed && c.lows_equal(a, b);
  return a.low_closed == b.low_closed && c.lows_equal(a, b) &&
         (c.highs_less(a, b) || (c.highs_equal(a, b) && (!a.high_closed || b.high_closed)));
}

bool includes(Comparer& c, const Ends& a, const Ends& b) {
  const bool low = c.lows_less(a, b) || (c.lows_equal(a, b) && (a.low_closed || !b.low_closed));
  const bool high = c.highs_less(b, a) || (c.highs_equal(a, b) && (a.high_closed || !b.high_closed));
  return low && high;
}

bool coincides(Comparer& c, const Ends& a, const Ends& b) {
  return c.lows_equal(a, b) && c.highs_equal(a, b) && a.low_closed == b.low_closed &&
         a.high_closed == b.high_closed;
}

Ends ends_of(const Value& value) {
  if (!value.is(ValueKind::Range)) return {&value, &value, true, true, true};
  const zhilu::Range& range = value.as_range();
  return {range.low ? &*range.low : nullptr, range.high ? &*range.high : nullptr, range.low_closed,
          range.high_closed, false};
}

using Relation2 = bool (*)(Comparer&, const Ends&, const Ends&);

Value relate(FunctionCall& call, Relation2 relation, std::size_t first) {
  Comparer comparer;
  const bool holds = relation(comparer, ends_of(call[first]), ends_of(call[1 - first]));
  return comparer.failed() ? call.fail(1) : Value::boolean(holds);
}

template <Relation2 kRelation>
Value forward(FunctionCall& call) {
  return relate(call, kRelation, 0);
}
/// The converse: `after(a, b)` is `before(b, a)`.
template <Relation2 kRelation>
Value backward(FunctionCall& call) {
  return relate(call, kRelation, 1);
}

Value range(FunctionCall& call) {
  return parse_range_text(call.text(0), call.zones());
}

constexpr ParameterInfo kPoints[] = {{.name = "point1"}, {.name = "point2"}};
constexpr ParameterInfo kPointRange[] = {{.name = "point"}, {.name = "range", .type = T::Range}};
constexpr ParameterInfo kRangePoint[] = {{.name = "range", .type = T::Range}, {.name = "point"}};
constexpr ParameterInfo kRanges[] = {{.name = "range1", .type = T::Range},
                                     {.name = "range2", .type = T::Range}};
constexpr ParameterInfo kFrom[] = {{.name = "from", .type = T::String}};

constexpr SignatureInfo kAnyTwo[] = {
    {kRanges, T::Boolean}, {kPointRange, T::Boolean}, {kRangePoint, T::Boolean}, {kPoints, T::Boolean}};
constexpr SignatureInfo kTwoRanges[] = {{kRanges, T::Boolean}};
constexpr SignatureInfo kIntoRange[] = {{kRanges, T::Boolean}, {kPointRange, T::Boolean}};
constexpr SignatureInfo kOfRange[] = {{kRanges, T::Boolean}, {kRangePoint, T::Boolean}};
constexpr SignatureInfo kCoincides[] = {{kRanges, T::Boolean}, {kPoints, T::Boolean}};
constexpr SignatureInfo kRange[] = {{kFrom, T::Range}};

constexpr BuiltIn kFunctions[] = {
    {.name = "before",
     .signatures = kAnyTwo,
     .code = forward<before>,
     .zh = "前者完全在后者之前。",
     .en = "The first lies wholly before the second."},
    {.name = "after",
     .signatures = kAnyTwo,
     .code = backward<before>,
     .zh = "前者完全在后者之后。",
     .en = "The first lies wholly after the second."},
    {.name = "meets",
     .signatures = kTwoRanges,
     .code = forward<meets>,
     .zh = "前一区间的终点就是后一区间的起点。",
     .en = "The first ends where the second begins."},
    {.name = "met by",
     .signatures = kTwoRanges,
     .code = backward<meets>,
     .zh = "前一区间的起点就是后一区间的终点。",
     .en = "The first begins where the second ends."},
    {.name = "overlaps",
     .signatures = kTwoRanges,
     .code = forward<overlaps>,
     .zh = "两个区间有共同的部分。",
     .en = "The ranges have something in common."},
    {.name = "overlaps before",
     .signatures = kTwoRanges,
     .code = forward<overlaps_before>,
     .zh = "两个区间重叠，前者开始和结束都较早。",
     .en = "The ranges overlap, and the first begins and ends earlier."},
    {.name = "overlaps after",
     .signatures = kTwoRanges,
     .code = backward<overlaps_before>,
     .zh = "两个区间重叠，前者开始和结束都较晚。",
     .en = "The ranges overlap, and the first begins and ends later."},
    {.name = "finishes",
     .signatures = kIntoRange,
     .code = forward<finishes>,
     .zh = "前者是后者的末尾。",
     .en = "The first is the end of the second."},
    {.name = "finished by",
     .signatures = kOfRange,
     .code = backward<finishes>,
     .zh = "后者是前者的末尾。",
     .en = "The second is the end of the first."},
    {.name = "includes",
     .signatures = kOfRange,
     .code = forward<includes>,
     .zh = "后者全在前者之内。",
     .en = "The second lies within the first."},
    {.name = "during",
     .signatures = kIntoRange,
     .code = backward<includes>,
     .zh = "前者全在后者之内。",
     .en = "The first lies within the second."},
    {.name = "starts",
     .signatures = kIntoRange,
     .code = forward<starts>,
     .zh = "前者是后者的开头。",
     .en = "The first is the beginning of the second."},
    {.name = "started by",
     .signatures = kOfRange,
     .code = backward<starts>,
     .zh = "后者是前者的开头。",
     .en = "The second is the beginning of the first."},
    {.name = "coincides",
     .signatures = kCoincides,
     .code = forward<coincides>,
     .zh = "两者相同。",
     .en = "The two are the same."},
    {.name = "range",
     .signatures = kRange,
     .pure = false,
     .code = range,
     .zh = "由文本得到区间，如 \"[1..5)\"。",
     .en = "A range from a text such as \"[1..5)\"."},
};

}  // namespace

std::span<const BuiltIn> range_functions() {
  return kFunctions;
}

}  // namespace zhilu::expr

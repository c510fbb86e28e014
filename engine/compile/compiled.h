// SPDX-License-Identifier: MIT
// The compiled form of the knowledge: flat arrays over integer ids, made once and shared by all threads.
//
// Conditions of all graphs, steps, channels and tables are taken apart into predicates (one small test of one
// fact) that are shared wherever they occur, and circuits (and/or/not over predicates). What is known of a
// fact is a row of its slot: one of the classes of values that the predicates tell apart. From rows to the
// edges that are passed leads an index (Fan), so that a plan works for what is known and not for all that is
// written; docs/performance.md tells how and what it costs.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>

#include "engine/base/array.h"
#include "engine/base/str.h"
#include "engine/compile/circuit.h"
#include "engine/model/knowledge.h"
#include "engine/value/decimal.h"
#include "engine/value/truth.h"

namespace zhilu {

using FanId = Id<struct FanTag>;

/// Compressed rows: row i is items[begin[i] .. begin[i+1]).
template <class T>
struct Rows {
  Array<std::uint32_t> begin{0};
  Array<T> items;

  std::span<const T> operator[](std::size_t i) const {
    return {items.data() + begin[i], items.data() + begin[i + 1]};
  }
  std::size_t size() const { return begin.size() - 1; }
  void add(T item) { items.push_back(std::move(item)); }
  void end_row() { begin.push_back(static_cast<std::uint32_t>(items.size())); }
};

enum class SlotKind : std::uint8_t { Boolean, Choice, Member, Number, Text };

/// What can be known of a fact, for the predicates: a boolean, choice, number or text fact has one slot, a
/// choices fact one for each member that some predicate asks for.
///
/// Rows 0 .. rows-1 are classes of values that no predicate of the slot tells apart. Boolean and Member: 0
/// no, 1 yes. Choice: the option. Number: with cuts c0 < c1 < ..: 2i is between c(i-1) and ci, 2i+1 is ci.
/// Text: 0 any other, i the text i-1 of the slot.
struct Slot {
  /// Nothing is known; or a part, or that the fact does not apply: only the answer itself tells.
  static constexpr std::uint16_t kOpen = 0xffff;
  static constexpr std::uint16_t kPartial = 0xfffe;
  static constexpr std::uint32_t kMaxRows = 0xfff0;

  FactId fact;
  /// Compiled::derived_number of the fact, or kGiven where the person knows it.
  std::uint32_t derived = kGiven;
  static constexpr std::uint32_t kGiven = 0xffffffff;
  SlotKind kind = SlotKind::Boolean;
  /// Of a Member slot.
  std::uint8_t member = 0;
  /// Number: all cuts are whole numbers.
  bool whole = false;
  /// A candidate of some list has a literal of it.
  bool is_tested = false;
  std::uint32_t rows = 2;
  /// Its predicates, which are numbered slot by slot.
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  /// Number: cuts [cuts, cuts + cut_count) of Compiled::cuts and, if `whole`, of Compiled::whole_cuts.
  /// Text: texts [cuts, cuts + cut_count) of Compiled::texts, sorted.
  std::uint32_t cuts = 0;
  std::uint32_t cut_count = 0;
  /// Number, where the cuts are whole and near one another: the rows of the numbers from `map_first`, which
  /// is below all cuts, to `map_last`, which is above, are those from `map` on of Compiled::row_map.
  static constexpr std::uint32_t kNoMap = 0xffffffff;
  std::uint32_t map = kNoMap;
  std::uint32_t buckets = 0;
  std::uint32_t bucket_mask = 0;
  /// If it is tested: where its rows of literals begin in Compiled::row_literals, rows x 2 count.
  std::uint32_t literals = 0;
  std::int64_t map_first = 0;
  std::int64_t map_last = 0;
};

/// How a node is reached that is behind an outcome, for those who look for what opens it.
struct OpenerEdge {
  /// The place this edge comes from, and the rank of its step or NodePlace::kNoStep.
  std::uint32_t from = 0;
  std::uint32_t rank = 0;
  /// As those of InEdge.
  CircuitId circuit;
  OutcomeId outcome;
  EdgeKind kind = EdgeKind::Then;
  std::uint8_t unused[3] = {};  ///< Every byte is determined, see Maybe.
};

/// How a node can be reached.
struct InEdge {
  static constexpr std::uint32_t kRoot = 0xffffffff;
  /// The node this edge comes from, or kRoot: the graph is entered where `circuit` holds.
  std::uint32_t from = kRoot;
  EdgeKind kind = EdgeKind::Then;
  std::uint8_t unused[3] = {};  ///< Every byte is determined, see Maybe.
  /// Not set: always.
  CircuitId circuit;
  /// Of an Outcome edge.
  OutcomeId outcome;
  /// Index into Node::edges of `from`; of an edge into a sub-graph and of roots 0.
  std::uint32_t edge = 0;
};

/// The same edge seen from its start.
struct OutEdge {
  /// Index into Compiled::places, or, with kStep set, the rank of the step that the edge ends at: the step
  /// has this one node, and nothing follows it.
  std::uint32_t to = 0;
  static constexpr std::uint32_t kStep = 0x80000000;
  /// Not set: always.
  CircuitId circuit;
  EdgeKind kind = EdgeKind::Then;
  /// Of an edge in a fan: the circuit holds exactly if all of its literals do.
  bool plain = false;
  /// Of a plain edge: its slots are [slots, slots + slot_count) of Compiled::edge_slots. Of an edge that is
  /// taken alone: the facts of its circuit in Compiled::blank_circuits.
  std::uint16_t slot_count = 0;
  std::uint32_t slots = 0;

  /// Of an Outcome edge, which has neither.
  OutcomeId outcome() const { return OutcomeId{slots}; }
};

/// One column of the bit form of a fan: for a slot, the edges that read it, and for each of its rows the
/// edges it does not rule out; rows of `words` words in Compiled::fan_words.
struct FanColumn {
  SlotId slot;
  std::uint32_t reads = 0;
  std::uint32_t rows = 0;
};

/// An edge of the list form of a fan, with the literals that are to be tested besides the one it was found
/// by. Places not needed hold kAlways.
struct FanCandidate {
  /// The index of the edge in its fan; kTest says that the literals do not tell all.
  static constexpr std::uint32_t kTest = 0x80000000;
  std::uint32_t edge = 0;
  Literal literals[3];
};

/// Of the list form: for a slot, the lists of candidates by row. Lists [lists, lists + rows] of
/// Compiled::fan_lists; the first is that of a slot of which nothing or only a part is known.
struct FanTrigger {
  SlotId slot;
  std::uint32_t lists = 0;
};

/// The conditional edges of one node, indexed by what is known: as bits, or, where they are very many, as
/// lists by the value of one slot of each.
struct Fan {
  /// Edges [first, first + count) of Compiled::out_edges.
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  bool is_bits = true;
  /// All edges end at steps, and what the plain ones are missing is for the person to say: none has a derived
  /// slot.
  bool is_ends = false;
  /// Some of its columns or triggers are of a derived fact.
  bool reads_derived = false;
  std::uint8_t unused = 0;  ///< Every byte is determined, see Maybe.
  /// Bits: words of a row (a multiple of 8), and the columns. Lists: the triggers.
  std::uint32_t words = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  /// Bits: the row of edges whose circuit must be evaluated, and behind it that of all edges. Lists: the list
  /// of those without a trigger.
  std::uint32_t rest = 0;
  /// Of an end fan, which is one in bit form whose edges all end at steps: where its edges begin in a row of
  /// those of all end fans, in words.
  std::uint32_t end_words = kNoEndFan;
  static constexpr std::uint32_t kNoEndFan = 0xffffffff;
  bool is_end_fan() const { return end_words != kNoEndFan; }
};

/// An edge of an end fan, for the step that it ends at.
struct EndEdge {
  /// Its place in a row of the edges of all end fans.
  std::uint32_t bit = 0;
  /// Of a plain edge: its slots, as those of OutEdge; else none.
  std::uint32_t slots = 0;
  std::uint32_t slot_count = 0;
};

/// Where nodes stand in the walk, in topological order: a node, and those after it that are reached exactly
/// if it is. Two fill a line of the cache.
struct alignas(32) NodePlace {
  /// The rank of its step, or kNoStep.
  std::uint32_t rank = kNoStep;
  static constexpr std::uint32_t kNoStep = 0xffffffff;
  /// If some way here leads over the outcome of a step, the row in CompiledTables::openers of the nearest
  /// node on the only way back that several edges or an outcome lead to, which may be this one.
  std::uint32_t opener = kNoOpener;
  static constexpr std::uint32_t kNoOpener = 0xffffffff;
  static constexpr std::uint32_t kNowhere = 0xffffffff;
  /// The step has no other node and nothing follows it: edges lead to the step itself.
  bool is_end = false;
  std::uint8_t unused[3] = {};  ///< Every byte is determined, see Maybe.
  /// Edges [edges, fan_edges) of Compiled::out_edges are taken one by one, those behind them by the fan.
  /// Behind those from `tell_edges` on there is only advice, which counts only where it certainly is reached.
  std::uint32_t edges = 0;
  std::uint32_t tell_edges = 0;
  std::uint32_t fan_edges = 0;
  FanId fan;
  /// What its node tells, if it tells a precaution.
  PrecautionId advice;
};

/// What is to be known of a step to make a plan. Steps are ranked by urgency, phase and number: that is the
/// order of a plan in which every step has its usual urgency, no date, and nobody to wait for. One fills a
/// line of the cache.
struct alignas(64) StepFacts {
  StepId step;
  UrgencyId urgency;
  /// Its place depends on the matter: conditional urgency, or a limit to file within.
  bool floating = false;
  /// Outcomes of other steps may open it: some node of it is behind one.
  bool may_open = false;
  /// Its channel has limits; some to file within.
  bool has_limits = false;
  bool has_filing_limit = false;
  /// One of higher rank precedes it.
  bool is_late = false;
  std::uint8_t unused[3] = {};  ///< Every byte is determined, see Maybe.
  /// Where its lists in CompiledTables::neighbours begin, if it has them: of the steps that directly precede
  /// it, and of those that it precedes.
  std::uint32_t before = kNobody;
  std::uint32_t after = kNobody;
  static constexpr std::uint32_t kNobody = 0xffffffff;
  /// Marks the end of a list.
  static constexpr std::uint32_t kLast = 0x80000000;
  /// Holds where it may be done: not `unless`, and its channel accepts the matter and does not refuse it. Not
  /// set: always.
  CircuitId guard;
  /// Tells where it has been done. Not set: only events do.
  CircuitId done_when;
  ChannelId channel;
  PhaseId phase;
  /// Its nodes are [nodes, nodes + node_count) of CompiledTables::step_nodes; and the first of them.
  std::uint32_t nodes = 0;
  std::uint32_t node_count = 0;
  NodeId node;
  std::uint32_t place = 0;
  /// Of each evidence that it needs [needs, needs + need_count) of CompiledTables::needs.
  std::uint32_t needs = 0;
  std::uint32_t need_count = 0;

  /// Without events there is nothing to read of it.
  bool is_plain() const { return !guard.is_set() && !done_when.is_set(); }
};

/// A node of a step.
struct StepNode {
  NodeId node;
  /// Index into CompiledTables::places.
  std::uint32_t place = 0;
};

/// What dates are reckoned from of a limit of a channel.
struct LimitFacts {
  LimitKind kind = LimitKind::Reply;
  LimitStart from = LimitStart::Submitted;
  std::uint8_t unused[2] = {};  ///< Every byte is determined, see Maybe.
  /// Not set: always.
  CircuitId when;
  Period within;
};

/// What is to be known of an outcome, apart from events.
struct OutcomeFacts {
  /// The options of tried_result that mean it, as a mask.
  std::uint64_t results = 0;
  bool after_limit = false;
  /// A refusal is one of the events that mean it.
  bool is_refusal = false;
  std::uint8_t unused[6] = {};  ///< Every byte is determined, see Maybe.
};

/// A fact that gets its value from the knowledge: a default, or an output of a decision table.
struct Derivation {
  FactId fact;    ///< Of a fallback.
  TableId table;  ///< Of a table: all its outputs at once.
};

/// What an expression comes to where nothing is known of the facts it reads then, which is how most facts of
/// large knowledge are.
struct Blank {
  /// None: it depends on more than facts, or comes to something else; it must be evaluated. Open: it is
  /// missing facts.
  enum class Kind : std::uint8_t { None, False, True, Null, Open };
  Kind kind = Kind::None;
  /// Of Compiled::blank_facts from `begin` on: the facts it reads, and behind them those it is missing.
  std::uint8_t reads = 0;
  std::uint8_t missing = 0;
  std::uint8_t unused = 0;  ///< Every byte is determined, see Maybe.
  std::uint32_t begin = 0;
  static constexpr std::size_t kMost = 0xff;

  Truth truth() const {
    return kind == Kind::True ? Truth::True : kind == Kind::False ? Truth::False : Truth::Unknown;
  }
};

/// What compiling makes; lies in a compiled knowledge file as it is.
struct CompiledTables {
  /// Those of a slot together, slot after slot, then the general ones.
  Array<Predicate> predicates;
  Rows<CircuitOp> circuits;
  std::uint32_t general = 0;  ///< The first general predicate.

  /// By SlotKind, those of Boolean and Choice together first; slots_until[k] is the end of kind k, with that
  /// of Choice also at Boolean.
  Array<Slot> slots;
  std::array<std::uint32_t, 5> slots_until{};
  /// Those of a kind that fans read come first: of kind k up to slots_read_until[k], that of Boolean as
  /// above.
  std::array<std::uint32_t, 5> slots_read_until{};
  bool is_read(SlotId slot) const {
    return slot.value < slots_read_until[static_cast<std::size_t>(slots[slot.value].kind)];
  }
  Rows<SlotId> slots_of_fact;
  Array<Decimal> cuts;
  Array<std::int64_t> whole_cuts;
  Array<std::uint16_t> row_map;
  Array<Str> texts;
  /// Of Text slots, [buckets, buckets + bucket_mask + 1): the row of the text whose hash falls there or
  /// before.
  Array<std::uint16_t> text_buckets;
  Rows<std::uint32_t> text_sets;  ///< Of TextIn predicates: indices into `texts`, ascending.
  /// Of the slots that are tested: Literal::bits of each literal, by code.
  Array<std::uint8_t> row_literals;

  /// In an order in which each reads only facts settled before it.
  Array<Derivation> derivations;
  /// Facts that have a default and are not derived otherwise, ascending.
  Array<FactId> fallback_facts;
  /// By fact: the number of a derived fact among them, else Slot::kGiven.
  Array<std::uint32_t> derived_number;
  std::uint32_t derived_count = 0;

  /// By general predicate, counted from the first; and by derivation, of those that are defaults.
  Array<Blank> general_blanks;
  Array<Blank> default_blanks;
  Array<FactId> blank_facts;
  /// By circuit: the facts it reads, ascending, if it is unknown for want of all of them where nothing is
  /// known of any; else none.
  Rows<FactId> blank_circuits;
  /// By decision table: the facts it reads, ascending, if what it gives where nothing is known of any depends
  /// on nothing else; else none.
  Rows<FactId> blank_tables;

  /// All nodes, each after every node that leads to it; the place before them, number 0, is the root that
  /// leads to every graph.
  Array<NodePlace> places;
  /// By node; NodePlace::kNowhere where neither a step nor advice lies there or behind.
  Array<std::uint32_t> place_of;
  Array<OutEdge> out_edges;
  Array<SlotId> edge_slots;
  /// By edge: the rank of the step that it ends at, if it does.
  Array<std::uint32_t> end_ranks;
  Array<Fan> fans;
  Array<FanColumn> fan_columns;
  Array<FanTrigger> fan_triggers;
  Array<std::uint64_t> fan_words;
  Rows<FanCandidate> fan_lists;
  /// By fact: all it decides is which edges of end fans are passed.
  Array<std::uint8_t> only_in_fans;
  /// Words of a row of the edges of all end fans; and by rank, those that end at the step.
  std::uint32_t end_words = 0;
  Rows<EndEdge> end_edges;
  std::uint32_t most_fan_edges = 0;
  std::uint32_t most_fan_columns = 0;

  Array<StepFacts> step_facts;   ///< By rank.
  Array<std::uint32_t> rank_of;  ///< By step.
  /// Precautions with a condition of their own, ascending.
  Array<PrecautionId> conditional_precautions;
  Rows<InEdge> in_edges;  ///< By node.
  /// The edges into nodes that NodePlace::opener names, but for those from the root.
  Rows<OpenerEdge> openers;
  Array<StepNode> step_nodes;  ///< Step by step, see StepFacts.
  /// Of each step the ranks of those that directly precede it where both are in a plan, or that it precedes;
  /// see StepFacts.
  Array<std::uint32_t> neighbours;
  Rows<LimitFacts> limits;  ///< By channel.
  Array<OutcomeFacts> outcomes;
  Rows<UrgencyRule> urgencies;  ///< By step that is floating.
  /// Of each evidence that a step needs the circuit that tells whether it is there, if one does; step by
  /// step, see StepFacts.
  Array<CircuitId> needs;

  /// Of a step, or of that of a rank.
  std::span<const StepNode> nodes_of(StepId step) const { return nodes_of(rank_of[step.value]); }
  std::span<const StepNode> nodes_of(std::uint32_t rank) const {
    const StepFacts& facts = step_facts[rank];
    return {step_nodes.data() + facts.nodes, facts.node_count};
  }
  std::span<const CircuitId> needs_of(std::uint32_t rank) const {
    const StepFacts& facts = step_facts[rank];
    return {needs.data() + facts.needs, facts.need_count};
  }
};

struct Compiled : CompiledTables {
  std::shared_ptr<const Knowledge> knowledge;
};

}  // namespace zhilu

// SPDX-License-Identifier: MIT
// Problems found in knowledge, expressions or requests: collected, never thrown.
//
// A kind of problem is a constant of the folder that finds it (engine/expr/diagnostics.h, ...): its code, how
// grave it is, and its sentence in Chinese and English with {0}, {1} for the arguments. A Diagnostic is one
// occurrence: kind, place, arguments, further places, and a fix where one is known.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.h"

namespace zhilu {

enum class Grade { Error, Warning, Note };

/// Languages that diagnostics are printed in.
enum class Tongue { Chinese, English };

/// A kind of problem. `code` is stable and documented in docs/diagnostics.md.
struct DiagnosticKind {
  std::string_view code;
  Grade grade = Grade::Error;
  std::string_view zh;
  std::string_view en;
};

/// A further place that belongs to a problem ("first defined here").
struct DiagnosticNote {
  const DiagnosticKind* kind = nullptr;
  Span span;
  std::vector<std::string> args;
};

/// What to write instead. `replacement` stands for the bytes of the diagnostic's span.
struct Fix {
  std::string replacement;
};

struct Diagnostic {
  const DiagnosticKind* kind = nullptr;
  Span span;
  std::vector<std::string> args;
  std::vector<DiagnosticNote> notes;
  std::optional<Fix> fix;
};

/// A list of problems, in the order found. Cheap to pass down; nobody who only adds needs to look.
class Diagnostics {
 public:
  /// Adds a problem and gives it back, so that notes or a fix can be put on.
  Diagnostic& add(const DiagnosticKind& kind, Span span, std::vector<std::string> args = {});

  /// Sorts by file and place and drops repetitions (same kind, place and arguments).
  void sort_and_unique();

  bool has_errors() const;
  std::size_t count(Grade grade) const;
  bool empty() const { return items_.empty(); }
  const std::vector<Diagnostic>& items() const { return items_; }

  /// Moves all problems of `other` to the end of this list.
  void take(Diagnostics&& other);

 private:
  std::vector<Diagnostic> items_;
};

/// The sentence of a diagnostic or note with its arguments filled in.
std::string message_text(const DiagnosticKind& kind, const std::vector<std::string>& args, Tongue tongue);

/// One diagnostic as text, ending in a line feed:
///
///     topics/fraud/graph.yaml:7:11: error: there is no step 'cal_110' [unknown-step]
///        7 |   call: { step: cal_110 }
///          |                 ^^^^^^^
///          = did you mean 'call_110'?
///
/// The caret underlines the whole span, Chinese characters counting two columns.
std::string render(const Diagnostic& diagnostic, const SourceMap& sources, Tongue tongue);

/// All of them, one after the other.
std::string render(const Diagnostics& diagnostics, const SourceMap& sources, Tongue tongue);

}  // namespace zhilu

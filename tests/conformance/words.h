// SPDX-License-Identifier: MIT
// What the texts of a record say of its names: which are declared, which functions are used on texts.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "tests/conformance/encoding.h"

namespace zhilu::conformance {

/// Letters and digits replaced by Chinese characters, in the same order.
std::string in_chinese(std::string_view text);

/// What a record says of its names, gathered from its data and from the trees of its texts.
struct Words {
  /// Everything that is declared: inputs, definitions, entries, parameters, variables.
  std::set<std::string> names;
  std::set<std::string> types;
  std::set<std::string> functions;
  bool writes_text = false;
  /// Names of entries become part of a text: `string({a: 1})`.
  bool writes_names = false;

  /// A function or property that reads texts as something else, or writes them; empty if none is used.
  std::string reader() const;
  /// True if texts become names of entries, or names texts.
  bool names_entries() const;
  /// `key` and `value` are the names of the entries that get entries() gives and context() takes.
  bool is_fixed(std::string_view name) const;

  // In Chinese where they are the record's own.
  std::string name(const std::string& name) const { return is_fixed(name) ? name : in_chinese(name); }
  std::string type(const std::string& name) const { return types.contains(name) ? in_chinese(name) : name; }
};

/// Gathers them from the record's data and from the trees of all its texts.
Words words_of(const Json& record);

/// Where a function of regular expressions has its flags among its arguments; 0 if it takes none.
std::size_t place_of_flags(std::string_view function);

}  // namespace zhilu::conformance

// SPDX-License-Identifier: MIT
// Names of several words or with operators in them ("损失 金额", "date and time", "年-龄"), for longest
// match.
//
// A name of one word needs no entry: the parser takes any word for a name, and the checker says whether there
// is such a one.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zhilu::expr {

/// A name with its blanks in canonical form: one where some were written between two tokens, none elsewhere.
std::string normalize_name(std::string_view name);

class NameSet {
 public:
  /// A name and the texts of its tokens.
  struct Phrase {
    std::string name;
    std::vector<std::string> parts;
  };

  /// The name and its tokens.
  static Phrase split(std::string_view name);

  /// Adds a name; does nothing if it is a single word.
  void add(std::string_view name);
  void add(Phrase phrase);

  /// The names whose first token is `first`, longest first; null if there are none. Blanks between tokens do
  /// not matter when a name is looked for.
  const std::vector<Phrase>* starting_with(std::string_view first) const;

 private:
  std::map<std::string, std::vector<Phrase>, std::less<>> by_first_;
};

/// What the parser must know of names that are not single words.
struct KnownNames {
  NameSet variables;
  /// Entries of contexts, which may follow a dot or stand in a filter.
  NameSet fields;
};

}  // namespace zhilu::expr

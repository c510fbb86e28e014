// SPDX-License-Identifier: MIT
// A YAML file as a tree in which every node knows its place. For knowledge, its tests, and facts from
// callers.
//
// Only the part of YAML that knowledge uses is read; whatever else is refused by name (yaml_diagnostics.h),
// never guessed. Scalars are text: what they mean is for the reader of the tree to say, so that `no`, `017`
// and `1:30` stay what they are. This room is the only one that sees YAML, and yaml.cc the only file that
// sees yaml-cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/source.h"
#include "engine/load/yaml_scalar.h"

namespace zhilu::yaml {

struct Entry;

struct Node {
  /// Null: nothing is written. The word `null` is a scalar.
  enum class Kind : std::uint8_t { Null, Scalar, List, Map };
  Kind kind = Kind::Null;
  /// Of a scalar.
  Style style = Style::Plain;
  /// From the first to behind the last byte; of quoted scalars and brackets with them, of a null an empty
  /// place.
  Span span;
  /// Of block scalars: bytes of indentation.
  std::uint32_t indent = 0;
  /// Of a scalar: its text, unescaped and unfolded.
  std::string text;
  std::vector<Node> items;     ///< Of a list.
  std::vector<Entry> entries;  ///< Of a map, in written order; keys are scalars and differ.

  bool is_null() const { return kind == Kind::Null; }
  bool is_scalar() const { return kind == Kind::Scalar; }
  bool is_list() const { return kind == Kind::List; }
  bool is_map() const { return kind == Kind::Map; }
  /// The value under `key`; null pointer if there is none.
  const Node* find(std::string_view key) const;
};

struct Entry {
  Node key;
  Node value;
};

/// Of a key. Names go into the keys of many texts; YAML itself allows so many characters.
inline constexpr std::size_t kMaxKeyBytes = 1024;

/// How much may be read. One value is passed along when several files are read.
struct Budget {
  int depth = 64;
  std::size_t keys_of_a_map = 20'000;
  /// Keys and values of all files together, and how many of them have been read.
  std::size_t nodes = 500'000;
  std::size_t nodes_read = 0;
};

/// The tree of file `file`. Empty if anything is wrong with the file: all of it is in `diagnostics`.
/// An empty file gives a null node.
std::optional<Node> parse(FileId file, const SourceMap& sources, Budget& budget, Diagnostics& diagnostics);

/// Where the bytes of a scalar's text stand in its file. REQUIRES: `scalar` is a scalar of that file.
TextOrigin origin_of(const Node& scalar, const SourceMap& sources);

}  // namespace zhilu::yaml

// SPDX-License-Identifier: MIT
// What a caller says about a matter, before it is checked: a small tree that JSON, YAML and `fact=value` all
// become.
//
// Use it to hand facts and events to matter_reader.h. It knows neither format; every part keeps its place, so
// that a mistake is reported where it stands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.h"

namespace zhilu {

/// One value. `text` is the scalar as written: numbers keep all their digits.
struct InputValue {
  /// Plain is a scalar without a type of its own (an unquoted YAML scalar, a value of `--set`): what it means
  /// is decided by the fact it is given to. The others have the type that was written.
  enum class Kind : std::uint8_t { Null, Boolean, Number, String, Plain, List, Map };

  /// A key of a map and its place.
  struct Key {
    std::string name;
    Span span;
  };

  Kind kind = Kind::Null;
  Span span;
  std::string text;
  /// Of a List: its items. Of a Map: its values, keys[i] naming items[i].
  std::vector<InputValue> items;
  std::vector<Key> keys;

  /// The value of key `name` of a map; null if it has none, or this is not a map.
  const InputValue* find(std::string_view name) const {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i].name == name) return &items[i];
    }
    return nullptr;
  }
};

}  // namespace zhilu

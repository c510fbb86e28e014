// SPDX-License-Identifier: MIT
// Where copies of Str and Array (str.h, array.h) go on this thread: to the heap, into an arena, or nowhere.
//
// An arena is one piece of memory that is filled from its beginning. What is copied while `Placing` is in
// force lies in it as a whole, and refers to its parts by their distance: so the arena's bytes can be written
// to a file, and mapped anywhere, and are the same things there. That is how a compiled knowledge file
// (engine/knowledge_file.h) is made, without a line of code for each type.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <unordered_map>

#include "engine/base/mapped_file.h"

namespace zhilu {

/// Not for several threads at once.
class Arena {
 public:
  Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// `bytes` zeroed bytes. Throws std::bad_alloc where the arena is full.
  void* allocate(std::size_t bytes, std::size_t alignment);

  /// The bytes of `text` in the arena; the same text gives the same place.
  const char* keep(std::string_view text);

  /// A copy of `value` with all its parts in the arena.
  template <class T>
  const T* place(const T& value);

  /// All that was placed, from the first byte on.
  std::span<const std::byte> bytes() const { return {memory_.data(), used_}; }

 private:
  Reservation memory_;
  std::size_t used_ = 0;
  std::unordered_map<std::string_view, const char*> kept_;
};

/// How this thread copies.
struct Copying {
  /// Not null: copies are placed here.
  Arena* arena = nullptr;
  /// True: a copy of what is placed refers to the same memory, and is good only as long as that is.
  bool referring = false;
};

inline constinit thread_local Copying copying;

/// While it lives, this thread's copies of Str and Array are placed in an arena.
class Placing {
 public:
  explicit Placing(Arena& arena) : before_(copying) { copying = {.arena = &arena}; }
  Placing(const Placing&) = delete;
  Placing& operator=(const Placing&) = delete;
  ~Placing() { copying = before_; }

 private:
  Copying before_;
};

/// While it lives, this thread's copies of Str and Array refer to what they are copies of.
class Referring {
 public:
  Referring() : before_(copying) { copying = {.referring = true}; }
  Referring(const Referring&) = delete;
  Referring& operator=(const Referring&) = delete;
  ~Referring() { copying = before_; }

 private:
  Copying before_;
};

template <class T>
const T* Arena::place(const T& value) {
  const Placing placing(*this);
  return new (allocate(sizeof(T), alignof(T))) T(value);
}

/// A member that is no part of what it stands in: a copy of it that is placed is as good as new.
template <class T>
class Unplaced : public T {
 public:
  using T::T;
  Unplaced() = default;
  Unplaced(const T& value) : T(value) {}        // NOLINT(google-explicit-constructor): it is a T.
  Unplaced(T&& value) : T(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Unplaced(const Unplaced& other) : T(copying.arena != nullptr ? T() : static_cast<const T&>(other)) {}
  Unplaced(Unplaced&&) noexcept = default;
  Unplaced& operator=(const Unplaced&) = default;
  Unplaced& operator=(Unplaced&&) noexcept = default;
  ~Unplaced() = default;
};

}  // namespace zhilu

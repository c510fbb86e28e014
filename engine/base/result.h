// SPDX-License-Identifier: MIT
// Result<T>: what comes back where the world can fail (a file, a database, a socket), and nowhere else.
//
// Problems in knowledge or in what a person wrote are Diagnostics; a fact that is not known is a Value.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace zhilu {

/// Why the world did not do what was asked: a sentence for the user, without a full stop.
struct Error {
  std::string message;
};

// An alias, so that the later change to std::expected is this line.
template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string message) {
  return tl::unexpected(Error{std::move(message)});
}

}  // namespace zhilu

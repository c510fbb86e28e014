// SPDX-License-Identifier: MIT
// Knowledge bases for tests: a few facts and words made by hand, or the words of the real one.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/locale/fold.h"
#include "engine/model/knowledge.h"

namespace zhilu::understand_test {

/// The one folder of all tests; it takes a few milliseconds to make.
const Folder& folder();

/// Folded characters of a text.
std::u32string folded(std::string_view text);

std::string to_utf8(std::u32string_view text);

/// The facts that reading knows by name, with the options of the design, and no words.
Knowledge small_knowledge();

/// Adds a word; `option` by name.
Word& add_word(Knowledge& knowledge, std::string_view fact, std::string_view option, std::string phrase);

/// The knowledge base of the project, loaded once. Null, with a failed check, if it has errors.
std::shared_ptr<const Knowledge> real_knowledge();

}  // namespace zhilu::understand_test

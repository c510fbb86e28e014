// SPDX-License-Identifier: MIT
#include "engine/render/wording.h"

#include "engine/render/fact_text.h"

namespace zhilu {

std::string_view Wording::note(const Words::Written& written) const {
  fell_back_ = fell_back_ || written.fell_back;
  return written.text;
}

std::string_view Wording::text(const Text& text) const {
  const auto argument = [this](std::string_view name) -> Argument {
    const FactId fact = knowledge().find_fact(name);
    if (fact.is_set()) return fact_argument(*this, fact);
    if (name == "today") return today_;
    return phrase(Phrase::Unknown, {{"fact", name}});
  };
  return note(words_.text(text, language_, argument, pool_));
}

std::string_view Wording::title(const Text& text) const {
  return note(words_.text(
      text, language_, [](std::string_view name) { return Argument(name); }, pool_));
}

}  // namespace zhilu

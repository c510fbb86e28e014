// SPDX-License-Identifier: MIT
// A text of the knowledge in the author's language, not yet formatted, and its translations.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/base/source.h"

namespace zhilu {

/// A text as the author wrote it (simplified Chinese). It may hold ICU MessageFormat placeholders of facts.
struct Text {
  std::string source;
  /// Stable name for translations: `steps.report_police.title`. The n-th item of a list ends in `.n`, from 0.
  std::string key;
  Span span;

  bool empty() const { return source.empty(); }
};

/// Translations of one language tag by key: `en` holds whole texts, `zh-Hant` corrections of the derived
/// ones.
using Translations = std::map<std::string, std::string, std::less<>>;

}  // namespace zhilu

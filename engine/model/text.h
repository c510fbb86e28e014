// SPDX-License-Identifier: MIT
// A text of the knowledge in the author's language, not yet formatted, and its translations.
#pragma once

#include "engine/base/name_map.h"
#include "engine/base/source.h"
#include "engine/base/str.h"

namespace zhilu {

/// A text as the author wrote it (simplified Chinese). It may hold ICU MessageFormat placeholders of facts.
struct Text {
  Str source;
  /// Stable name for translations: `steps.report_police.title`. The n-th item of a list ends in `.n`, from 0.
  Str key;
  Span span;

  bool empty() const { return source.empty(); }
};

/// Translations of one language tag by key: `en` holds whole texts, `zh-Hant` corrections of the derived
/// ones.
using Translations = NameMap<Str>;

}  // namespace zhilu

// SPDX-License-Identifier: MIT
// Traditional Chinese derived from simplified.
//
// The derivation is ICU's Hans-Hant, which knows many words besides characters (头发 is 頭髮, 开发 is 開發),
// followed by corrections of words that it gets wrong or writes unusually. What is still wrong in one text of
// the knowledge is corrected there, by the key of the text (knowledge/text/zh-Hant/).
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace zhilu {

/// Converts simplified to traditional Chinese. Costly to make (20 ms) and meant to be shared: all threads may
/// convert with one object at the same time.
class TraditionalScript {
 public:
  TraditionalScript();
  ~TraditionalScript();
  TraditionalScript(const TraditionalScript&) = delete;
  TraditionalScript& operator=(const TraditionalScript&) = delete;

  /// The text in traditional characters; anything that is not Chinese stays as it is. Malformed UTF-8 becomes
  /// U+FFFD. About 2 MB/s.
  std::string convert(std::string_view simplified) const;

  /// False where ICU was installed without its data; convert() then gives texts back unchanged.
  bool is_available() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace zhilu

// SPDX-License-Identifier: MIT
#include "engine/base/spelling.h"

#include <algorithm>
#include <vector>

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

/// Longer names are not compared: they are no slips of the keyboard, and comparing takes the square of the
/// length.
constexpr std::size_t kMaxBytes = 200;

std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    out.push_back(c.value);
    at += c.size;
  }
  return out;
}

// Optimal string alignment over three rows of the usual table.
std::size_t distance(const std::vector<char32_t>& a, const std::vector<char32_t>& b, std::size_t limit) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit) return limit + 1;

  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t best = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
      best = std::min(best, row[j]);
    }
    // A swap reaches back two rows, so both must be beyond the limit before giving up.
    if (best > limit && *std::min_element(last.begin(), last.end()) > limit) return limit + 1;
    before_last.swap(last);
    last.swap(row);
  }
  return std::min(last[b.size()], limit + 1);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  return distance(characters(a), characters(b), limit);
}

std::optional<std::string> find_nearest(std::string_view name, std::span<const std::string> candidates) {
  if (name.size() > kMaxBytes) return std::nullopt;
  const std::vector<char32_t> wanted = characters(name);
  const std::size_t limit = (wanted.size() + 1) / 3;
  std::size_t best = limit + 1;
  const std::string* nearest = nullptr;
  for (const std::string& candidate : candidates) {
    if (best == 0) break;
    if (candidate.size() > kMaxBytes) continue;
    const std::size_t length = count_characters(candidate);
    const std::size_t difference = length > wanted.size() ? length - wanted.size() : wanted.size() - length;
    if (difference >= best) continue;
    const std::size_t edits = distance(wanted, characters(candidate), best - 1);
    if (edits < best) {
      best = edits;
      nearest = &candidate;
    }
  }
  if (nearest == nullptr) return std::nullopt;
  return *nearest;
}

}  // namespace zhilu

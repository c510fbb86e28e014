// SPDX-License-Identifier: MIT
// What has come of complaints, where a text tells it: 12315上周受理了, 派出所不予立案.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/matter.h"
#include "engine/understand/chinese_date.h"
#include "engine/understand/stance.h"

namespace zhilu {

/// A channel that is named at a place of the text.
struct ChannelMention {
  ChannelId channel;
  std::uint32_t at = 0;  ///< Character.
  bool done = false;     ///< The person tells of having turned to it.
};

/// Appends the events of a text. An outcome belongs to the channel named last before it in its sentence; its
/// day is the one told in its clause, or in the clause that names the channel. `mentions` and `dates` in the
/// order of the text.
void find_events(const TextContext& context, std::span<const ChannelMention> mentions,
                 std::span<const DateText> dates, std::vector<Event>& out);

}  // namespace zhilu

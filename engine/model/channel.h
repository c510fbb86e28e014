// SPDX-License-Identifier: MIT
// A channel: to whom a person can turn, what is taken and refused there, and within which limits.
#pragma once

#include <cstdint>

#include "engine/base/array.h"
#include "engine/base/str.h"
#include "engine/model/ids.h"
#include "engine/model/source_ref.h"
#include "engine/model/text.h"
#include "engine/value/calendar.h"

namespace zhilu {

/// What kind of help a channel can give; a guarantee may ask that a path pass an official one.
enum class ChannelKind : std::uint8_t {
  Provider,   ///< The other side itself: customer service, a complaint centre.
  Regulator,  ///< An authority, or an institution acting for one.
  Police,
  Court,
  Society,  ///< A consumer or industry association.
  Public,   ///< The public: social media, press.
  Self,     ///< The person's own means: a bank app, a password change.
};

/// A condition under which the channel turns the matter away.
struct Refusal {
  ConditionId when;
  Text because;
  SourceRefs sources;
};

enum class LimitKind : std::uint8_t {
  File,    ///< The person must act before it ends.
  Accept,  ///< The channel says whether it takes the matter.
  Reply,   ///< The channel answers or finishes.
};

/// From when a limit runs.
enum class LimitStart : std::uint8_t {
  Knew,       ///< The person knew or should have known of the harm.
  Submitted,  ///< The matter was handed in.
  Accepted,   ///< It was accepted.
  Decided,    ///< The decision that opens this way was received.
};

struct Limit {
  LimitKind kind = LimitKind::Reply;
  Period within;
  LimitStart from = LimitStart::Submitted;
  /// Empty: always; otherwise the limit holds where the condition does.
  ConditionId when;
  Text note;
  SourceRefs sources;
};

struct Contact {
  Text phone;
  Text site;
  Text app;
  Text place;
  Text hours;
};

struct Channel {
  Str id;
  ChannelKind kind = ChannelKind::Provider;
  Text title;
  /// What it takes, as a sentence, and what it cannot do.
  Text takes;
  Text cannot;
  Contact contact;
  /// True where a report is a lead only: no personal remedy, no duty to answer.
  bool lead_only = false;
  /// Not set: accepts all that it does not refuse.
  ConditionId accepts;
  Text accepts_because;
  Array<Refusal> refuses;
  Array<EvidenceId> needs;
  Array<PrecautionId> warnings;
  Array<Limit> limits;
  SourceRefs sources;
  Span span;
};

}  // namespace zhilu

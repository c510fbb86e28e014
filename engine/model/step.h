// SPDX-License-Identifier: MIT
// Steps, and what stands beside them: evidence, precautions, letters.
#pragma once

#include "engine/base/array.h"
#include "engine/base/str.h"
#include "engine/model/ids.h"
#include "engine/model/source_ref.h"
#include "engine/model/text.h"

namespace zhilu {

/// An item worth securing, how, and with which care.
struct Evidence {
  Str id;
  Text title;
  Text how;
  Text care;
  /// True: the person has it. Not set where no fact tells.
  ConditionId have_when;
  SourceRefs sources;
  TopicId topic;
  Span span;
};

/// A warning bound to a step, a channel or the whole plan.
struct Precaution {
  Str id;
  Text text;
  /// Where set and true, the warning stands over the whole plan.
  ConditionId plan_when;
  SourceRefs sources;
  TopicId topic;
  Span span;
};

struct Letter {
  Str id;
  Text title;
  /// What it is for and to whom it goes.
  Text use;
  Text body;
  SourceRefs sources;
  TopicId topic;
  Span span;
};

/// One rule of a conditional urgency; `when` not set holds always.
struct UrgencyRule {
  ConditionId when;
  UrgencyId urgency;
};

struct Step {
  Str id;
  Text title;
  Array<Text> how;
  Text why;
  /// The first rule that certainly holds decides; the last one has no condition.
  Array<UrgencyRule> urgency;
  PhaseId phase;
  ChannelId channel;
  Array<EvidenceId> needs;
  Array<PrecautionId> precautions;
  LetterId letter;
  /// What can come of it; `on` edges may use these only.
  Array<OutcomeId> outcomes;
  /// Steps that come before this one where a plan has both; no way leads from them to this one for it.
  Array<StepId> after;
  ConditionId unless;
  /// Tells from the facts (usually `tried`) that the step was done.
  ConditionId done_when;
  SourceRefs sources;
  TopicId topic;
  Span span;
};

}  // namespace zhilu

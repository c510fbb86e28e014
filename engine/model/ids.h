// SPDX-License-Identifier: MIT
// The kinds of things that knowledge consists of, as ids into the vectors of Knowledge.
#pragma once

#include "engine/base/id.h"
#include "engine/value/fact_set.h"

namespace zhilu {

using TopicId = Id<struct TopicTag>;
using GraphId = Id<struct GraphTag>;
using NodeId = Id<struct NodeTag>;
using StepId = Id<struct StepTag>;
using ChannelId = Id<struct ChannelTag>;
using EvidenceId = Id<struct EvidenceTag>;
using PrecautionId = Id<struct PrecautionTag>;
using LetterId = Id<struct LetterTag>;
using SourceId = Id<struct SourceTag>;
using TableId = Id<struct TableTag>;
using ConditionId = Id<struct ConditionTag>;
using OutcomeId = Id<struct OutcomeTag>;
using PhaseId = Id<struct PhaseTag>;
/// Position in the severity scale, 0 being the gravest.
using SeverityId = Id<struct SeverityTag>;
/// Position in the urgency scale, 0 being the most urgent.
using UrgencyId = Id<struct UrgencyTag>;

}  // namespace zhilu

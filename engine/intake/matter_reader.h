// SPDX-License-Identifier: MIT
// From input to a matter: the one place where facts and events that a caller gives are checked.
//
// The command line, JSON requests, YAML fact files and the scenarios of tests.yaml all come through here, so
// that a value is written in the same way everywhere:
//
//     issues: [fraud, privacy_leak]      these hold, the others are not known (`-police` in a list: does not
//     hold) issues: { only: [fraud] }          these and no others tried: { yes: [platform_complaint], no:
//     [police] } platform: wallet_payment           `{ yes: [a, b] }`: one of these; `{ no: [c] }`: not these
//     loss_amount: 3000                  or { min: 2000, max: 5000 }, either may be left out
//     any fact: unsure | inapplicable
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/intake/input.h"
#include "engine/model/matter.h"

namespace zhilu {

/// Longest text fact and longest text of a request, in bytes.
inline constexpr std::size_t kMaxTextFact = 4096;
inline constexpr std::size_t kMaxRequestText = 65536;

/// What a request may hold. `facts` and `events` are in `matter`.
struct MatterRequest {
  explicit MatterRequest(const Knowledge& knowledge) : matter(knowledge) {}

  Matter matter;
  std::optional<std::string> text;
  std::optional<Date> today;
};

/// Reads a request: a map with any of `facts`, `events`, `text`, `today`. A map with none of these keys is
/// taken for the facts themselves, so that a file of facts needs no frame.
///
/// Goes on behind a mistake; what was right is in the result. Facts that are not mentioned, or null, stay
/// unasked.
MatterRequest read_request(const InputValue& input, const Knowledge& knowledge, Diagnostics& out);

/// Reads a map from fact to value into `matter`. A fact that `matter` already knows is replaced.
void read_facts(const InputValue& input, const Knowledge& knowledge, Matter& matter, Diagnostics& out);

/// Reads a list of `{step or channel, what, on, number}` and adds the events to `matter`.
void read_events(const InputValue& input, const Knowledge& knowledge, Matter& matter, Diagnostics& out);

/// Reads one value into `matter[fact]`. False, with diagnostics and the old answer kept, if it is not a value
/// of that fact.
bool read_fact(const InputValue& input, FactId fact, const Knowledge& knowledge, Matter& matter,
               Diagnostics& out);

/// Turns `fact=value` into a map with one key, each part with its place:
/// `issues=fraud,privacy_leak` (a list), `tried=-police` (a denial), `issues=only:fraud`,
/// `loss_amount=2000..5000` (bounds, either may be empty), `emergency=unsure`. `origin` is the span of the
/// whole text in its file. Empty, with a diagnostic, where there is no `=` or no name before it.
std::optional<InputValue> parse_setting(std::string_view text, Span origin, const Knowledge& knowledge,
                                        Diagnostics& out);

}  // namespace zhilu

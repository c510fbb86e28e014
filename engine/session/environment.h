// SPDX-License-Identifier: MIT
// The facts of a matter as the expression language sees them.
#pragma once

#include <vector>

#include "engine/expr/vm.h"
#include "engine/model/matter.h"

namespace zhilu {

/// An answer as a value: what is known in part becomes a value known in part, what is not known an Unknown
/// that names the fact, what does not apply null.
Value to_value(const Knowledge& knowledge, FactId fact, const Answer& answer);

/// A value as an answer of `fact`: null becomes inapplicable, an open value as much of it as an answer can
/// hold, a value of another type unasked.
Answer to_answer(const Knowledge& knowledge, FactId fact, const Value& value, Origin origin);

/// The environment of one matter as of a date. REQUIRES: everything given outlives it.
class MatterEnvironment : public expr::Environment {
 public:
  MatterEnvironment(const Knowledge& knowledge, const std::vector<const Answer*>& answers,
                    const std::vector<Event>& events, Date as_of)
      : knowledge_(knowledge), answers_(answers), events_(events), as_of_(as_of) {}

  Value fact(FactId fact) const override;
  std::optional<Date> today() const override { return as_of_; }
  Value event(std::string_view step_or_channel) const override;
  const Calendar* calendar() const override { return &knowledge_.calendar; }
  const ZoneRules* zones() const override;
  const TextRules* text_rules() const override;

 private:
  const Knowledge& knowledge_;
  const std::vector<const Answer*>& answers_;
  const std::vector<Event>& events_;
  Date as_of_;
};

}  // namespace zhilu

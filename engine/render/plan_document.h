// SPDX-License-Identifier: MIT
// A plan in words: the one shape behind the terminal, Markdown and JSON (design: docs/schema/plan.schema.json).
//
// Plain structs of strings in the language asked for. Everything that a door prints about a plan stands here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/render/language.h"
#include "engine/session/plan.h"
#include "engine/understand/understood.h"

namespace zhilu {

struct SourceLine {
  std::string id;        ///< `consumer_law.46`
  std::string label;     ///< 《消费者权益保护法》第46条
  std::string says;
  std::string address;
  bool verified_primary = true;
};

struct UnderstoodLine {
  std::string fact;
  std::string fact_label;
  std::string value;     ///< Machine form: an option id, a number, a date.
  std::string label;     ///< As a person would write it: 3,000 元.
  std::string from;      ///< text, answer, default, inferred
  bool holds = true;     ///< False: the person denied it.
  std::optional<std::uint32_t> begin;  ///< Bytes of the text given.
  std::optional<std::uint32_t> end;
  std::string quote;
};

struct EvidenceLine {
  std::string id;
  std::string label;
  std::optional<bool> have;
  std::string how;
  std::string care;
};

struct LimitLine {
  std::string kind;      ///< file, accept, reply
  std::string text;      ///< 自收到投诉之日起 7 个工作日内告知是否受理
  std::string date;      ///< ISO date, or empty.
  bool estimate = false;
  std::vector<SourceLine> sources;
};

struct ChannelLine {
  std::string id;
  std::string label;
  std::string kind;
  std::string takes;
  std::string cannot;
  std::string phone, site, app, place, hours;
  bool lead_only = false;
  std::vector<EvidenceLine> needs;
  std::vector<std::string> warnings;
  std::vector<LimitLine> limits;
};

struct OpensLine {
  std::string after;     ///< Step id.
  std::string after_label;
  std::string outcome;
  std::string outcome_label;
  std::string date;
  bool estimate = false;
};

struct StepLine {
  std::string id;
  std::uint32_t rank = 0;
  std::string status;    ///< do, wait, later, maybe, done
  std::string priority;  ///< P0 ... P3
  std::string priority_label;
  std::string phase;
  std::string phase_label;
  std::string title;
  std::vector<std::string> why;
  std::vector<std::string> how;
  std::optional<ChannelLine> channel;
  std::vector<EvidenceLine> needs;
  std::vector<std::string> precautions;
  std::optional<LimitLine> deadline;
  std::vector<OpensLine> opens;
  std::vector<std::string> depends_on;   ///< Fact ids.
  std::vector<std::uint32_t> together_with;  ///< Ranks of steps to be done at the same time.
  std::string letter;
  std::vector<SourceLine> sources;
};

struct QuestionLine {
  std::string fact;
  std::string text;
  std::string why;
  struct Option {
    std::string value;
    std::string label;
  };
  std::vector<Option> options;
  std::uint32_t settles = 0;
};

struct RefusedLine {
  std::string channel;
  std::string label;
  std::string why;
  std::vector<SourceLine> sources;
};

struct LetterLine {
  std::string id;
  std::string title;
  std::string text;
};

struct PlanDocument {
  std::string knowledge_name, knowledge_version;
  std::string as_of;
  std::string language;
  std::string scope;      ///< in, out
  std::string summary;
  std::string severity, severity_label;
  std::vector<std::string> severity_because;
  /// What would make it graver, in words; empty if nothing open could.
  std::string severity_may_be;
  std::vector<UnderstoodLine> understood;
  std::vector<StepLine> steps;
  std::vector<QuestionLine> questions;
  std::uint32_t questions_at_least = 0, questions_at_most = 0;
  std::vector<RefusedLine> refused;
  std::string next_step, next_say, come_back;
  std::vector<std::string> precautions;
  std::vector<LetterLine> letters;
  std::vector<SourceLine> sources;
  std::string disclaimer;
};

}  // namespace zhilu

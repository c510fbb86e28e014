// SPDX-License-Identifier: MIT
#include "cli/commands/commands.h"
#include "cli/commands/common.h"
#include "cli/commands/eval_parts.h"
#include "cli/exit_code.h"
#include "cli/json/writer.h"
#include "cli/matter_input.h"
#include "engine/expression.h"

namespace zhilu {
namespace {

std::string as_json(const ExpressionResult& result, const ExplainedExpression* explained, Tongue tongue) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.key("value");
  json.string(result.value);
  json.key("missing");
  json.begin_array();
  for (const std::string& fact : result.missing) json.string(fact);
  json.end_array();
  json.key("reasons");
  json.begin_array();
  for (const Diagnostic& diagnostic : result.diagnostics.items()) {
    json.string(message_text(*diagnostic.kind, diagnostic.args, tongue));
  }
  json.end_array();
  if (explained != nullptr) {
    json.key("shortened");
    json.boolean(explained->shortened);
    json.key("explanation");
    write_part(explained->whole, json);
  }
  json.end_object();
  return text + "\n";
}

std::string as_text(const ExpressionResult& result, Tongue tongue) {
  std::string text = result.value + "\n";
  if (result.missing.empty()) return text;
  text += tongue == Tongue::Chinese ? "还缺：" : "missing: ";
  for (std::size_t i = 0; i < result.missing.size(); ++i) text += (i > 0 ? ", " : "") + result.missing[i];
  return text + "\n";
}

int run(const Args& args, Io& io) {
  const std::shared_ptr<const Engine> engine = open_knowledge(args, io);
  if (engine == nullptr) return kCouldNotRun;
  int code = kDone;
  const std::optional<MatterInput> input =
      read_matter(args, *engine, args.find_value("facts").value_or(""), "", io, code);
  if (!input) return code;
  const std::string& expression = args.operands().front();
  std::optional<ExplainedExpression> explained;
  if (args.has("explain"))
    explained = explain_expression(expression, *engine, input->matter, input->today, language_of(args));
  const ExpressionResult result =
      explained ? explained->result : evaluate_expression(expression, *engine, input->matter, input->today);
  const bool readable = !result.diagnostics.has_errors() || !result.value.empty();
  // The explanation says at its place what went wrong.
  const bool says_reasons = readable && (args.has("json") || explained);
  if (!says_reasons) io.complain(render(result.diagnostics, result.sources, args.tongue()));
  if (!readable) return kWrongUse;
  if (args.has("json")) {
    io.print(as_json(result, explained ? &*explained : nullptr, args.tongue()));
  } else {
    io.say(as_text(result, args.tongue()));
    if (explained) io.say("\n" + parts_text(*explained, args.tongue(), io.width()));
  }
  return kDone;
}

}  // namespace

Command eval_command() {
  return {.name = "eval",
          .summary = {"求一个条件或表达式的值", "evaluate an expression"},
          .about = {"EXPR 用 FEEL 写（docs/language.md），可以用知识库里的事实。不知道的写作 "
                    "unknown，并列出缺哪些事实。",
                    "EXPR is FEEL (docs/language.md) over the facts of the knowledge. What is not known is "
                    "unknown, and "
                    "the facts that are missing are listed."},
          .operands = {{"EXPR", Operand::Count::One, {"表达式", "the expression"}}},
          .switches = join({{.name = "explain",
                             .value = {},
                             .about = {"逐层说明这个值是怎样得来的：每一部分的值、缺的事实、出的错",
                                       "shows part by part how the value came about, what is missing, what "
                                       "went wrong"}}},
                           {matter_switches(), {facts_switch(), json_switch()}, knowledge_switches()}),
          .examples =
              {{"zhilu eval 'loss_amount >= 3000 and \"fraud\" in issues' --set issues=fraud", {}},
               {"zhilu eval 'loss_amount >= 3000 and \"fraud\" in issues' --set loss_amount=5000 --explain",
                {"哪一部分成立，还缺什么", "which part holds, and what is missing"}},
               {"zhilu eval 'date(\"2026-13-01\") < today()' --explain", {"为什么是 null", "why it is null"}},
               {"zhilu eval 'working days between(date(\"2026-09-25\"), today())'", {}}},
          .run = run};
}

}  // namespace zhilu

// SPDX-License-Identifier: MIT
// What can be wrong with an expression: when it is read, when its names and types are checked, and when it is
// evaluated. The kinds of the last group are the reasons of nulls.
#pragma once

#include <span>

#include "engine/base/diagnostic.h"

namespace zhilu::expr {

// Reading.

inline constexpr DiagnosticKind kForeignCharacter{"foreign-character", Grade::Error,
                                                  "条件里不用“{0}”，应写 {1}",
                                                  "expressions do not use '{0}', write '{1}'"};
inline constexpr DiagnosticKind kForeignBlank{"foreign-blank", Grade::Error, "这里的空白是 {0}，应写普通空格",
                                              "this blank is {0}, write an ordinary space"};
inline constexpr DiagnosticKind kForeignQuotes{"foreign-quotes", Grade::Error, "文本要用英文双引号，应写 {0}",
                                               "text stands in straight double quotes, write {0}"};
inline constexpr DiagnosticKind kForeignOperator{"foreign-operator", Grade::Error,
                                                 "这里没有运算符 {0}，应写 {1}",
                                                 "there is no operator '{0}', write '{1}'"};
inline constexpr DiagnosticKind kForeignKeyword{"foreign-keyword", Grade::Error, "“{0}”应写 {1}",
                                                "write '{1}' for '{0}'"};
inline constexpr DiagnosticKind kBadCharacter{"bad-character", Grade::Error, "条件里不能有字符 {0}",
                                              "an expression cannot hold the character {0}"};
inline constexpr DiagnosticKind kBadNumber{"bad-number", Grade::Error, "{0} 不是数，应写 {1}",
                                           "'{0}' is not a number, write '{1}'"};
inline constexpr DiagnosticKind kNumberTooLarge{"number-too-large", Grade::Error, "{0} 超出了数的范围",
                                                "'{0}' is beyond the range of numbers"};
inline constexpr DiagnosticKind kUnclosedText{"unclosed-text", Grade::Error, "文本缺少结尾的双引号",
                                              "the text has no closing quote"};
inline constexpr DiagnosticKind kUnclosedComment{"unclosed-comment", Grade::Error, "注释缺少结尾的 */",
                                                 "the comment has no closing */"};
inline constexpr DiagnosticKind kUnclosedBracket{"unclosed-bracket", Grade::Error, "缺少与 {0} 配对的 {1}",
                                                 "'{0}' is not closed by '{1}'"};
inline constexpr DiagnosticKind kExpectedExpression{"expected-expression", Grade::Error,
                                                    "这里应有一个值或事实，却是“{0}”",
                                                    "expected a value or a fact, found '{0}'"};
inline constexpr DiagnosticKind kExpectedToken{"expected-token", Grade::Error, "这里应写“{0}”，却是“{1}”",
                                               "expected '{0}', found '{1}'"};
inline constexpr DiagnosticKind kUnfinished{"unfinished-expression", Grade::Error,
                                            "表达式没有写完，还缺“{0}”",
                                            "the expression ends where '{0}' is expected"};
inline constexpr DiagnosticKind kMissingOperand{"missing-operand", Grade::Error,
                                                "表达式没有写完，后面还缺一个值或事实",
                                                "the expression ends where a value or a fact is expected"};
inline constexpr DiagnosticKind kNothing{"empty-expression", Grade::Error, "这里没有表达式",
                                         "there is no expression"};
inline constexpr DiagnosticKind kTrailingText{"trailing-text", Grade::Error, "表达式在“{0}”之前已经完整",
                                              "the expression is complete before '{0}'"};
inline constexpr DiagnosticKind kExpressionTooLong{
    "expression-too-long", Grade::Error, "表达式超过 {0} 个字节", "the expression has more than {0} bytes"};
inline constexpr DiagnosticKind kExpressionTooDeep{"expression-too-deep", Grade::Error,
                                                   "表达式嵌套超过 {0} 层",
                                                   "the expression is nested more than {0} deep"};
inline constexpr DiagnosticKind kBadTemporal{"bad-temporal", Grade::Error, "{0} 不是日期、时间或时长",
                                             "{0} is no date, time or duration"};
inline constexpr DiagnosticKind kDuplicateKey{"duplicate-key", Grade::Error, "键 {0} 出现了两次",
                                              "the key '{0}' occurs twice"};
inline constexpr DiagnosticKind kMisplacedInput{"misplaced-input", Grade::Error, "? 只能用在决策表的格子里",
                                                "'?' stands only in the cells of a decision table"};

// Checking.

inline constexpr DiagnosticKind kUnknownName{"unknown-name", Grade::Error, "没有名为 {0} 的事实",
                                             "there is no fact '{0}'"};
inline constexpr DiagnosticKind kUnquotedOption{"unquoted-option", Grade::Error, "{0} 是取值，要加引号",
                                                "'{0}' is an option and stands in quotes"};
inline constexpr DiagnosticKind kUnknownFunction{"unknown-function", Grade::Error, "没有名为 {0} 的函数",
                                                 "there is no function '{0}'"};
inline constexpr DiagnosticKind kUnknownOption{"unknown-option", Grade::Error, "{1} 没有取值 {0}",
                                               "'{1}' has no option '{0}'"};
inline constexpr DiagnosticKind kUnknownEntry{"unknown-entry", Grade::Error, "{1} 里没有 {0}",
                                              "there is no '{0}' in {1}"};
inline constexpr DiagnosticKind kUnknownType{"unknown-type", Grade::Error, "没有名为 {0} 的类型",
                                             "there is no type '{0}'"};
inline constexpr DiagnosticKind kWrongOperand{"wrong-operand", Grade::Error, "{0} 不能用于 {1}",
                                              "'{0}' does not take {1}"};
inline constexpr DiagnosticKind kWrongOperands{"wrong-operands", Grade::Error, "{0} 不能用于 {1} 和 {2}",
                                               "'{0}' does not take {1} and {2}"};
inline constexpr DiagnosticKind kNeverEqual{"never-equal", Grade::Error, "{0} 和 {1} 不能比较",
                                            "{0} and {1} cannot be compared"};
inline constexpr DiagnosticKind kMemberOfSet{"member-of-set", Grade::Error, "{0} 是多选，应写 {1}",
                                             "'{0}' holds several options, write {1}"};
inline constexpr DiagnosticKind kNotACondition{"not-a-condition", Grade::Error, "条件要有真假，这里是 {0}",
                                               "a condition is true or false, this is {0}"};
inline constexpr DiagnosticKind kNotAFunction{"not-a-function", Grade::Error, "{0} 不是函数，不能调用",
                                              "{0} is no function"};
inline constexpr DiagnosticKind kArgumentCount{"argument-count", Grade::Error,
                                               "函数 {0} 没有 {1} 个参数的用法：{2}",
                                               "'{0}' cannot be called with {1} arguments: {2}"};
inline constexpr DiagnosticKind kUnknownParameter{
    "unknown-parameter", Grade::Error, "函数 {0} 没有参数 {1}：{2}", "'{0}' has no parameter '{1}': {2}"};
inline constexpr DiagnosticKind kArgumentType{"argument-type", Grade::Error,
                                              "函数 {0} 的参数 {1} 应是 {2}，却是 {3}",
                                              "argument '{1}' of '{0}' must be {2}, not {3}"};
inline constexpr DiagnosticKind kMixedArguments{"mixed-arguments", Grade::Error,
                                                "一次调用里参数要么都写名字，要么都不写",
                                                "arguments are either all named or all not"};

// Evaluating.

inline constexpr DiagnosticKind kSyntaxError{"syntax-error", Grade::Error, "表达式这一部分读不懂",
                                             "this part of the expression could not be read"};
inline constexpr DiagnosticKind kNullOperand{"null-operand", Grade::Warning, "{0} 的一边是 null",
                                             "an operand of '{0}' is null"};
inline constexpr DiagnosticKind kDivisionByZero{"division-by-zero", Grade::Warning, "除数是 0",
                                                "division by zero"};
inline constexpr DiagnosticKind kDateOverflow{"date-overflow", Grade::Warning, "结果超出了日期或时长的范围",
                                              "the result is beyond the range of dates or durations"};
inline constexpr DiagnosticKind kMixedZones{"mixed-zones", Grade::Warning, "一个时间有时区，另一个没有",
                                            "one time has a zone, the other has none"};
inline constexpr DiagnosticKind kArgumentNull{"argument-null", Grade::Warning, "函数 {0} 的参数 {1} 是 null",
                                              "argument '{1}' of '{0}' is null"};
inline constexpr DiagnosticKind kArgumentValue{"argument-value", Grade::Warning,
                                               "函数 {0} 的参数 {1} 不能是 {2}",
                                               "argument '{1}' of '{0}' cannot be {2}"};
inline constexpr DiagnosticKind kNoSuchIndex{"no-such-index", Grade::Warning, "列表没有第 {0} 项",
                                             "the list has no item {0}"};
inline constexpr DiagnosticKind kNoSuchEntry{"no-such-entry", Grade::Warning, "{1} 没有 {0}",
                                             "{1} has no '{0}'"};
inline constexpr DiagnosticKind kNotABoolean{"not-a-boolean", Grade::Warning, "{0} 需要真假值，得到的是 {1}",
                                             "'{0}' needs true or false, not {1}"};
inline constexpr DiagnosticKind kNotAList{"not-a-list", Grade::Warning,
                                          "for、some、every 要在列表上进行，得到的是 {0}",
                                          "for, some and every need a list, not {0}"};
inline constexpr DiagnosticKind kExternalFunction{"external-function", Grade::Warning, "不支持外部函数",
                                                  "external functions are not supported"};
inline constexpr DiagnosticKind kBadPattern{"bad-pattern", Grade::Warning, "{0} 不是正则表达式",
                                            "{0} is no regular expression"};
inline constexpr DiagnosticKind kPatternTooSlow{"pattern-too-slow", Grade::Warning,
                                                "正则表达式 {0} 匹配得太久", "matching {0} takes too long"};
inline constexpr DiagnosticKind kNoRegex{"no-regex", Grade::Warning, "这里没有正则表达式可用",
                                         "regular expressions are not available here"};
inline constexpr DiagnosticKind kResultType{"result-type", Grade::Warning, "结果应是 {0}，却是 {1}",
                                            "the result must be {0}, not {1}"};
inline constexpr DiagnosticKind kBudgetSteps{"budget-steps", Grade::Warning, "计算超过 {0} 步",
                                             "the evaluation takes more than {0} steps"};
inline constexpr DiagnosticKind kBudgetCalls{"budget-calls", Grade::Warning, "函数调用嵌套超过 {0} 层",
                                             "functions are nested more than {0} deep"};
inline constexpr DiagnosticKind kBudgetList{"budget-list", Grade::Warning, "列表超过 {0} 项",
                                            "a list has more than {0} items"};
inline constexpr DiagnosticKind kBudgetText{"budget-text", Grade::Warning, "文本超过 {0} 个字节",
                                            "a text has more than {0} bytes"};

/// All of the above, for the documentation and its test.
std::span<const DiagnosticKind* const> all_expression_diagnostics();

}  // namespace zhilu::expr

// SPDX-License-Identifier: MIT
#include "engine/expr/diagnostics.h"

namespace zhilu::expr {

std::span<const DiagnosticKind* const> all_expression_diagnostics() {
  static constexpr const DiagnosticKind* kAll[] = {
      &kForeignCharacter, &kForeignBlank,       &kForeignQuotes,    &kForeignOperator,  &kForeignKeyword,
      &kBadCharacter,     &kBadNumber,          &kNumberTooLarge,   &kUnclosedText,     &kUnclosedComment,
      &kUnclosedBracket,  &kExpectedExpression, &kExpectedToken,    &kTrailingText,     &kExpressionTooLong,
      &kMissingOperand,   &kExpressionTooDeep,  &kBadTemporal,      &kDuplicateKey,     &kMisplacedInput,
      &kUnknownName,      &kUnquotedOption,     &kUnknownFunction,  &kUnknownOption,    &kUnknownEntry,
      &kUnknownType,      &kWrongOperand,       &kWrongOperands,    &kNeverEqual,       &kMemberOfSet,
      &kNotACondition,    &kNotAFunction,       &kArgumentCount,    &kUnknownParameter, &kArgumentType,
      &kMixedArguments,   &kSyntaxError,        &kNullOperand,      &kDivisionByZero,   &kDateOverflow,
      &kMixedZones,       &kArgumentNull,       &kArgumentValue,    &kNoSuchIndex,      &kNoSuchEntry,
      &kNotABoolean,      &kNotAList,           &kExternalFunction, &kBadPattern,       &kPatternTooSlow,
      &kNoRegex,          &kResultType,         &kBudgetSteps,      &kBudgetCalls,      &kBudgetList,
      &kBudgetText,
  };
  return kAll;
}

}  // namespace zhilu::expr

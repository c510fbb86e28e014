// SPDX-License-Identifier: MIT
#include "engine/expr/functions.h"

#include <algorithm>

#include "engine/expr/calls.h"
#include "engine/expr/families.h"

namespace zhilu::expr {
namespace {

struct Table {
  std::vector<const BuiltIn*> all;
  /// The same, sorted by name.
  std::vector<const BuiltIn*> by_name;

  Table() {
    for (const std::span<const BuiltIn> family :
         {conversion_functions(), string_functions(), regex_functions(), list_functions(),
          list_edit_functions(), statistics_functions(), numeric_functions(), temporal_functions(),
          range_functions(), context_functions(), domain_functions()}) {
      for (const BuiltIn& function : family) all.push_back(&function);
    }
    by_name = all;
    std::sort(by_name.begin(), by_name.end(), [](const auto* a, const auto* b) { return a->name < b->name; });
  }
};

const Table& table() {
  static const Table kTable;
  return kTable;
}

}  // namespace

std::span<const BuiltIn* const> built_ins() {
  return table().all;
}

const BuiltIn* find_built_in(std::string_view name) {
  const std::vector<const BuiltIn*>& functions = table().by_name;
  const auto it = std::lower_bound(functions.begin(), functions.end(), name,
                                   [](const BuiltIn* f, std::string_view n) { return f->name < n; });
  return it != functions.end() && (*it)->name == name ? *it : nullptr;
}

std::string describe(const BuiltIn& function) {
  std::string out;
  for (const SignatureInfo& signature : function.signatures) {
    if (!out.empty()) out += '\n';
    out.append(function.name).append("(");
    for (const ParameterInfo& parameter : signature.parameters) {
      if (&parameter != signature.parameters.data()) out += ", ";
      out.append(parameter.name);
      if (parameter.arity == Arity::Optional) out += '?';
      out.append(": ").append(full_type(parameter.type, parameter.element).to_string());
      if (parameter.arity == Arity::Spread || parameter.arity == Arity::Rest) out += "...";
    }
    out.append("): ").append(full_type(signature.result, signature.element).to_string());
  }
  return out;
}

}  // namespace zhilu::expr

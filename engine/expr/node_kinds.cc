// SPDX-License-Identifier: MIT
#include "engine/expr/node_kinds.h"

namespace zhilu::expr {

bool is_condition(NodeKind kind) {
  switch (kind) {
    case NodeKind::Equal:
    case NodeKind::NotEqual:
    case NodeKind::Less:
    case NodeKind::LessEqual:
    case NodeKind::Greater:
    case NodeKind::GreaterEqual:
    case NodeKind::And:
    case NodeKind::Or:
    case NodeKind::Not:
    case NodeKind::Between:
    case NodeKind::In:
    case NodeKind::InstanceOf:
    case NodeKind::Some:
    case NodeKind::Every:
      return true;
    default:
      return false;
  }
}

std::optional<Relation> relation_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::Equal:
      return Relation::Equal;
    case NodeKind::NotEqual:
      return Relation::NotEqual;
    case NodeKind::Less:
      return Relation::Less;
    case NodeKind::LessEqual:
      return Relation::LessEqual;
    case NodeKind::Greater:
      return Relation::Greater;
    case NodeKind::GreaterEqual:
      return Relation::GreaterEqual;
    default:
      return std::nullopt;
  }
}

}  // namespace zhilu::expr

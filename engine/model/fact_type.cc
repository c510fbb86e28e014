// SPDX-License-Identifier: MIT
#include "engine/model/fact_type.h"

namespace zhilu {

Type feel_type(FactKind kind) {
  switch (kind) {
    case FactKind::Boolean:
      return TypeKind::Boolean;
    case FactKind::Number:
    case FactKind::Money:
      return TypeKind::Number;
    case FactKind::Date:
      return TypeKind::Date;
    case FactKind::Duration:
      return TypeKind::Any;
    case FactKind::Choice:
    case FactKind::Text:
      return TypeKind::String;
    case FactKind::Choices:
      return Type::list(TypeKind::String);
  }
  return TypeKind::Any;
}

}  // namespace zhilu

// SPDX-License-Identifier: MIT
// Lists and mappings in brackets: `[a, b]`, `{ title: 紧急 }`.
#pragma once

#include "engine/load/yaml_cursor.h"

namespace zhilu::yaml {

/// Reads the brackets that open at the cursor, which may go on over several lines, each indented deeper than
/// `parent_column` (-1 at the root).
///
/// `depth` levels are open around them, `max_depth` are allowed. False after a problem that was reported; the
/// cursor is then at the start of the next line outside of the brackets.
bool scan_flow(Cursor& cursor, int parent_column, int depth, int max_depth);

}  // namespace zhilu::yaml

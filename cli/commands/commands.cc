// SPDX-License-Identifier: MIT
#include "cli/commands/commands.h"

namespace zhilu {

std::vector<Command> all_commands() {
  return {ask_command(),    plan_command(),   chat_command(),   understand_command(), why_command(),
          whynot_command(), whatif_command(), check_command(),  test_command(),       graph_command(),
          eval_command(),   build_command(),  schema_command(), version_command()};
}

}  // namespace zhilu

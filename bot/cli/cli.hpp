#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// The command line: reads it, does what it says and answers the exit code. Once a process.
int run_command_line(int argc, const char* const* argv);

}  // namespace attune::bot

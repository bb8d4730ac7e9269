#pragma once

namespace attune::bench {

/// The measure of all things: a WebSocket echo server with nothing but Beast in it, one thread, one context
/// without locks, callbacks. Prints its port as the real server does and runs for ever.
void run_echo_server();

}  // namespace attune::bench

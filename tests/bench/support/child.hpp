#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace attune::bench {

/// A server in a process of its own, bound to one core. Ends with this object.
class Child {
public:
    /// Starts it and waits for the line `… listening on http://127.0.0.1:PORT/`.
    /// Throws std::runtime_error with what it said if it ends or says nothing for 30 s.
    Child(std::vector<std::string> arguments, int core);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    unsigned short port() const { return port_; }
    /// Processor time used so far by all its threads. Steps of 10 ms.
    double cpu_seconds() const;
    /// Memory that is its own: anonymous pages in RAM.
    double resident_kib() const;

private:
    void wait_for_port();

    pid_t pid_ = -1;
    int output_ = -1;
    unsigned short port_ = 0;
};

/// Binds the calling process to one core, as far as there is one.
void run_on_core(int core);
/// Lifts the number of open files as far as it goes; children inherit it.
void lift_open_files(std::size_t wanted);

}  // namespace attune::bench

#include "support/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace attune::bench {

namespace {

constexpr std::string_view announced = "listening on http://127.0.0.1:";
constexpr auto start_limit = std::chrono::seconds(30);

std::string read_all(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

[[noreturn]] void become(const std::vector<std::string>& arguments, int core, int output) {
    run_on_core(core);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    std::vector<char*> raw;
    for (const std::string& argument : arguments) raw.push_back(const_cast<char*>(argument.c_str()));
    raw.push_back(nullptr);
    execv(raw.front(), raw.data());
    _exit(127);
}

}  // namespace

void run_on_core(int core) {
    const auto cores = std::max<long>(1, sysconf(_SC_NPROCESSORS_ONLN));
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(static_cast<std::size_t>(core % static_cast<int>(cores)), &set);
    sched_setaffinity(0, sizeof set, &set);
}

void lift_open_files(std::size_t wanted) {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur >= wanted) return;
    const rlimit higher{wanted, std::max<rlim_t>(wanted, limit.rlim_max)};
    if (setrlimit(RLIMIT_NOFILE, &higher) == 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

Child::Child(std::vector<std::string> arguments, int core) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    pid_ = fork();
    if (pid_ == 0) become(arguments, core, ends[1]);
    close(ends[1]);
    output_ = ends[0];
    wait_for_port();
}

Child::~Child() {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    close(output_);
}

void Child::wait_for_port() {
    std::string said;
    const auto end = std::chrono::steady_clock::now() + start_limit;
    while (std::chrono::steady_clock::now() < end) {
        pollfd wait{output_, POLLIN, 0};
        if (poll(&wait, 1, 200) <= 0) continue;
        char bytes[4096];
        const ssize_t count = read(output_, bytes, sizeof bytes);
        if (count <= 0) break;
        said.append(bytes, static_cast<std::size_t>(count));
        const auto at = said.find(announced);
        if (at == std::string::npos || said.find('\n', at) == std::string::npos) continue;
        port_ = static_cast<unsigned short>(std::stoi(said.substr(at + announced.size())));
        return;
    }
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    close(output_);
    throw std::runtime_error("a server does not start:\n" + said);
}

double Child::cpu_seconds() const {
    const std::string stat = read_all("/proc/" + std::to_string(pid_) + "/stat");
    std::istringstream fields(stat.substr(stat.rfind(')') + 2));
    std::string skipped;
    for (int field = 3; field < 14; ++field) fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double Child::resident_kib() const {
    std::istringstream status(read_all("/proc/" + std::to_string(pid_) + "/status"));
    std::string name;
    while (status >> name) {
        double value = 0;
        if (name == "RssAnon:" && status >> value) return value;
    }
    return 0;
}

}  // namespace attune::bench

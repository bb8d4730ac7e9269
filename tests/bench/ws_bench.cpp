// How fast is Attune beside a bare Beast echo server, in one run on one machine? Prints messages a second,
// p50 and p99, the server's processor time a message, memory an idle connection, and the ratios to the echo.
//
//   ws_bench [--attune PROGRAM] [--connections N,N] [--seconds S] [--rounds R] [--idle N]
//
// Servers run on core 0 one after the other, the load on core 1; each connection has one message in flight.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "support/child.hpp"
#include "support/echo_server.hpp"
#include "support/load.hpp"

using namespace attune::bench;
namespace fs = std::filesystem;

namespace {

constexpr int server_core = 0;
constexpr int load_core = 1;
constexpr auto warm_up = std::chrono::milliseconds(500);

struct Options {
    std::string self;
    std::string attune;
    std::vector<std::size_t> connections{64, 1000};
    int seconds = 3;
    int rounds = 3;
    std::size_t idle = 10000;
};

struct Contestant {
    std::string name;
    Speech speech;
    std::function<std::vector<std::string>()> arguments;
};

struct Result {
    Measured measured;
    double cpu_us = 0;
};

fs::path database() {
    return fs::temp_directory_path() / ("attune-bench-" + std::to_string(getpid()) + ".db");
}

void remove_database() {
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(database().string() + end);
}

std::vector<Contestant> contestants(const Options& options) {
    const auto attune = [options](std::vector<std::string> more) {
        std::vector<std::string> all{options.attune,        "serve", "--port", "0", "--threads", "1",
                                     "--test-no-rate-limit", "--starts-per-minute", "0"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
    return {
        {"bare Beast echo", Speech::echo,
         [options] {
             return std::vector<std::string>{options.self, "--echo-server"};
         }},
        {"Attune, store off", Speech::attune,
         [attune] {
             return attune({"--store", "memory"});
         }},
        {"Attune, durable", Speech::attune,
         [attune] {
             remove_database();
             return attune({"--db", database().string()});
         }},
    };
}

Result measure(const Contestant& contestant, std::size_t connections, int seconds) {
    Child server(contestant.arguments(), server_core);
    Load load(server.port(), contestant.speech, connections);
    load.run(warm_up);
    const double before = server.cpu_seconds();
    Result result{load.run(std::chrono::seconds(seconds)), 0};
    result.cpu_us = (server.cpu_seconds() - before) * 1e6 / static_cast<double>(result.measured.messages);
    return result;
}

double idle_kib(const Contestant& contestant, std::size_t connections) {
    Child server(contestant.arguments(), server_core);
    Load some(server.port(), contestant.speech, 100);  // what the first connections cost once
    const double before = server.resident_kib();
    Load many(server.port(), contestant.speech, connections);
    many.idle(std::chrono::seconds(1));
    return (server.resident_kib() - before) / static_cast<double>(connections);
}

Result median(std::vector<Result> results) {
    std::sort(results.begin(), results.end(),
              [](const Result& a, const Result& b) { return a.measured.per_second < b.measured.per_second; });
    return results[results.size() / 2];
}

void compare(const Options& options, std::size_t connections) {
    const auto all = contestants(options);
    std::vector<std::vector<Result>> results(all.size());
    for (int round = 0; round < options.rounds; ++round) {
        for (std::size_t i = 0; i < all.size(); ++i)
            results[i].push_back(measure(all[i], connections, options.seconds));
    }
    std::printf("\n%zu connections, one message in flight each\n", connections);
    std::printf("%-20s %12s %8s %10s %10s %14s\n", "", "messages/s", "ratio", "p50 µs", "p99 µs",
                "server µs/msg");
    const double base = median(results[0]).measured.per_second;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Result middle = median(results[i]);
        std::printf("%-20s %12.0f %8.2f %10.0f %10.0f %14.1f\n", all[i].name.c_str(),
                    middle.measured.per_second, middle.measured.per_second / base, middle.measured.p50_us,
                    middle.measured.p99_us, middle.cpu_us);
    }
    std::fflush(stdout);
}

void compare_memory(const Options& options) {
    std::printf("\n%zu idle connections\n%-20s %12s\n", options.idle, "", "KiB each");
    for (const Contestant& contestant : contestants(options)) {
        std::printf("%-20s %12.1f\n", contestant.name.c_str(), idle_kib(contestant, options.idle));
        std::fflush(stdout);
    }
}

std::vector<std::size_t> numbers(const std::string& list) {
    std::vector<std::size_t> all;
    std::istringstream items(list);
    for (std::string item; std::getline(items, item, ',');) all.push_back(std::stoul(item));
    return all;
}

Options read_options(int count, char** values) {
    Options options;
    options.self = fs::read_symlink("/proc/self/exe").string();
    options.attune = (fs::path(options.self).parent_path() / "attune").string();
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string name = values[i];
        const std::string value = values[i + 1];
        if (name == "--attune")
            options.attune = value;
        else if (name == "--connections")
            options.connections = numbers(value);
        else if (name == "--seconds")
            options.seconds = std::stoi(value);
        else if (name == "--rounds")
            options.rounds = std::stoi(value);
        else if (name == "--idle")
            options.idle = std::stoul(value);
        else
            throw std::runtime_error("no such option: " + name);
    }
    return options;
}

}  // namespace

int main(int count, char** values) {
    try {
        if (count == 2 && std::string(values[1]) == "--echo-server") {
            run_echo_server();
            return 0;
        }
        const Options options = read_options(count, values);
        lift_open_files(options.idle + 4096);
        run_on_core(load_core);
        for (const std::size_t connections : options.connections) compare(options, connections);
        if (options.idle > 0) compare_memory(options);
        remove_database();
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "ws_bench: " << error.what() << '\n';
        remove_database();
        return 1;
    }
}

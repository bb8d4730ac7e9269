#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <future>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

#include "fake_service.hpp"
#include "transports/http/server.hpp"

namespace attune::transports {

/// A whole server on a free port of the loopback, with two threads and a fake service.
class TestServer {
public:
    explicit TestServer(http::ServerConfig config = {}, const http::Router& routes = {}) {
        config.port = 0;
        auto listening = http::Server::listen(std::move(config), routes, service, {&first_, &second_});
        if (!listening) throw std::runtime_error(listening.error().message);
        server = std::move(*listening);
        threads_.emplace_back([this] { first_.run(); });
        threads_.emplace_back([this] { second_.run(); });
    }
    /// Ends as the program does: all connections are cut, then the threads run out of work.
    ~TestServer() {
        std::promise<void> drained;
        http::DrainPlan plan;
        plan.limit = std::chrono::milliseconds(0);
        server->drain(plan, [&drained] { drained.set_value(); });
        drained.get_future().wait();
        first_work_.reset();
        second_work_.reset();
        for (auto& thread : threads_) thread.join();
        server.reset();
    }
    TestServer(const TestServer&) = delete;
    TestServer& operator=(const TestServer&) = delete;

    int port() const { return server->port(); }

    FakeService service;
    std::unique_ptr<http::Server> server;

private:
    using Work = boost::asio::executor_work_guard<boost::asio::io_context::executor_type>;
    boost::asio::io_context first_{1};
    boost::asio::io_context second_{1};
    Work first_work_{first_.get_executor()};
    Work second_work_{second_.get_executor()};
    std::vector<std::thread> threads_;
};

}  // namespace attune::transports

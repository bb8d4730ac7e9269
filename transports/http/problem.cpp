#include "transports/http/problem.hpp"

namespace attune::transports::http {

Response problem(int status, std::string_view code, std::string_view text) {
    Response response;
    response.status = status;
    response.headers["content-type"] = "application/problem+json";
    response.body =
        R"({"error":{"code":")" + std::string(code) + R"(","text":")" + std::string(text) + R"("}})";
    return response;
}

}  // namespace attune::transports::http

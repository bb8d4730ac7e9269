#include "transports/service.hpp"

namespace attune::transports {

std::string_view name_of(Code code) {
    switch (code) {
        case Code::bad_json:
            return "bad_json";
        case Code::bad_field:
            return "bad_field";
        case Code::unknown_type:
            return "unknown_type";
        case Code::too_long:
            return "too_long";
        case Code::id_conflict:
            return "id_conflict";
        case Code::stale_choice:
            return "stale_choice";
        case Code::rate_limited:
            return "rate_limited";
        case Code::not_ready:
            return "not_ready";
        case Code::unauthorized:
            return "unauthorized";
        case Code::forbidden:
            return "forbidden";
        case Code::not_found:
            return "not_found";
        case Code::unavailable:
            return "unavailable";
        case Code::internal:
            return "internal";
    }
    return "internal";
}

}  // namespace attune::transports

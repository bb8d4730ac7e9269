#include "nlu/text/slip.hpp"

#include <cstddef>
#include <utility>

namespace attune::nlu {

bool is_one_slip_apart(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t from = 0;
    while (from < a.size() && a[from] == b[from]) ++from;
    if (a.size() < b.size()) return a.substr(from) == b.substr(from + 1);
    if (from == a.size() || a.substr(from + 1) == b.substr(from + 1)) return true;
    return from + 1 < a.size() && a[from] == b[from + 1] && a[from + 1] == b[from] &&
           a.substr(from + 2) == b.substr(from + 2);
}

}  // namespace attune::nlu

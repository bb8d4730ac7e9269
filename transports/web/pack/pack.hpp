#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace attune::web {

/// The content of a module by its path, e.g. `chat/view.js`.
using ReadModule = std::function<std::string(const std::string& path)>;

/// One script from an entry module and all it imports, each once, before its first user; without comments and
/// needless spaces, private names shortened. For a page: one request, one hash.
///
/// The modules keep to a plain form: every import is one line `import { a, b } from './x.js';` at the begin
/// of the file, every export stands before its declaration, and names at the top level are unique over all
/// modules (a clash is a syntax error of the result, so no test can miss it).
std::string pack(const std::string& entry, const ReadModule& read);

}  // namespace attune::web

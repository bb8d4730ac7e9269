#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace attune::nlu {

/// Writes numbers and lists as bytes. For machines that are little-endian, as all that we build for are.
class ByteWriter {
public:
    template <class T>
    void number(T value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    template <class T>
    void list(const std::vector<T>& values) {
        number(static_cast<std::uint32_t>(values.size()));
        bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    }
    void text(std::string_view text) {
        number(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
    }
    std::string& bytes() { return bytes_; }

private:
    std::string bytes_;
};

/// Reads what a ByteWriter wrote. Once anything is missing, everything reads as empty and `good` stays false.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}
    bool good() const { return good_; }
    bool at_end() const { return good_ && rest_.empty(); }

    template <class T>
    T number() {
        T value{};
        const std::string_view part = take(sizeof value);
        if (good_) std::memcpy(&value, part.data(), sizeof value);
        return value;
    }
    template <class T>
    std::vector<T> list() {
        const std::size_t count = number<std::uint32_t>();
        const std::string_view part = take(count * sizeof(T));
        std::vector<T> values(part.size() / sizeof(T));
        if (!values.empty()) std::memcpy(values.data(), part.data(), part.size());
        return values;
    }
    std::string text() { return std::string(take(number<std::uint32_t>())); }

private:
    std::string_view take(std::size_t count) {
        if (!good_ || count > rest_.size()) {
            good_ = false;
            return {};
        }
        const std::string_view part = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return part;
    }

    std::string_view rest_;
    bool good_ = true;
};

/// Names content; not for security. Source: FNV-1a, 64 bits (Fowler, Noll, Vo).
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t start = 0xcbf29ce484222325);

/// Tells whether bytes were changed, eight at a time: for megabytes.
std::uint64_t checksum(std::string_view bytes);

}  // namespace attune::nlu

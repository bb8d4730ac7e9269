#include "bot/server/tokens.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "bot/server/base64url.hpp"

namespace attune::bot {

std::string digest(std::string_view bytes) {
    // Fetched once: the look-up costs more than the hash.
    static const EVP_MD* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), hash.data(), &size, sha256, nullptr) != 1) {
        throw std::runtime_error("SHA-256 is not available");
    }
    return to_base64url({reinterpret_cast<const char*>(hash.data()), size});
}

bool is_token(std::string_view token, std::string_view kept_digest) {
    const std::string given = digest(token);
    return given.size() == kept_digest.size() && CRYPTO_memcmp(given.data(), kept_digest.data(), given.size()) == 0;
}

}  // namespace attune::bot

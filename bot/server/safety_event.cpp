#include "bot/server/safety_event.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace attune::bot {

namespace {

// Only words of the source get into the log.
constexpr std::array<Word, 20> classes = {"sui_passive",
                                          "sui_active",
                                          "sui_method",
                                          "sui_intent",
                                          "sui_plan_prep",
                                          "sui_attempt_now",
                                          "sui_history_or_denied",
                                          "self_harm",
                                          "medical_overdose",
                                          "harm_to_others",
                                          "abuse_now",
                                          "sexual_violence",
                                          "child_at_risk",
                                          "vulnerable_adult",
                                          "psychosis_mania_like",
                                          "eating_acute",
                                          "third_party_risk",
                                          "stalking_trafficking",
                                          "minor_user",
                                          "method_request"};

Word word_for(std::string_view safety_class) {
    for (const Word& word : classes) {
        if (word.text() == safety_class) return word;
    }
    return "other";
}

}  // namespace

LogLine safety_log_line(const SafetyEvent& event) {
    return LogLine("safety")
        .with("class", word_for(event.safety_class))
        .with("level", 1 + static_cast<int>(event.level))
        .with("at", event.at);
}

std::string write_safety_event(const SafetyEvent& event) {
    return nlohmann::json{
        {"type", "safety"}, {"class", event.safety_class}, {"level", name_of(event.level)},
        {"at", event.at},   {"channel", event.channel},    {"conversation", event.conversation}}
        .dump();
}

std::string sign_safety_event(std::string_view body, long long at, std::string_view secret) {
    const std::string text = std::to_string(at) + "." + std::string(body);
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned int size = 0;
    if (HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
             reinterpret_cast<const unsigned char*>(text.data()), text.size(), hash.data(),
             &size) == nullptr) {
        throw std::runtime_error("HMAC-SHA256 is not available");
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string signature = "sha256=";
    for (unsigned int i = 0; i < size; ++i) {
        signature += digits[hash[i] >> 4U];
        signature += digits[hash[i] & 0xfU];
    }
    return signature;
}

}  // namespace attune::bot

#include "bot/meaning/teacher.hpp"

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <utility>

#include "bot/meaning/cache.hpp"
#include "bot/meaning/weights.hpp"
#include "nlu/encoder/bytes.hpp"

namespace attune::bot {

namespace {

using Examples = std::vector<nlu::IntentExamples>;
using SharedClassifier = std::shared_ptr<const nlu::Classifier>;

SharedClassifier train(const Examples& examples, const Cache& cache, const std::string& earlier,
                       const TeacherOptions& options) {
    std::size_t lines = 0;
    for (const nlu::IntentExamples& each : examples) lines += each.lines.size();
    options.tell("learning from " + std::to_string(lines) + " example messages, once");
    auto trained = nlu::Classifier::train(examples, built_in_encoder(), earlier);
    if (!trained) {
        options.tell("patterns alone decide: " + trained.error().message);
        return nullptr;
    }
    if (!cache.write(classifier_cache(examples), trained->write())) {
        options.tell("what was learned could not be kept; set ATTUNE_CACHE to a folder that may be written");
    }
    return std::make_shared<const nlu::Classifier>(*std::move(trained));
}

}  // namespace

const nlu::Encoder& built_in_encoder() {
    static const nlu::Encoder encoder = nlu::Encoder::read(encoder_weights()).value();
    return encoder;
}

std::string classifier_cache(const Examples& examples) {
    std::uint64_t hash = nlu::hash_bytes("classifier");
    for (const nlu::IntentExamples& each : examples) hash = nlu::hash_bytes(each.intent + "\n", hash);
    return "classifier-" + std::to_string(hash);
}

TeacherOptions teacher_options() {
    const char* how = std::getenv("ATTUNE_UNDERSTANDING");
    return {cache_folder(), how != nullptr && std::string_view(how) == "patterns",
            [](const std::string& sentence) { std::cerr << "attune: " << sentence << std::endl; }};
}

dialogs::Teach teacher(TeacherOptions options) {
    return [options = std::move(options)](const Examples& examples) -> SharedClassifier {
        if (options.patterns_only) {
            options.tell("patterns alone decide, as was asked for");
            return nullptr;
        }
        const Cache cache(options.cache);
        const std::string earlier = cache.read(classifier_cache(examples));
        auto kept = nlu::Classifier::read(earlier, examples, built_in_encoder());
        if (kept) return std::make_shared<const nlu::Classifier>(*std::move(kept));
        return train(examples, cache, earlier, options);
    };
}

}  // namespace attune::bot

#include "nlu/intent/classifier.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <utility>

#include "nlu/encoder/bytes.hpp"
#include "nlu/intent/calibration.hpp"
#include "nlu/intent/ngrams.hpp"
#include "nlu/intent/regression.hpp"
#include "nlu/text/fold.hpp"
#include "nlu/text/normalise.hpp"

namespace attune::nlu {
namespace {

constexpr std::string_view magic = "attune classifier 1\n";
constexpr std::uint64_t way_of_learning = 1;  // to be raised when the same examples give another classifier
constexpr std::size_t explained = 3;
constexpr std::uint64_t calibration_share = 8;

/// An encoded line, in eight bits: nearest examples and earlier work are found by it.
using SmallVector = std::vector<std::int8_t>;
using VectorsByLine = std::unordered_map<std::uint64_t, SmallVector>;

SmallVector shrink(const std::vector<float>& vector) {
    SmallVector small(vector.size());
    for (std::size_t i = 0; i < vector.size(); ++i) {
        const float step = std::clamp(vector[i] * 600, -127.0F, 127.0F);
        small[i] = static_cast<std::int8_t>(std::lround(step));
    }
    return small;
}

/// Length 1 again.
std::vector<float> widen(const SmallVector& small) {
    std::vector<float> vector(small.begin(), small.end());
    float squares = 0;
    for (const float value : vector) squares += value * value;
    const float length = std::sqrt(std::max(squares, 1.0F));
    for (float& value : vector) value /= length;
    return vector;
}

std::vector<IntentExamples> with_lines(const std::vector<IntentExamples>& examples) {
    std::vector<IntentExamples> used;
    std::copy_if(examples.begin(), examples.end(), std::back_inserter(used),
                 [](const IntentExamples& each) { return !each.lines.empty(); });
    return used;
}

int likeness(const SmallVector& a, const SmallVector& b) {
    int sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += int{a[i]} * int{b[i]};
    return sum;
}

/// What a cache holds before it is known to be of use.
struct Kept {
    std::uint64_t encoder = 0;
    std::uint64_t name = 0;
    VectorsByLine vectors;
    Ngrams ngrams;
    Regression regression;
    float temperature = 1;
};

std::optional<Kept> read_kept(std::string_view bytes) {
    constexpr std::size_t checksum_bytes = sizeof(std::uint64_t);
    if (!bytes.starts_with(magic) || bytes.size() < magic.size() + checksum_bytes) return std::nullopt;
    const std::string_view content = bytes.substr(0, bytes.size() - checksum_bytes);
    if (ByteReader(bytes.substr(content.size())).number<std::uint64_t>() != checksum(content)) return std::nullopt;
    ByteReader in(content.substr(magic.size()));
    Kept kept;
    kept.encoder = in.number<std::uint64_t>();
    kept.name = in.number<std::uint64_t>();
    const auto lines = in.list<std::uint64_t>();
    kept.vectors.reserve(lines.size());
    for (const std::uint64_t line : lines) kept.vectors.emplace(line, in.list<std::int8_t>());
    kept.ngrams = Ngrams::read(in);
    kept.regression = Regression::read(in);
    kept.temperature = in.number<float>();
    if (!in.at_end()) return std::nullopt;
    return kept;
}

}  // namespace

bool is_for_calibration(std::string_view line) {
    return hash_bytes(line) % calibration_share == 0;
}

std::uint64_t name_of_classifier(const std::vector<IntentExamples>& examples, const Encoder& encoder,
                                 Features features) {
    std::uint64_t name = hash_bytes(std::to_string(way_of_learning * 10 + static_cast<std::uint64_t>(features)));
    name = hash_bytes(std::to_string(encoder.name()), name);
    for (const IntentExamples& each : examples) {
        name = hash_bytes(each.intent, name);
        for (const std::string& line : each.lines) name = hash_bytes(normalise(line), hash_bytes(line, name));
    }
    return name;
}

struct Classifier::Impl {
    std::uint64_t name = 0;
    Encoder encoder;
    Features features = Features::all;
    std::vector<IntentExamples> examples;
    std::vector<std::vector<SmallVector>> vectors;  // of every line of every intent
    Ngrams ngrams;
    Regression regression;
    float temperature = 1;

    Impl(Encoder with, std::vector<IntentExamples> from, Features which)
        : name(name_of_classifier(from, with, which)), encoder(std::move(with)), features(which),
          examples(std::move(from)) {}

    SmallVector encode(std::string_view text) const { return shrink(encoder.encode(fold(text))); }

    FeatureVector features_of(const SmallVector& vector, std::string_view words) const {
        FeatureVector result;
        if (features != Features::ngrams_only) result.dense = widen(vector);
        if (features != Features::encoder_only) result.sparse = ngrams.of(words);
        return result;
    }

    void encode_examples(const VectorsByLine& known);
    void learn();
    Regression learn_from(const std::vector<FeatureVector>& all, const std::vector<int>& classes,
                          const std::vector<bool>& left_out) const;
    const std::string& nearest(std::size_t intent, const SmallVector& vector) const;
};

void Classifier::Impl::encode_examples(const VectorsByLine& known) {
    for (const IntentExamples& each : examples) {
        std::vector<SmallVector>& own = vectors.emplace_back();
        for (const std::string& line : each.lines) {
            const auto found = known.find(hash_bytes(line));
            own.push_back(found == known.end() ? encode(line) : found->second);
        }
    }
}

void Classifier::Impl::learn() {
    std::vector<std::string> texts;
    for (const IntentExamples& each : examples) {
        for (const std::string& line : each.lines) texts.push_back(normalise(line));
    }
    ngrams = Ngrams(texts);
    std::vector<FeatureVector> all;
    std::vector<int> classes;
    std::vector<bool> held_back;
    for (std::size_t intent = 0; intent < examples.size(); ++intent) {
        for (std::size_t k = 0; k < examples[intent].lines.size(); ++k) {
            all.push_back(features_of(vectors[intent][k], texts[all.size()]));
            classes.push_back(static_cast<int>(intent));
            held_back.push_back(is_for_calibration(examples[intent].lines[k]));
        }
    }
    const Regression first = learn_from(all, classes, held_back);
    Measured measured;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!held_back[i] || first.class_count() == 0) continue;
        measured.scores.push_back(first.scores(all[i]));
        measured.classes.push_back(classes[i]);
    }
    temperature = temperature_of(measured);
    regression = learn_from(all, classes, std::vector<bool>(all.size()));
}

Regression Classifier::Impl::learn_from(const std::vector<FeatureVector>& all, const std::vector<int>& classes,
                                        const std::vector<bool>& left_out) const {
    std::vector<FeatureVector> some;
    std::vector<int> their_classes;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (left_out[i]) continue;
        some.push_back(all[i]);
        their_classes.push_back(classes[i]);
    }
    return Regression::train(some, their_classes, examples.size(), ngrams.size(), LearningSettings{});
}

const std::string& Classifier::Impl::nearest(std::size_t intent, const SmallVector& vector) const {
    std::size_t best = 0;
    int most = std::numeric_limits<int>::min();
    for (std::size_t k = 0; k < vectors[intent].size(); ++k) {
        const int like = likeness(vectors[intent][k], vector);
        if (like > most) {
            most = like;
            best = k;
        }
    }
    return examples[intent].lines[best];
}

Result<Classifier> Classifier::train(const std::vector<IntentExamples>& examples, const Encoder& encoder,
                                     std::string_view earlier, Features features) {
    auto impl = std::make_shared<Impl>(encoder, with_lines(examples), features);
    if (impl->examples.size() < 2) return failure(Errc::invalid_input, "fewer than two intents have examples");
    const std::optional<Kept> kept = read_kept(earlier);
    impl->encode_examples(kept && kept->encoder == encoder.name() ? kept->vectors : VectorsByLine{});
    impl->learn();
    return Classifier(std::move(impl));
}

Result<Classifier> Classifier::read(std::string_view bytes, const std::vector<IntentExamples>& examples,
                                    const Encoder& encoder) {
    std::optional<Kept> kept = read_kept(bytes);
    if (!kept) return failure(Errc::invalid_input, "this is no trained classifier, or a damaged one");
    auto impl = std::make_shared<Impl>(encoder, with_lines(examples), Features::all);
    if (kept->name != impl->name || kept->regression.class_count() != impl->examples.size()) {
        return failure(Errc::invalid_input, "this classifier learned from other examples");
    }
    impl->encode_examples(kept->vectors);
    impl->ngrams = std::move(kept->ngrams);
    impl->regression = std::move(kept->regression);
    impl->temperature = kept->temperature;
    return Classifier(std::move(impl));
}

std::vector<Opinion> Classifier::rank(std::string_view text, std::string_view words) const {
    const SmallVector vector = impl_->encode(text);
    const std::vector<float> likely =
        probabilities(impl_->regression.scores(impl_->features_of(vector, words)), impl_->temperature);
    std::vector<std::size_t> order(likely.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return likely[a] > likely[b]; });
    std::vector<Opinion> opinions;
    for (const std::size_t intent : order) {
        Opinion opinion{impl_->examples[intent].intent, double{likely[intent]}, ""};
        if (opinions.size() < explained) opinion.nearest = impl_->nearest(intent, vector);
        opinions.push_back(std::move(opinion));
    }
    return opinions;
}

std::string Classifier::write() const {
    std::map<std::uint64_t, const SmallVector*> lines;
    for (std::size_t i = 0; i < impl_->examples.size(); ++i) {
        for (std::size_t k = 0; k < impl_->vectors[i].size(); ++k) {
            lines.emplace(hash_bytes(impl_->examples[i].lines[k]), &impl_->vectors[i][k]);
        }
    }
    ByteWriter out;
    out.bytes() = magic;
    out.number(impl_->encoder.name());
    out.number(impl_->name);
    std::vector<std::uint64_t> names;
    for (const auto& [name, vector] : lines) names.push_back(name);
    out.list(names);
    for (const auto& [name, vector] : lines) out.list(*vector);
    impl_->ngrams.write(out);
    impl_->regression.write(out);
    out.number(impl_->temperature);
    out.number(checksum(out.bytes()));
    return std::move(out.bytes());
}

}  // namespace attune::nlu

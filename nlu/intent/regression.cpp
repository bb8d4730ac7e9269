#include "nlu/intent/regression.hpp"

#include <algorithm>
#include <utility>

#include "nlu/encoder/matrix.hpp"
#include "nlu/encoder/smooth.hpp"

namespace attune::nlu {
namespace {

constexpr std::size_t lanes = 8;

/// `to += factor × from`. Number by number, so wide registers change nothing in the result.
__attribute__((always_inline)) inline void add_plain(float* to, const float* from, float factor, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) to[i] += factor * from[i];
}

using Add = void(float*, const float*, float, std::size_t);

void add_narrow(float* to, const float* from, float factor, std::size_t count) {
    add_plain(to, from, factor, count);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) void add_avx2(float* to, const float* from, float factor, std::size_t count) {
    add_plain(to, from, factor, count);
}
Add* const add = __builtin_cpu_supports("avx2") ? add_avx2 : add_narrow;
#else
Add* const add = add_narrow;
#endif

/// A fixed order that looks like none: steps through all examples with a stride that has no factor in common with
/// their number.
class Order {
public:
    Order(std::size_t count, std::size_t round) : count_(count), at_(round * 7919 % count) {
        step_ = count * 618 / 1000 + 1 + round;
        while (common(step_, count) != 1) ++step_;
    }
    std::size_t next() { return at_ = (at_ + step_) % count_; }

private:
    static std::size_t common(std::size_t a, std::size_t b) { return b == 0 ? a : common(b, a % b); }
    std::size_t count_;
    std::size_t at_;
    std::size_t step_ = 1;
};

}  // namespace

/// A regression while it learns.
class Learner {
public:
    Learner(std::size_t dense_count, std::size_t sparse_count, std::size_t class_count,
            const LearningSettings& settings)
        : settings_(settings), stride_((class_count + lanes - 1) / lanes * lanes), dense_(dense_count * stride_),
          sparse_(sparse_count * stride_), bias_(class_count), errors_(stride_) {}

    void learn(const FeatureVector& example, int its_class, float rate) {
        std::fill(errors_.begin(), errors_.end(), 0.0F);
        add_scores(example);
        softmax(errors_.data(), bias_.size());
        errors_[static_cast<std::size_t>(its_class)] -= 1;
        for (std::size_t k = 0; k < example.dense.size(); ++k) {
            add(dense_.data() + k * stride_, errors_.data(), -rate * settings_.dense_scale * example.dense[k], stride_);
        }
        for (const auto& [id, weight] : example.sparse) {
            add(sparse_.data() + id * stride_, errors_.data(), -rate * settings_.sparse_scale * weight, stride_);
        }
        add(bias_.data(), errors_.data(), -rate * bias_rate, bias_.size());
    }

    void shrink(float kept) {
        for (float& weight : dense_) weight *= kept;
    }

    Regression finish() && {
        Regression model;
        model.dense_scale_ = settings_.dense_scale;
        model.sparse_scale_ = settings_.sparse_scale;
        model.stride_ = stride_;
        model.dense_ = std::move(dense_);
        Matrix sparse = quantise(sparse_, sparse_.size() / stride_, stride_);
        model.sparse_ = std::move(sparse.values);
        model.sparse_scales_ = std::move(sparse.scales);
        model.bias_ = std::move(bias_);
        return model;
    }

private:
    static constexpr float bias_rate = 0.1F;

    void add_scores(const FeatureVector& example) {
        for (std::size_t k = 0; k < example.dense.size(); ++k) {
            add(errors_.data(), dense_.data() + k * stride_, settings_.dense_scale * example.dense[k], stride_);
        }
        for (const auto& [id, weight] : example.sparse) {
            add(errors_.data(), sparse_.data() + id * stride_, settings_.sparse_scale * weight, stride_);
        }
        add(errors_.data(), bias_.data(), 1, bias_.size());
    }

    LearningSettings settings_;
    std::size_t stride_;  // classes, made up to full vector registers
    std::vector<float> dense_;
    std::vector<float> sparse_;
    std::vector<float> bias_;
    std::vector<float> errors_;
};

Regression Regression::train(const std::vector<FeatureVector>& examples, const std::vector<int>& classes,
                             std::size_t class_count, std::size_t sparse_count, const LearningSettings& settings) {
    if (examples.empty()) return {};
    Learner learner(examples.front().dense.size(), sparse_count, class_count, settings);
    const auto steps = static_cast<float>(examples.size()) * static_cast<float>(settings.rounds);
    float step = 0;
    for (int round = 0; round < settings.rounds; ++round) {
        Order order(examples.size(), static_cast<std::size_t>(round));
        for (std::size_t i = 0; i < examples.size(); ++i) {
            const std::size_t at = order.next();
            learner.learn(examples[at], classes[at], settings.rate * (1 - step / steps));
            step += 1;
        }
        learner.shrink(1 - settings.decay * static_cast<float>(examples.size()));
    }
    return std::move(learner).finish();
}

std::vector<float> Regression::scores(const FeatureVector& message) const {
    std::vector<float> scores(stride_);
    for (std::size_t k = 0; k < message.dense.size(); ++k) {
        add(scores.data(), dense_.data() + k * stride_, dense_scale_ * message.dense[k], stride_);
    }
    for (const auto& [id, weight] : message.sparse) {
        const float factor = sparse_scale_ * weight * sparse_scales_[id];
        const std::int8_t* weights = sparse_.data() + id * stride_;
        for (std::size_t c = 0; c < stride_; ++c) scores[c] += factor * static_cast<float>(weights[c]);
    }
    add(scores.data(), bias_.data(), 1, bias_.size());
    scores.resize(class_count());
    return scores;
}

void Regression::write(ByteWriter& out) const {
    out.number(dense_scale_);
    out.number(sparse_scale_);
    out.list(dense_);
    out.list(sparse_);
    out.list(sparse_scales_);
    out.list(bias_);
}

Regression Regression::read(ByteReader& in) {
    Regression model;
    model.dense_scale_ = in.number<float>();
    model.sparse_scale_ = in.number<float>();
    model.dense_ = in.list<float>();
    model.sparse_ = in.list<std::int8_t>();
    model.sparse_scales_ = in.list<float>();
    model.bias_ = in.list<float>();
    model.stride_ = (model.bias_.size() + lanes - 1) / lanes * lanes;
    const bool fits = model.sparse_.size() == model.sparse_scales_.size() * model.stride_;
    return fits ? model : Regression{};
}

}  // namespace attune::nlu

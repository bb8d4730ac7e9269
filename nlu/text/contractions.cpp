#include "nlu/text/contractions.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace attune::nlu {
namespace {

using Table = std::unordered_map<std::string_view, std::string_view>;

constexpr std::size_t longest_entry = 9;

// Without an apostrophe. Forms that are words of their own stay as they are: its, ill, id, were, well, hell,
// shell, wed, lets, shed. No word of an answer may be an entry itself.
const Table& bare_forms() {
    static const Table table = {
        {"im", "i am"},
        {"ive", "i have"},
        {"ima", "i am going to"},
        {"imma", "i am going to"},
        {"youre", "you are"},
        {"youve", "you have"},
        {"youll", "you will"},
        {"youd", "you would"},
        {"theyre", "they are"},
        {"theyve", "they have"},
        {"theyll", "they will"},
        {"weve", "we have"},
        {"hes", "he is"},
        {"shes", "she is"},
        {"itll", "it will"},
        {"thatll", "that will"},
        {"whats", "what is"},
        {"thats", "that is"},
        {"theres", "there is"},
        {"heres", "here is"},
        {"whos", "who is"},
        {"wheres", "where is"},
        {"hows", "how is"},
        {"cannot", "can not"},
        {"cant", "can not"},
        {"wont", "will not"},
        {"shant", "shall not"},
        {"aint", "is not"},
        {"dont", "do not"},
        {"doesnt", "does not"},
        {"didnt", "did not"},
        {"isnt", "is not"},
        {"arent", "are not"},
        {"wasnt", "was not"},
        {"werent", "were not"},
        {"havent", "have not"},
        {"hasnt", "has not"},
        {"hadnt", "had not"},
        {"wouldnt", "would not"},
        {"couldnt", "could not"},
        {"shouldnt", "should not"},
        {"mustnt", "must not"},
        {"neednt", "need not"},
        {"gonna", "going to"},
        {"wanna", "want to"},
        {"wana", "want to"},
        {"gotta", "got to"},
        {"tryna", "trying to"},
        {"gimme", "give me"},
        {"lemme", "let me"},
        {"dunno", "do not know"},
        {"idk", "i do not know"},
        {"kinda", "kind of"},
        {"sorta", "sort of"},
        {"outta", "out of"},
        {"coulda", "could have"},
        {"woulda", "would have"},
        {"shoulda", "should have"},
        {"u", "you"},
        {"ur", "your"},
        {"r", "are"},
    };
    return table;
}

const Table& apostrophe_forms() {
    static const Table table = {
        {"can't", "can not"}, {"won't", "will not"}, {"shan't", "shall not"}, {"ain't", "is not"},
        {"let's", "let us"},  {"y'all", "you all"},  {"d'you", "do you"},
    };
    return table;
}

// Behind other words 's is a possessive ("mum's"), and 'd a past tense.
const std::unordered_set<std::string_view>& words_with_is() {
    static const std::unordered_set<std::string_view> words = {
        "it",   "that", "what", "he",         "she",     "there",     "here",     "who",     "where", "how",
        "when", "why",  "this", "everything", "nothing", "something", "everyone", "someone", "nobody"};
    return words;
}

const std::unordered_set<std::string_view>& words_with_would() {
    static const std::unordered_set<std::string_view> words = {"i",    "you",  "he",    "she", "it",  "we",
                                                               "they", "that", "there", "who", "what"};
    return words;
}

struct Ending {
    std::string_view written;
    std::string_view meant;
    bool (*fits)(std::string_view base);
};

bool always(std::string_view /*base*/) {
    return true;
}

const Ending* ending_of(std::string_view word) {
    static constexpr std::array<Ending, 7> endings = {{
        {"n't", "not ", always},
        {"'re", "are ", always},
        {"'ve", "have ", always},
        {"'ll", "will ", always},
        {"'m", "am ", [](std::string_view base) { return base == "i"; }},
        {"'d", "would ", [](std::string_view base) { return words_with_would().count(base) > 0; }},
        {"'s", "is ", [](std::string_view base) { return words_with_is().count(base) > 0; }},
    }};
    for (const Ending& ending : endings) {
        if (word.size() <= ending.written.size() || !word.ends_with(ending.written)) continue;
        if (ending.fits(word.substr(0, word.size() - ending.written.size()))) return &ending;
    }
    return nullptr;
}

bool append_from(const Table& table, std::string& words, std::string_view word) {
    if (word.size() > longest_entry) return false;
    const auto entry = table.find(word);
    if (entry == table.end()) return false;
    words.append(entry->second).push_back(' ');
    return true;
}

void append_joined(std::string& words, std::string_view word) {
    std::string bare(word);
    std::erase(bare, '\'');
    if (bare.empty() || append_from(bare_forms(), words, bare)) return;
    words.append(bare).push_back(' ');
}

}  // namespace

void append_written_out(std::string& words, std::string_view word) {
    if (word.find('\'') == std::string_view::npos) {
        if (!append_from(bare_forms(), words, word)) words.append(word).push_back(' ');
        return;
    }
    std::array<std::string_view, 2> endings;  // "wouldn't've"
    std::size_t count = 0;
    while (count < endings.size() && apostrophe_forms().count(word) == 0) {
        const Ending* ending = ending_of(word);
        if (ending == nullptr) break;
        endings[count++] = ending->meant;
        word.remove_suffix(ending->written.size());
    }
    if (!append_from(apostrophe_forms(), words, word)) append_joined(words, word);
    while (count > 0) words.append(endings[--count]);
}

std::vector<std::string_view> bare_contractions() {
    std::vector<std::string_view> words;
    for (const auto& [written, meant] : bare_forms()) words.push_back(written);
    std::sort(words.begin(), words.end());
    return words;
}

}  // namespace attune::nlu

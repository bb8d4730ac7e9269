#include "nlu/text/speller.hpp"

#include <catch2/catch.hpp>

#include "nlu/text/english_words.hpp"
#include "nlu/text/near_words.hpp"
#include "nlu/text/written_words.hpp"

using namespace attune::nlu;

namespace {

const Vocabulary danger({"unalive", "kms", "suicid*"});

Speller speller() {
    WordCounts heard;
    for (int i = 0; i < 30; ++i) {
        heard.add(" i feel a lot of anxiety about my therapist and attachment style what is it ");
        heard.add(" so i want the help of you all thank you very much ");
        heard.add(" does she think that this makes me uncomfortable ");
    }
    return {heard, {"avoidant", "therapist", "alive", "myself"}, english_words()};
}

std::string mended(std::string_view text) {
    return speller().mended(text, danger).text;
}

}  // namespace

TEST_CASE("slips in the words of the bot are mended where they stand", "[nlu][speller]") {
    const auto [written, meant] = GENERATE(table<std::string, std::string>({
        {"Am I avoident?", "Am I avoidant?"},
        {"my therapsit, he", "my therapist, he"},
        {"nxiety", "anxiety"},
        {"it makes me uncomfrotable", "it makes me uncomfortable"},  // two slips in a long word
        {"waht is it", "what is it"},
        {"i wnat teh help", "i want the help"},
        {"soooo much", "so much"},
        {"alllll of it", "all of it"},
        {"i feel alot", "i feel a lot"},
        {"attachmentstyle", "attachment style"},
        {"my thera pist", "my therapist"},
        {"it dosent", "it doesnt"},
        {"\xF0\x9F\x98\x80 anxeity\xE2\x80\xA6", "\xF0\x9F\x98\x80 anxiety\xE2\x80\xA6"},
    }));
    CHECK(mended(written) == meant);
}

TEST_CASE("what was mended is told", "[nlu][speller]") {
    const Mended result = speller().mended("AVOIDENT and waht", danger);
    CHECK(result.text == "avoidant and what");
    CHECK(result.repairs == std::vector<Repair>{{"avoident", "avoidant"}, {"waht", "what"}});
}

TEST_CASE("words, names, danger, addresses and other scripts stay as they are", "[nlu][speller]") {
    const std::string text = GENERATE(as<std::string>(), "i was advised to avoid an aliment, truly", "my friend Attachmen",
                                      "dr therapis", "my name is anxiey", "i want to be unalive kms", "suicidl",
                                      "see attachmen.com or me@anxiey.org", "anxi3ty attachm\xC3\xA9nt", "k!ll", "xq",
                                      "qwrtzpsdf", "'", "", "I'm", "d.i.e");
    CHECK(mended(text) == text);
}

TEST_CASE("a speller without words mends nothing", "[nlu][speller]") {
    CHECK(Speller().mended("waht", danger).text == "waht");
}

TEST_CASE("every word of a sorted list is found in it, and no other", "[nlu][speller]") {
    const std::string_view list = "a\nab\nb\nlonger\nz\n";
    for (const std::string_view word : {"a", "ab", "b", "longer", "z"}) CHECK(is_line_of(list, word));
    for (const std::string_view word : {"", "aa", "abc", "long", "zz", "0"}) CHECK_FALSE(is_line_of(list, word));
    CHECK_FALSE(is_line_of("", "a"));
    CHECK(is_line_of(english_words(), "attachment"));
    CHECK_FALSE(is_line_of(english_words(), "attachmnet"));
}

TEST_CASE("near words are all that few slips part", "[nlu][speller]") {
    const NearWords near({"anxious", "avoidant", "attachment", "anxiety"});
    REQUIRE(near.of("anxuous").size() == 1);
    CHECK(near.of("anxuous").front().word == "anxious");
    REQUIRE(near.of("atachmnet").size() == 1);
    CHECK(near.of("atachmnet").front().slips == 2);
    CHECK(near.of("avoidant").empty());
    CHECK(near.of("anx").empty());
    CHECK(slips_between("ca", "abc", 2) == 3);
    CHECK(slips_between("teh", "the", 2) == 1);
}

TEST_CASE("words that stand alone are told from what touches them", "[nlu][speller]") {
    const auto words = written_words("Hi Jo. it\xE2\x80\x99s a2 b@c.de ok");
    REQUIRE(words.size() == 4);
    CHECK(words[0].letters == "hi");
    CHECK(words[1].is_capital);
    CHECK_FALSE(words[1].begins_sentence);
    CHECK(words[2].letters == "its");
    CHECK(words[2].has_apostrophe);
    CHECK(words[2].begins_sentence);
    CHECK(words[3].letters == "ok");
}

#include "nlu/text/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace attune::nlu {
namespace {

constexpr char16_t acute_accent = 0x00B4;  // typed for an apostrophe; NFKC would make a space of it

const icu::Normalizer2& nfkc_casefold() {
    static const icu::Normalizer2& instance = [&]() -> const icu::Normalizer2& {
        UErrorCode status = U_ZERO_ERROR;
        return *icu::Normalizer2::getNFKCCasefoldInstance(
            status);  // part of ICU's library, cannot be missing
    }();
    return instance;
}

const icu::Normalizer2& nfd() {
    static const icu::Normalizer2& instance = [&]() -> const icu::Normalizer2& {
        UErrorCode status = U_ZERO_ERROR;
        return *icu::Normalizer2::getNFDInstance(status);
    }();
    return instance;
}

icu::UnicodeString from_utf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_apostrophe(char32_t c) {
    switch (c) {
        case U'\'':
        case U'`':
        case 0x02B9:
        case 0x02BB:
        case 0x02BC:
        case 0x2018:
        case 0x2019:
        case 0x201B:
        case 0x2032:
        case 0x2035:
        case 0xA78C:
            return true;
        default:
            return false;
    }
}

CharKind kind_of_ascii(char32_t c) {
    if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z')) {
        return CharKind::letter;
    }
    if (c == U'\'' || c == U'`') return CharKind::apostrophe;
    if (c == U' ' || (c >= U'\t' && c <= U'\r')) return CharKind::space;
    return CharKind::other;
}

}  // namespace

std::string fold_by_icu(std::string_view text) {
    icu::UnicodeString wide = from_utf8(text);
    if (wide.indexOf(acute_accent) >= 0) {
        wide.findAndReplace(icu::UnicodeString(acute_accent), icu::UnicodeString(u'\''));
    }
    UErrorCode status = U_ZERO_ERROR;
    std::string folded;
    nfkc_casefold().normalize(wide, status).toUTF8String(folded);
    return folded;
}

std::string fold(std::string_view text) {
    if (!is_ascii(text)) return fold_by_icu(text);
    std::string folded(text);
    std::transform(folded.begin(), folded.end(), folded.begin(), ascii_lower);
    return folded;
}

std::string without_marks(std::string_view folded) {
    if (is_ascii(folded)) return std::string(folded);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString parts = nfd().normalize(from_utf8(folded), status);
    icu::UnicodeString bare;
    for (int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
        const UChar32 c = parts.char32At(at);
        if ((U_GET_GC_MASK(c) & U_GC_M_MASK) == 0) bare.append(c);
    }
    std::string text;
    bare.toUTF8String(text);
    return text;
}

CharKind kind_of(char32_t c) {
    if (c < 0x80) return kind_of_ascii(c);
    if (is_apostrophe(c)) return CharKind::apostrophe;
    const auto point = static_cast<UChar32>(c);
    const std::uint32_t category = U_GET_GC_MASK(point);
    if ((category & (U_GC_L_MASK | U_GC_ND_MASK)) != 0) return CharKind::letter;
    if ((category & (U_GC_MN_MASK | U_GC_MC_MASK)) != 0) return CharKind::mark;
    if (u_isUWhiteSpace(point) != 0) return CharKind::space;
    constexpr char32_t first_pictograph =
        0x2190;  // before it stand signs such as © that are no emoji to a reader
    const bool pictograph = u_hasBinaryProperty(point, UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
    return pictograph && c >= first_pictograph && (category & U_GC_CN_MASK) == 0 ? CharKind::emoji
                                                                                 : CharKind::other;
}

bool may_compose_with_previous(char32_t c) {
    return c >= 0x80 && nfkc_casefold().hasBoundaryBefore(static_cast<UChar32>(c)) == 0;
}

}  // namespace attune::nlu

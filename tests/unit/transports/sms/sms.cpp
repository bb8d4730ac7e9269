#include "transports/sms/sms.hpp"

#include <catch2/catch.hpp>

#include "transports/sms/segments.hpp"
#include "transports/sms/verify.hpp"

using namespace attune::transports;

TEST_CASE("the signature is the one of Twilio's documentation", "[transports][sms]") {
    const Form form = {{"CallSid", "CA1234567890ABCDE"}, {"Caller", "+14158675310"}, {"Digits", "1234"},
                       {"From", "+14158675310"}, {"To", "+18005551212"}};
    const std::string url = "https://example.com/myapp?foo=1&bar=2";
    CHECK(sms::signature("12345", url, form) == "GPSRTlODYHi4+bX3Qs97BVmS45M=");
    CHECK(sms::is_signed("GPSRTlODYHi4+bX3Qs97BVmS45M=", "12345", url, form));
    CHECK(sms::is_signed(sms::signature("12345", "https://example.com:443/myapp?foo=1&bar=2", form), "12345", url, form));
    CHECK_FALSE(sms::is_signed("GPSRTlODYHi4+bX3Qs97BVmS45M=", "12346", url, form));
    CHECK_FALSE(sms::is_signed("", "12345", url, form));
}

TEST_CASE("segments are counted as the networks do", "[transports][sms]") {
    CHECK(sms::segments(std::string(160, 'a')) == 1);
    CHECK(sms::segments(std::string(161, 'a')) == 2);
    CHECK(sms::segments(std::string(306, 'a')) == 2);
    CHECK(sms::segments(std::string(159, 'a') + "{") == 2);
    CHECK(sms::segments(std::string(69, 'a') + "\u2019") == 1);
    CHECK(sms::segments(std::string(70, 'a') + "\u2019") == 2);
    CHECK(sms::segments(std::string(68, 'a') + "\xF0\x9F\x98\x80") == 1);
    CHECK(sms::is_gsm7("\xC3\xA9 \xE2\x82\xAC"));
    CHECK_FALSE(sms::is_gsm7("\xC3\xA1"));
}

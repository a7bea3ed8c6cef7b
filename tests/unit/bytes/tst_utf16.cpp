// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bytes/utf16.h"

#include <QTest>

#include <array>

using namespace evident;
using namespace std::string_view_literals;

class Utf16Test : public QObject {
    Q_OBJECT
private slots:
    void writesEveryLengthOfUtf8();
    void replacesUnpairedSurrogates();
    void escapesJson();
    void escapesXml();
    void writesLongTextAsItWritesShort();
    void leavesOutAnOddByte();
    void findsTerminators();
};

namespace {

std::string utf8Of(std::u16string_view text)
{
    OutBuffer out;
    appendUtf8(out, asUtf16Bytes(text));
    return std::string(out.view());
}

std::string jsonOf(std::u16string_view text)
{
    OutBuffer out;
    appendJsonText(out, asUtf16Bytes(text));
    return std::string(out.view());
}

std::string xmlOf(std::u16string_view text, XmlSpot spot)
{
    OutBuffer out;
    appendXmlText(out, asUtf16Bytes(text), spot);
    return std::string(out.view());
}

} // namespace

void Utf16Test::writesEveryLengthOfUtf8()
{
    QCOMPARE(utf8Of(u"a\u00fc\u20ac\U0001f600"), "a\xc3\xbc\xe2\x82\xac\xf0\x9f\x98\x80");
    QCOMPARE(utf8Of(u""), "");
}

void Utf16Test::replacesUnpairedSurrogates()
{
    constexpr std::array<char16_t, 5> Text{0xd83d, u'x', 0xde00, 0xd83d, 0xd83d};
    QCOMPARE(utf8Of({Text.data(), Text.size()}), "\xef\xbf\xbdx\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}

void Utf16Test::escapesJson()
{
    QCOMPARE(jsonOf(u"\"\\/\b\f\n\r\t\x01\x1f\u00fc"), "\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\xc3\xbc");
}

void Utf16Test::escapesXml()
{
    QCOMPARE(xmlOf(u"<a & 'b' \"c\">\t\n\r\x02\uffff", XmlSpot::Text),
        "&lt;a &amp; 'b' \"c\"&gt;\t\n\r\xef\xbf\xbd\xef\xbf\xbd");
    QCOMPARE(xmlOf(u"'\"\t\n", XmlSpot::Attribute), "&apos;&quot;&#9;&#10;");
}

/// Long runs of ASCII are copied many at a time: every character at every place must come out as it does alone.
void Utf16Test::writesLongTextAsItWritesShort()
{
    constexpr std::array<char16_t, 14> Special{
        0, 1, u'\t', u'\n', u'\r', u'"', u'&', u'\'', u'<', u'>', u'\\', u'\u00e4', u'\u8000', char16_t{0xd800}};
    const std::u16string run(40, u'a');
    for (const char16_t special : Special) {
        const std::u16string alone(1, special);
        for (std::size_t at = 0; at < run.size(); ++at) {
            std::u16string text = run;
            text[at] = special;
            const std::string before(at, 'a');
            const std::string behind(run.size() - at - 1, 'a');
            QCOMPARE(utf8Of(text), before + utf8Of(alone) + behind);
            QCOMPARE(jsonOf(text), before + jsonOf(alone) + behind);
            QCOMPARE(xmlOf(text, XmlSpot::Text), before + xmlOf(alone, XmlSpot::Text) + behind);
            QCOMPARE(xmlOf(text, XmlSpot::Attribute), before + xmlOf(alone, XmlSpot::Attribute) + behind);
        }
    }
}

void Utf16Test::leavesOutAnOddByte()
{
    constexpr std::array<std::uint8_t, 3> Odd{'a', 0, 'b'};
    OutBuffer out;
    appendUtf8(out, Odd);
    QCOMPARE(out.view(), "a"sv);
    QCOMPARE(toQString(Odd), QStringLiteral("a"));
}

void Utf16Test::findsTerminators()
{
    constexpr std::array<std::uint8_t, 9> Two{'a', 0, 0, 0, 0, 'b', 'c', 0, 'd'};
    const auto first = zeroTerminated(Two, 0);
    QVERIFY(first.terminated);
    QCOMPARE(first.text.size(), 2U);
    QCOMPARE(first.next, 4U);
    const auto second = zeroTerminated(Two, first.next); // 0x6200, 0x0063, and half a unit
    QVERIFY(!second.terminated);
    QCOMPARE(second.text.size(), 4U);
    QCOMPARE(second.next, Two.size());
    QVERIFY(!zeroTerminated(Two, 10).terminated);
}

QTEST_APPLESS_MAIN(Utf16Test)
#include "tst_utf16.moc"

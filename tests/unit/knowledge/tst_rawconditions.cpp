// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Values as a log keeps them, told apart by the conditions that hold of them: whatever has one answer must be one to holds().

#include "knowledge/rawconditions.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <map>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

using Test = Condition::Test;

constexpr std::uint16_t Text = 1;
constexpr std::uint16_t Number = 8;

ValuePlace named(const QString &name)
{
    return {.kind = ValuePlace::Kind::Named, .number = 0, .name = name, .pattern = {}};
}

ValuePlace string(std::uint16_t number)
{
    return {.kind = ValuePlace::Kind::String, .number = number, .name = {}, .pattern = {}};
}

Condition condition(std::vector<ValuePlace> places, Test test, const QStringList &values = {})
{
    return {.places = std::move(places), .test = test, .values = values, .pattern = {}};
}

const ContentPlaces &places()
{
    static const ContentPlaces places{.serial = 1,
        .places = {{.string = 0, .name = u"service"_s}, {.string = 1, .name = {}}, {.string = 2, .name = {}}}};
    return places;
}

/// UTF-16 at an odd address, so that nothing may count on where it lies.
class Stored {
public:
    explicit Stored(const QString &text)
        : m_bytes(QByteArray(1, 'x') + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2))
    {
    }
    [[nodiscard]] RawValue raw(std::uint16_t type = Text) const
    {
        return {.data = reinterpret_cast<const std::uint8_t *>(m_bytes.constData()) + 1,
            .size = static_cast<std::uint16_t>(m_bytes.size() - 1),
            .type = type};
    }

private:
    QByteArray m_bytes;
};

QString upToNul(const QString &text)
{
    return text.first(text.indexOf(QChar(0)) < 0 ? text.size() : text.indexOf(QChar(0)));
}

bool isHeld(const Condition &condition, const std::vector<QString> &texts)
{
    static const EventValues nothing;
    const PlacedTexts placed{.places = places(), .texts = texts};
    return holds(condition,
        {.content = nothing, .provider = {}, .channel = {}, .computer = {}, .message = {}, .placed = &placed});
}

std::optional<std::size_t> answer(const RawConditions &conditions, const std::vector<RawValue> &values)
{
    return conditions.answerFor({.kind = 1, .values = values, .textType = Text});
}

} // namespace

class RawConditionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTextsApart();
    void tellsNothingOfOtherValues();
    void takesWhatItCanTell();
    void agreesWithTexts();
};

void RawConditionsTest::tellsTextsApart()
{
    RawConditions conditions;
    QVERIFY(conditions.add(condition({named(u"service"_s)}, Test::Is, {u"MSExchangeIMC"_s, u"wpad"_s}), places()));
    QVERIFY(conditions.add(condition({named(u"service"_s)}, Test::StartsWith, {u"wpad."_s}), places()));
    const auto of = [&](const QString &text) {
        const Stored stored(text);
        const auto told = answer(conditions, {stored.raw(), {}, {}});
        return told ? QString::number(*told, 2) : u"unknown"_s;
    };
    QCOMPARE(of(u"MSExchangeIMC"_s), u"1100"_s);
    QCOMPARE(of(u"msexchangeimc"_s), u"1100"_s);
    QCOMPARE(of(u"MSExchangeIMD"_s), u"1000"_s);
    QCOMPARE(of(u"MSExchangeIM"_s), u"1000"_s);
    QCOMPARE(of(u"MSExchangeIMCS"_s), u"1000"_s);
    QCOMPARE(of(u"MSExchangeIMC"_s + QChar(0) + u"rest"_s), u"1100"_s);
    QCOMPARE(of(u"wpad"_s), u"1010"_s);
    QCOMPARE(of(u"WPAD"_s), u"1010"_s);
    QCOMPARE(of(u"wpad.example"_s), u"1001"_s);
    QCOMPARE(of(u"wpa"_s), u"1000"_s);
    QCOMPARE(of(QString(QChar(0))), u"0"_s);
    QCOMPARE(of(u""_s), u"0"_s);
    QCOMPARE(of(u"\u212apad"_s), u"unknown"_s); // Kelvin, a k where case is not regarded
    QCOMPARE(of(u"M\u017fExchangeIMC"_s), u"unknown"_s); // a long s
}

void RawConditionsTest::tellsNothingOfOtherValues()
{
    RawConditions conditions;
    QVERIFY(conditions.add(condition({string(1), string(2)}, Test::Present), places()));
    const Stored stored(u"12"_s);
    QCOMPARE(answer(conditions, {{}, stored.raw(Number), {}}), std::nullopt);
    QCOMPARE(answer(conditions, {{}, {}, stored.raw(Number)}), std::nullopt);
    QCOMPARE(answer(conditions, {{}, stored.raw(), stored.raw(Number)}), std::size_t{1});
    QCOMPARE(answer(conditions, {stored.raw(), {.type = RawValue::SameAs}, {}}), std::size_t{1});
    QCOMPARE(answer(conditions, {stored.raw(), {}, {}}), std::size_t{0});
}

void RawConditionsTest::takesWhatItCanTell()
{
    const auto takes = [](const Condition &asked) { return RawConditions().add(asked, places()); };
    QVERIFY(takes(condition({string(1)}, Test::Absent)));
    QVERIFY(takes(condition({string(1)}, Test::IsNot, {u"a"_s})));
    QVERIFY(!takes(condition({string(3)}, Test::Is, {u"a"_s})));
    QVERIFY(!takes(condition({string(1), named(u"other"_s)}, Test::Is, {u"a"_s})));
    QVERIFY(!takes(condition({string(1)}, Test::Contains, {u"a"_s})));
    QVERIFY(!takes(condition({string(1)}, Test::Code, {u"5"_s})));
    QVERIFY(!takes(condition({string(1)}, Test::StartsWith, {u""_s})));
    QVERIFY(!takes(condition({string(1)}, Test::Is, {u"Straße"_s})));
    QVERIFY(takes(condition({string(1)}, Test::Is, {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s})));
    QVERIFY(!takes(condition({string(1)}, Test::Is, {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s})));
}

/// Of few letters, so that there are many that begin alike; each text many times.
void RawConditionsTest::agreesWithTexts()
{
    QRandomGenerator random(20'261'123);
    const auto text = [&random](const QString &letters, int longest) {
        QString made;
        for (auto size = random.bounded(longest + 1); size > 0; --size)
            made += letters[random.bounded(letters.size())];
        return made;
    };
    constexpr std::array tests{Test::Is, Test::IsNot, Test::StartsWith, Test::Present, Test::Absent};
    const std::vector first{named(u"service"_s)};
    const std::vector others{string(1), string(2)};
    const QString ascii = u"aAkS["_s;
    const QString all = ascii + u"\u017f\u212a\u00e4"_s + QChar(0);
    int answered = 0;
    for (int round = 0; round < 2'000; ++round) {
        RawConditions conditions;
        std::vector<Condition> asked;
        for (int i = 0; i < 3; ++i) {
            const auto test = tests.at(random.bounded(static_cast<quint32>(tests.size())));
            const auto &where = random.bounded(2) == 0 ? first : others;
            const int longest = random.bounded(2) == 0 ? 3 : 11;
            asked.push_back(condition(where, test, {u"a"_s + text(ascii, longest)}));
            QVERIFY(conditions.add(asked.back(), places()));
        }
        std::map<std::size_t, std::vector<bool>> held;
        for (int row = 0; row < 40; ++row) {
            std::vector<QString> texts;
            for (int place = 0; place < 3; ++place) {
                const QString &near = asked[random.bounded(static_cast<quint32>(asked.size()))].values.front();
                texts.push_back(random.bounded(2) == 0 ? near + text(all, 1) : text(all, 12));
            }
            const std::array stored{Stored(texts[0]), Stored(texts[1]), Stored(texts[2])};
            const auto told = answer(conditions, {stored[0].raw(), stored[1].raw(), stored[2].raw()});
            const auto isAscii = [](const QString &one) {
                return std::ranges::all_of(one, [](QChar c) { return c < u'\x80'; });
            };
            QVERIFY(told || !std::ranges::all_of(texts, isAscii));
            std::ranges::transform(texts, texts.begin(), upToNul);
            if (!told)
                continue;
            QVERIFY(*told < conditions.answers());
            ++answered;
            std::vector<bool> right;
            right.reserve(asked.size());
            for (const Condition &one : asked)
                right.push_back(isHeld(one, texts));
            QCOMPARE(held.try_emplace(*told, right).first->second, right);
        }
    }
    QVERIFY(answered > 20'000);
}

QTEST_APPLESS_MAIN(RawConditionsTest)
#include "tst_rawconditions.moc"

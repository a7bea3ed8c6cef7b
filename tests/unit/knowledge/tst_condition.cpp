// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where values are found in an event, how each test judges them, and the ways Windows writes an error code.

#include "knowledge/condition.h"
#include "knowledge/rulereader.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class ConditionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsCodes_data();
    void readsCodes();
    void findsValues();
    void testsValues_data();
    void testsValues();
};

void ConditionTest::readsCodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("code"); // -1: none
    QTest::newRow("decimal") << u"1053"_s << qint64(1053);
    QTest::newRow("a reference") << u"%%1053"_s << qint64(1053);
    QTest::newRow("hexadecimal") << u"0x41D"_s << qint64(1053);
    QTest::newRow("an HRESULT") << u"0x8007041D"_s << qint64(1053);
    QTest::newRow("an HRESULT as reference") << u"%%2147943453"_s << qint64(1053);
    QTest::newRow("an HRESULT, signed") << u"-2147023843"_s << qint64(1053);
    QTest::newRow("another facility") << u"0x80040154"_s << qint64(0x80040154);
    QTest::newRow("largest") << u"4294967295"_s << qint64(0xFFFFFFFF);
    QTest::newRow("too large") << u"4294967296"_s << qint64(-1);
    QTest::newRow("words") << u"error 5"_s << qint64(-1);
    QTest::newRow("empty") << QString() << qint64(-1);
    QTest::newRow("only the percents") << u"%%"_s << qint64(-1);
}

void ConditionTest::readsCodes()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, code);
    const auto found = windowsCode(text);
    QCOMPARE(found ? qint64(*found) : qint64(-1), code);
}

void ConditionTest::findsValues()
{
    Event event;
    event.provider = u"Perflib"_s;
    event.level = Level::Error;
    event.computer = u"MAIL01"_s;
    event.channel = u"Application"_s;
    event.content = {{{u"param1"_s, u"Spooler"_s}, {{}, {}}, {{}, u"third"_s}},
        QByteArray::fromHex("7E000000"
                            "53000000"
                            "00")};
    const auto facts = factsOf(event);
    const auto at = [&](const QString &written) {
        const auto place = placeFrom(written);
        const auto found = place ? findValue({*place}, facts) : std::nullopt;
        return found ? found->text : u"(none)"_s;
    };
    QCOMPARE(at(u"string 1"_s), u"Spooler"_s);
    QCOMPARE(at(u"string 2"_s), u"(none)"_s); // an empty string is no value
    QCOMPARE(at(u"string 3"_s), u"third"_s);
    QCOMPARE(at(u"string 4"_s), u"(none)"_s);
    QCOMPARE(at(u"value PARAM1"_s), u"Spooler"_s);
    QCOMPARE(at(u"value param2"_s), u"(none)"_s);
    QCOMPARE(at(u"data 0"_s), u"126"_s);
    QCOMPARE(at(u"data 1"_s), u"83"_s);
    QCOMPARE(at(u"data 2"_s), u"(none)"_s); // one byte is no DWORD
    QCOMPARE(at(u"data text"_s), u"~"_s);
    QCOMPARE(at(u"level"_s), u"error"_s);
    QCOMPARE(at(u"computer"_s), u"MAIL01"_s);
    QCOMPARE(at(u"channel"_s), u"Application"_s);
    QCOMPARE(at(u"source"_s), u"Perflib"_s);
    QCOMPARE(at(u"text"_s), u"Spooler\n\nthird"_s);
    QCOMPARE(at(u"text /service (\\w+)/"_s), u"(none)"_s); // only in Windows' own words
    for (const auto &wrong : {u"string"_s, u"string 100"_s, u"string +1"_s, u"data -1"_s, u"data 1024"_s, u"value "_s,
             u"text /no group/"_s, u"text /((/"_s, u"Spooler"_s})
        QVERIFY2(!placeFrom(wrong), qPrintable(wrong));
}

void ConditionTest::testsValues_data()
{
    using Test = Condition::Test;
    QTest::addColumn<Test>("test");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("holds");
    const QStringList two{u"Spooler"_s, u"BITS"_s};
    QTest::newRow("is, whatever the case") << Test::Is << two << u"bits"_s << true;
    QTest::newRow("is, a longer one") << Test::Is << two << u"BITS2"_s << false;
    QTest::newRow("is, nothing") << Test::Is << two << QString() << false;
    QTest::newRow("is not") << Test::IsNot << two << u"spooler"_s << false;
    QTest::newRow("is not, another") << Test::IsNot << two << u"W32Time"_s << true;
    QTest::newRow("is not, nothing") << Test::IsNot << two << QString() << true;
    QTest::newRow("contains") << Test::Contains << two << u"the spooler is"_s << true;
    QTest::newRow("starts with") << Test::StartsWith << two << u"Spooler2"_s << true;
    QTest::newRow("starts with, not") << Test::StartsWith << two << u"a Spooler"_s << false;
    QTest::newRow("ends with") << Test::EndsWith << two << u"a SPOOLER"_s << true;
    QTest::newRow("code") << Test::Code << QStringList{u"5"_s} << u"%%5"_s << true;
    QTest::newRow("code, another") << Test::Code << QStringList{u"5"_s} << u"%%50"_s << false;
    QTest::newRow("code, no code") << Test::Code << QStringList{u"5"_s} << u"five"_s << false;
    QTest::newRow("present") << Test::Present << QStringList() << u"x"_s << true;
    QTest::newRow("present, nothing") << Test::Present << QStringList() << QString() << false;
    QTest::newRow("absent") << Test::Absent << QStringList() << QString() << true;
    QTest::newRow("absent, something") << Test::Absent << QStringList() << u"x"_s << false;
}

void ConditionTest::testsValues()
{
    QFETCH(const Condition::Test, test);
    QFETCH(const QStringList, values);
    QFETCH(const QString, text);
    QFETCH(const bool, holds);
    Event event;
    event.content.values = {{{}, text}};
    const Condition condition{.places = {*placeFrom(u"string 1"_s)}, .test = test, .values = values, .pattern = {}};
    QCOMPARE(evident::holds(condition, factsOf(event)), holds);
}

QTEST_GUILESS_MAIN(ConditionTest)
#include "tst_condition.moc"

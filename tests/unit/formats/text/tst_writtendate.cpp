// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text/writtendate.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

/// Dates as the regional formats of Windows write them, and the order of day and month.
class WrittenDateTest : public QObject {
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void takesTheZoneOfTheMachine();
    void learnsTheOrder_data();
    void learnsTheOrder();
    void readsADateThatItsOrderForbids();
};

void WrittenDateTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("iso"); // in the order day, month where it matters
    QTest::newRow("german") << u"27.10.2021 12:28:26"_s << u"2021-10-27T12:28:26.0000000Z"_s;
    QTest::newRow("british") << u"03/04/2021 16:15:31"_s << u"2021-04-03T16:15:31.0000000Z"_s;
    QTest::newRow("american, whatever the order") << u"10/27/2016 06:38:24 PM"_s << u"2016-10-27T18:38:24.0000000Z"_s;
    QTest::newRow("noon") << u"1/1/2016 12:00:00 PM"_s << u"2016-01-01T12:00:00.0000000Z"_s;
    QTest::newRow("midnight") << u"1/1/2016 12:00:00 AM"_s << u"2016-01-01T00:00:00.0000000Z"_s;
    QTest::newRow("narrow no-break space") << u"1/1/2016 1:02:03\u202fPM"_s << u"2016-01-01T13:02:03.0000000Z"_s;
    QTest::newRow("spanish halves") << u"1/2/2016 1:02:03 p. m."_s << u"2016-02-01T13:02:03.0000000Z"_s;
    QTest::newRow("japanese") << u"2022/11/08 19:53:07"_s << u"2022-11-08T19:53:07.0000000Z"_s;
    QTest::newRow("chinese halves") << u"2022/12/26 下午 4:33:23"_s << u"2022-12-26T16:33:23.0000000Z"_s;
    QTest::newRow("korean") << u"2022-12-26 오전 12:33:23"_s << u"2022-12-26T00:33:23.0000000Z"_s;
    QTest::newRow("korean dots") << u"2022. 2. 6. 오후 4:33:23"_s << u"2022-02-06T16:33:23.0000000Z"_s;
    QTest::newRow("dutch") << u"19-07-2026 09:58:57"_s << u"2026-07-19T09:58:57.0000000Z"_s;
    QTest::newRow("finnish clock") << u"19.7.2026 9.58.57"_s << u"2026-07-19T09:58:57.0000000Z"_s;
    QTest::newRow("two digits, last century") << u"7/31/97 4:15:31 PM"_s << u"1997-07-31T16:15:31.0000000Z"_s;
    QTest::newRow("two digits, this century") << u"31.12.03 16:15"_s << u"2003-12-31T16:15:00.0000000Z"_s;
    QTest::newRow("two digits, year first") << u"97/07/31 16:15:31"_s << u"1997-07-31T16:15:31.0000000Z"_s;
    QTest::newRow("iso, local") << u"2016-12-22T05:29:02.512"_s << u"2016-12-22T05:29:02.5120000Z"_s;
    QTest::newRow("iso, nine digits") << u"2015-08-24T06:51:40.468750099Z"_s << u"2015-08-24T06:51:40.4687500Z"_s;
    QTest::newRow("iso, east") << u"2026-03-17T01:18:00.6262234+04:00"_s << u"2026-03-16T21:18:00.6262234Z"_s;
    QTest::newRow("iso, west") << u"2026-03-17T15:18:00-0400"_s << u"2026-03-17T19:18:00.0000000Z"_s;
    QTest::newRow("direction marks") << u"\u200e27/\u200e10/\u200e2021 \u200f\u200e12:28:26"_s
                                     << u"2021-10-27T12:28:26.0000000Z"_s;
    QTest::newRow("leap day") << u"29.02.2024 00:00:00"_s << u"2024-02-29T00:00:00.0000000Z"_s;
}

void WrittenDateTest::reads()
{
    QFETCH(const QString, text);
    QFETCH(const QString, iso);
    const auto date = readWrittenDate(text);
    QVERIFY(date);
    const auto time = toTimestamp(*date, DayOrder::DayFirst, QTimeZone(QTimeZone::UTC));
    QVERIFY(time);
    QCOMPARE(time->toIso(), iso);
}

void WrittenDateTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "today", "1/2/2016", "12:28:26", "1/2/2016 25:00:00", "1/2/2016 12:60:00",
             "1/2 12:00:00", "1/2/2016 1:00:00 XM", "2016-01-01T00:00:00+99:99", "1/2/20166 1:00:00",
             "1/2/2016 12:00:00 and more", "192.168.2001.1 12:00:00"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void WrittenDateTest::refuses()
{
    QFETCH(const QString, text);
    QVERIFY(!readWrittenDate(text));
}

void WrittenDateTest::takesTheZoneOfTheMachine()
{
    const QTimeZone berlin("Europe/Berlin");
    QVERIFY(berlin.isValid());
    const auto at = [&](const char *text) {
        return toTimestamp(*readWrittenDate(QString::fromLatin1(text)), DayOrder::DayFirst, berlin)->toIso();
    };
    QCOMPARE(at("01.07.2021 12:00:00"), u"2021-07-01T10:00:00.0000000Z"_s);
    QCOMPARE(at("01.01.2021 12:00:00"), u"2021-01-01T11:00:00.0000000Z"_s);
    QCOMPARE(at("2021-07-01T12:00:00Z"), u"2021-07-01T12:00:00.0000000Z"_s);
}

void WrittenDateTest::learnsTheOrder_data()
{
    QTest::addColumn<QStringList>("dates");
    QTest::addColumn<bool>("english");
    QTest::addColumn<bool>("dayFirst");
    QTest::addColumn<bool>("doubtful");
    const auto row = [](const char *name, QStringList dates, bool english, bool dayFirst, bool doubtful) {
        QTest::newRow(name) << dates << english << dayFirst << doubtful;
    };
    row("a month over 12", {u"03/04/2021 1:00:00"_s, u"02/13/2021 1:00:00"_s}, true, false, false);
    row("a day over 12", {u"03/04/2021 1:00:00"_s, u"13/02/2021 1:00:00"_s}, true, true, false);
    row("dots", {u"03.04.2021 1:00:00"_s}, true, true, false);
    row("the course of time", {u"12/01/2021 1:00:00"_s, u"01/02/2021 1:00:00"_s, u"02/02/2021 1:00:00"_s}, true, true,
        false);
    row("the course of time, months", {u"01/12/2021 1:00:00"_s, u"02/01/2021 1:00:00"_s, u"02/02/2021 1:00:00"_s}, true,
        false, false);
    row("United States", {u"3/4/2021 1:00:00 AM"_s}, true, false, false);
    row("Australia", {u"3/04/2021 1:00:00 AM"_s}, true, true, false);
    row("French", {u"03/04/2021 13:00:00"_s}, false, true, false);
    row("English without a hint", {u"03/04/2021 13:00:00"_s}, true, true, true);
    row("English, half days without a hint", {u"03/04/2021 1:00:00 PM"_s}, true, false, true);
    row("the same either way", {u"04/04/2021 1:00:00 PM"_s}, true, true, false);
    row("the year first", {u"2021/04/03 13:00:00"_s}, true, true, false);
}

void WrittenDateTest::learnsTheOrder()
{
    QFETCH(const QStringList, dates);
    QFETCH(const bool, english);
    QFETCH(const bool, dayFirst);
    QFETCH(const bool, doubtful);
    DayOrderEvidence evidence;
    for (const QString &date : dates)
        evidence.add(readWrittenDate(date).value());
    const DateLanguage language = english ? DateLanguage::English : DateLanguage::Other;
    QCOMPARE(evidence.order(language), dayFirst ? DayOrder::DayFirst : DayOrder::MonthFirst);
    QCOMPARE(evidence.isDoubtful(language), doubtful);
}

void WrittenDateTest::readsADateThatItsOrderForbids()
{
    const auto date = readWrittenDate(u"02/13/2021 1:00:00");
    QCOMPARE(
        toTimestamp(*date, DayOrder::DayFirst, QTimeZone(QTimeZone::UTC))->toIso(), u"2021-02-13T01:00:00.0000000Z"_s);
    QVERIFY(!toTimestamp(*readWrittenDate(u"31.02.2021 1:00:00"), DayOrder::DayFirst, QTimeZone(QTimeZone::UTC)));
}

QTEST_GUILESS_MAIN(WrittenDateTest)
#include "tst_writtendate.moc"

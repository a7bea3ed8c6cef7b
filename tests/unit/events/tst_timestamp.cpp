// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Moments as Windows counts them: both ends of the range, leap days, and the ticks that no calendar can show.

#include "events/timestamp.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class TimestampTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesIso_data();
    void writesIso();
    void cutsDigits();
    void countsUnixSecondsUnsigned();
    void turnsIntoDateTime();
};

void TimestampTest::writesIso_data()
{
    QTest::addColumn<quint64>("ticks");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << quint64(0) << QString();
    QTest::newRow("first tick") << quint64(1) << u"1601-01-01T00:00:00.0000001Z"_s;
    QTest::newRow("unix epoch") << quint64(116'444'736'000'000'000) << u"1970-01-01T00:00:00.0000000Z"_s;
    QTest::newRow("leap day") << quint64(125'963'423'999'999'999) << u"2000-02-29T23:59:59.9999999Z"_s;
    QTest::newRow("last of four digits") << quint64(2'650'467'743'999'999'999) << u"9999-12-31T23:59:59.9999999Z"_s;
    QTest::newRow("past the calendar") << quint64(2'650'467'744'000'000'000) << u"2650467744000000000"_s;
    QTest::newRow("all ones") << ~quint64(0) << u"18446744073709551615"_s;
}

void TimestampTest::writesIso()
{
    QFETCH(quint64, ticks);
    QFETCH(QString, text);
    QCOMPARE(Timestamp{ticks}.toIso(), text);
    if (ticks != 0 && Timestamp{ticks}.isPrintable()) // Qt's own calendar, to the millisecond
        QCOMPARE(Timestamp{ticks}.toDateTime().toString(Qt::ISODateWithMs).chopped(1), text.first(23));
}

void TimestampTest::cutsDigits()
{
    const Timestamp time{125'963'423'999'999'999};
    for (const auto &[digits, text] :
        {std::pair{0, "2000-02-29T23:59:59Z"}, {3, "2000-02-29T23:59:59.999Z"}, {6, "2000-02-29T23:59:59.999999Z"}}) {
        OutBuffer out;
        appendIso(out, time, digits);
        QCOMPARE(out.view(), std::string_view(text));
    }
}

void TimestampTest::countsUnixSecondsUnsigned()
{
    QCOMPARE(Timestamp::fromUnix(0).toIso(), u"1970-01-01T00:00:00.0000000Z"_s);
    QCOMPARE(Timestamp::fromUnix(0xFFFF'FFFF).toIso(), u"2106-02-07T06:28:15.0000000Z"_s);
}

void TimestampTest::turnsIntoDateTime()
{
    QVERIFY(!Timestamp{}.toDateTime().isValid());
    QVERIFY(!Timestamp{~quint64(0)}.toDateTime().isValid());
    const auto now = Timestamp::now().toDateTime();
    QVERIFY(qAbs(now.msecsTo(QDateTime::currentDateTimeUtc())) < 60'000);
}

QTEST_GUILESS_MAIN(TimestampTest)
#include "tst_timestamp.moc"

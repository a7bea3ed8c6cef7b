// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/tabulartime.h"

#include <QTest>

using namespace evident;

class TabularTimeTest : public QObject {
    Q_OBJECT
private slots:
    void followsTheLocale_data();
    void followsTheLocale();
    void followsTheZone();
    void saysWhatIsNoTime();
};

void TabularTimeTest::followsTheLocale_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");
    QTest::newRow("English") << QStringLiteral("en_US") << QStringLiteral("03/07/1999 02:05:09 PM");
    QTest::newRow("British") << QStringLiteral("en_GB") << QStringLiteral("07/03/1999 14:05:09");
    QTest::newRow("German") << QStringLiteral("de_DE") << QStringLiteral("07.03.1999 14:05:09");
    QTest::newRow("Swedish") << QStringLiteral("sv_SE") << QStringLiteral("1999-03-07 14:05:09");
}

void TabularTimeTest::followsTheLocale()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, text);
    const TabularTime time(QTimeZone::utc(), QLocale(locale));
    QCOMPARE(time.text(Timestamp::fromUnix(920'815'509)), text);
}

void TabularTimeTest::followsTheZone()
{
    const TabularTime time(QTimeZone(2 * 3600 + 1800), QLocale(QStringLiteral("de_DE")));
    QCOMPARE(time.text(Timestamp::fromUnix(920'815'509)), QStringLiteral("07.03.1999 16:35:09"));
}

void TabularTimeTest::saysWhatIsNoTime()
{
    const TabularTime time(QTimeZone::utc(), QLocale(QStringLiteral("de_DE")));
    QCOMPARE(time.text({}), QString());
    QCOMPARE(time.text({~std::uint64_t{0}}), QStringLiteral("18446744073709551615"));
}

QTEST_APPLESS_MAIN(TabularTimeTest)
#include "tst_tabulartime.moc"

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The level of an event from its number and keywords, and the words scripts know it by.

#include "events/level.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class LevelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsNumbers_data();
    void readsNumbers();
    void knowsItsWords();
};

void LevelTest::readsNumbers_data()
{
    QTest::addColumn<int>("number"); // -1: the record has none
    QTest::addColumn<quint64>("keywords");
    QTest::addColumn<Level>("level");
    QTest::newRow("critical") << 1 << quint64(0) << Level::Critical;
    QTest::newRow("error") << 2 << quint64(KeywordClassic) << Level::Error;
    QTest::newRow("verbose") << 5 << quint64(0) << Level::Verbose;
    QTest::newRow("a level of its own") << 16 << quint64(0) << Level::Other;
    QTest::newRow("largest") << 255 << quint64(0) << Level::Other;
    QTest::newRow("absent") << -1 << quint64(0) << Level::LogAlways;
    QTest::newRow("always") << 0 << quint64(0) << Level::LogAlways;
    QTest::newRow("audit success") << 0 << quint64(KeywordAuditSuccess) << Level::AuditSuccess;
    QTest::newRow("audit failure") << 0 << quint64(KeywordAuditFailure) << Level::AuditFailure;
    QTest::newRow("absent, audit") << -1 << quint64(KeywordAuditFailure) << Level::AuditFailure;
    QTest::newRow("a level wins over audit bits") << 4 << quint64(KeywordAuditSuccess) << Level::Information;
}

void LevelTest::readsNumbers()
{
    QFETCH(int, number);
    QFETCH(quint64, keywords);
    QFETCH(Level, level);
    QCOMPARE(levelFrom(number < 0 ? std::nullopt : std::optional(static_cast<std::uint8_t>(number)), keywords), level);
}

void LevelTest::knowsItsWords()
{
    QCOMPARE(levelWord(Level::LogAlways), "logAlways"_L1);
    for (int i = 0; i <= static_cast<int>(Level::Other); ++i) {
        const auto level = static_cast<Level>(i);
        QCOMPARE(levelFromWord(QString(levelWord(level))), std::optional(level));
    }
    QCOMPARE(levelFromWord(u"AUDITFAILURE"), std::optional(Level::AuditFailure));
    QCOMPARE(levelFromWord(u"fatal"), std::nullopt);
}

QTEST_GUILESS_MAIN(LevelTest)
#include "tst_level.moc"

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/logtree.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class LogTreeTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void groupsLogsByComputer();
    void tellsRoles();
    void aLogMovesWhenItsComputerIsKnown();
    void tellsOnlyRealChanges();
    void aComputerGoesWithItsLastLog();

private:
    std::unique_ptr<LogTree> m_tree;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

namespace {

LogEntry entryOf(std::uint32_t number, const QString &computer, const QString &log)
{
    LogEntry entry;
    entry.number = number;
    entry.path = u"/logs/"_s + log;
    entry.computer = computer;
    entry.log = log;
    entry.records = 10 * number;
    entry.damages = number;
    return entry;
}

QVariant role(const QModelIndex &index, LogRole wanted)
{
    return index.data(static_cast<int>(wanted));
}

} // namespace

void LogTreeTest::init()
{
    m_tree = std::make_unique<LogTree>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_tree.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void LogTreeTest::groupsLogsByComputer()
{
    m_tree->put(entryOf(1, u"MAIL01"_s, u"Application"_s));
    m_tree->put(entryOf(2, u"file02"_s, u"System"_s));
    m_tree->put(entryOf(3, u"mail01"_s, u"System"_s));
    QCOMPARE(m_tree->rowCount(), 2);
    QCOMPARE(m_tree->index(0, 0).data().toString(), u"file02"_s);
    const QModelIndex mail = m_tree->index(1, 0);
    QCOMPARE(mail.data().toString(), u"MAIL01"_s);
    QCOMPARE(m_tree->rowCount(mail), 2);
    QCOMPARE(m_tree->index(0, 0, mail).data().toString(), u"Application"_s);
    QCOMPARE(m_tree->indexOf(3), m_tree->index(1, 0, mail));
    QCOMPARE(m_tree->indexOf(3).parent(), mail);
    QVERIFY(!m_tree->indexOf(9).isValid());
}

void LogTreeTest::tellsRoles()
{
    auto entry = entryOf(1, u"MAIL01"_s, u"Application"_s);
    entry.state = LogEntry::State::Failed;
    entry.permille = 412;
    m_tree->put(entry);
    m_tree->put(entryOf(2, u"MAIL01"_s, u"System"_s));
    const QModelIndex log = m_tree->indexOf(1);
    QCOMPARE(role(log, LogRole::Number).toUInt(), 1U);
    QCOMPARE(role(log, LogRole::State).toInt(), static_cast<int>(LogEntry::State::Failed));
    QCOMPARE(role(log, LogRole::Permille).toInt(), 412);
    QCOMPARE(role(log, LogRole::Records).toULongLong(), 10U);
    QCOMPARE(role(log, LogRole::Computer).toString(), u"MAIL01"_s);
    QCOMPARE(log.data(Qt::ToolTipRole).toString(), u"/logs/Application"_s);
    QCOMPARE(role(log.parent(), LogRole::Records).toULongLong(), 30U);
    QCOMPARE(role(log.parent(), LogRole::DamagedPlaces).toULongLong(), 3U);
    QVERIFY(!role(log.parent(), LogRole::Number).isValid());
    QVERIFY(!role(log.parent(), LogRole::State).isValid());
}

void LogTreeTest::aLogMovesWhenItsComputerIsKnown()
{
    m_tree->put(entryOf(1, {}, u"Application"_s));
    QCOMPARE(m_tree->index(0, 0).data().toString(), u"Unknown computer"_s);
    m_tree->put(entryOf(2, u"MAIL01"_s, u"System"_s));
    m_tree->put(entryOf(1, u"MAIL01"_s, u"Application"_s));
    QCOMPARE(m_tree->rowCount(), 1);
    QCOMPARE(m_tree->rowCount(m_tree->index(0, 0)), 2);
    QCOMPARE(m_tree->indexOf(1).row(), 1);
}

void LogTreeTest::tellsOnlyRealChanges()
{
    auto entry = entryOf(1, u"MAIL01"_s, u"Application"_s);
    m_tree->put(entry);
    QSignalSpy changed(m_tree.get(), &QAbstractItemModel::dataChanged);
    m_tree->put(entry);
    QCOMPARE(changed.size(), 0);
    entry.permille = 5;
    m_tree->put(entry);
    QCOMPARE(changed.size(), 2); // the log, and its computer's sums
    QCOMPARE(role(m_tree->indexOf(1), LogRole::Permille).toInt(), 5);
}

void LogTreeTest::aComputerGoesWithItsLastLog()
{
    m_tree->put(entryOf(1, u"MAIL01"_s, u"Application"_s));
    m_tree->put(entryOf(2, u"MAIL01"_s, u"System"_s));
    m_tree->put(entryOf(3, u"A"_s, u"System"_s));
    m_tree->remove(1);
    QCOMPARE(m_tree->rowCount(), 2);
    QCOMPARE(m_tree->indexOf(2).row(), 0);
    m_tree->remove(2);
    m_tree->remove(2);
    QCOMPARE(m_tree->rowCount(), 1);
    m_tree->clear();
    QCOMPARE(m_tree->rowCount(), 0);
}

QTEST_GUILESS_MAIN(LogTreeTest)
#include "tst_logtree.moc"

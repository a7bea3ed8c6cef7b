// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/findingtable.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class FindingTableTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void showsEveryColumn();
    void tellsRoles();
    void indexesStayOnTheirFindings();
    void shrinksToNothing();

private:
    [[nodiscard]] QString cell(int row, FindingColumn column) const;
    std::unique_ptr<FindingTable> m_table;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

namespace {

Finding findingOf(std::uint16_t id, std::uint32_t count)
{
    Finding finding;
    finding.key.id = id;
    finding.key.level = Level::Error;
    finding.computer = u"MAIL01"_s;
    finding.provider = u"Perflib"_s;
    finding.count = count;
    finding.first = Timestamp::fromUnix(920'815'509);
    finding.last = Timestamp::fromUnix(920'815'510);
    finding.explanation.title = u"Title %1"_s.arg(id);
    finding.explanation.verdict = Verdict::Harmless;
    return finding;
}

} // namespace

void FindingTableTest::init()
{
    QLocale::setDefault(QLocale(u"de_DE"_s));
    m_table = std::make_unique<FindingTable>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_table.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

QString FindingTableTest::cell(int row, FindingColumn column) const
{
    return m_table->index(row, static_cast<int>(column)).data().toString();
}

void FindingTableTest::showsEveryColumn()
{
    auto finding = findingOf(1008, 1412);
    finding.conclusion = Conclusion{.kind = ConclusionKind::ConfirmedHarmless, .sentence = {}};
    m_table->setFindings({finding});
    m_table->setTimeZone(QTimeZone(3600));
    QCOMPARE(cell(0, FindingColumn::Verdict), u"Harmless"_s);
    QCOMPARE(cell(0, FindingColumn::Title), u"Title 1008"_s);
    QCOMPARE(cell(0, FindingColumn::Count), u"1.412"_s);
    QCOMPARE(cell(0, FindingColumn::First), u"07.03.1999 15:05:09"_s);
    QCOMPARE(cell(0, FindingColumn::Last), u"07.03.1999 15:05:10"_s);
    QCOMPARE(cell(0, FindingColumn::Source), u"Perflib"_s);
    QCOMPARE(cell(0, FindingColumn::Id), u"1008"_s);
    QCOMPARE(cell(0, FindingColumn::Computer), u"MAIL01"_s);
    QCOMPARE(cell(0, FindingColumn::Conclusion), u"Confirmed harmless"_s);
}

void FindingTableTest::tellsRoles()
{
    m_table->setFindings({findingOf(1008, 5)});
    const auto role = [this](FindingColumn column, FindingRole wanted) {
        return m_table->index(0, static_cast<int>(column)).data(static_cast<int>(wanted));
    };
    QCOMPARE(role(FindingColumn::Title, FindingRole::Verdict).toInt(), static_cast<int>(Verdict::Harmless));
    QVERIFY(!role(FindingColumn::Title, FindingRole::Conclusion).isValid());
    QCOMPARE(role(FindingColumn::Count, FindingRole::Number).toUInt(), 5U);
    QCOMPARE(role(FindingColumn::First, FindingRole::Number).toULongLong(), Timestamp::fromUnix(920'815'509).ticks);
    QVERIFY(!role(FindingColumn::Title, FindingRole::Number).isValid());
}

void FindingTableTest::indexesStayOnTheirFindings()
{
    m_table->setFindings({findingOf(1, 10), findingOf(2, 5), findingOf(3, 1)});
    const QPersistentModelIndex first = m_table->index(0, 1);
    const QPersistentModelIndex second = m_table->index(1, 2);
    const QPersistentModelIndex third = m_table->index(2, 0);
    m_table->setFindings({findingOf(4, 20), findingOf(3, 11), findingOf(1, 10), findingOf(5, 2)});
    QCOMPARE(m_table->rowCount(), 4);
    QCOMPARE(first.row(), 2);
    QCOMPARE(first.column(), 1);
    QVERIFY(!second.isValid());
    QCOMPARE(third.row(), 1);
    QCOMPARE(m_table->rowOf(findingOf(5, 0).key), 3);
    QCOMPARE(m_table->rowOf(findingOf(2, 0).key), -1);
}

void FindingTableTest::shrinksToNothing()
{
    m_table->setFindings({findingOf(1, 10), findingOf(2, 5)});
    const QPersistentModelIndex first = m_table->index(0, 1);
    m_table->setFindings({});
    QCOMPARE(m_table->rowCount(), 0);
    QVERIFY(!first.isValid());
    QCOMPARE(m_table->at(0), nullptr);
}

QTEST_GUILESS_MAIN(FindingTableTest)
#include "tst_findingtable.moc"

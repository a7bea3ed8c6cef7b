// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/forgedstore.h"

#include "tables/eventtable.h"
#include "wording/description.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace evident;
using namespace evident::test;
using namespace Qt::StringLiterals;

/// The event table under Qt's own model tester, which ends the test at the first broken rule.
class EventTableTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void isEmptyAtFirst();
    void showsEveryColumn();
    void namesItsColumns();
    void tellsRoles();
    void tellsWhatCanNoLongerBeRead();
    void showsOneLineAndTipsAll();
    void indexesStayOnTheirEvents_data();
    void indexesStayOnTheirEvents();
    void growsAndShrinks();
    void clears();
    void followsTheTimeZone();
    void findsViewRows();
    void findsRowsNearby();

private:
    [[nodiscard]] std::shared_ptr<const EventOrder> order(const std::vector<std::uint32_t> &rows) const;
    [[nodiscard]] std::shared_ptr<const EventOrder> wholeOrder() const;
    [[nodiscard]] QString cell(int row, EventColumn column, int role = Qt::DisplayRole) const;

    std::unique_ptr<ForgedStore> m_forged;
    std::unique_ptr<EventTable> m_table;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

namespace {

forge::EvtEvent perflib()
{
    return {
        .generated = 920'815'509,
        .written = 0,
        .eventId = 0xC00003F0,
        .type = forge::EvtType::Error,
        .category = 3,
        .source = u"Perflib",
        .computer = u"MAIL01",
        .sid = forge::sid({18}),
        .strings = {u"MSExchangeIMC", u"gwperf.dll"},
        .data = {},
    };
}

} // namespace

void EventTableTest::init()
{
    QLocale::setDefault(QLocale(u"de_DE"_s));
    m_forged = std::make_unique<ForgedStore>(perflibShelf());
    m_table = std::make_unique<EventTable>(m_forged->matcher, m_forged->names);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_table.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

std::shared_ptr<const EventOrder> EventTableTest::order(const std::vector<std::uint32_t> &rows) const
{
    auto made = std::make_shared<EventOrder>();
    for (const std::uint32_t row : rows)
        made->rows.push_back(static_cast<RowId>(row));
    return made;
}

std::shared_ptr<const EventOrder> EventTableTest::wholeOrder() const
{
    std::vector<std::uint32_t> rows(m_forged->store.size());
    std::iota(rows.begin(), rows.end(), 0U);
    return order(rows);
}

QString EventTableTest::cell(int row, EventColumn column, int role) const
{
    return m_table->index(row, static_cast<int>(column)).data(role).toString();
}

void EventTableTest::isEmptyAtFirst()
{
    QCOMPARE(m_table->rowCount(), 0);
    QCOMPARE(m_table->columnCount(), EventColumnCount);
    QCOMPARE(m_table->viewRowOf(RowId{0}), -1);
    QVERIFY(!m_table->eventAt(0).has_value());
}

void EventTableTest::showsEveryColumn()
{
    m_forged->addLog(1, u"/logs/App.evt"_s, {perflib()});
    m_table->setOrder(m_forged->store, wholeOrder());
    QCOMPARE(cell(0, EventColumn::Level), u"Error"_s);
    QCOMPARE(cell(0, EventColumn::Time), u"07.03.1999 14:05:09"_s);
    QCOMPARE(cell(0, EventColumn::Source), u"Perflib"_s);
    QCOMPARE(cell(0, EventColumn::Id), u"1008"_s);
    QCOMPARE(cell(0, EventColumn::Task), u"(3)"_s);
    QCOMPARE(cell(0, EventColumn::Description), u"The counters of MSExchangeIMC cannot be opened"_s);
    QCOMPARE(cell(0, EventColumn::Log), u"App"_s);
    QCOMPARE(cell(0, EventColumn::Computer), u"MAIL01"_s);
    QCOMPARE(cell(0, EventColumn::User), u"S-1-5-18"_s);
    QCOMPARE(cell(0, EventColumn::RecordId), u"1"_s);
    QCOMPARE(cell(0, EventColumn::Keywords), u"0x80000000000000"_s);
    QCOMPARE(cell(0, EventColumn::Opcode), u"0"_s);
    QCOMPARE(cell(0, EventColumn::ProcessId), u"0"_s);
    QCOMPARE(cell(0, EventColumn::ThreadId), u"0"_s);
    QCOMPARE(cell(0, EventColumn::Activity), QString());
    QCOMPARE(cell(0, EventColumn::File), u"/logs/App.evt"_s);
    QCOMPARE(m_table->eventAt(0)->content.string(1), u"MSExchangeIMC"_s);
}

void EventTableTest::namesItsColumns()
{
    const QStringList names{u"Level"_s, u"Date and Time"_s, u"Source"_s, u"Event ID"_s, u"Task Category"_s,
        u"Description"_s, u"Log"_s, u"Computer"_s, u"User"_s, u"Record ID"_s, u"Keywords"_s, u"Opcode"_s,
        u"Process ID"_s, u"Thread ID"_s, u"Activity ID"_s, u"File"_s};
    for (int i = 0; i < EventColumnCount; ++i) {
        QCOMPARE(m_table->headerData(i, Qt::Horizontal, Qt::DisplayRole).toString(), names[i]);
        QCOMPARE(QString(columnName(static_cast<EventColumn>(i))), names[i]);
    }
}

void EventTableTest::tellsRoles()
{
    auto other = perflib();
    other.eventId = 1009;
    other.type = forge::EvtType::Warning;
    m_forged->addLog(1, u"App.evt"_s, {other, perflib()});
    m_table->setOrder(m_forged->store, order({1, 0}));
    const QModelIndex explained = m_table->index(0, static_cast<int>(EventColumn::Description));
    const QModelIndex plain = m_table->index(1, static_cast<int>(EventColumn::Description));
    const auto role = [](const QModelIndex &index, EventRole wanted) { return index.data(static_cast<int>(wanted)); };
    QCOMPARE(role(explained, EventRole::Level).toInt(), static_cast<int>(Level::Error));
    QCOMPARE(role(plain, EventRole::Level).toInt(), static_cast<int>(Level::Warning));
    QCOMPARE(role(explained, EventRole::Verdict).toInt(), static_cast<int>(Verdict::Harmless));
    QVERIFY(!role(plain, EventRole::Verdict).isValid());
    QCOMPARE(role(explained, EventRole::Row).toUInt(), 1U);
    QCOMPARE(role(plain, EventRole::Marks).toInt(), 0);
    QCOMPARE(role(explained, EventRole::Origin).toInt(), static_cast<int>(DescriptionOrigin::Article));
    QCOMPARE(role(plain, EventRole::Origin).toInt(), static_cast<int>(DescriptionOrigin::Values));
    QCOMPARE(role(plain, EventRole::Unreadable).toBool(), false);
}

void EventTableTest::tellsWhatCanNoLongerBeRead()
{
    m_forged->addLog(1, u"App.evt"_s, {perflib()});
    auto moved = std::make_shared<EventBatch>(*m_forged->store.batches().front());
    constexpr std::array<std::uint64_t, 1> Nowhere{1'000'000};
    moved->place = NearNumbers(std::span<const std::uint64_t>(Nowhere), std::identity());
    EventStore store;
    store.append(moved);
    m_table->setOrder(store, order({0}));
    const QModelIndex index = m_table->index(0, static_cast<int>(EventColumn::Description));
    QCOMPARE(index.data().toString(), QString());
    QVERIFY(index.data(static_cast<int>(EventRole::Unreadable)).toBool());
}

void EventTableTest::showsOneLineAndTipsAll()
{
    auto event = perflib();
    event.eventId = 1;
    event.strings = {u"first line\r\n\tsecond   line", u"\u202eevil"};
    m_forged->addLog(1, u"App.evt"_s, {event});
    m_table->setOrder(m_forged->store, order({0}));
    QVERIFY(cell(0, EventColumn::Description).startsWith(u"first line second line"_s));
    QVERIFY(!cell(0, EventColumn::Description).contains(QChar(0x202e)));
    QVERIFY(cell(0, EventColumn::Description, Qt::ToolTipRole).contains(u'\n'));
}

void EventTableTest::indexesStayOnTheirEvents_data()
{
    QTest::addColumn<QList<int>>("watched");
    QTest::newRow("one") << QList<int>{17};
    QTest::newRow("some") << QList<int>{0, 3, 17, 99};
    QList<int> many;
    for (int i = 0; i < 100; i += 2)
        many.append(i);
    QTest::newRow("many") << many;
}

void EventTableTest::indexesStayOnTheirEvents()
{
    QFETCH(const QList<int>, watched);
    m_forged->addLog(1, u"App.evt"_s, mixedEvents(100, 1));
    m_table->setOrder(m_forged->store, wholeOrder());
    QList<QPersistentModelIndex> indexes;
    for (const int row : watched)
        indexes.append(m_table->index(row, row % EventColumnCount));

    m_forged->addLog(2, u"Sys.evt"_s, mixedEvents(50, 2));
    std::vector<std::uint32_t> rows(150);
    std::iota(rows.rbegin(), rows.rend(), 0U);
    std::erase_if(rows, [](std::uint32_t row) { return row == 3 || row == 10; });
    m_table->setOrder(m_forged->store, order(rows));
    QCOMPARE(m_table->rowCount(), 148);
    for (qsizetype i = 0; i < watched.size(); ++i) {
        const bool left = watched[i] == 3 || watched[i] == 10;
        QCOMPARE(indexes[i].isValid(), !left);
        if (left)
            continue;
        QCOMPARE(indexes[i].data(static_cast<int>(EventRole::Row)).toInt(), watched[i]);
        QCOMPARE(indexes[i].column(), watched[i] % EventColumnCount);
    }
}

void EventTableTest::growsAndShrinks()
{
    m_forged->addLog(1, u"App.evt"_s, mixedEvents(100, 1));
    QSignalSpy inserted(m_table.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_table.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(m_table.get(), &QAbstractItemModel::modelReset);
    m_table->setOrder(m_forged->store, wholeOrder());
    QCOMPARE(m_table->rowCount(), 100);
    m_table->setOrder(m_forged->store, order({5, 4}));
    QCOMPARE(m_table->rowCount(), 2);
    m_table->setOrder(m_forged->store, order({}));
    QCOMPARE(m_table->rowCount(), 0);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(removed.size(), 2);
    QCOMPARE(reset.size(), 0);
}

void EventTableTest::clears()
{
    m_forged->addLog(1, u"App.evt"_s, {perflib()});
    m_table->setOrder(m_forged->store, wholeOrder());
    QCOMPARE(cell(0, EventColumn::Source), u"Perflib"_s);
    m_table->clear();
    QCOMPARE(m_table->rowCount(), 0);
    auto other = perflib();
    other.strings = {u"PSched"};
    ForgedStore second(perflibShelf());
    second.addLog(1, u"App.evt"_s, {other});
    m_table->setOrder(second.store, order({0}));
    QCOMPARE(cell(0, EventColumn::Description), u"The counters of PSched cannot be opened"_s); // not the cached one
}

void EventTableTest::followsTheTimeZone()
{
    m_forged->addLog(1, u"App.evt"_s, {perflib()});
    m_table->setOrder(m_forged->store, wholeOrder());
    QSignalSpy changed(m_table.get(), &QAbstractItemModel::dataChanged);
    m_table->setTimeZone(QTimeZone(3600));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cell(0, EventColumn::Time), u"07.03.1999 15:05:09"_s);
}

void EventTableTest::findsViewRows()
{
    m_forged->addLog(1, u"App.evt"_s, mixedEvents(10, 1));
    m_table->setOrder(m_forged->store, order({7, 2, 9}));
    QCOMPARE(m_table->viewRowOf(RowId{9}), 2);
    QCOMPARE(m_table->viewRowOf(RowId{7}), 0);
    QCOMPARE(m_table->viewRowOf(RowId{0}), -1);
    QCOMPARE(m_table->rowAt(1), RowId{2});
}

/// Keyboard search: the next thousand rows, and from the last on to the first.
void EventTableTest::findsRowsNearby()
{
    auto events = mixedEvents(1'400, 1);
    for (const std::size_t row : {5U, 1'200U})
        events[row].source = u"Zebra";
    m_forged->addLog(1, u"App.evt"_s, events);
    m_table->setOrder(m_forged->store, wholeOrder());
    constexpr auto Source = static_cast<int>(EventColumn::Source);
    const auto found = [&](int from, int hits) {
        QList<int> rows;
        for (const QModelIndex &index : m_table->match(m_table->index(from, Source), Qt::DisplayRole, u"zEb"_s, hits))
            rows.append(index.column() == Source ? index.row() : -1);
        return rows;
    };
    QCOMPARE(found(6, 1), QList<int>());
    QCOMPARE(found(200, 1), QList<int>());
    QCOMPARE(found(201, 1), QList<int>{1'200});
    QCOMPARE(found(1'200, 1), QList<int>{1'200});
    QCOMPARE(found(1'200, -1), (QList<int>{1'200, 5}));
    QCOMPARE(found(1'201, 1), QList<int>{5});
    QCOMPARE(m_table->match({}, Qt::DisplayRole, u"Z"_s), QModelIndexList());
}

QTEST_GUILESS_MAIN(EventTableTest)
#include "tst_eventtable.moc"

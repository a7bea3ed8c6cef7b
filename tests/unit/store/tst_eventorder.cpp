// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forgedstore.h"

#include "store/eventorder.h"
#include "wording/description.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace evident;
using namespace evident::test;
using namespace Qt::StringLiterals;

/// Queries against the plain way: decode every event, test it, sort with the standard library.
class EventOrderTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void sortsByEveryColumn_data();
    void sortsByEveryColumn();
    void filters_data();
    void filters();
    void findsText_data();
    void findsText();
    void findsTextInRowsReadOneByOne();
    void hidesRecoveredRows();
    void anEmptyStoreHasAnEmptyOrder();
    void answersNothingWhenCancelled();

private:
    using Pass = std::function<bool(const EventBatch &, std::size_t, const Event &)>;
    [[nodiscard]] RowIds plainly(const Pass &pass, EventColumn column, bool descending) const;
    [[nodiscard]] RowIds run(const Query &query) const;

    ForgedStore m_forged{perflibShelf()};
};

Q_DECLARE_METATYPE(Query)

namespace {

const Article *articleOf(const EventBatch &batch, std::size_t index, const Shelf &shelf)
{
    return batch.highlight[index] == 0 ? nullptr
                                       : &shelf.article(static_cast<ArticleNumber>(batch.highlight[index] - 1));
}

std::weak_ordering compareTexts(const QString &a, const QString &b)
{
    const int folded = a.compare(b, Qt::CaseInsensitive);
    return (folded != 0 ? folded : a.compare(b)) <=> 0;
}

/// One row, decoded.
struct Row {
    RowId id{};
    Event event;
    QString description;
    QString file;
};

std::weak_ordering compareBy(EventColumn column, const Row &a, const Row &b)
{
    switch (column) {
    case EventColumn::Level: return a.event.level <=> b.event.level;
    case EventColumn::Time: return a.event.time <=> b.event.time;
    case EventColumn::Source: return compareTexts(a.event.provider, b.event.provider);
    case EventColumn::Id: return a.event.id <=> b.event.id;
    case EventColumn::Task: return a.event.task <=> b.event.task;
    case EventColumn::Description: return compareTexts(a.description, b.description);
    case EventColumn::Log: return compareTexts(a.event.channel, b.event.channel);
    case EventColumn::Computer: return compareTexts(a.event.computer, b.event.computer);
    case EventColumn::User: return compareTexts(a.event.user, b.event.user);
    case EventColumn::RecordId: return a.event.recordId <=> b.event.recordId;
    case EventColumn::Keywords: return a.event.keywords <=> b.event.keywords;
    case EventColumn::Opcode: return a.event.opcode <=> b.event.opcode;
    case EventColumn::ProcessId: return a.event.processId <=> b.event.processId;
    case EventColumn::ThreadId: return a.event.threadId <=> b.event.threadId;
    case EventColumn::Activity: return compareTexts(a.event.activityId, b.event.activityId);
    case EventColumn::File: return compareTexts(a.file, b.file);
    }
    return std::weak_ordering::equivalent;
}

constexpr std::array Columns{
    EventColumn::Level,
    EventColumn::Time,
    EventColumn::Source,
    EventColumn::Id,
    EventColumn::Task,
    EventColumn::Description,
    EventColumn::Log,
    EventColumn::Computer,
    EventColumn::User,
    EventColumn::RecordId,
    EventColumn::Keywords,
    EventColumn::Opcode,
    EventColumn::ProcessId,
    EventColumn::ThreadId,
    EventColumn::Activity,
    EventColumn::File,
};
static_assert(Columns.size() == EventColumnCount);

} // namespace

void EventOrderTest::initTestCase()
{
    m_forged.addLog(3, u"/b/System.evt"_s, mixedEvents(700, 1));
    m_forged.addLog(1, u"/a/Application.evt"_s, mixedEvents(400, 2), 1);
    m_forged.addLog(2, u"/c/Application.evt"_s, mixedEvents(1, 3));
}

RowIds EventOrderTest::plainly(const Pass &pass, EventColumn column, bool descending) const
{
    std::vector<Row> rows;
    for (std::uint32_t number = 0; number < m_forged.store.size(); ++number) {
        const auto id = static_cast<RowId>(number);
        const auto [batch, index] = m_forged.store.at(id);
        const Event event = *m_forged.store.event(id);
        if (pass && !pass(*batch, index, event))
            continue;
        const QString description = describe(event, articleOf(*batch, index, m_forged.shelf)).text.left(64);
        rows.push_back({.id = id, .event = event, .description = description, .file = batch->reader->source().name()});
    }
    std::ranges::sort(rows, [&](const Row &a, const Row &b) {
        auto order = compareBy(column, a, b);
        if (column == EventColumn::Time && order == 0)
            order = a.id <=> b.id;
        if (order != 0)
            return descending ? order > 0 : order < 0;
        return std::pair(a.event.time, a.id) > std::pair(b.event.time, b.id); // newest first
    });
    RowIds ids;
    std::ranges::transform(rows, std::back_inserter(ids), &Row::id);
    return ids;
}

RowIds EventOrderTest::run(const Query &query) const
{
    const auto order = runQuery(m_forged.store, query, m_forged.names, m_forged.shelf, false);
    return order ? order->rows : RowIds{};
}

void EventOrderTest::sortsByEveryColumn_data()
{
    QTest::addColumn<EventColumn>("column");
    QTest::addColumn<bool>("descending");
    for (const EventColumn column : Columns) {
        for (const bool descending : {false, true})
            QTest::addRow("%d %s", static_cast<int>(column), descending ? "falling" : "rising") << column << descending;
    }
}

void EventOrderTest::sortsByEveryColumn()
{
    QFETCH(const EventColumn, column);
    QFETCH(const bool, descending);
    Query query;
    query.sortBy = column;
    query.descending = descending;
    const auto expected = plainly({}, column, descending);
    QCOMPARE(expected.size(), std::size_t{1101});
    QCOMPARE(run(query), expected);
}

void EventOrderTest::filters_data()
{
    QTest::addColumn<Query>("query");
    QTest::addColumn<Pass>("pass");
    const Names &names = m_forged.names;
    const auto add = [](const char *name, const std::function<void(Query &)> &set, const Pass &pass) {
        Query query;
        set(query);
        QTest::newRow(name) << query << pass;
    };
    add(
        "levels", [](Query &q) { q.levels = {Level::Error, Level::AuditFailure}; },
        [](auto &, auto, const Event &e) { return e.level == Level::Error || e.level == Level::AuditFailure; });
    add(
        "provider", [&](Query &q) { q.providers = {names.find(u"DCOM")}; },
        [](auto &, auto, const Event &e) { return e.provider == u"DCOM"; });
    add(
        "computers", [&](Query &q) { q.computers = {names.find(u"MAIL01"), names.find(u"mail01")}; },
        [](auto &, auto, const Event &e) { return e.computer.compare(u"MAIL01", Qt::CaseInsensitive) == 0; });
    add(
        "ids", [](Query &q) { q.ids = {1003, 1019}; },
        [](auto &, auto, const Event &e) { return e.id == 1003 || e.id == 1019; });
    add("logs", [](Query &q) { q.logs = {1, 2}; }, [](const EventBatch &b, auto, auto &) { return b.log != 3; });
    add(
        "highlight", [](Query &q) { q.highlights = {1}; },
        [](auto &, auto, const Event &e) { return e.provider == u"Perflib" && e.id == 1008; });
    add(
        "explained", [](Query &q) { q.explained = true; },
        [](const EventBatch &b, std::size_t i, auto &) { return b.highlight[i] != 0; });
    add(
        "not explained", [](Query &q) { q.explained = false; },
        [](const EventBatch &b, std::size_t i, auto &) { return b.highlight[i] == 0; });
    add(
        "several",
        [](Query &q) {
            q.levels = {Level::Warning};
            q.logs = {3};
            q.ids = {1001, 1002, 1003, 1004};
        },
        [](const EventBatch &b, auto, const Event &e) {
            return e.level == Level::Warning && b.log == 3 && e.id >= 1001 && e.id <= 1004;
        });
    add("nothing passes", [](Query &q) { q.ids = {4}; }, [](auto &, auto, auto &) { return false; });
}

void EventOrderTest::filters()
{
    QFETCH(const Query, query);
    QFETCH(const Pass, pass);
    const auto expected = plainly(pass, EventColumn::Time, true);
    QVERIFY(expected.size() < m_forged.store.size());
    QCOMPARE(run(query), expected);
}

void EventOrderTest::findsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("source") << u"netlogon"_s;
    QTest::newRow("umlaut") << u"ÖSTER"_s;
    QTest::newRow("computer") << u"file02"_s;
    QTest::newRow("user") << u"S-1-5-18"_s;
    QTest::newRow("id") << u"1013"_s;
    QTest::newRow("value") << u"ÄRGER"_s;
    QTest::newRow("article's summary") << u"counters of"_s;
    QTest::newRow("nowhere") << u"no such text"_s;
}

void EventOrderTest::findsText()
{
    QFETCH(const QString, text);
    const auto holds = [&](const EventBatch &batch, std::size_t index, const Event &event) {
        QStringList texts{event.provider, event.computer, event.user, QString::number(event.id),
            describe(event, articleOf(batch, index, m_forged.shelf)).text};
        for (const EventValue &value : event.content.values)
            texts.append(value.text);
        return std::ranges::any_of(texts, [&](const QString &one) { return one.contains(text, Qt::CaseInsensitive); });
    };
    Query query;
    query.text = text;
    const auto expected = plainly(holds, EventColumn::Time, true);
    QCOMPARE(expected.empty(), text == u"no such text");
    QCOMPARE(run(query), expected);
}

/// With a filter that leaves few rows of a batch, these are decoded one by one instead of part by part.
void EventOrderTest::findsTextInRowsReadOneByOne()
{
    Query query;
    query.text = u"charlie"_s;
    query.ids = {1005};
    query.providers = {m_forged.names.find(u"NETLOGON")};
    const auto expected = plainly(
        [](auto &, auto, const Event &event) {
            return event.id == 1005 && event.provider == u"NETLOGON"
                && (event.content.string(1) == u"charlie" || event.content.string(2) == u"charlie");
        },
        EventColumn::Time, true);
    QVERIFY(!expected.empty());
    QCOMPARE(run(query), expected);
}

void EventOrderTest::hidesRecoveredRows()
{
    auto batch = std::make_shared<EventBatch>(*m_forged.store.batches().front());
    EventRow row;
    std::vector<RowKind> kinds(batch->size(), RowKind(row));
    row.marks = RowMark::Recovered;
    kinds[0] = RowKind(row);
    row.marks = RowMark::InDamage;
    kinds[1] = RowKind(row);
    batch->kind = FewValues<RowKind>(std::span<const RowKind>(kinds), std::identity());
    EventStore store;
    store.append(batch);
    Query query;
    const auto hidden = runQuery(store, query, m_forged.names, m_forged.shelf, false);
    QCOMPARE(hidden->rows.size(), batch->size() - 1);
    QVERIFY(std::ranges::find(hidden->rows, RowId{0}) == hidden->rows.end());
    query.recovered = true;
    QCOMPARE(runQuery(store, query, m_forged.names, m_forged.shelf, false)->rows.size(), batch->size());
}

void EventOrderTest::anEmptyStoreHasAnEmptyOrder()
{
    Query query;
    query.text = u"x"_s;
    query.sortBy = EventColumn::Description;
    const auto order = runQuery({}, query, m_forged.names, m_forged.shelf, false);
    QVERIFY(order.has_value());
    QVERIFY(order->rows.empty());
}

void EventOrderTest::answersNothingWhenCancelled()
{
    QVERIFY(!runQuery(m_forged.store, {}, m_forged.names, m_forged.shelf, true).has_value());
}

QTEST_APPLESS_MAIN(EventOrderTest)
#include "tst_eventorder.moc"

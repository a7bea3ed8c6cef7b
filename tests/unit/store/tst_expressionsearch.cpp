// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forgedstore.h"

#include "store/eventorder.h"
#include "wording/description.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace evident;
using namespace evident::test;
using namespace Qt::StringLiterals;

/// Queries for expressions against the plain way: decode every event, try each of its texts.
class ExpressionSearchTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void finds_data();
    void finds();
    void tellsWhatWasGivenUp();
    void stopsAmongRowsThatTakeLong();

private:
    [[nodiscard]] RowIds plainly(const QString &expression) const;

    ForgedStore m_forged{perflibShelf()};
};

namespace {

Query queryFor(const QString &expression)
{
    Query query;
    query.text = expression;
    query.textKind = TextKind::Expression;
    query.sortBy = EventColumn::RecordId;
    query.descending = false;
    return query;
}

RowIds sorted(RowIds rows)
{
    std::ranges::sort(rows);
    return rows;
}

/// On whose string "(a+)+(?<!a)!" takes too many steps.
forge::EvtEvent slowEvent(int number)
{
    return {.generated = 900'000'000 + static_cast<std::uint32_t>(number),
        .eventId = 7,
        .source = u"Slow",
        .computer = u"PC",
        .sid = {},
        .strings = {std::u16string(50, u'a') + u'!'},
        .data = {}};
}

} // namespace

void ExpressionSearchTest::initTestCase()
{
    m_forged.addLog(1, u"/a/Application.evt"_s, mixedEvents(600, 5), 1);
    m_forged.addLog(2, u"/b/System.evt"_s, mixedEvents(200, 6));
}

RowIds ExpressionSearchTest::plainly(const QString &expression) const
{
    const QRegularExpression sought(expression,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption
            | QRegularExpression::UseUnicodePropertiesOption);
    RowIds rows;
    for (std::uint32_t number = 0; number < m_forged.store.size(); ++number) {
        const auto row = static_cast<RowId>(number);
        const auto [batch, index] = m_forged.store.at(row);
        const Event event = *m_forged.store.event(row);
        const Highlight highlight = batch->highlight[index];
        const Article *article =
            highlight == 0 ? nullptr : &m_forged.shelf.article(static_cast<ArticleNumber>(highlight - 1));
        QStringList texts{
            event.provider, event.computer, event.user, QString::number(event.id), describe(event, article).text};
        for (const EventValue &value : event.content.values)
            texts.append(value.text);
        if (std::ranges::any_of(
                texts, [&](const QString &text) { return !text.isEmpty() && sought.match(text).hasMatch(); }))
            rows.push_back(row);
    }
    return rows;
}

void ExpressionSearchTest::finds_data()
{
    QTest::addColumn<QString>("expression");
    for (const QString &expression :
        {u"net\\w+on"_s, u"ÖSTER.*CH"_s, u"^alpha$"_s, u"alpha\\nbravo"_s, u"\\Aalpha\\z"_s, u"file0\\d"_s,
            u"S-1-5-(18|21-0)$"_s, u"^10(08|1[0-3])$"_s, u"ärger\\b"_s, u"(?-i)Bravo"_s, u"counters? of"_s,
            u"counters of (?=\\w)"_s, u"bravo|charlie"_s, u"(perf|net)\\w+"_s, u"^(?=.*v)(?=.*b)"_s, u"^a\\w+a$"_s,
            u"(\\w)\\1+"_s, u"(?<=zulu )Ä"_s, u"[^\\x00-\\x7f]"_s, u"zulu\\s+(?!ä)"_s})
        QTest::newRow(qPrintable(expression)) << expression;
}

void ExpressionSearchTest::finds()
{
    QFETCH(const QString, expression);
    const auto order = runQuery(m_forged.store, queryFor(expression), m_forged.names, m_forged.shelf, false);
    QVERIFY(order.has_value());
    const auto expected = plainly(expression);
    QCOMPARE(expected.empty(), expression.startsWith(u"zulu"));
    QCOMPARE(sorted(order->rows), expected);
    QCOMPARE(order->givenUp, std::size_t{0});

    const auto all = runQuery(m_forged.store, queryFor(u"x*"_s), m_forged.names, m_forged.shelf, false);
    QCOMPARE(all->rows.size(), m_forged.store.size());
    const auto none = runQuery(m_forged.store, queryFor(u"("_s), m_forged.names, m_forged.shelf, false);
    QCOMPARE(none->rows.size(), std::size_t{0});
}

/// Rows are counted, each once, and those that match elsewhere are not among them.
void ExpressionSearchTest::tellsWhatWasGivenUp()
{
    ForgedStore forged;
    std::vector<forge::EvtEvent> events = mixedEvents(20, 1);
    for (int i = 0; i < 3; ++i)
        events.push_back(slowEvent(i));
    events.push_back(slowEvent(3));
    events.back().strings.emplace_back(u"aa");
    forged.addLog(1, u"/a/System.evt"_s, events);
    const auto order = runQuery(forged.store, queryFor(u"^(a+)+(?<!a)!$|^aa$"_s), forged.names, forged.shelf, false);
    QVERIFY(order.has_value());
    QCOMPARE(order->givenUp, std::size_t{3});
    QCOMPARE(order->rows, RowIds{static_cast<RowId>(23)});
    const auto plain = runQuery(forged.store, queryFor(u"a!$"_s), forged.names, forged.shelf, false);
    QCOMPARE(plain->rows.size(), std::size_t{4});
    QCOMPARE(plain->givenUp, std::size_t{0});
}

/// Thousands of such rows in one batch would take half a minute.
void ExpressionSearchTest::stopsAmongRowsThatTakeLong()
{
    ForgedStore forged;
    std::vector<forge::EvtEvent> events;
    for (int i = 0; i < 2'000; ++i) {
        events.push_back(slowEvent(i));
        events.back().strings.front() += static_cast<char16_t>(u'0' + i % 10); // none is like another
        events.back().strings.emplace_back(std::u16string(40 + static_cast<std::size_t>(i % 20), u'a') + u'!');
    }
    forged.addLog(1, u"/a/System.evt"_s, events, 1'000);
    std::atomic_bool cancelled = false;
    QElapsedTimer clock;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        clock.start();
        cancelled = true;
    });
    QVERIFY(!runQuery(forged.store, queryFor(u"(a+)+(?<!a)!"_s), forged.names, forged.shelf, cancelled).has_value());
    QVERIFY(clock.isValid());
    QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed()))); // 300 ms, were nobody else busy
}

QTEST_APPLESS_MAIN(ExpressionSearchTest)
#include "tst_expressionsearch.moc"

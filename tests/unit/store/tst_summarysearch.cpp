// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/eventmix.h"
#include "forge/evtxfile.h"

#include "formats/evtx/evtxreader.h"
#include "sources/filesource.h"
#include "store/eventorder.h"
#include "wording/description.h"

#include <QTest>

#include <sstream>

using namespace evident;
using namespace Qt::StringLiterals;

/// What summaries say that are put together without decoding, against what they say in the table.
class SummarySearchTest : public QObject {
    Q_OBJECT
private slots:
    void searchesWhatIsShown_data();
    void searchesWhatIsShown();
};

namespace {

std::shared_ptr<const LogReader> forgedLog(Names &names)
{
    std::ostringstream out;
    forge::EvtxFile log(out);
    forge::EventMix mix;
    forge::EventShapes shapes;
    for (std::uint64_t id = 1; id <= 200; ++id)
        log.add(id, 100, shapes.fragment(mix.next(), id));
    log.finish();
    auto source = std::make_shared<MemorySource>(u"log.evtx"_s, QByteArray::fromStdString(out.str()));
    return openEvtx(std::move(source), names).value_or(nullptr);
}

std::shared_ptr<const EventBatch> batchOf(
    const std::shared_ptr<const LogReader> &reader, const Shelf &shelf, const Names &names)
{
    const Matcher matcher(shelf);
    BatchBuilder builder(reader, 1, matcher, names, {.first = 0, .count = reader->partCount()});
    for (std::size_t part = 0; part < reader->partCount(); ++part)
        static_cast<void>(reader->readPart(part, builder));
    return builder.seal();
}

/// For all events like the first one; these have a first string and no fortieth.
Shelf shelfFor(const Event &event)
{
    Article article;
    article.id = u"test/test"_s;
    article.title = u"Test"_s;
    article.verdict = Verdict::Watch;
    article.summary = u"Zebra {first} stopped (gnu {missing}), all of it"_s;
    article.match = {{.providers = {event.provider}, .ids = {event.id}, .all = {}}};
    ValuePlace first;
    first.number = 1;
    ValuePlace missing;
    missing.number = 40;
    article.values = {{.name = u"first"_s, .places = {first}}, {.name = u"missing"_s, .places = {missing}}};
    Shelf shelf;
    shelf.add(std::make_shared<Article>(std::move(article)));
    return shelf;
}

} // namespace

void SummarySearchTest::searchesWhatIsShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TextKind>("kind");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("begin") << u"ZEBRA "_s << TextKind::Plain << true;
    QTest::newRow("between") << u"stopped, all"_s << TextKind::Plain << true;
    QTest::newRow("brackets that are left out") << u"(gnu"_s << TextKind::Plain << false;
    QTest::newRow("within such brackets") << u"gnu"_s << TextKind::Plain << false;
    QTest::newRow("expression") << u"zebra .+ stopped, all of it$"_s << TextKind::Expression << true;
    QTest::newRow("expression, letters unknown") << u"z[e]b[r]a .+ s[t]opped\\b"_s << TextKind::Expression << true;
    QTest::newRow("expression, brackets") << u"[(]g[n]u"_s << TextKind::Expression << false;
}

void SummarySearchTest::searchesWhatIsShown()
{
    QFETCH(const QString, text);
    QFETCH(const TextKind, kind);
    QFETCH(const bool, isFound);
    Names names;
    const auto reader = forgedLog(names);
    QVERIFY(reader);
    const auto plain = batchOf(reader, Shelf(), names);
    const Shelf shelf = shelfFor(rowHead(*plain, 0, names));
    EventStore store;
    store.append(batchOf(reader, shelf, names));
    Query query;
    query.text = text;
    query.textKind = kind;
    query.explained = true;
    const auto order = runQuery(store, query, names, shelf, false);
    QVERIFY(order.has_value());
    std::size_t explained = 0;
    for (std::uint32_t row = 0; row < store.size(); ++row)
        explained += store.batches().front()->highlight[row] != 0 ? 1 : 0;
    QVERIFY(explained > 0 && explained < store.size());
    QCOMPARE(order->rows.size(), isFound ? explained : 0);
    const auto said = describe(*store.event(RowId{0}), &shelf.article(ArticleNumber{0})).text;
    QVERIFY2(said.startsWith(u"Zebra ") && said.endsWith(u" stopped, all of it"), qPrintable(said));
}

QTEST_APPLESS_MAIN(SummarySearchTest)
#include "tst_summarysearch.moc"

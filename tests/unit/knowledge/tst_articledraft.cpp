// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/articledraft.h"

#include "knowledge/articlelint.h"
#include "knowledge/matcher.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace evident;
using namespace Qt::StringLiterals;

/// What people write becomes an article that the strict parser and the lint accept, whatever the event holds.
class ArticleDraftTest : public QObject {
    Q_OBJECT
private slots:
    void offersTheValues();
    void becomesAnArticle_data();
    void becomesAnArticle();
    void demandsWhatWasChosen();
    void saysWhatIsMissing();
    void saysWhereItIsWrong();
    void standsAboveWhatIsShipped();
};

namespace {

Event perflib()
{
    Event event;
    event.provider = u"Perflib"_s;
    event.id = 1008;
    event.content.values = {{u""_s, u"MSExchangeIMC"_s}, {u""_s, u"C:\\exchsrvr\\bin\\gwperf.dll"_s}};
    return event;
}

ArticleDraft written(const Event &event)
{
    ArticleDraft draft = draftFor(event);
    draft.author = u"Written by anna"_s;
    draft.texts = {u"It's \"broken\": {computer} # yes"_s, u"One line - with: colon"_s, u"Meaning.\n\nMore."_s,
        u"- a\n- b"_s, u"1. Do it."_s, u"Never."_s};
    return draft;
}

} // namespace

void ArticleDraftTest::offersTheValues()
{
    Event event;
    event.provider = u"Service Control Manager"_s;
    event.id = 7036;
    event.content.values = {{u"param1"_s, u"Spooler"_s}, {u"Empty"_s, u" "_s}, {u"Level"_s, u"3"_s},
        {u"Long"_s, QString(300, u'x')}, {u"PARAM1"_s, u"again"_s}};
    const ArticleDraft draft = draftFor(event);
    QCOMPARE(draft.id, u"own/service-control-manager-7036"_s);
    QCOMPARE(draft.values.size(), 3U);
    QCOMPARE(draft.values[0].name, u"param1"_s);
    QCOMPARE(draft.values[0].place, u"value param1"_s);
    QCOMPARE(draft.values[1].name, u"value-3"_s); // "level" is a word of the format
    QCOMPARE(draft.values[2].name, u"value-5"_s); // taken
    QCOMPARE(draftFor(perflib()).values[1].place, u"string 2"_s);
}

void ArticleDraftTest::becomesAnArticle_data()
{
    QTest::addColumn<EventValues>("content");
    QTest::newRow("nothing") << EventValues{};
    QTest::newRow("strings") << perflib().content;
    QTest::newRow("named") << EventValues{
        .values = {{u"Service Name"_s, u"it's"_s}, {u"Ä"_s, u"{x}: [y] #z"_s}}, .data = {}};
    QTest::newRow("hostile") << EventValues{
        .values = {{u""_s, u"a\nb\t\"c\"\\d"_s}, {u""_s, QString(QChar(0x202e)) + u"e"_s + QChar(0xd800)},
            {u""_s, QString(5000, u'x')}, {u""_s, u"- ---"_s}, {u""_s, u"null"_s}},
        .data = {}};
}

void ArticleDraftTest::becomesAnArticle()
{
    QFETCH(const EventValues, content);
    Event event = perflib();
    event.content = content;
    ArticleDraft draft = written(event);
    for (const bool demanded : {false, true}) {
        for (DraftValue &value : draft.values)
            value.isDemanded = demanded;
        const CheckedDraft checked = checkedDraft(draft);
        for (const DraftFault &fault : checked.faults)
            qWarning("%s", qPrintable(fault.sentence));
        QVERIFY(checked.article);
        QCOMPARE(checked.article->title, draft.texts[0]);
        QCOMPARE(checked.article->summary, draft.texts[1]);
        QVERIFY(checked.article->sections[0].startsWith(u"Meaning."));
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"own"_s));
        QFile file(folder.filePath(draft.id + u".md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writtenDraft(draft).file);
        file.close();
        const LintedArticles linted = lintArticles({folder.path()});
        QCOMPARE(linted.count, 1U);
        QVERIFY2(linted.faults.empty(), linted.faults.empty() ? "" : qPrintable(faultLine(linted.faults.front())));
    }
}

void ArticleDraftTest::demandsWhatWasChosen()
{
    ArticleDraft draft = written(perflib());
    draft.values[0].isDemanded = true;
    Shelf shelf;
    shelf.add(std::make_shared<const Article>(*checkedDraft(draft).article));
    const Matcher matcher(shelf);
    Event other = perflib();
    QCOMPARE(matcher.match(other).size(), 1U);
    other.content.values[1].text = u"another.dll"_s;
    QCOMPARE(matcher.match(other).size(), 1U);
    other.content.values[0].text = u"MSExchangeDS"_s;
    QVERIFY(matcher.match(other).empty());
}

void ArticleDraftTest::saysWhatIsMissing()
{
    ArticleDraft draft = draftFor(perflib());
    draft.author = u"Written by anna"_s;
    const CheckedDraft checked = checkedDraft(draft);
    QVERIFY(!checked.article);
    QCOMPARE(checked.faults.size(), DraftFieldCount);
    for (std::size_t at = 0; at < DraftFieldCount; ++at) {
        QVERIFY(checked.faults[at].isMissing);
        QCOMPARE(std::to_underlying(*checked.faults[at].field), at);
    }
    // What is written already is looked at all the same.
    draft.texts[std::to_underlying(DraftField::ToDo)] = u"Ask {nobody}."_s;
    QVERIFY(std::ranges::any_of(checkedDraft(draft).faults,
        [](const DraftFault &fault) { return fault.field == DraftField::ToDo && !fault.isMissing; }));
}

void ArticleDraftTest::saysWhereItIsWrong()
{
    ArticleDraft draft = written(perflib());
    draft.texts[std::to_underlying(DraftField::Cause)] = u"Right.\n\nSee [this](file:///etc/passwd).\n\nRight."_s;
    draft.texts[std::to_underlying(DraftField::Title)] = u"{nobody} knows"_s;
    const CheckedDraft checked = checkedDraft(draft);
    QVERIFY(!checked.article);
    QCOMPARE(checked.faults.size(), 2U);
    QCOMPARE(*checked.faults[0].field, DraftField::Title);
    QCOMPARE(checked.faults[0].line, 0);
    QVERIFY(checked.faults[0].sentence.contains(u"{nobody}"));
    QCOMPARE(*checked.faults[1].field, DraftField::Cause);
    QCOMPARE(checked.faults[1].line, 3);
}

void ArticleDraftTest::standsAboveWhatIsShipped()
{
    const auto article = [](const QString &id) {
        ArticleDraft draft = written(perflib());
        draft.id = id;
        return std::make_shared<const Article>(*checkedDraft(draft).article);
    };
    Shelf shelf;
    shelf.add(article(u"shipped/one"_s));
    shelf.add(article(u"own/one"_s), Shelf::Origin::Own);
    const Matcher matcher(shelf);
    const Matches matches = matcher.match(perflib());
    QCOMPARE(matches.size(), 2U);
    QCOMPARE(shelf.article(matches[0].article).id, u"own/one"_s);
}

QTEST_GUILESS_MAIN(ArticleDraftTest)
#include "tst_articledraft.moc"

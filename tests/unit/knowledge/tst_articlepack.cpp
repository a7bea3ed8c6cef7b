// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The packed file: what goes in comes out, in the language asked for, and no torn or forged pack does harm.

#include "knowledge/articlepack.h"
#include "knowledge/rulereader.h"
#include "knowledge/shelf.h"

#include <QTemporaryDir>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// Every kind of question, joined as deep as it goes.
CheckQuestion joinedQuestion()
{
    using Kind = CheckQuestion::Kind;
    const CheckQuestion value{.kind = Kind::RegistryValue,
        .key = u"SYSTEM\\CurrentControlSet\\Services\\{service}"_s,
        .name = u"Start"_s,
        .wanted = {u"4"_s, u"Off"_s}};
    const CheckQuestion near{.kind = Kind::EventsNear,
        .service = u"{service}"_s,
        .source = u"Service Control Manager"_s,
        .ids = {7036, 7045},
        .minutes = 10};
    const CheckQuestion file{.kind = Kind::FilePresent, .path = u"%SystemRoot%\\{dll}"_s};
    return {.kind = Kind::AnyOf,
        .parts = {serviceQuestion(u"Spooler"_s), {.kind = Kind::AllOf, .parts = {value, near, file}}}};
}

PackedArticle sample(const QString &id)
{
    Article article;
    article.id = id;
    article.title = u"Title"_s;
    article.verdict = Verdict::Depends;
    article.summary = u"Summary {service}"_s;
    article.values = {{u"service"_s, {*placeFrom(u"value Service"_s), *placeFrom(u"text /service (\\w+)/"_s)}}};
    article.match = {{{u"Perflib"_s}, {1008, 1009},
        {{.places = article.values[0].places,
            .test = Condition::Test::Matches,
            .values = {u"^MS.*"_s},
            .pattern = {}}}}};
    article.notMatch = {{{}, {},
        {{.places = {*placeFrom(u"data 3"_s)}, .test = Condition::Test::Code, .values = {u"5"_s}, .pattern = {}}}}};
    article.checks = {{serviceQuestion(u"{service}"_s), {ConclusionKind::DoesNotApply, u"there"_s},
                          {ConclusionKind::ConfirmedHarmless, u"gone"_s}, u"look"_s},
        {joinedQuestion(), {ConclusionKind::ConfirmedFault, u"yes"_s}, {ConclusionKind::NotConfirmed, u"no"_s},
            u"see"_s}};
    article.appliesTo = {u"Windows"_s};
    article.sources = {{u"Source"_s, u"https://example.org"_s}};
    article.keywords = {u"one"_s};
    article.sections = {u"means"_s, u"cause"_s, u"do"_s, u"not"_s};
    ArticleProse german{u"Titel"_s, u"Kurz {service}"_s, {u"eins"_s},
        {{u"da"_s, u"weg"_s, u"nachsehen"_s}, {u"ja"_s, u"nein"_s, u"sehen"_s}},
        {u"heißt"_s, u"Ursache"_s, u"tun"_s, u"nicht"_s}};
    return {article, {{u"de"_s, german}}};
}

} // namespace

class ArticlePackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsEverythingBack();
    void choosesTheLanguage_data();
    void choosesTheLanguage();
    void refusesWhatIsNoPack();
    void survivesEveryCut();
    void survivesEveryChangedByte();
    void opensFiles();
};

void ArticlePackTest::bringsEverythingBack()
{
    const auto packed = sample(u"a/b"_s);
    const auto articles = unpackArticles(packArticles({packed, sample(u"a/c"_s)}), u"en"_s);
    QVERIFY(articles);
    QCOMPARE(articles->size(), 2U);
    const auto &article = *articles->front();
    QCOMPARE(article.id, u"a/b"_s);
    QCOMPARE(article.verdict, Verdict::Depends);
    QCOMPARE(article.match[0].ids, packed.article.match[0].ids);
    QCOMPARE(article.match[0].all[0].test, Condition::Test::Matches);
    QVERIFY(article.match[0].all[0].pattern.match(u"msexchange"_s).hasMatch());
    QCOMPARE(article.match[0].all[0].places[1].pattern.match(u"the service abc"_s).captured(1), u"abc"_s);
    QCOMPARE(article.notMatch[0].all[0].places[0].number, 3);
    QCOMPARE(article.checks[0].question.service, u"{service}"_s);
    QCOMPARE(article.checks[0].yes.conclusion, ConclusionKind::DoesNotApply);
    QCOMPARE(article.checks[0].no.sentence, u"gone"_s);
    QVERIFY(article.checks[1].question.asksTheSame(joinedQuestion()));
    QCOMPARE(article.checks[1].no.conclusion, ConclusionKind::NotConfirmed);
    QCOMPARE(article.sources[0].address, u"https://example.org"_s);
    QCOMPARE(article.keywords, QStringList{u"one"_s});
    QCOMPARE(article.sections, packed.article.sections);
}

void ArticlePackTest::choosesTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("title");
    QTest::newRow("de") << u"de"_s << u"Titel"_s;
    QTest::newRow("de_DE") << u"de_DE"_s << u"Titel"_s;
    QTest::newRow("de-AT") << u"de-AT"_s << u"Titel"_s;
    QTest::newRow("en") << u"en"_s << u"Title"_s;
    QTest::newRow("fr") << u"fr_FR"_s << u"Title"_s;
    QTest::newRow("C") << u"C"_s << u"Title"_s;
    QTest::newRow("none") << QString() << u"Title"_s;
}

void ArticlePackTest::choosesTheLanguage()
{
    QFETCH(const QString, language);
    QFETCH(const QString, title);
    const auto articles = unpackArticles(packArticles({sample(u"a/b"_s)}), language);
    QVERIFY(articles);
    QCOMPARE(articles->front()->title, title);
    QCOMPARE(articles->front()->checks[0].unknown, title == u"Titel"_s ? u"nachsehen"_s : u"look"_s);
    QCOMPARE(articles->front()->keywords.front(), u"one"_s);
}

void ArticlePackTest::refusesWhatIsNoPack()
{
    QCOMPARE(unpackArticles({}, {}).error().code, ErrorCode::BadMagic);
    QCOMPARE(unpackArticles("EVAQ", {}).error().code, ErrorCode::BadMagic);
    QCOMPARE(unpackArticles(QByteArray("EVAP\x63\x00", 6), {}).error().code, ErrorCode::UnsupportedVersion);
    const QByteArray pack = packArticles({sample(u"a/b"_s)});
    const auto torn = unpackArticles(pack.chopped(1), {});
    QVERIFY(!torn);
    QCOMPARE(torn.error().code, ErrorCode::BadArticle);
    QCOMPARE(torn.error().place.record, 0);
    QVERIFY(torn.error().place.offset > 0);
}

void ArticlePackTest::survivesEveryCut()
{
    const QByteArray pack = packArticles({sample(u"a/b"_s), sample(u"a/c"_s)});
    for (qsizetype size = 0; size < pack.size(); ++size)
        QVERIFY(!unpackArticles(pack.first(size), u"de"_s));
}

void ArticlePackTest::survivesEveryChangedByte()
{
    const QByteArray pack = packArticles({sample(u"a/b"_s)});
    for (qsizetype i = 0; i < pack.size(); ++i) {
        for (const char byte : {'\0', '\x7F', '\xFF'}) {
            QByteArray changed = pack;
            changed[i] = byte;
            if (const auto articles = unpackArticles(changed, u"de"_s))
                QVERIFY(articles->size() <= 1);
        }
    }
}

void ArticlePackTest::opensFiles()
{
    QCOMPARE(Shelf::openPacked(u"/nowhere/articles.pack"_s, {}).error().code, ErrorCode::NotFound);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"articles.pack"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(packArticles({sample(u"a/b"_s)}));
    file.close();
    const auto shelf = Shelf::openPacked(file.fileName(), u"de"_s);
    QVERIFY(shelf);
    QVERIFY(shelf->find(u"a/b"_s));
    QVERIFY(!shelf->find(u"a/x"_s));
}

QTEST_GUILESS_MAIN(ArticlePackTest)
#include "tst_articlepack.moc"

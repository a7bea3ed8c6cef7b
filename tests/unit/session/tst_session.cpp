// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/forgedstore.h"

#include "forge/archivefile.h"
#include "session/session.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>

using namespace evident;
using namespace evident::test;
using namespace Qt::StringLiterals;

/// A whole session on real files: what is loaded, in which order it is told, and what is left out.
class SessionTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void loadsAFile();
    void loadsAFolderAndCountsOtherFiles();
    void tellsWhatItCannotOpen_data();
    void tellsWhatItCannotOpen();
    void opensArchives();
    void asksForThePasswordOfALockedArchive();
    void opensWhatOfALockedArchiveIsOpen();
    void readsAnArchiveAgain();
    void batchesOfALogComeInItsOrder();
    void theLastQueryFollowsTheRows();
    void aNewerQueryMakesAnOlderOneVoid();
    void gathersFindings();
    void explainsByOtherArticles();
    void triesAnArticle();
    void cancelsQuickly();
    void closesALog();
    void closesAll();
    void aCheckWithoutHiveSaysWhatToDo();
    void refusesWhatIsNoHive();
    void reports();
    void canBeDestroyedWhileLoading();

private:
    QString write(const QString &name, const std::vector<forge::EvtEvent> &events) const;
    QString writeZip(const QString &name, const std::vector<forge::Member> &members, const char *password = {}) const;
    [[nodiscard]] forge::Member member(const QByteArray &name, int events) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void openAndWait(const QString &location);

    std::unique_ptr<QTemporaryDir> m_folder;
    Shelf m_shelf = perflibShelf();
    std::unique_ptr<Session> m_session;
};

namespace {

forge::EvtEvent perflib(std::uint32_t generated)
{
    return {
        .generated = generated,
        .written = 0,
        .eventId = 0xC00003F0,
        .type = forge::EvtType::Error,
        .category = 0,
        .source = u"Perflib",
        .computer = u"MAIL01",
        .sid = {},
        .strings = {u"MSExchangeIMC", u"gwperf.dll"},
        .data = {},
    };
}

/// Events of 4 KiB each: a few thousand make a log of many parts.
std::vector<forge::EvtEvent> longEvents(int count)
{
    auto events = mixedEvents(count, 5);
    for (forge::EvtEvent &event : events)
        event.strings.emplace_back(2'000, u'x');
    return events;
}

} // namespace

void SessionTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<Session>(m_shelf);
}

void SessionTest::cleanup()
{
    m_session.reset();
    m_folder.reset();
}

QString SessionTest::write(const QString &name, const std::vector<forge::EvtEvent> &events) const
{
    QDir(m_folder->path()).mkpath(QFileInfo(name).path());
    std::ofstream out(path(name).toStdString(), std::ios::binary | std::ios::trunc);
    forge::EvtFile log(out);
    for (const forge::EvtEvent &event : events)
        log.add(event);
    log.finish();
    return path(name);
}

QString SessionTest::writeZip(
    const QString &name, const std::vector<forge::Member> &members, const char *password) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(forge::zip(members, password)) <= 0)
        qFatal("no archive could be written");
    return path(name);
}

/// A log of this many events, to lie in an archive.
forge::Member SessionTest::member(const QByteArray &name, int events) const
{
    QFile file(write(u"member.evt"_s, mixedEvents(events, 1)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no log could be written");
    const QByteArray bytes = file.readAll();
    file.remove();
    return {name, bytes};
}

void SessionTest::openAndWait(const QString &location)
{
    m_session->open(location);
    QVERIFY(m_session->isLoading());
    QTRY_VERIFY(!m_session->isLoading());
}

void SessionTest::loadsAFile()
{
    const QString file = write(u"App.evt"_s, {perflib(920'000'000), perflib(920'000'001)});
    QSignalSpy added(m_session.get(), &Session::logAdded);
    QSignalSpy appended(m_session.get(), &Session::rowsAppended);
    QSignalSpy finished(m_session.get(), &Session::loadingFinished);
    openAndWait(file);
    QCOMPARE(added.size(), 1);
    QCOMPARE(appended.size(), 1);
    QCOMPARE(appended.front(), (QVariantList{0U, 2U}));
    QVERIFY(!finished.empty());
    QCOMPARE(m_session->logs().size(), std::size_t{1});
    const OpenLog &log = m_session->logs().front();
    QCOMPARE(log.number, added.front().front().toUInt());
    QCOMPARE(log.path, file);
    QCOMPARE(log.state, LogState::Loaded);
    QCOMPARE(log.permille, 1000);
    QCOMPARE(log.info.records, std::uint64_t{2});
    QCOMPARE(log.info.computers, QStringList{u"MAIL01"_s});
    QCOMPARE(m_session->store().size(), 2U);
}

void SessionTest::loadsAFolderAndCountsOtherFiles()
{
    write(u"b.evt"_s, mixedEvents(5, 1));
    write(u"sub/a.evt"_s, mixedEvents(3, 2));
    for (const QString &name : {u"readme.txt"_s, u"empty.evt"_s}) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(name == u"empty.evt" ? "" : "no log at all");
    }
    openAndWait(m_folder->path());
    QCOMPARE(m_session->logs().size(), std::size_t{2});
    QCOMPARE(m_session->skippedFiles(), std::uint64_t{2});
    QCOMPARE(m_session->store().size(), 8U);
}

void SessionTest::tellsWhatItCannotOpen_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("missing") << u"nowhere.evt"_s << ErrorCode::NotFound;
    QTest::newRow("no log") << u"letter.txt"_s << ErrorCode::NotALog;
}

void SessionTest::tellsWhatItCannotOpen()
{
    QFETCH(const QString, name);
    QFETCH(const ErrorCode, code);
    QFile file(path(u"letter.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Dear Sir or Madam, this is no event log at all.");
    file.close();
    openAndWait(path(name));
    QCOMPARE(m_session->logs().size(), std::size_t{1});
    const OpenLog &log = m_session->logs().front();
    QCOMPARE(log.state, LogState::Failed);
    QCOMPARE(log.path, path(name));
    QVERIFY(log.error.has_value());
    QCOMPARE(log.error->code, code);
}

/// Large enough for many spans, which several workers finish in any order.
void SessionTest::opensArchives()
{
    const QString archive =
        writeZip(u"logs.zip"_s, {member("a.evt", 5), {"readme.txt", "no log"}, member("deep/b.evt", 3)});
    openAndWait(archive);
    QCOMPARE(m_session->logs().size(), std::size_t{2});
    QCOMPARE(m_session->logs()[0].path, archive + u"/a.evt"_s);
    QCOMPARE(m_session->logs()[1].path, archive + u"/deep/b.evt"_s);
    QCOMPARE(m_session->logs()[1].file, archive);
    QCOMPARE(m_session->skippedFiles(), std::uint64_t{1});
    QCOMPARE(m_session->store().size(), 8U);
}

void SessionTest::asksForThePasswordOfALockedArchive()
{
    const QString locked = writeZip(u"locked.zip"_s, {member("a.evt", 5), member("b.evt", 3)}, "secret");
    QSignalSpy wanted(m_session.get(), &Session::passwordWanted);
    openAndWait(locked);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().toString(), locked);
    QVERIFY(m_session->logs().empty());
    m_session->unlock(locked, u"wrong"_s);
    QTRY_VERIFY(!m_session->isLoading());
    QCOMPARE(m_session->logs().front().error->code, ErrorCode::Locked);
    m_session->closeAll();
    m_session->unlock(locked, u"secret"_s);
    QTRY_VERIFY(!m_session->isLoading());
    QCOMPARE(m_session->logs().size(), std::size_t{2});
    QCOMPARE(m_session->store().size(), 8U);
    QCOMPARE(wanted.size(), 1);
}

void SessionTest::opensWhatOfALockedArchiveIsOpen()
{
    // One archive with a password inside of one without.
    const QString mixed = writeZip(
        u"mixed.zip"_s, {member("open.evt", 5), {"locked.zip", forge::zip({member("shut.evt", 3)}, "secret")}});
    QSignalSpy wanted(m_session.get(), &Session::passwordWanted);
    openAndWait(mixed);
    QCOMPARE(wanted.size(), 1);
    m_session->unlock(mixed, {});
    QTRY_VERIFY(!m_session->isLoading());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(m_session->logs().size(), std::size_t{2});
    QCOMPARE(m_session->logs()[0].error->code, ErrorCode::Locked);
    QCOMPARE(m_session->logs()[1].path, mixed + u"/open.evt"_s);
    QCOMPARE(m_session->store().size(), 5U);
}

void SessionTest::readsAnArchiveAgain()
{
    const QString archive = writeZip(u"logs.zip"_s, {member("a.evt", 5), member("b.evt", 3)});
    const QString other = write(u"other.evt"_s, mixedEvents(2, 2));
    openAndWait(other);
    openAndWait(archive);
    QCOMPARE(m_session->store().size(), 10U);
    m_session->readAgain(m_session->logs().back().number);
    QTRY_VERIFY(!m_session->isLoading());
    QCOMPARE(m_session->logs().size(), std::size_t{3});
    QCOMPARE(m_session->store().size(), 10U);
}

void SessionTest::batchesOfALogComeInItsOrder()
{
    openAndWait(write(u"large.evt"_s, longEvents(12'000)));
    const EventStore &store = m_session->store();
    QCOMPARE(store.size(), 12'000U);
    QVERIFY(store.batches().size() > 3);
    std::uint64_t expected = 1;
    for (const auto &batch : store.batches()) {
        for (std::size_t i = 0; i < batch->size(); ++i)
            QCOMPARE(batch->recordId[i], expected++);
    }
    QCOMPARE(m_session->logs().front().info.records, std::uint64_t{12'000});
}

void SessionTest::theLastQueryFollowsTheRows()
{
    std::shared_ptr<const EventOrder> last;
    connect(m_session.get(), &Session::queryDone, this,
        [&last](std::shared_ptr<const EventOrder> order) { last = std::move(order); });
    Query query;
    query.descending = false;
    m_session->query(query);
    QTRY_VERIFY(last != nullptr);
    QVERIFY(last->rows.empty());
    m_session->open(write(u"a.evt"_s, mixedEvents(100, 1)));
    QTRY_COMPARE(last->rows.size(), std::size_t{100});
    m_session->open(write(u"b.evt"_s, mixedEvents(50, 2)));
    QTRY_COMPARE(last->rows.size(), std::size_t{150});
    const auto timeOf = [this](RowId row) {
        const auto [batch, index] = m_session->store().at(row);
        return batch->time[index];
    };
    QVERIFY(std::ranges::is_sorted(last->rows, {}, timeOf));
}

void SessionTest::aNewerQueryMakesAnOlderOneVoid()
{
    openAndWait(write(u"a.evt"_s, mixedEvents(2'000, 1)));
    std::vector<std::size_t> sizes;
    connect(m_session.get(), &Session::queryDone, this,
        [&sizes](const std::shared_ptr<const EventOrder> &order) { sizes.push_back(order->rows.size()); });
    m_session->query({});
    Query narrow;
    narrow.ids = {4};
    m_session->query(narrow);
    QTRY_COMPARE(sizes.size(), std::size_t{1});
    QTest::qWait(50);
    QCOMPARE(sizes, std::vector<std::size_t>{0});
}

void SessionTest::gathersFindings()
{
    QSignalSpy changed(m_session.get(), &Session::findingsChanged);
    openAndWait(write(u"a.evt"_s, {perflib(920'000'000), perflib(920'000'900)}));
    QTRY_COMPARE(m_session->findings().size(), std::size_t{1});
    QVERIFY(!changed.empty());
    QCOMPARE(m_session->findings().front().count, 2U);
    openAndWait(write(u"b.evt"_s, {perflib(920'000'300)}));
    QTRY_COMPARE(m_session->findings().front().count, 3U);
    QCOMPARE(m_session->findings().front().last, Timestamp::fromUnix(920'000'900));
}

void SessionTest::explainsByOtherArticles()
{
    openAndWait(write(u"a.evt"_s, {perflib(920'000'000), perflib(920'000'900)}));
    QTRY_COMPARE(m_session->findings().size(), std::size_t{1});
    QSignalSpy changed(m_session.get(), &Session::knowledgeChanged);
    m_session->useShelf({});
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_session->matcher().shelf().size(), std::size_t{0});
    QCOMPARE(m_session->store().batches().front()->highlight.front(), Highlight{0});
    QTRY_VERIFY(m_session->findings().empty());
    // While something is being loaded, the rows that come know the old articles; all are matched anew after it.
    m_session->open(write(u"b.evt"_s, longEvents(4'000)));
    m_session->useShelf(m_shelf);
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(!m_session->isLoading());
    QCOMPARE(m_session->store().size(), 4'002U);
    QTRY_VERIFY(!m_session->findings().empty());
}

void SessionTest::triesAnArticle()
{
    auto events = mixedEvents(500, 3);
    events.push_back(perflib(920'000'000));
    const auto perflibs = static_cast<std::uint64_t>(std::ranges::count_if(events,
        [](const forge::EvtEvent &event) { return event.source == u"Perflib" && (event.eventId & 0xFFFFU) == 1008; }));
    openAndWait(write(u"a.evt"_s, events));
    QSignalSpy tried(m_session.get(), &Session::articleTried);
    m_session->tryArticle(std::make_shared<const Article>(m_shelf.article(ArticleNumber{})));
    QTRY_COMPARE(tried.size(), 1);
    const auto trial = tried.front().front().value<ArticleTrial>();
    QCOMPARE(trial.looked, 501U);
    QCOMPARE(trial.matched, perflibs);
    QVERIFY(!trial.samples.empty());
    const auto sample = m_session->store().event(trial.samples.front());
    QVERIFY(sample);
    QCOMPARE(sample->id, std::uint16_t{1008});
}

void SessionTest::cancelsQuickly()
{
    const QString file = write(u"large.evt"_s, longEvents(20'000));
    QSignalSpy appended(m_session.get(), &Session::rowsAppended);
    m_session->open(file);
    QTRY_VERIFY(!appended.empty());
    QElapsedTimer clock;
    clock.start();
    m_session->cancelLoading();
    QVERIFY(!m_session->isLoading());
    const std::uint32_t rows = m_session->store().size();
    const OpenLog &log = m_session->logs().front();
    QCOMPARE(log.state, rows == 20'000 ? LogState::Loaded : LogState::Cancelled);
    QCOMPARE(log.info.records, std::uint64_t{rows});
    m_session.reset(); // waits for its workers
    QVERIFY2(clock.elapsed() < 300, qPrintable(QString::number(clock.elapsed())));
}

void SessionTest::closesALog()
{
    openAndWait(write(u"a.evt"_s, mixedEvents(10, 1)));
    openAndWait(write(u"b.evt"_s, mixedEvents(20, 2)));
    std::shared_ptr<const EventOrder> last;
    connect(m_session.get(), &Session::queryDone, this,
        [&last](std::shared_ptr<const EventOrder> order) { last = std::move(order); });
    m_session->query({});
    QTRY_VERIFY(last != nullptr);
    QSignalSpy reset(m_session.get(), &Session::rowsReset);
    QSignalSpy removed(m_session.get(), &Session::logRemoved);
    m_session->closeLog(m_session->logs().front().number);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(m_session->logs().size(), std::size_t{1});
    QCOMPARE(m_session->store().size(), 20U);
    QTRY_COMPARE(last->rows.size(), std::size_t{20});
    m_session->closeLog(99);
    QCOMPARE(reset.size(), 1);
}

void SessionTest::closesAll()
{
    m_session->open(write(u"a.evt"_s, mixedEvents(50'000, 1)));
    m_session->open(write(u"b.evt"_s, {perflib(920'000'000)}));
    QTRY_COMPARE(m_session->logs().size(), std::size_t{2});
    m_session->closeAll();
    QVERIFY(!m_session->isLoading());
    QVERIFY(m_session->logs().empty());
    QTest::qWait(100); // late answers of the workers must find nothing
    QCOMPARE(m_session->store().size(), 0U);
    QTRY_VERIFY(m_session->findings().empty());
}

void SessionTest::aCheckWithoutHiveSaysWhatToDo()
{
    Article article = m_shelf.article(ArticleNumber{0});
    article.checks = {{.question = serviceQuestion(u"{service}"_s),
        .yes = {.conclusion = ConclusionKind::ConfirmedFault, .sentence = u"It is there."_s},
        .no = {.conclusion = ConclusionKind::ConfirmedHarmless, .sentence = u"It is gone."_s},
        .unknown = u"Look at it."_s}};
    Shelf shelf;
    shelf.add(std::make_shared<Article>(article));
    m_session = std::make_unique<Session>(shelf);
    openAndWait(write(u"a.evt"_s, {perflib(920'000'000)}));
    QTRY_COMPARE(m_session->findings().size(), std::size_t{1});

    QSignalSpy done(m_session.get(), &Session::checkDone);
    m_session->check(m_session->findings().front().key);
    QTRY_COMPARE(done.size(), 1);
    const Finding &finding = m_session->findings().front();
    QCOMPARE(finding.checks.size(), std::size_t{1});
    QCOMPARE(finding.checks.front().state, ServiceState::NotPossible);
    QCOMPARE(finding.checks.front().service, u"MSExchangeIMC"_s);
    QCOMPARE(finding.checks.front().asked, u"MAIL01"_s);
    QVERIFY(finding.checks.front().next.contains(u"sc query MSExchangeIMC"_s));
    QCOMPARE(finding.conclusion->kind, ConclusionKind::NotConfirmed);

    // What was asked stays when findings are gathered anew.
    openAndWait(write(u"b.evt"_s, {perflib(920'000'001)}));
    QTRY_COMPARE(m_session->findings().front().count, 2U);
    QCOMPARE(m_session->findings().front().checks.size(), std::size_t{1});
    m_session.reset();
}

void SessionTest::refusesWhatIsNoHive()
{
    const auto hive = m_session->addHive(write(u"a.evt"_s, {}));
    QVERIFY(!hive.has_value());
    QCOMPARE(hive.error().code, ErrorCode::BadHive);
    QVERIFY(m_session->hives().empty());
}

void SessionTest::reports()
{
    write(u"letter.txt"_s, {});
    QVERIFY(QFile::resize(path(u"letter.txt"_s), 3));
    write(u"a.evt"_s, {perflib(920'000'000)});
    openAndWait(m_folder->path());
    QTRY_COMPARE(m_session->findings().size(), std::size_t{1});
    const Report report = m_session->report();
    QCOMPARE(report.events, std::uint64_t{1});
    QCOMPARE(report.skipped, std::uint64_t{1});
    QCOMPARE(report.logs.size(), std::size_t{1});
    QCOMPARE(report.findings.findings.size(), std::size_t{1});
    QVERIFY(!report.madeBy.isEmpty());
    QVERIFY(!report.madeAt.isNull());
}

void SessionTest::canBeDestroyedWhileLoading()
{
    for (int i = 0; i < 5; ++i)
        write(u"%1.evt"_s.arg(i), mixedEvents(20'000, static_cast<unsigned>(i)));
    for (const int wait : {0, 1, 5, 20}) {
        Session session(m_shelf);
        session.query({});
        session.open(m_folder->path());
        QTest::qWait(wait);
    }
}

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A classic log of a real smbd on its way into a session: its newest events are there before the others are, it can be
// stopped, and what came before the computer freezes or ends stays and is called a part.

#include "formats/openlog.h"
#include "pulling.h"
#include "remote/pull.h"
#include "session/session.h"
#include "sources/filesource.h"
#include "tcpproxy.h"
#include "winhost.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace evident;

namespace {

constexpr int Events = 3000;
constexpr int Wait = 30'000;

ClassicLocation applicationOf(std::uint16_t port)
{
    return {.target = {.host = u"127.0.0.1"_s, .port = port}, .log = u"Application"_s, .newest = 0, .since = {}};
}

/// What a session was like when rows came.
struct Moment {
    std::uint32_t rows = 0;
    std::uint64_t firstId = 0; ///< of the batch
    std::uint64_t lastId = 0;
    int permille = 0;
    std::uint64_t records = 0; ///< as the log's counts say
    Session::Copying copying;
};

Moment momentOf(const Session &session)
{
    const EventBatch &batch = *session.store().batches().back();
    return {.rows = session.store().size(),
        .firstId = batch.recordId.front(),
        .lastId = batch.recordId.back(),
        .permille = session.logs().front().permille,
        .records = session.logs().front().info.records,
        .copying = session.copying()};
}

using Rows = std::map<std::uint64_t, QByteArray>;

/// Every event of the reader's log as XML, by its number.
void addRows(Rows &rows, const LogReader &reader, const EventBatch &batch)
{
    for (std::size_t i = 0; i < batch.size(); ++i)
        rows[batch.recordId[i]] = reader.eventAs(batch.place[i], DumpForm::Xml).value_or(QByteArray());
}

Rows rowsOf(const Session &session)
{
    Rows rows;
    for (const auto &batch : session.store().batches())
        addRows(rows, *batch->reader, *batch);
    return rows;
}

} // namespace

class RemoteClassicTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void comesPieceByPiece();
    void holdsTheSameAsAWholePull();
    void agreesWithRpcclient();
    void expectsNoMoreThanIsWanted();
    void promisesNothingOfATime();
    void stops();
    void keepsWhatCameBeforeALoss_data();
    void keepsWhatCameBeforeALoss();
    void failsWhereNothingCame();
    void saysHowFastRecordsCome();

private:
    void openAndWait(const QString &location);
    [[nodiscard]] const OpenLog &log() const { return m_session->logs().front(); }
    [[nodiscard]] std::uint16_t slowPort();

    std::unique_ptr<WinHost> m_host;
    Shelf m_shelf;
    std::unique_ptr<TcpProxy> m_proxy;
    std::unique_ptr<Session> m_session;
};

void RemoteClassicTest::initTestCase()
{
    m_host = std::make_unique<WinHost>();
    if (m_host->isMissing())
        QSKIP("smbd or libnss_wrapper is not installed: no computer could be asked");
    m_host->feed(u"Application"_s, Events);
    QVERIFY2(m_host->error().isEmpty(), qPrintable(m_host->error()));
}

void RemoteClassicTest::init()
{
    m_session = std::make_unique<Session>(m_shelf, nullptr, remoteProgram());
    m_session->remote()->use({.host = u"127.0.0.1"_s, .port = m_host->port()}, WinHost::admin());
}

/// A port on which the same computer answers slowly enough that something can happen meanwhile.
std::uint16_t RemoteClassicTest::slowPort()
{
    m_proxy = std::make_unique<TcpProxy>(m_host->port(), TcpProxy::Does{.delay = 6ms});
    m_session->remote()->use({.host = u"127.0.0.1"_s, .port = m_proxy->port()}, WinHost::admin());
    return m_proxy->port();
}

void RemoteClassicTest::openAndWait(const QString &location)
{
    QSignalSpy finished(m_session.get(), &Session::loadingFinished);
    m_session->open(location);
    QVERIFY(finished.wait(Wait));
    QCOMPARE(m_session->logs().size(), 1U);
}

void RemoteClassicTest::comesPieceByPiece()
{
    QList<Moment> moments;
    connect(m_session.get(), &Session::logChanged, this, [&] {
        if (m_session->isLoading() && m_session->store().size() > 0)
            moments.append(momentOf(*m_session));
    });
    openAndWait(applicationOf(slowPort()).text());
    QCOMPARE(log().state, LogState::Loaded);
    QVERIFY(!log().error);
    QVERIFY2(moments.size() >= 3, qPrintable(QString::number(moments.size())));
    QCOMPARE(moments.front().lastId, static_cast<std::uint64_t>(Events)); // the newest first
    QVERIFY(moments.front().rows > 100 && moments.front().rows < Events / 3);
    for (qsizetype at = 0; at < moments.size(); ++at) {
        const Moment &moment = moments[at];
        QCOMPARE(moment.copying.eventsAll, static_cast<std::uint64_t>(Events));
        QVERIFY(moment.copying.eventsDone >= moment.rows && moment.copying.eventsDone <= Events);
        QCOMPARE(moment.permille, static_cast<int>(moment.copying.eventsDone / 3));
        QCOMPARE(moment.records, moment.rows);
        QVERIFY(at == 0 || moment.lastId < moments[at - 1].firstId);
    }
    QCOMPARE(log().permille, 1000);
    QCOMPARE(log().info.records, static_cast<std::uint64_t>(Events));
    QCOMPARE(log().info.firstRecord, 1U);
    QCOMPARE(log().info.lastRecord, static_cast<std::uint64_t>(Events));
    QCOMPARE(log().info.channels, QStringList{u"Application"_s});
    QVERIFY(log().info.damages.empty());
    QCOMPARE(m_session->copying().eventsDone, m_session->copying().eventsAll);
}

void RemoteClassicTest::holdsTheSameAsAWholePull()
{
    openAndWait(applicationOf(m_host->port()).text());
    const auto whole = pullClassicLog(*m_session->remote(), applicationOf(m_host->port()), 0, {});
    QVERIFY(whole.has_value() && !whole->trouble);
    Names names;
    const auto reader =
        openLog(std::make_shared<const MemorySource>(applicationOf(m_host->port()).text(), whole->evt), names);
    QVERIFY(reader.has_value());
    const Matcher matcher(m_shelf);
    BatchBuilder builder(*reader, 1, matcher, names);
    for (std::size_t part = 0; part < (*reader)->partCount(); ++part)
        (*reader)->readPart(part, builder);
    Rows wanted;
    addRows(wanted, **reader, *builder.seal());
    QCOMPARE(wanted.size(), static_cast<std::size_t>(Events));
    QVERIFY(rowsOf(*m_session) == wanted);
    // By time they stand in the order of their numbers, whatever piece they came with.
    QSignalSpy asked(m_session.get(), &Session::queryDone);
    m_session->query({});
    QVERIFY(asked.wait(Wait));
    const auto order = asked.back().front().value<std::shared_ptr<const EventOrder>>();
    QVERIFY(order->isComplete);
    std::uint64_t next = Events;
    for (const RowId row : order->rows) {
        const auto [batch, index] = m_session->store().at(row);
        if (batch->recordId[index] != 1) // its clock went ahead of the others'
            QCOMPARE(batch->recordId[index], next--);
    }
    QCOMPARE(next, 1U);
}

void RemoteClassicTest::agreesWithRpcclient()
{
    openAndWait(applicationOf(m_host->port()).text());
    const Run record = run(u"rpcclient"_s,
        {u"-s"_s, u"/dev/null"_s, u"-d1"_s, u"-p"_s, QString::number(m_host->port()), u"-U"_s, u"admin1%S3cret!"_s,
            u"127.0.0.1"_s, u"-c"_s, u"eventlog_readlog Application"_s}); // the oldest record
    const QByteArray text = record.out + record.err;
    QVERIFY2(text.contains("RecordNumber             : 0x00000001 (1)"), text.constData());
    const EventBatch &last = *m_session->store().batches().back();
    QCOMPARE(last.recordId.front(), 1U);
    const auto event = last.reader->event(last.place.front());
    QVERIFY(event.has_value());
    QVERIFY(text.contains("SourceName               : '" + event->provider.toUtf8() + '\''));
    QCOMPARE(event->content.values.size(), 2U);
    for (const auto &value : event->content.values)
        QVERIFY(text.contains("Strings                  : '" + value.text.toUtf8() + '\''));
}

void RemoteClassicTest::expectsNoMoreThanIsWanted()
{
    std::uint64_t expected = 0;
    connect(m_session.get(), &Session::rowsAppended, this, [&] { expected = m_session->copying().eventsAll; });
    ClassicLocation newest = applicationOf(m_host->port());
    newest.newest = 700;
    openAndWait(newest.text());
    QCOMPARE(expected, 700U);
    QCOMPARE(log().info.records, 700U);
    QCOMPARE(log().info.firstRecord, static_cast<std::uint64_t>(Events - 699));
    QCOMPARE(log().info.channels, QStringList{u"Application"_s});
}

void RemoteClassicTest::promisesNothingOfATime()
{
    std::uint64_t expected = 1;
    connect(m_session.get(), &Session::rowsAppended, this, [&] { expected = m_session->copying().eventsAll; });
    ClassicLocation recent = applicationOf(m_host->port());
    recent.since = 1; // everything, which nobody knows beforehand
    openAndWait(recent.text());
    QCOMPARE(expected, 0U);
    QCOMPARE(log().info.records, static_cast<std::uint64_t>(Events));
}

void RemoteClassicTest::stops()
{
    QElapsedTimer clock;
    connect(m_session.get(), &Session::rowsAppended, this, [&] {
        clock.start();
        m_session->cancelLoading();
    });
    openAndWait(applicationOf(slowPort()).text());
    QCOMPARE(log().state, LogState::Cancelled);
    const std::uint32_t rows = m_session->store().size();
    QVERIFY(rows > 100 && rows < Events);
    QCOMPARE(log().info.records, static_cast<std::uint64_t>(rows));
    m_session.reset(); // waits for the job
    QVERIFY2(clock.elapsed() < 1'000, qPrintable(QString::number(clock.elapsed())));
}

void RemoteClassicTest::keepsWhatCameBeforeALoss_data()
{
    QTest::addColumn<bool>("isFrozen");
    QTest::addColumn<ErrorCode>("code");
    QTest::addRow("killed") << false << ErrorCode::ConnectionLost;
    QTest::addRow("frozen") << true << ErrorCode::TimedOut;
}

void RemoteClassicTest::keepsWhatCameBeforeALoss()
{
    QFETCH(const bool, isFrozen);
    QElapsedTimer clock;
    const auto once = static_cast<Qt::ConnectionType>(Qt::AutoConnection | Qt::SingleShotConnection);
    connect(
        m_session.get(), &Session::rowsAppended, this,
        [&] {
            isFrozen ? m_host->freeze() : m_host->kill();
            clock.start();
        },
        once);
    openAndWait(applicationOf(slowPort()).text());
    const qint64 took = clock.elapsed();
    if (isFrozen)
        m_host->thaw();
    else
        m_host->startAgain();
    QVERIFY2(took < 13'000, qPrintable(QString::number(took))); // a call has ten seconds
    QCOMPARE(log().state, LogState::Loaded);
    QVERIFY(log().error.has_value());
    QTEST(log().error->code, "code");
    QCOMPARE(log().error->place.source, applicationOf(m_proxy->port()).text());
    QCOMPARE(log().info.damages.size(), 1U); // so it is a part in every list and report
    QTEST(log().info.damages.front().code, "code");
    QCOMPARE(QByteArray(log().info.damages.front().what), QByteArray("what is older"));
    const std::uint32_t rows = m_session->store().size();
    QVERIFY2(rows > 100 && rows < Events, qPrintable(QString::number(rows)));
    QCOMPARE(log().info.records, static_cast<std::uint64_t>(rows));
    QCOMPARE(log().info.lastRecord, static_cast<std::uint64_t>(Events)); // the newest
    QCOMPARE(log().info.firstRecord, static_cast<std::uint64_t>(Events - rows + 1)); // without a gap
    QVERIFY(std::ranges::none_of(std::views::values(rowsOf(*m_session)), &QByteArray::isEmpty));

    // Reading it again brings the rest.
    QSignalSpy finished(m_session.get(), &Session::loadingFinished);
    m_session->readAgain(log().number);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isLoading(), Wait);
    QCOMPARE(m_session->store().size(), static_cast<std::uint32_t>(Events));
    QVERIFY(!log().error && log().info.damages.empty());
}

void RemoteClassicTest::failsWhereNothingCame()
{
    ClassicLocation other = applicationOf(m_host->port());
    other.log = u"Nothing"_s;
    openAndWait(other.text());
    QCOMPARE(log().state, LogState::Failed);
    QCOMPARE(log().error->code, ErrorCode::NotFound);
    QCOMPARE(m_session->store().size(), 0U);
}

void RemoteClassicTest::saysHowFastRecordsCome()
{
    const auto rate = [this](std::uint16_t port) {
        const RemoteTarget target{.host = u"127.0.0.1"_s, .port = port};
        m_session->remote()->use(target, WinHost::user(u"plain1"_s, "S3cret!")); // who may not read the share
        return listRemoteLogs(*m_session->remote(), target, {})->recordsPerSecond.value_or(0);
    };
    const double near = rate(m_host->port());
    TcpProxy proxy(m_host->port(), {.delay = 20ms});
    const double far = rate(proxy.port());
    qInfo("near %.0f records/s, far %.0f records/s", near, far);
    QVERIFY(far > 0 && near > 2 * far);
    QVERIFY(far < Events / 0.040); // none comes faster than a round trip
}

QTEST_GUILESS_MAIN(RemoteClassicTest)
#include "tst_classic.moc"

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A log of a running computer while it arrives and while it is followed, in the real window: what is there is seen, how
// much is to come is said, and a computer that goes away is missed and picked up again. The computer is a real smbd.

#include "events/eventspane.h"
#include "events/eventsview.h"
#include "gui/desk.h"
#include "machines/computercommands.h"
#include "notices/noticebar.h"
#include "remote/remoteaccess.h"
#include "remote/smbpath.h"
#include "session/followpace.h"
#include "statusline.h"
#include "tcpproxy.h"
#include "winhost.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace evident;

namespace {

constexpr int Wait = 20'000;
constexpr int ManyEvents = 3'000;

QString applicationOf(const RemoteTarget &target)
{
    return ClassicLocation{.target = target, .log = QStringLiteral("Application"), .newest = 0, .since = {}}.text();
}

} // namespace

class FollowingTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void saysHowManyEventsCame();
    void leavesWhatIsReadInItsPlace();
    void followsThroughALoss();
    void callsAPartAPart();
    void picksUpAgainAfterALoss();

private:
    std::unique_ptr<WinHost> m_many; ///< with a log that takes a while
};

void FollowingTest::initTestCase()
{
    m_many = std::make_unique<WinHost>();
    if (m_many->isMissing())
        QSKIP("smbd or libnss_wrapper is not installed: no computer could be asked");
    m_many->feed(QStringLiteral("Application"), ManyEvents);
    QVERIFY2(m_many->error().isEmpty(), qPrintable(m_many->error()));
}

void FollowingTest::saysHowManyEventsCame()
{
    Desk desk(QStringLiteral("en"), QSize(1280, 800), remoteProgram());
    TcpProxy proxy(m_many->port(), {.delay = std::chrono::milliseconds(25)});
    const RemoteTarget target{.host = QStringLiteral("127.0.0.1"), .port = proxy.port()};
    desk.session().remote()->use(target, WinHost::admin());
    desk.session().open(applicationOf(target));
    // Its newest rows are in the table while the others are on their way.
    QTRY_VERIFY_WITH_TIMEOUT(desk.part<EventsPane>().shownRows() > 0, Wait);
    QVERIFY(desk.session().isLoading());
    QVERIFY(desk.part<EventsPane>().shownRows() < ManyEvents);
    const auto &status = desk.part<StatusLine>();
    QTRY_VERIFY_WITH_TIMEOUT(!status.rateText().isEmpty(), Wait);
    const QString told = status.rateText();
    const QRegularExpression words(QStringLiteral("^[\\d,]+ of 3,000 events, [\\d,]+/s, about .* left$"));
    QVERIFY2(words.match(told).hasMatch(), qPrintable(told));
    if (const QString shots = qEnvironmentVariable("EVIDENT_SHOTS"); !shots.isEmpty())
        desk.window().grab().save(shots + QStringLiteral("/classic.png"));
    QVERIFY(desk.waitUntilRead());
    QTRY_VERIFY(status.rateText().isEmpty());
    QTRY_COMPARE(desk.part<EventsPane>().shownRows(), ManyEvents);
}

void FollowingTest::leavesWhatIsReadInItsPlace()
{
    Desk desk(QStringLiteral("en"), QSize(1280, 800), remoteProgram());
    const RemoteTarget target{.host = QStringLiteral("127.0.0.1"), .port = m_many->port()};
    desk.session().remote()->use(target, WinHost::admin());
    desk.session().open(applicationOf(target));
    QVERIFY(desk.waitUntilRead());
    auto &view = desk.part<EventsPane>().view();
    view.scrollToTop();
    desk.clickRow(1); // the last but one: what is new comes above it
    const auto chosen = view.currentRow();
    const int place = view.visualRect(view.currentIndex()).top();
    const int shown = desk.part<EventsPane>().shownRows();
    m_many->feed(QStringLiteral("Application"), 3);
    desk.session().loadNews();
    QTRY_COMPARE_WITH_TIMEOUT(desk.part<EventsPane>().shownRows(), shown + 3, Wait);
    QVERIFY(view.currentRow() == chosen);
    QCOMPARE(view.visualRect(view.currentIndex()).top(), place);
    QCOMPARE(view.currentIndex().row(), 4);
}

void FollowingTest::followsThroughALoss()
{
    Desk desk(QStringLiteral("en"), QSize(1280, 800), remoteProgram());
    TcpProxy proxy(m_many->port(), {.delay = std::chrono::milliseconds(20)});
    const RemoteTarget target{.host = QStringLiteral("127.0.0.1"), .port = proxy.port()};
    desk.session().remote()->use(target, WinHost::admin());
    desk.session().open(applicationOf(target));
    auto *commands = desk.window().findChild<ComputerCommands *>();
    QVERIFY(commands);
    commands->setFollowing(true); // while it is being loaded, for longer than a pause
    QElapsedTimer clock;
    clock.start();
    QVERIFY(desk.waitUntilRead());
    QVERIFY2(clock.elapsed() > FollowPace::Usual.count(), qPrintable(QString::number(clock.elapsed())));
    const auto rows = [&desk] { return desk.session().store().size(); };
    const std::uint32_t before = rows();
    m_many->feed(QStringLiteral("Application"), 1);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), before + 1, Wait);
    const auto &status = desk.part<StatusLine>();
    QCOMPARE(status.awayText(), QString());

    m_many->kill();
    QTRY_COMPARE_WITH_TIMEOUT(status.awayText(),
        QStringLiteral("%1 does not answer; it is asked again in 10 seconds.").arg(target.text()), Wait);
    QTest::qWait(100);
    QVERIFY(!status.awayText().isEmpty()); // and stays there
    QCOMPARE(rows(), before + 1);
    m_many->startAgain();
    m_many->feed(QStringLiteral("Application"), 1);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), before + 2, 2 * Wait);
    QTRY_COMPARE(status.awayText(), QString());
    commands->setFollowing(false);
}

void FollowingTest::callsAPartAPart()
{
    Desk desk(QStringLiteral("en"), QSize(1280, 800), remoteProgram());
    TcpProxy proxy(m_many->port(), {.delay = std::chrono::milliseconds(10)});
    const RemoteTarget target{.host = QStringLiteral("127.0.0.1"), .port = proxy.port()};
    desk.session().remote()->use(target, WinHost::admin());
    desk.session().open(applicationOf(target));
    QTRY_VERIFY_WITH_TIMEOUT(desk.session().store().size() > 0, Wait);
    m_many->kill();
    QVERIFY(desk.waitUntilRead());
    const auto rows = desk.session().store().size();
    QVERIFY(rows > 0 && rows < ManyEvents);
    QTRY_COMPARE(desk.part<EventsPane>().shownRows(), static_cast<int>(rows));
    const QString words = QStringLiteral("Only a part of the log came; its %1 events are shown.")
                              .arg(QLocale(QStringLiteral("en_US")).toString(rows));
    const auto labels = desk.part<NoticeBar>().findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [&words](const QLabel *label) { return label->text().contains(words); }));
}

void FollowingTest::picksUpAgainAfterALoss()
{
    WinHost host;
    host.feed(QStringLiteral("Application"), 20);
    Desk desk(QStringLiteral("en"), QSize(1280, 800), remoteProgram());
    const RemoteTarget target{.host = QStringLiteral("127.0.0.1"), .port = host.port()};
    desk.session().remote()->use(target, WinHost::admin());
    desk.session().open(
        ClassicLocation{.target = target, .log = QStringLiteral("Application"), .newest = 0, .since = {}}.text());
    QVERIFY(desk.waitUntilRead());
    QSignalSpy news(&desk.session(), &Session::newsLoaded);
    const auto trouble = [&news] { return news.back().back().value<std::optional<Error>>(); };
    host.kill();
    desk.session().loadNews();
    QVERIFY(news.wait(Wait));
    QVERIFY(trouble().has_value());
    QCOMPARE(trouble()->code, ErrorCode::HostUnreachable);
    QCOMPARE(desk.session().store().size(), 20U); // what is there stays

    host.startAgain();
    host.feed(QStringLiteral("Application"), 1);
    desk.session().loadNews();
    QVERIFY(news.wait(Wait));
    QVERIFY(!trouble().has_value());
    QCOMPARE(news.back().front().toULongLong(), 1U);
    QCOMPARE(desk.session().store().size(), 21U);

    host.freeze();
    QElapsedTimer clock;
    clock.start();
    desk.session().loadNews();
    QVERIFY(news.wait(Wait));
    QVERIFY2(clock.elapsed() < 13'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(trouble()->code, ErrorCode::TimedOut);
    host.thaw();
    host.feed(QStringLiteral("Application"), 1);
    desk.session().loadNews();
    QVERIFY(news.wait(Wait));
    QVERIFY(!trouble().has_value());
    QCOMPARE(desk.session().store().size(), 22U);
}

QTEST_MAIN(FollowingTest)
#include "tst_following.moc"

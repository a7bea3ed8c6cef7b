// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asking running computers from the window: one question for an account and no second try, vouching for a computer that
// was typed over the event's, an answer that somebody pastes, and fifty computers at once.

#include "details/checkcard.h"
#include "details/detailspane.h"
#include "details/explanationpage.h"
#include "details/readingtext.h"
#include "forge/evtfile.h"
#include "gui/desk.h"
#include "looks/badge.h"
#include "machines/checker.h"
#include "machines/logondialog.h"
#include "machines/pastedialog.h"
#include "remote/winhost.h"
#include "reports/words.h"
#include "statusline.h"
#include "windowactions.h"

#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <atomic>
#include <fstream>
#include <netinet/in.h>
#include <poll.h>
#include <set>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

constexpr int LongestWait = 20'000;

/// A log of Perflib 1008 for MSExchangeIMC, one event for each computer.
QString writeLog(const Desk &desk, const std::vector<std::u16string> &computers)
{
    const QString path = desk.scratch(u"Application.evt"_s);
    std::ofstream out(path.toStdString(), std::ios::binary);
    forge::EvtFile log(out);
    std::uint32_t second = 920'000'000;
    for (const auto &computer : computers)
        log.add({.generated = second++,
            .eventId = 1008,
            .type = forge::EvtType::Error,
            .source = u"Perflib",
            .computer = computer,
            .sid = {},
            .strings = {u"MSExchangeIMC", u"C:\\exchsrvr\\bin\\gwperf.dll"},
            .data = std::string("\x7E\0\0\0", 4)});
    log.finish();
    return path;
}

CheckCard &cardOf(Desk &desk)
{
    return desk.part<ExplanationPage>().card();
}

QString wordsOf(Desk &desk)
{
    return cardOf(desk).findChild<ReadingText *>()->toPlainText();
}

void typeComputer(Desk &desk, const QString &computer)
{
    auto *field = cardOf(desk).findChild<QLineEdit *>(u"checkComputer"_s);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, computer);
    QTest::keyClick(field, Qt::Key_Return);
}

LogonDialog *logonOf(Desk &desk)
{
    return desk.window().findChild<LogonDialog *>();
}

/// Fills the dialog in as a person does, and asks or gives up.
void answerLogon(
    LogonDialog &dialog, const QString &user, const QString &password, QDialogButtonBox::StandardButton how)
{
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"user"_s), user);
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"password"_s), password);
    QTest::mouseClick(dialog.findChild<QDialogButtonBox *>()->button(how), Qt::LeftButton);
}

const Finding &only(Desk &desk)
{
    return desk.session().findings().front();
}

} // namespace

class TestLiveCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void asksOnceAndWaitsForVouching();
    void aRefusedPasswordIsNotTriedAgain();
    void givingUpIsNoQuestionAgain();
    void takesWhatSomebodyPastes_data();
    void takesWhatSomebodyPastes();
    void asksFiftyComputersEightAtATime();

private:
    /// Opens a log of these computers and chooses its first event; asks where the test's computer answers.
    void open(Desk &desk, const std::vector<std::u16string> &computers = {u"MAIL01"});
    [[nodiscard]] QString address() const { return u"127.0.0.1:%1"_s.arg(m_host->port()); }

    std::unique_ptr<WinHost> m_host;
};

void TestLiveCheck::initTestCase()
{
    qputenv("KRB5CCNAME", "FILE:/nonexistent/ccache"); // nobody is signed in
    m_host = std::make_unique<WinHost>();
    if (m_host->isMissing())
        QSKIP("smbd or libnss_wrapper is not installed: no computer could be asked");
    QVERIFY2(m_host->error().isEmpty(), qPrintable(m_host->error()));
}

void TestLiveCheck::open(Desk &desk, const std::vector<std::u16string> &computers)
{
    desk.drop({writeLog(desk, computers)});
    QVERIFY(desk.waitUntilRead());
    QTRY_COMPARE(desk.session().findings().size(), computers.size());
    desk.clickRow(0);
    QTRY_VERIFY(cardOf(desk).isVisible());
}

void TestLiveCheck::asksOnceAndWaitsForVouching()
{
    Desk desk(u"en"_s, QSize(1280, 800), remoteProgram());
    open(desk);
    typeComputer(desk, address());
    QVERIFY(cardOf(desk).button()->text().contains(address()));
    desk.click(*cardOf(desk).button());
    QTRY_VERIFY_WITH_TIMEOUT(logonOf(desk), LongestWait);
    QVERIFY(!wordsOf(desk).isEmpty()); // the window goes on meanwhile
    QSignalSpy done(&desk.session(), &Session::checkDone);
    answerLogon(*logonOf(desk), u"admin1"_s, u"S3cret!"_s, QDialogButtonBox::Ok);
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, LongestWait);
    QTRY_VERIFY(!logonOf(desk));
    const CheckResult answer = only(desk).checks.back();
    QCOMPARE(answer.state, ServiceState::Installed);
    QCOMPARE(answer.answeredAs, u"WINHOST"_s);
    QCOMPARE(answer.as, u"admin1"_s);
    QCOMPARE(answer.identity, HostIdentity::Unproved);
    QCOMPARE(only(desk).conclusion->kind, ConclusionKind::NotConfirmed); // is it MAIL01?

    auto *vouch = cardOf(desk).findChild<QPushButton *>(u"vouch"_s);
    QVERIFY(vouch->isVisible());
    desk.click(*vouch);
    QTRY_COMPARE(only(desk).conclusion->kind, ConclusionKind::DoesNotApply);
    QTRY_COMPARE(desk.part<ExplanationPage>().badge().look().word, conclusionText(ConclusionKind::DoesNotApply));
    QTRY_VERIFY(!vouch->isVisible());
    QCOMPARE(only(desk).checks.back().identity, HostIdentity::Vouched);

    done.clear();
    QElapsedTimer clock;
    clock.start();
    desk.click(*cardOf(desk).button()); // the account is known, the conversation stands
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, LongestWait);
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(!logonOf(desk));
}

void TestLiveCheck::aRefusedPasswordIsNotTriedAgain()
{
    Desk desk(u"en"_s, QSize(1280, 800), remoteProgram());
    open(desk, {u"MAIL01", u"MAIL02"});
    auto &checker = desk.part<Checker>();
    for (const Finding &finding : desk.session().findings())
        checker.setComputer(finding, address());
    QSignalSpy done(&desk.session(), &Session::checkDone);
    checker.checkAll(); // two findings, one computer: one question
    QTRY_VERIFY_WITH_TIMEOUT(logonOf(desk), LongestWait);
    QTest::qWait(300);
    QCOMPARE(desk.window().findChildren<LogonDialog *>().size(), 1);
    answerLogon(*logonOf(desk), u"admin1"_s, u"wrong"_s, QDialogButtonBox::Ok);
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 2, LongestWait);
    for (const Finding &finding : desk.session().findings()) {
        QCOMPARE(finding.checks.size(), 1U);
        QCOMPARE(finding.checks.front().state, ServiceState::LogonFailed);
        QCOMPARE(finding.checks.front().code, 0xC000006DU);
        QCOMPARE(finding.conclusion->kind, ConclusionKind::NotConfirmed);
    }
    QTest::qWait(300);
    QVERIFY(!logonOf(desk)); // nobody is asked, and nothing is tried, by itself
    QCOMPARE(done.size(), 2);
}

void TestLiveCheck::givingUpIsNoQuestionAgain()
{
    Desk desk(u"en"_s, QSize(1280, 800), remoteProgram());
    open(desk, {u"MAIL01", u"MAIL02"});
    auto &checker = desk.part<Checker>();
    for (const Finding &finding : desk.session().findings())
        checker.setComputer(finding, address());
    QSignalSpy done(&desk.session(), &Session::checkDone);
    checker.checkAll();
    QTRY_VERIFY_WITH_TIMEOUT(logonOf(desk), LongestWait);
    QTRY_VERIFY(!desk.session().questions().isAsking());
    answerLogon(*logonOf(desk), {}, {}, QDialogButtonBox::Cancel);
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 2, LongestWait);
    QTest::qWait(300);
    QVERIFY(!logonOf(desk));
    for (const Finding &finding : desk.session().findings()) {
        QCOMPARE(finding.checks.back().state, ServiceState::LogonFailed);
        QCOMPARE(finding.checks.back().as, u"ticket"_s);
    }
}

void TestLiveCheck::takesWhatSomebodyPastes_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("conclusion");
    const auto row = [](const char *name, const QString &language, const QString &text, ConclusionKind conclusion) {
        QTest::addRow("%s", name) << language << text << int(conclusion);
    };
    row("sc query", u"en"_s,
        u"[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\n\nThe specified service does not "
        "exist as an installed service.\n"_s,
        ConclusionKind::ConfirmedHarmless);
    row("sc query, German", u"de"_s,
        u"[SC] EnumQueryServicesStatus:OpenService FEHLER 1060:\n\nDer angegebene Dienst ist "
        "kein installierter Dienst.\n"_s,
        ConclusionKind::ConfirmedHarmless);
    row("sc qc, German", u"de"_s,
        u"[SC] QueryServiceConfig ERFOLG\n\nSERVICE_NAME: MSExchangeIMC\n        START_TYPE   "
        "      : 2   AUTO_START\n"_s,
        ConclusionKind::DoesNotApply);
    row("Get-Service", u"en"_s,
        u"Status   Name               DisplayName\n------   ----               -----------\n"
        "Stopped  MSExchangeIMC      Microsoft Exchange IMS\n"_s,
        ConclusionKind::DoesNotApply);
}

void TestLiveCheck::takesWhatSomebodyPastes()
{
    QFETCH(const QString, language);
    QFETCH(const QString, text);
    QFETCH(const int, conclusion);
    Desk desk(language, QSize(1280, 800), remoteProgram());
    open(desk);
    emit cardOf(desk).pasteWanted(only(desk).key);
    QTRY_VERIFY(desk.window().findChild<PasteDialog *>());
    auto &dialog = *desk.window().findChild<PasteDialog *>();
    QPushButton *use = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    auto *field = dialog.findChild<QPlainTextEdit *>();
    field->setPlainText(u"hello"_s);
    QVERIFY(!use->isEnabled()); // proves nothing
    field->setPlainText(text);
    QVERIFY(use->isEnabled());
    QTest::mouseClick(use, Qt::LeftButton);
    QTRY_VERIFY(only(desk).conclusion.has_value());
    QCOMPARE(int(only(desk).conclusion->kind), conclusion);
    QCOMPARE(only(desk).checks.back().by, CheckedBy::User);
    QTRY_VERIFY(wordsOf(desk).contains(conclusionText(ConclusionKind(conclusion))));
    const QByteArray report = reportAsText(desk.session().report());
    QVERIFY2(report.contains(checkedByText(CheckedBy::User).toUtf8()), report.constData());
}

/// Fifty computers that take a connection, say nothing and hang up.
class Crowd {
public:
    static constexpr int Count = 50;
    Crowd()
    {
        for (int i = 0; i < Count; ++i) {
            const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            sockaddr_in at{};
            at.sin_family = AF_INET;
            at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            socklen_t size = sizeof at;
            m_isListening &= ::bind(listener, reinterpret_cast<sockaddr *>(&at), size) == 0
                && ::listen(listener, 8) == 0 && ::getsockname(listener, reinterpret_cast<sockaddr *>(&at), &size) == 0;
            m_listeners.push_back({.fd = listener, .events = POLLIN, .revents = 0});
            m_ports.push_back(ntohs(at.sin_port));
        }
        m_thread = std::jthread([this](const std::stop_token &stop) { serve(stop); });
    }
    Crowd(const Crowd &) = delete;
    Crowd &operator=(const Crowd &) = delete;
    ~Crowd()
    {
        m_thread.request_stop();
        m_thread.join();
        for (const pollfd &listener : m_listeners)
            ::close(listener.fd);
    }
    [[nodiscard]] bool isListening() const { return m_isListening; }
    [[nodiscard]] QString address(int i) const { return u"127.0.0.1:%1"_s.arg(m_ports[std::size_t(i)]); }
    /// How many of them were spoken with at the same time, at most.
    [[nodiscard]] int atOnce() const { return m_atOnce; }

private:
    struct Guest {
        std::size_t host;
        int socket;
        std::chrono::steady_clock::time_point until;
    };

    void serve(const std::stop_token &stop)
    {
        std::vector<Guest> guests;
        while (!stop.stop_requested()) {
            ::poll(m_listeners.data(), m_listeners.size(), 10);
            const auto now = std::chrono::steady_clock::now();
            for (std::size_t i = 0; i < m_listeners.size(); ++i) {
                if (const int socket = ::accept4(m_listeners[i].fd, nullptr, nullptr, SOCK_CLOEXEC); socket >= 0)
                    guests.push_back({i, socket, now + std::chrono::milliseconds(150)});
            }
            std::erase_if(
                guests, [now](const Guest &guest) { return guest.until <= now && ::close(guest.socket) == 0; });
            std::set<std::size_t> hosts;
            for (const Guest &guest : guests)
                hosts.insert(guest.host);
            m_atOnce = std::max<int>(m_atOnce, static_cast<int>(hosts.size()));
        }
        for (const Guest &guest : guests)
            ::close(guest.socket);
    }

    bool m_isListening = true;
    std::vector<pollfd> m_listeners;
    std::vector<std::uint16_t> m_ports;
    std::atomic_int m_atOnce = 0;
    std::jthread m_thread;
};

/// The longest time that a thread with nothing to do had to wait for its turn: what a busy machine takes from everybody.
class Idler {
public:
    [[nodiscard]] qint64 longestPause() const { return m_longest; }

private:
    void idle(const std::stop_token &stop)
    {
        QElapsedTimer pulse;
        pulse.start();
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            m_longest = std::max(m_longest.load(), pulse.restart());
        }
    }

    std::atomic<qint64> m_longest = 0;
    std::jthread m_thread{[this](const std::stop_token &stop) { idle(stop); }};
};

void TestLiveCheck::asksFiftyComputersEightAtATime()
{
    Crowd crowd;
    QVERIFY(crowd.isListening());
    std::vector<std::u16string> names;
    names.reserve(Crowd::Count);
    for (int i = 0; i < Crowd::Count; ++i)
        names.push_back(u"PC%1"_s.arg(i, 2, 10, QChar(u'0')).toStdU16String());
    Desk desk(u"en"_s, QSize(1280, 800), remoteProgram());
    open(desk, names);
    auto &checker = desk.part<Checker>();
    int i = 0;
    for (const Finding &finding : desk.session().findings())
        checker.setComputer(finding, crowd.address(i++));

    QSignalSpy done(&desk.session(), &Session::checkDone);
    qint64 longestPause = 0;
    QElapsedTimer pulse;
    QTimer beat;
    connect(&beat, &QTimer::timeout, this, [&] { longestPause = std::max(longestPause, pulse.restart()); });
    QStringList shown;
    const auto &status = desk.part<StatusLine>();
    connect(&checker, &Checker::progressed, this, [&] { shown.append(status.askedText()); });
    const Idler idler;
    pulse.start();
    beat.start(10);
    checker.checkAll();
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), Crowd::Count, 60'000);
    beat.stop();
    for (const Finding &finding : desk.session().findings()) {
        QCOMPARE(finding.checks.size(), 1U);
        QVERIFY(!answerOf(finding.checks.front()));
        QCOMPARE(finding.conclusion->kind, ConclusionKind::NotConfirmed);
    }
    QVERIFY2(crowd.atOnce() <= 8 && crowd.atOnce() > 4, qPrintable(QString::number(crowd.atOnce())));
    QVERIFY2(shown.contains(u"25 of 50 asked"_s), qPrintable(shown.join(u'|')));
    QVERIFY2(longestPause - idler.longestPause()
            < 1000, // eight children start at once, on a machine that does other things too
        qPrintable(
            u"the window stood still for %1 ms, an idle thread for %2"_s.arg(longestPause).arg(idler.longestPause())));
    QTRY_VERIFY(status.askedText().isEmpty());
}

QTEST_MAIN(TestLiveCheck)
#include "tst_livecheck.moc"

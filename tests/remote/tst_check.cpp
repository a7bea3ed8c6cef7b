// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole check against a real smbd: states, identity, failures in words, evident-cli as scripts call it, what passes
// over the wire, and what is left behind.

#include "checks/livecheck.h"
#include "remote/servicecontrol.h"
#include "session/computerquestions.h"
#include "tcpproxy.h"
#include "winhost.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace evident;

class RemoteCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsStatesApart_data();
    void tellsStatesApart();
    void tellsConfiguredStatesApart();
    void tellsDeniedAccess();
    void asksSeveralQuestionsInOneConversation();
    void looksForFiles_data();
    void looksForFiles();
    void aRefusedLogonAnswersEveryQuestion();
    void speaksTheOldProtocolOnlyWhereAllowed();
    void endsWithinTenSeconds();
    void refusesAnotherHostsName();
    void remembersTheConversation();
    void sixRoundTripsOnAnOpenConversation();
    void nothingPassesInTheClear();
    void refusesWhatWasAltered();
    void speaksWithHostsThatInsistOnEncryption();
    void asksEightAtATime();
    void cancelsAll();
    void commandAnswersAsPromised_data();
    void commandAnswersAsPromised();
    void commandLeavesNoPasswordBehind();

private:
    [[nodiscard]] CheckResult check(const QString &service, const RemoteTarget &target);
    /// The reply to "how is Spooler?", byte by byte.
    [[nodiscard]] QByteArray stateAsSent(const RemoteTarget &target);
    [[nodiscard]] RemoteTarget byAddress() const { return {.host = u"127.0.0.1"_s, .port = m_host->port()}; }

    std::unique_ptr<WinHost> m_host;
    std::unique_ptr<RemoteHosts> m_hosts;
};

namespace {

struct Run {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Run runCli(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(
        qEnvironmentVariable("EVIDENT_BIN", QStringLiteral(EVIDENT_BINARY_DIR "/bin")) + u"/evident-cli"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(30'000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

void RemoteCheckTest::initTestCase()
{
    m_host = std::make_unique<WinHost>();
    if (m_host->isMissing())
        QSKIP("smbd or libnss_wrapper is not installed: no computer could be asked");
    QVERIFY2(m_host->error().isEmpty(), qPrintable(m_host->error()));
    m_hosts = std::make_unique<RemoteHosts>(remoteProgram());
    std::ignore = check(u"Spooler"_s, byAddress());
}

CheckResult RemoteCheckTest::check(const QString &service, const RemoteTarget &target)
{
    static const Credentials admin = WinHost::admin();
    return checkLive(*m_hosts,
        {.asked = {serviceQuestion(service)}, .computer = target.host, .target = target, .credentials = admin},
        Patience::of(CheckTime))
        .front();
}

void RemoteCheckTest::tellsStatesApart_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("state");
    QTest::addColumn<quint32>("code");
    QTest::addRow("running") << u"Spooler"_s << u"running"_s << 0U;
    QTest::addRow("stopped") << u"NETLOGON"_s << u"stopped"_s << 0U;
    QTest::addRow("state refused") << u"MSExchangeIMC"_s << u"installed"_s << 5U;
    QTest::addRow("not there") << u"NoSuchService"_s << u"notInstalled"_s << 1060U;
    QTest::addRow("another case") << u"SPOOLER"_s << u"running"_s << 0U;
}

void RemoteCheckTest::tellsStatesApart()
{
    QFETCH(const QString, service);
    const CheckResult result = check(service, byAddress());
    QTEST(QString(serviceStateWord(result.state)), "state");
    QTEST(result.code, "code");
    QCOMPARE(result.answeredAs, u"WINHOST"_s);
    QCOMPARE(result.address, u"127.0.0.1"_s);
    QCOMPARE(result.as, u"admin1"_s);
    QCOMPARE(result.identity, HostIdentity::Proved);
    QVERIFY(!result.evidence.isEmpty());
    QVERIFY(result.milliseconds < 10'000);
}

void RemoteCheckTest::tellsConfiguredStatesApart()
{
    const WinHost host({u"wins support = yes"_s, u"[netlogon] path = /tmp"_s});
    QVERIFY2(host.error().isEmpty(), qPrintable(host.error()));
    const RemoteTarget target{.host = u"127.0.0.1"_s, .port = host.port()};
    QCOMPARE(check(u"WINS"_s, target).state, ServiceState::Running);
    QCOMPARE(check(u"NETLOGON"_s, target).state, ServiceState::Running);
}

/// The account may log on, but not ask: what a local administrator meets over the network.
void RemoteCheckTest::tellsDeniedAccess()
{
    const WinHost host({u"[IPC$] valid users = admin1"_s});
    QVERIFY2(host.error().isEmpty(), qPrintable(host.error()));
    const RemoteTarget target{.host = u"127.0.0.1"_s, .port = host.port()};
    const auto answers = checkLive(*m_hosts,
        {.asked = {serviceQuestion(u"Spooler"_s)},
            .computer = {},
            .target = target,
            .credentials = WinHost::user(u"plain1"_s, "S3cret!")},
        Patience::of(CheckTime));
    QCOMPARE(answers.front().state, ServiceState::ManagerAccessDenied);
    QCOMPARE(answers.front().code, 0xC0000022U);
    QVERIFY(answers.front().next.contains(u"remote UAC"_s));
    QCOMPARE(check(u"Spooler"_s, target).state, ServiceState::Running); // whom it lets
}

void RemoteCheckTest::asksSeveralQuestionsInOneConversation()
{
    const auto start = [](const QString &service, const QString &wanted) {
        return CheckQuestion{.kind = CheckQuestion::Kind::RegistryValue,
            .key = u"SYSTEM\\CurrentControlSet\\Services\\"_s + service,
            .name = u"Start"_s,
            .wanted = {wanted}};
    };
    const auto answers = checkLive(*m_hosts,
        {.asked = {serviceQuestion(u"Spooler"_s), start(u"Spooler"_s, u"2"_s), start(u"Spooler"_s, u"4"_s),
             serviceQuestion(u"NoSuchService"_s), start(u"NoSuchService"_s, u"2"_s)},
            .computer = {},
            .target = byAddress(),
            .credentials = WinHost::admin()},
        Patience::of(CheckTime));
    QStringList states;
    for (const CheckResult &answer : answers)
        states.append(serviceStateWord(answer.state));
    QCOMPARE(states, (QStringList{u"running"_s, u"yes"_s, u"no"_s, u"notInstalled"_s, u"no"_s}));
    QCOMPARE(answers[1].by, CheckedBy::Registry);
    QVERIFY2(answers[1].evidence.contains(u" is 2."_s), qPrintable(answers[1].evidence));
    QCOMPARE(answers[1].identity, HostIdentity::Proved);
}

void RemoteCheckTest::looksForFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *path, const char *user, const char *state, const char *words) {
        QTest::addRow("%s", name) << QString::fromLatin1(path) << QString::fromLatin1(user)
                                  << QString::fromLatin1(state) << QString::fromLatin1(words);
    };
    row("by its drive", R"(C:\Windows\System32\a.dll)", "admin1", "yes",
        R"(C$\Windows\System32\a.dll is there: 5 bytes)");
    row("below Windows", R"(%SystemRoot%\system32\A.DLL)", "admin1", "yes", R"(ADMIN$\system32\A.DLL is there)");
    row("a folder", R"(C:\Windows\System32)", "admin1", "no", "is a folder");
    row("no such file", R"(C:\Windows\System32\b.dll)", "admin1", "no", "There is no C$");
    row("no such folder", R"(C:\Gone\b.dll)", "admin1", "no", "There is no C$");
    row("no such drive", R"(Q:\b.dll)", "admin1", "notPossible", "does not offer the share Q$");
    row("no administrator", R"(C:\Windows\System32\a.dll)", "plain1", "notPossible", "remote UAC");
    row("no path", "a.dll", "admin1", "notPossible", "does not say where");
}

void RemoteCheckTest::looksForFiles()
{
    QFETCH(const QString, path);
    QFETCH(const QString, user);
    QFETCH(const QString, words);
    QFile file(m_host->folder() + u"/share/C/Windows/System32/a.dll"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("12345") == 5);
    QVERIFY(file.setPermissions(QFile::Permissions(0x6644)));
    file.close();
    RemoteHosts hosts(remoteProgram());
    const CheckResult answer = checkLive(hosts,
        {.asked = {{.kind = CheckQuestion::Kind::FilePresent, .path = path}},
            .computer = {},
            .target = byAddress(),
            .credentials = WinHost::user(user, "S3cret!")},
        Patience::of(CheckTime))
                                   .front();
    QTEST(QString(serviceStateWord(answer.state)), "state");
    QVERIFY2(answer.evidence.contains(words), qPrintable(answer.evidence));
    QCOMPARE(answer.by, CheckedBy::Share);
    QCOMPARE(answer.identity, HostIdentity::Proved);
    QCOMPARE(answer.next.isEmpty(), answer.state != ServiceState::NotPossible);
}

void RemoteCheckTest::aRefusedLogonAnswersEveryQuestion()
{
    RemoteHosts hosts(remoteProgram());
    QElapsedTimer clock;
    clock.start();
    const auto answers = checkLive(hosts,
        {.asked = {serviceQuestion(u"Spooler"_s), serviceQuestion(u"W3SVC"_s), serviceQuestion(u"NETLOGON"_s)},
            .computer = {},
            .target = byAddress(),
            .credentials = WinHost::user(u"admin1"_s, "wrong")},
        Patience::of(CheckTime));
    QCOMPARE(answers.size(), 3U);
    for (const CheckResult &answer : answers)
        QCOMPARE(answer.state, ServiceState::LogonFailed);
    QVERIFY(answers[1].milliseconds < 5 && answers[2].milliseconds < 5); // nothing was tried again
}

void RemoteCheckTest::speaksTheOldProtocolOnlyWhereAllowed()
{
    const WinHost old({u"server min protocol = NT1"_s, u"server max protocol = NT1"_s});
    QVERIFY2(old.error().isEmpty(), qPrintable(old.error()));
    RemoteTarget target{.host = u"127.0.0.1"_s, .port = old.port()};
    const CheckResult refused = check(u"Spooler"_s, target);
    QCOMPARE(refused.state, ServiceState::ProtocolTooOld);
    QVERIFY(refused.next.contains(u"registry hive"_s));
    target.smb1 = OldProtocol::Allowed;
    QCOMPARE(check(u"Spooler"_s, target).state, ServiceState::Running);
    QCOMPARE(check(u"NoSuchService"_s, target).state, ServiceState::NotInstalled);
}

/// All questions of a check together, connecting included.
void RemoteCheckTest::endsWithinTenSeconds()
{
    WinHost frozen;
    QVERIFY2(frozen.error().isEmpty(), qPrintable(frozen.error()));
    frozen.freeze();
    RemoteHosts hosts(remoteProgram());
    QElapsedTimer clock;
    clock.start();
    const auto answers = checkLive(hosts,
        {.asked = {serviceQuestion(u"Spooler"_s), serviceQuestion(u"W3SVC"_s)},
            .computer = {},
            .target = {.host = u"127.0.0.1"_s, .port = frozen.port()},
            .credentials = WinHost::admin()},
        Patience::of(CheckTime));
    const qint64 took = clock.elapsed();
    frozen.thaw();
    QVERIFY2(took < 10'300, qPrintable(QString::number(took)));
    for (const CheckResult &answer : answers)
        QCOMPARE(answer.state, ServiceState::TimedOut);
}

void RemoteCheckTest::refusesAnotherHostsName()
{
    const CheckResult result = check(u"NoSuchService"_s, m_host->target()); // asked as localhost, it is WINHOST
    QCOMPARE(result.state, ServiceState::HostIsAnother);
    QCOMPARE(result.answeredAs, u"WINHOST"_s);
    QVERIFY(!result.next.isEmpty());
}

void RemoteCheckTest::remembersTheConversation()
{
    std::ignore = check(u"Spooler"_s, byAddress());
    QElapsedTimer clock;
    clock.start();
    const CheckResult result = check(u"Spooler"_s, byAddress());
    QCOMPARE(result.state, ServiceState::Running);
    QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
}

void RemoteCheckTest::sixRoundTripsOnAnOpenConversation()
{
    constexpr int Delay = 60; // ms one way
    TcpProxy proxy(m_host->port(), {.delay = std::chrono::milliseconds(Delay)});
    const RemoteTarget target{.host = u"127.0.0.1"_s, .port = proxy.port()};
    for (const QString &service : {u"Spooler"_s, u"MSExchangeIMC"_s, u"NoSuchService"_s}) {
        std::ignore = check(service, target);
        QElapsedTimer clock;
        clock.start();
        const CheckResult result = check(service, target);
        const double trips = static_cast<double>(clock.elapsed()) / (2 * Delay);
        QVERIFY(isInstalled(result.state).has_value());
        QVERIFY2(trips < 7, qPrintable(u"%1: %2 round trips"_s.arg(service).arg(trips)));
    }
}

QByteArray RemoteCheckTest::stateAsSent(const RemoteTarget &target)
{
    static const Credentials admin = WinHost::admin();
    constexpr std::uint16_t QueryStatus = 6;
    const auto patience = Patience::of(CheckTime);
    const auto host = m_hosts->host(target, admin, patience);
    const auto pipe = host ? (*host)->pipe(ServiceManagerInterface, patience) : std::unexpected(host.error());
    if (!pipe)
        return {};
    ServiceControl manager(**pipe);
    const auto handle = manager.open(patience);
    const auto service = manager.openService(handle->value, u"Spooler"_s, ServiceRight::QueryStatus, patience);
    return (*pipe)->call(QueryStatus, NdrWriter().handle(service->value).bytes(), patience).value_or(QByteArray());
}

void RemoteCheckTest::nothingPassesInTheClear()
{
    TcpProxy proxy(m_host->port(), {.keeps = true});
    const CheckResult result = check(u"MSExchangeIMC"_s, {.host = u"127.0.0.1"_s, .port = proxy.port()});
    QCOMPARE(result.state, ServiceState::Installed);
    const QByteArray state = stateAsSent({.host = u"127.0.0.1"_s, .port = proxy.port()});
    QCOMPARE(state.size(), 32); // seven numbers and the result
    const QByteArray wire = proxy.kept();
    QVERIFY2(!wire.contains(state.first(16)), "the state passes in the clear");
    QVERIFY2(wire.size() > 2000, "nothing was captured");
    const auto wide = [](QStringView text) {
        return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    };
    QVERIFY2(wire.contains(wide(u"svcctl")), "the capture does not show the conversation");
    for (const QString &secret : {u"MSExchangeIMC"_s, u"S3cret!"_s, result.imagePath}) {
        if (secret.isEmpty())
            continue;
        QVERIFY2(!wire.contains(wide(secret)), qPrintable(secret));
        QVERIFY2(!wire.contains(secret.toUtf8()), qPrintable(secret));
    }
}

void RemoteCheckTest::refusesWhatWasAltered()
{
    int altered = 0;
    for (int reply = 4; reply < 14; ++reply) { // the one altered comes ever later in the conversation
        TcpProxy proxy(m_host->port(), {.alteredReply = reply});
        const CheckResult result = check(u"NoSuchService"_s, {.host = u"127.0.0.1"_s, .port = proxy.port()});
        altered += proxy.alteredCount();
        QVERIFY2(result.state != ServiceState::NotInstalled || proxy.alteredCount() == 0,
            qPrintable(u"reply %1 was altered, and the answer believed: %2"_s.arg(reply).arg(result.evidence)));
    }
    QVERIFY2(altered > 5, qPrintable(QString::number(altered)));
}

void RemoteCheckTest::speaksWithHostsThatInsistOnEncryption()
{
    const WinHost host({u"server smb encrypt = required"_s});
    QVERIFY2(host.error().isEmpty(), qPrintable(host.error()));
    QCOMPARE(check(u"Spooler"_s, {.host = u"127.0.0.1"_s, .port = host.port()}).state, ServiceState::Running);
}

void RemoteCheckTest::asksEightAtATime()
{
    ComputerQuestions questions(remoteProgram());
    QSignalSpy answers(&questions, &ComputerQuestions::answered);
    QSignalSpy progress(&questions, &ComputerQuestions::progressed);
    constexpr int Count = 50;
    std::set<quint64> numbers;
    for (int i = 0; i < Count; ++i)
        numbers.insert(questions.ask({.asked = {serviceQuestion(u"Spooler"_s)},
            .computer = {},
            .target = byAddress(),
            .credentials = WinHost::admin()}));
    QCOMPARE(numbers.size(), std::size_t{Count});
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), Count, 60'000);
    for (const auto &answer : answers)
        QCOMPARE(answer.at(1).value<std::vector<CheckResult>>().front().state, ServiceState::Running);
    QVERIFY(progress.size() >= Count);
    QVERIFY(!questions.isAsking());
}

void RemoteCheckTest::cancelsAll()
{
    WinHost frozen;
    QVERIFY2(frozen.error().isEmpty(), qPrintable(frozen.error()));
    frozen.freeze();
    ComputerQuestions questions(remoteProgram());
    QSignalSpy answers(&questions, &ComputerQuestions::answered);
    constexpr int Count = 12;
    for (int i = 0; i < Count; ++i)
        questions.ask({.asked = {serviceQuestion(u"Spooler"_s)},
            .computer = {},
            .target = {.host = u"127.0.0.1"_s, .port = frozen.port()},
            .credentials = WinHost::admin()});
    QTest::qWait(300);
    QElapsedTimer clock;
    clock.start();
    questions.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), Count, 5000);
    const qint64 took = clock.elapsed();
    frozen.thaw();
    QVERIFY2(took < 600, qPrintable(QString::number(took)));
    for (const auto &answer : answers)
        QCOMPARE(answer.at(1).value<std::vector<CheckResult>>().front().state, ServiceState::NotPossible);
}

void RemoteCheckTest::commandAnswersAsPromised_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QJsonValue>("installed");
    QTest::addColumn<int>("exitCode");
    const auto row = [](const char *name, const char *service, const char *user, const char *password,
                         const char *outcome, const QJsonValue &installed, int exitCode) {
        QTest::addRow("%s", name) << QString::fromLatin1(service) << QString::fromLatin1(user) << QByteArray(password)
                                  << QString::fromLatin1(outcome) << installed << exitCode;
    };
    row("running", "Spooler", "admin1", "S3cret!", "running", true, 0);
    row("with a domain", "Spooler", "TESTGRP\\admin1", "S3cret!", "running", true, 0);
    row("not installed", "NoSuch", "admin1", "S3cret!\n", "notInstalled", false, 0);
    row("wrong password", "Spooler", "admin1", "no", "logonFailed", QJsonValue::Null, 1);
    row("unknown user", "Spooler", "nobody9", "no", "logonFailed", QJsonValue::Null, 1);
}

void RemoteCheckTest::commandAnswersAsPromised()
{
    QFETCH(const QString, service);
    QFETCH(const QString, user);
    QFETCH(const QByteArray, password);
    const QString on = byAddress().text();
    const Run run = runCli(
        {u"check"_s, service, u"--on"_s, on, u"--user"_s, user, u"--password-file"_s, u"-"_s, u"--json"_s}, password);
    QTEST(run.exitCode, "exitCode");
    const QJsonObject answer = run.json();
    QTEST(answer[u"outcome"].toString(), "outcome");
    QTEST(answer[u"installed"], "installed");
    QCOMPARE(answer[u"service"].toString(), service);
    QCOMPARE(answer[u"asked"].toString(), u"127.0.0.1"_s);
    QCOMPARE(answer[u"address"].toString(), u"127.0.0.1"_s);
    QCOMPARE(answer[u"by"].toString(), u"scm"_s);
    QCOMPARE(answer[u"as"].toString(), user);
    QVERIFY(!run.out.contains("S3cret!") && !run.err.contains("S3cret!"));
    for (const QString &key :
        {u"startType"_s, u"displayName"_s, u"code"_s, u"ms"_s, u"time"_s, u"evidence"_s, u"next"_s, u"answeredAs"_s})
        QVERIFY2(answer.contains(key), qPrintable(key));
}

void RemoteCheckTest::commandLeavesNoPasswordBehind()
{
    WinHost frozen;
    frozen.freeze();
    QProcess process;
    process.start(qEnvironmentVariable("EVIDENT_BIN", QStringLiteral(EVIDENT_BINARY_DIR "/bin")) + u"/evident-cli"_s,
        {u"check"_s, u"Spooler"_s, u"--on"_s, u"127.0.0.1:%1"_s.arg(frozen.port()), u"--user"_s, u"admin1"_s,
            u"--password-file"_s, u"-"_s, u"--json"_s});
    process.write("Tr4ceable!");
    process.closeWriteChannel();
    QVERIFY(process.waitForStarted());
    QTest::qWait(1000);
    bool isSeen = false;
    for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile words(u"/proc/"_s + pid + u"/cmdline"_s);
        QFile environment(u"/proc/"_s + pid + u"/environ"_s);
        const QByteArray line = words.open(QIODevice::ReadOnly) ? words.readAll() : QByteArray();
        isSeen |= line.contains("evident-remote");
        QVERIFY2(!line.contains("Tr4ceable!"), qPrintable(pid));
        if (line.contains("evident") && environment.open(QIODevice::ReadOnly))
            QVERIFY(!environment.readAll().contains("Tr4ceable!"));
    }
    QVERIFY2(isSeen, "evident-remote was not among the processes");
    process.terminate();
    QVERIFY(process.waitForFinished(3000));
    QCOMPARE(process.exitCode(), 130);
    frozen.thaw();
}

QTEST_GUILESS_MAIN(RemoteCheckTest)
#include "tst_check.moc"

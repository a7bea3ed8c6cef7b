// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The transport alone: evident-remote connects to a real smbd, logs on, opens sealed pipes and carries calls; what can go
// wrong on the way is told apart, in time.

#include "remote/ntstatus.h"
#include "remote/registry.h"
#include "remote/remotehosts.h"
#include "remote/servicecontrol.h"
#include "winhost.h"

#include <QElapsedTimer>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace evident;

class WinHostTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void startsInTwoSecondsAsOrdinaryUser();
    void logsOnAndNamesItself();
    void asksTheServiceManager();
    void saysWhenAServiceIsNotThere();
    void readsTheRegistry();
    void carriesAFaultAndGoesOn();
    void tellsWrongPasswordsApart_data();
    void tellsWrongPasswordsApart();
    void neverShowsARefusedPasswordTwice();
    void tellsAClosedPort();
    void tellsAnUnknownName();
    void givesUpOnASilentHost();
    void tellsWhatIsNoFileSharing();
    void tellsAHostThatIsTooOld();
    void cancelsWithinItsTime();
    void givesUpOnAFrozenHost();
    void tellsAKilledHost();
    void keepsOneConversation();

private:
    std::unique_ptr<WinHost> m_host;
};

namespace {

Result<std::shared_ptr<RemoteHost>> connectTo(
    const RemoteTarget &target, const Credentials &credentials = WinHost::admin(), std::chrono::milliseconds time = 10s)
{
    return RemoteHost::connect(remoteProgram(), target, credentials, Patience::of(time));
}

/// A listening socket that says nothing, or says @p answer to whoever speaks.
class Listener {
public:
    explicit Listener(QByteArray answer = {})
        : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
        , m_answer(std::move(answer))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        std::ignore = bind(m_socket, reinterpret_cast<sockaddr *>(&address), size);
        getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        listen(m_socket, 8);
        if (!m_answer.isEmpty())
            m_thread = std::thread([this] { answerAll(); });
    }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;
    ~Listener()
    {
        shutdown(m_socket, SHUT_RDWR);
        close(m_socket);
        if (m_thread.joinable())
            m_thread.join();
    }
    [[nodiscard]] RemoteTarget target() const { return {.host = u"127.0.0.1"_s, .port = m_port}; }

private:
    void answerAll() const
    {
        for (int client = accept(m_socket, nullptr, nullptr); client >= 0;
            client = accept(m_socket, nullptr, nullptr)) {
            std::array<char, 1024> request{};
            if (recv(client, request.data(), request.size(), 0) > 0)
                send(client, m_answer.constData(), static_cast<std::size_t>(m_answer.size()), MSG_NOSIGNAL);
            close(client);
        }
    }

    int m_socket;
    std::uint16_t m_port = 0;
    QByteArray m_answer;
    std::thread m_thread;
};

} // namespace

void WinHostTest::initTestCase()
{
    m_host = std::make_unique<WinHost>();
    if (m_host->isMissing())
        QSKIP("smbd or libnss_wrapper is not installed: no computer could be asked");
    QVERIFY2(m_host->error().isEmpty(), qPrintable(m_host->error()));
    // The first call makes smbd start its call services, which is the server's time, not ours.
    const auto warm = connectTo(m_host->target());
    QVERIFY2(warm.has_value(), warm ? "" : warm.error().what);
}

void WinHostTest::startsInTwoSecondsAsOrdinaryUser()
{
    const WinHost host({}, WinHost::As::OrdinaryUser);
    QVERIFY2(host.error().isEmpty(), qPrintable(host.error()));
    QVERIFY2(host.startMilliseconds() < 6000, qPrintable(QString::number(host.startMilliseconds())));
    const auto connected = connectTo(host.target());
    QVERIFY2(connected.has_value(), connected ? "" : qPrintable(QString::number(connected.error().native, 16)));
}

void WinHostTest::logsOnAndNamesItself()
{
    const auto host = connectTo(m_host->target());
    QVERIFY(host.has_value());
    QCOMPARE((*host)->address(), u"127.0.0.1"_s);
    QCOMPARE((*host)->account(), u"admin1"_s);
    QVERIFY((*host)->info().has_value());
    QCOMPARE((*host)->info()->name, u"WINHOST"_s);
    QVERIFY(!(*host)->isProved());
    QVERIFY((*host)->isAlive());
}

void WinHostTest::asksTheServiceManager()
{
    const auto host = connectTo(m_host->target());
    QVERIFY(host.has_value());
    const auto patience = Patience::of(10s);
    const auto pipe = (*host)->pipe(ServiceManagerInterface, patience);
    QVERIFY2(pipe.has_value(), pipe ? "" : pipe.error().what);
    ServiceControl manager(**pipe);
    const auto handle = manager.open(patience);
    QVERIFY(handle.has_value());
    QCOMPARE(handle->code, 0U);

    const auto spooler = manager.openService(handle->value, u"Spooler", ServiceRight::QueryBoth, patience);
    QVERIFY(spooler.has_value());
    QCOMPARE(spooler->code, 0U);
    const auto status = manager.status(spooler->value, patience);
    QVERIFY(status.has_value());
    QCOMPARE(status->code, 0U);
    QCOMPARE(status->value.state, static_cast<std::uint32_t>(RunState::Running));
    const auto config = manager.config(spooler->value, patience);
    QVERIFY(config.has_value());
    QCOMPARE(config->code, 0U);
    QVERIFY2(!config->value.displayName.isEmpty(), qPrintable(config->value.binaryPath));
    QVERIFY(manager.close(spooler->value, patience).has_value());

    const auto netlogon = manager.openService(handle->value, u"NETLOGON", ServiceRight::QueryBoth, patience);
    QCOMPARE(manager.status(netlogon->value, patience)->value.state, static_cast<std::uint32_t>(RunState::Stopped));

    const auto listed = manager.openService(handle->value, u"MSExchangeIMC", ServiceRight::QueryBoth, patience);
    QCOMPARE(listed->code, 0U);
    QVERIFY(manager.status(listed->value, patience)->is(ScmCode::AccessDenied));
}

void WinHostTest::saysWhenAServiceIsNotThere()
{
    const auto host = connectTo(m_host->target());
    const auto patience = Patience::of(10s);
    ServiceControl manager(**(*host)->pipe(ServiceManagerInterface, patience));
    const auto handle = manager.open(patience);
    const auto absent = manager.openService(handle->value, u"NoSuchService", ServiceRight::QueryBoth, patience);
    QVERIFY(absent.has_value());
    QCOMPARE(absent->code, 1060U);
}

void WinHostTest::readsTheRegistry()
{
    const auto host = connectTo(m_host->target());
    const auto patience = Patience::of(10s);
    const auto pipe = (*host)->pipe(RegistryInterface, patience);
    QVERIFY2(pipe.has_value(), pipe ? "" : pipe.error().what);
    RemoteRegistry registry(**pipe);
    const auto root = registry.openLocalMachine(patience);
    QCOMPARE(root->code, 0U);
    const auto key = registry.openKey(root->value, u"SYSTEM\\CurrentControlSet\\Services\\MSExchangeIMC"_s, patience);
    QCOMPARE(key->code, 0U);
    const auto start = registry.value(key->value, u"Start"_s, patience);
    QCOMPARE(start->code, 0U);
    QCOMPARE(start->value.number(), std::optional<std::uint32_t>(2));
    QVERIFY(!registry.value(key->value, u"ImagePath"_s, patience)->value.text().isEmpty());
    QCOMPARE(registry.value(key->value, u"Nothing"_s, patience)->code, 2U);
    QCOMPARE(registry.openKey(root->value, u"SYSTEM\\Nothing"_s, patience)->code, 2U);
    QVERIFY(registry.close(key->value, patience).has_value());
}

void WinHostTest::carriesAFaultAndGoesOn()
{
    const auto host = connectTo(m_host->target());
    const auto patience = Patience::of(10s);
    RpcPipe *pipe = *(*host)->pipe(ServiceManagerInterface, patience);
    constexpr std::uint16_t NoSuchOperation = 999;
    const auto refused = pipe->call(NoSuchOperation, QByteArray(8, '\0'), patience);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::RemoteRefused);
    QCOMPARE(static_cast<std::uint32_t>(refused.error().native), 0xC002002EU);
    QVERIFY((*host)->isAlive());
    QCOMPARE(ServiceControl(*pipe).open(patience)->code, 0U);

    constexpr RpcInterface Nowhere{"nosuchpipe", ServiceManagerInterface.uuid, 2};
    const auto missing = (*host)->pipe(Nowhere, patience);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QVERIFY((*host)->isAlive());
}

void WinHostTest::tellsWrongPasswordsApart_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::addRow("wrong") << u"admin1"_s << QByteArray("wrong");
    QTest::addRow("empty") << u"admin1"_s << QByteArray();
    QTest::addRow("unknown user") << u"nobody7"_s << QByteArray("S3cret!");
}

void WinHostTest::tellsWrongPasswordsApart()
{
    QFETCH(const QString, user);
    QFETCH(const QByteArray, password);
    const auto host = connectTo(m_host->target(), WinHost::user(user, password));
    QVERIFY(!host.has_value());
    QCOMPARE(host.error().code, ErrorCode::LogonRefused);
    QCOMPARE(static_cast<std::uint32_t>(host.error().native), 0xC000006DU);
    QCOMPARE(host.error().detail, u"127.0.0.1"_s);
}

void WinHostTest::neverShowsARefusedPasswordTwice()
{
    RemoteHosts hosts(remoteProgram());
    const auto wrong = WinHost::user(u"admin1"_s, "wrong");
    QCOMPARE(hosts.host(m_host->target(), wrong, Patience::of(10s)).error().code, ErrorCode::LogonRefused);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(hosts.host(m_host->target(), wrong, Patience::of(10s)).error().code, ErrorCode::LogonRefused);
    QVERIFY2(clock.nsecsElapsed() < 2'000'000, "a process was started: the password was shown again");
    QVERIFY(hosts.host(m_host->target(), WinHost::admin(), Patience::of(10s)).has_value());
}

void WinHostTest::tellsAClosedPort()
{
    const auto host = connectTo({.host = u"127.0.0.1"_s, .port = freePort()});
    QCOMPARE(host.error().code, ErrorCode::HostUnreachable);
    QCOMPARE(host.error().native, ECONNREFUSED);
}

void WinHostTest::tellsAnUnknownName()
{
    const auto host = connectTo({.host = u"no-such-host.invalid"_s});
    QCOMPARE(host.error().code, ErrorCode::HostNotFound);
}

void WinHostTest::givesUpOnASilentHost()
{
    const Listener silent;
    QElapsedTimer clock;
    clock.start();
    const auto host = connectTo(silent.target(), WinHost::admin(), 1s);
    QCOMPARE(host.error().code, ErrorCode::TimedOut);
    QCOMPARE(host.error().what, "logon");
    QCOMPARE(host.error().detail, u"127.0.0.1"_s);
    QVERIFY2(clock.elapsed() < 1300, qPrintable(QString::number(clock.elapsed())));
}

void WinHostTest::tellsWhatIsNoFileSharing()
{
    const Listener web("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    const auto host = connectTo(web.target());
    QCOMPARE(host.error().code, ErrorCode::HostUnreachable);
    QCOMPARE(host.error().what, "logon");
}

void WinHostTest::tellsAHostThatIsTooOld()
{
    const WinHost old({u"server min protocol = NT1"_s, u"server max protocol = NT1"_s});
    QVERIFY2(old.error().isEmpty(), qPrintable(old.error()));
    const auto refused = connectTo(old.target());
    QCOMPARE(refused.error().code, ErrorCode::ProtocolTooOld);
    RemoteTarget allowed = old.target();
    allowed.smb1 = OldProtocol::Allowed;
    const auto host = connectTo(allowed);
    QVERIFY2(host.has_value(), host ? "" : qPrintable(QString::number(static_cast<uint>(host.error().native), 16)));
    QCOMPARE((*host)->info()->name, u"WINHOST"_s);
}

void WinHostTest::cancelsWithinItsTime()
{
    const Listener silent;
    const auto flag = std::make_shared<std::atomic_bool>(false);
    std::thread canceller([flag] {
        std::this_thread::sleep_for(300ms);
        *flag = true;
    });
    QElapsedTimer clock;
    clock.start();
    const auto host = RemoteHost::connect(remoteProgram(), silent.target(), WinHost::admin(), Patience::of(10s, flag));
    canceller.join();
    QCOMPARE(host.error().code, ErrorCode::Cancelled);
    QVERIFY2(clock.elapsed() < 600, qPrintable(QString::number(clock.elapsed())));
}

void WinHostTest::givesUpOnAFrozenHost()
{
    WinHost frozen;
    const auto host = connectTo(frozen.target());
    QVERIFY(host.has_value());
    RpcPipe *pipe = *(*host)->pipe(ServiceManagerInterface, Patience::of(10s));
    frozen.freeze();
    QElapsedTimer clock;
    clock.start();
    const auto handle = ServiceControl(*pipe).open(Patience::of(1s));
    const qint64 took = clock.elapsed(); // thawing is a program of its own, and takes its time
    frozen.thaw();
    QCOMPARE(handle.error().code, ErrorCode::TimedOut);
    QVERIFY2(took < 1300, qPrintable(QString::number(took)));
    QVERIFY(!(*host)->isAlive());
}

void WinHostTest::tellsAKilledHost()
{
    WinHost doomed;
    const auto host = connectTo(doomed.target());
    QVERIFY(host.has_value());
    RpcPipe *pipe = *(*host)->pipe(ServiceManagerInterface, Patience::of(10s));
    doomed.kill();
    const auto handle = ServiceControl(*pipe).open(Patience::of(5s));
    QCOMPARE(handle.error().code, ErrorCode::ConnectionLost);
    QVERIFY(!(*host)->isAlive());
}

void WinHostTest::keepsOneConversation()
{
    RemoteHosts hosts(remoteProgram());
    const auto admin = WinHost::admin();
    std::array<std::shared_ptr<RemoteHost>, 4> found;
    std::array<std::thread, 4> askers;
    for (std::size_t i = 0; i < askers.size(); ++i) {
        askers.at(i) = std::thread([&, i] {
            if (auto host = hosts.host(m_host->target(), admin, Patience::of(10s)))
                found.at(i) = std::move(*host);
        });
    }
    for (std::thread &asker : askers)
        asker.join();
    QVERIFY(found.front() != nullptr);
    for (const auto &host : found)
        QCOMPARE(host.get(), found.front().get());
}

QTEST_GUILESS_MAIN(WinHostTest)
#include "tst_winhost.moc"

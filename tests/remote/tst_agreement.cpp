// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two witnesses that share no code with us: impacket, which has to answer the same, and MIT's Kerberos, whose tickets
// have to prove the computer.

#include "checks/livecheck.h"
#include "remote/pull.h"
#include "remote/registry.h"
#include "remote/servicecontrol.h"
#include "winhost.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace evident;

class AgreementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void impacketAnswersTheSame();
    void ticketsProveTheComputer();

private:
    [[nodiscard]] static QString script(const QString &name)
    {
        return QStringLiteral(EVIDENT_SOURCE_DIR "/tests/remote/") + name;
    }
};

namespace {

constexpr int Missing = 77;

struct Run {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

Run run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// A Kerberos realm for as long as it lives, and the environment that leads to it.
class Realm {
public:
    explicit Realm(const QString &script)
        : m_script(script)
        , m_folder(u"/tmp/evident-kdc-XXXXXX"_s)
    {
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
        m_started = run(m_script, {u"start"_s, folder(), QString::number(freePort())});
        qputenv("KRB5_CONFIG", QFile::encodeName(folder() + u"/krb5.conf"_s));
        useCache(u"ccache"_s);
    }
    Realm(const Realm &) = delete;
    Realm &operator=(const Realm &) = delete;
    ~Realm()
    {
        run(m_script, {u"stop"_s, folder()});
        qunsetenv("KRB5_CONFIG");
        qunsetenv("KRB5CCNAME");
        qunsetenv("LD_PRELOAD");
        qunsetenv("NSS_WRAPPER_HOSTS");
    }
    [[nodiscard]] QString folder() const { return m_folder.filePath(u"kdc"_s); }
    [[nodiscard]] const Run &started() const { return m_started; }
    void useCache(const QString &name) const
    {
        qputenv("KRB5CCNAME", "FILE:" + QFile::encodeName(folder() + u'/' + name));
    }
    /// Names are looked up in the host's own list from here on, by the processes that are started.
    static void useHosts(const WinHost &host)
    {
        const QStringList wrappers = QDir(u"/usr/lib"_s).entryList({u"*-linux-gnu"_s}, QDir::Dirs);
        for (const QString &folder : wrappers) {
            const QString wrapper = u"/usr/lib/%1/libnss_wrapper.so"_s.arg(folder);
            if (QFile::exists(wrapper))
                qputenv("LD_PRELOAD", QFile::encodeName(wrapper));
        }
        qputenv("NSS_WRAPPER_HOSTS", QFile::encodeName(host.folder() + u"/hosts"_s));
    }

private:
    QString m_script;
    QTemporaryDir m_folder;
    Run m_started;
};

QJsonValue numberOrNull(const Result<ScmAnswer<ServiceStatus>> &status)
{
    return status && status->code == 0 ? QJsonValue(static_cast<qint64>(status->value.state)) : QJsonValue();
}

/// What we say of a service, in the words of the script.
QJsonObject ourAnswer(ServiceControl &control, const RpcHandle &manager, const QString &service)
{
    const auto patience = Patience::of(10s);
    QJsonObject answer{{u"open"_s, 0}, {u"status"_s, QJsonValue()}, {u"state"_s, QJsonValue()},
        {u"start"_s, QJsonValue()}, {u"display"_s, QJsonValue()}};
    const auto handle = control.openService(manager, service, ServiceRight::QueryBoth, patience);
    if (!handle || handle->code != 0) {
        answer[u"open"] = handle ? static_cast<qint64>(handle->code) : -1;
        return answer;
    }
    const auto status = control.status(handle->value, patience);
    answer[u"status"] = status ? static_cast<qint64>(status->code) : -1;
    answer[u"state"] = numberOrNull(status);
    const auto config = control.config(handle->value, patience);
    if (config && config->code == 0) {
        answer[u"start"] = static_cast<qint64>(config->value.start);
        answer[u"display"] = config->value.displayName;
        answer[u"path"] = config->value.binaryPath;
    }
    return answer;
}

} // namespace

void AgreementTest::impacketAnswersTheSame()
{
    const WinHost host({u"wins support = yes"_s});
    if (host.isMissing())
        QSKIP("smbd or libnss_wrapper is not installed: no computer could be asked");
    QVERIFY2(host.error().isEmpty(), qPrintable(host.error()));
    const QStringList services{
        u"Spooler"_s, u"NETLOGON"_s, u"WINS"_s, u"RemoteRegistry"_s, u"MSExchangeIMC"_s, u"W3SVC"_s, u"NoSuch"_s};
    const Run asked = run(script(u"impacket_answers"_s),
        QStringList{u"127.0.0.1"_s, QString::number(host.port()), u"admin1"_s, u"S3cret!"_s} + services);
    if (asked.exitCode == Missing)
        QSKIP("impacket is not installed: nobody to agree with");
    QVERIFY2(asked.exitCode == 0, asked.err.constData());
    const QJsonObject theirs = QJsonDocument::fromJson(asked.out).object();

    const auto patience = Patience::of(10s);
    const auto connected = RemoteHost::connect(remoteProgram(), host.target(), WinHost::admin(), patience);
    QVERIFY(connected.has_value());
    RemoteHost &ours = **connected;
    QCOMPARE(ours.info()->name, theirs[u"name"].toString());
    ServiceControl control(**ours.pipe(ServiceManagerInterface, patience));
    const auto manager = control.open(patience);
    QVERIFY(manager.has_value() && manager->code == 0);
    for (const QString &service : services)
        QCOMPARE(ourAnswer(control, manager->value, service), theirs[u"services"][service].toObject());
    RemoteRegistry registry(**ours.pipe(RegistryInterface, patience));
    const auto root = registry.openLocalMachine(patience);
    const auto key = registry.openKey(root->value, u"SYSTEM\\CurrentControlSet\\Services\\MSExchangeIMC"_s, patience);
    const auto start = registry.value(key->value, u"Start"_s, patience);
    QCOMPARE(static_cast<int>(start->value.number().value_or(99)), theirs[u"registryStart"].toInt());
}

void AgreementTest::ticketsProveTheComputer()
{
    Realm realm(script(u"kdc"_s));
    if (realm.started().exitCode == Missing)
        QSKIP("krb5kdc is not installed: Kerberos was not tried");
    QVERIFY2(realm.started().exitCode == 0, realm.started().err.constData());
    const WinHost host({u"realm = TEST.LOCAL"_s, u"kerberos method = dedicated keytab"_s,
        u"dedicated keytab file = %1/host.keytab"_s.arg(realm.folder())});
    QVERIFY2(host.error().isEmpty(), qPrintable(host.error()));
    Realm::useHosts(host);
    RemoteHosts hosts(remoteProgram());
    LiveQuestion question{.asked = {serviceQuestion(u"Spooler"_s)},
        .computer = u"winhost.test"_s,
        .target = {.host = u"winhost.test"_s, .port = host.port()},
        .credentials = {}};
    const CheckResult byTicket = checkLive(hosts, question, Patience::of(CheckTime)).front();
    QCOMPARE(byTicket.state, ServiceState::Running);
    QCOMPARE(byTicket.identity, HostIdentity::Proved);
    QCOMPARE(byTicket.as, u"ticket"_s);

    question.target.port = host.port();
    question.credentials = WinHost::user(u"admin1@TEST.LOCAL"_s, "S3cret!");
    QCOMPARE(checkLive(hosts, question, Patience::of(CheckTime)).front().state, ServiceState::Running);
    question.credentials = WinHost::user(u"admin1@TEST.LOCAL"_s, "wrong");
    QCOMPARE(checkLive(hosts, question, Patience::of(CheckTime)).front().state, ServiceState::LogonFailed);

    // Files as well: a share is opened with the ticket, and a realm's password gets one.
    QFile log(host.logFolder() + u"/System.evtx"_s);
    QVERIFY(log.open(QIODevice::WriteOnly) && log.write("12345") == 5);
    QVERIFY(log.setPermissions(QFile::Permissions(0x6644)));
    log.close();
    for (const Credentials &credentials : {Credentials(), WinHost::user(u"admin1@TEST.LOCAL"_s, "S3cret!")}) {
        const auto access = std::make_shared<RemoteAccess>(remoteProgram());
        const RemoteTarget target{.host = u"winhost.test"_s, .port = host.port()};
        access->use(target, credentials);
        const auto file = openLogOnShare(access, target, u"System.evtx"_s, {});
        QVERIFY2(file.has_value(), file ? "" : file.error().what);
        std::vector<std::uint8_t> bytes(10);
        QCOMPARE((*file)->read(0, bytes).value_or(0), 5U);
        QVERIFY(std::ranges::equal(std::span(bytes).first(5), std::string_view("12345")));
    }

    realm.useCache(u"nothing"_s);
    RemoteHosts others(remoteProgram());
    question.credentials = {};
    const CheckResult without = checkLive(others, question, Patience::of(CheckTime)).front();
    QCOMPARE(without.state, ServiceState::LogonFailed);
    QVERIFY2(without.evidence.contains(u"Kerberos"), qPrintable(without.evidence));
    QVERIFY(!isInstalled(without.state).has_value());
}

QTEST_GUILESS_MAIN(AgreementTest)
#include "tst_agreement.moc"

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Logs of a real smbd: real files behind its administrative shares and 3,000 events in its event log, by both ways, as
// evident-cli gives them; failures told apart; what was altered on its way.

#include "events/names.h"
#include "formats/openlog.h"
#include "pulling.h"
#include "remote/ntstatus.h"
#include "remote/pull.h"
#include "session/remotelogs.h"
#include "sources/filesource.h"
#include "tcpproxy.h"
#include "winhost.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace evident;

namespace {

constexpr int Events = 3000;

} // namespace

class RemotePullTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void copiesAFileByteForByte();
    void copiesAChannelByItsName();
    void asksForAClassicLog();
    void agreesWithRpcclient();
    void agreesWithImpacket();
    void convertsToEvtx();
    void takesOnlyTheNewest();
    void everyPathTakesLocations_data();
    void everyPathTakesLocations();
    void findsAndChecksInOneRun();
    void listsWhatThereIs();
    void listsClassicLogsWithoutTheShare();
    void tellsFailuresApart_data();
    void tellsFailuresApart();
    void tellsAGuest();
    void tellsAForbiddenLog();
    void tellsABusyFile();
    void refusesWhatWasAltered_data();
    void refusesWhatWasAltered();
    void keepsRequestsOnTheirWay();
    void leavesNoPasswordBehind();

private:
    [[nodiscard]] QStringList with(const QStringList &arguments, const QString &user = u"admin1"_s) const
    {
        return arguments + QStringList{u"--user"_s, user, u"--password-file"_s, m_password};
    }
    [[nodiscard]] QString hostText() const { return u"127.0.0.1:"_s + QString::number(m_host->port()); }
    [[nodiscard]] QString folderLocation() const
    {
        return u"smb://"_s + hostText() + u"/ADMIN$/System32/winevt/Logs"_s;
    }
    [[nodiscard]] QString out(const QString &name) const { return m_out.filePath(name); }
    [[nodiscard]] static Remote accessTo(const RemoteTarget &target)
    {
        auto access = std::make_shared<RemoteAccess>(remoteProgram());
        access->use(target, WinHost::admin());
        return access;
    }
    [[nodiscard]] static RemoteTarget byAddress(std::uint16_t port) { return {.host = u"127.0.0.1"_s, .port = port}; }

    std::unique_ptr<WinHost> m_host;
    QTemporaryDir m_out;
    QString m_password;
    QString m_real; ///< the log that lies on the share as System.evtx
};

void RemotePullTest::initTestCase()
{
    const QString corpus = qEnvironmentVariable("EVIDENT_CORPUS", QStringLiteral(EVIDENT_SOURCE_DIR "/../shared"));
    if (!QFile::exists(corpus))
        QSKIP("THE CORPUS IS NOT THERE: set EVIDENT_CORPUS to the folder that holds logs/");
    m_real = corpus + u"/logs/omerbenamram_evtx/sample-with-irregular-bool-values.evtx"_s;
    QVERIFY2(QFile::exists(m_real), qPrintable(m_real));
    m_host = std::make_unique<WinHost>();
    if (m_host->isMissing())
        QSKIP("smbd or libnss_wrapper is not installed: no computer could be asked");
    m_password = out(u"password"_s);
    QFile password(m_password);
    QVERIFY(password.open(QIODevice::WriteOnly) && password.write("S3cret!\n") > 0);
    for (const QString &name : {u"System.evtx"_s, u"Microsoft-Windows-GroupPolicy%4Operational.evtx"_s}) {
        const QString path = m_host->logFolder() + u'/' + name;
        QVERIFY(QFile::copy(m_real, path));
        QVERIFY(QFile::setPermissions(path, QFile::Permissions(0x6644)));
    }
    m_host->feed(u"Application"_s, Events);
    QVERIFY2(m_host->error().isEmpty(), qPrintable(m_host->error()));
}

void RemotePullTest::copiesAFileByteForByte()
{
    const Run pulled = run(cli(), with({u"pull"_s, hostText(), u"System.evtx"_s, u"-o"_s, out(u"System.evtx"_s)}));
    QVERIFY2(pulled.exitCode == 0, pulled.err.constData());
    QCOMPARE(pulled.err, QByteArray());
    QVERIFY(contentOf(out(u"System.evtx"_s)) == contentOf(m_real));
}

void RemotePullTest::copiesAChannelByItsName()
{
    const Run pulled = run(
        cli(), with({u"pull"_s, hostText(), u"Microsoft-Windows-GroupPolicy/Operational"_s, u"--via"_s, u"share"_s}));
    QVERIFY2(pulled.exitCode == 0, pulled.err.constData());
    QVERIFY(pulled.out == contentOf(m_real));
}

void RemotePullTest::asksForAClassicLog()
{
    const QString path = out(u"Application.evt"_s);
    const Run pulled = run(cli(), with({u"pull"_s, hostText(), u"Application"_s, u"-o"_s, path}));
    QVERIFY2(pulled.exitCode == 0, pulled.err.constData());
    const Run info = run(cli(), {u"info"_s, path, u"--json"_s});
    QVERIFY2(info.exitCode == 0, info.err.constData());
    const QJsonObject told = QJsonDocument::fromJson(info.out).object();
    QCOMPARE(told[u"format"].toString(), u"evt"_s);
    QCOMPARE(told[u"records"].toInt(), Events);
    QCOMPARE(told[u"damages"].toArray().size(), 0);
    QCOMPARE(told[u"firstRecord"].toInt(), 1);
    QCOMPARE(told[u"lastRecord"].toInt(), Events);
    QVERIFY(!told[u"dirty"].toBool());
}

void RemotePullTest::agreesWithRpcclient()
{
    const auto ask = [this](const QString &question) {
        return run(u"rpcclient"_s,
            {u"-s"_s, u"/dev/null"_s, u"-d1"_s, u"-p"_s, QString::number(m_host->port()), u"-U"_s, u"admin1%S3cret!"_s,
                u"127.0.0.1"_s, u"-c"_s, question});
    };
    const Run count = ask(u"eventlog_numrecord Application"_s);
    QVERIFY2(count.out.contains("number of records: " + QByteArray::number(Events)), count.out.constData());
    // It shows the oldest record and no other, as debug text.
    const Run record = ask(u"eventlog_readlog Application"_s);
    const QByteArray text = record.out + record.err;
    const Run ours = run(cli(), {u"dump"_s, out(u"Application.evt"_s), u"--format"_s, u"jsonl"_s});
    const QJsonObject event =
        QJsonDocument::fromJson(ours.out.first(ours.out.indexOf('\n'))).object()[u"Event"].toObject();
    const QJsonObject system = event[u"System"].toObject();
    QCOMPARE(system[u"EventRecordID"].toInt(), 1);
    QVERIFY2(text.contains("RecordNumber             : 0x00000001 (1)"), text.constData());
    QVERIFY(text.contains(
        "SourceName               : '" + system[u"Provider"][u"#attributes"][u"Name"].toString().toUtf8() + '\''));
    const QJsonArray strings = event[u"EventData"][u"Data"][u"#text"].toArray();
    QCOMPARE(strings.size(), 2);
    for (const auto &one : strings)
        QVERIFY(text.contains("Strings                  : '" + one.toString().toUtf8() + '\''));
}

void RemotePullTest::agreesWithImpacket()
{
    const Run theirs = run(QStringLiteral(EVIDENT_SOURCE_DIR "/tests/remote/impacket_records"),
        {u"127.0.0.1"_s, QString::number(m_host->port()), u"admin1"_s, u"S3cret!"_s, u"Application"_s});
    if (theirs.exitCode == 77)
        QSKIP("impacket is not installed: nothing was compared with it");
    QVERIFY2(theirs.exitCode == 0, theirs.err.constData());
    const QByteArray file = contentOf(out(u"Application.evt"_s));
    constexpr qsizetype Header = 0x30;
    constexpr qsizetype End = 0x28;
    QVERIFY(theirs.out.size() > 300'000);
    QVERIFY(file.sliced(Header, file.size() - Header - End) == theirs.out);
}

void RemotePullTest::convertsToEvtx()
{
    const QString path = out(u"Application.evtx"_s);
    const Run pulled = run(cli(), with({u"pull"_s, hostText(), u"Application"_s, u"-o"_s, path}));
    QVERIFY2(pulled.exitCode == 0, pulled.err.constData());
    const QJsonObject told = QJsonDocument::fromJson(run(cli(), {u"info"_s, path, u"--json"_s}).out).object();
    QCOMPARE(told[u"format"].toString(), u"evtx"_s);
    QCOMPARE(told[u"records"].toInt(), Events);
}

void RemotePullTest::takesOnlyTheNewest()
{
    const Run pulled = run(cli(),
        with({u"dump"_s, u"eventlog://"_s + hostText() + u"/Application?newest=5"_s, u"--format"_s, u"jsonl"_s}));
    QVERIFY2(pulled.exitCode == 0, pulled.err.constData());
    QCOMPARE(pulled.out.count('\n'), 5);
    QVERIFY(pulled.out.contains("MSExchangeIMC"));
}

void RemotePullTest::everyPathTakesLocations_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addRow("info") << QStringList{u"info"_s, u"--json"_s};
    QTest::addRow("dump") << QStringList{u"dump"_s, u"--format"_s, u"jsonl"_s};
    QTest::addRow("scan") << QStringList{u"scan"_s, u"--format"_s, u"csv"_s};
}

void RemotePullTest::everyPathTakesLocations()
{
    QFETCH(const QStringList, words);
    const QString location = folderLocation() + u"/System.evtx"_s;
    const Run theirs = run(cli(), with(words + QStringList{location}));
    QVERIFY2(theirs.exitCode == 0, theirs.err.constData());
    const QString local = out(u"System.evtx"_s); // of the same name, which reports quote
    const Run ours = run(cli(), words + QStringList{local});
    QCOMPARE(ours.exitCode, 0);
    QVERIFY(
        QByteArray(theirs.out).replace(location.toUtf8(), "X") == QByteArray(ours.out).replace(local.toUtf8(), "X"));
    QVERIFY(theirs.out.size() > 100);
    const Run folder = run(cli(), with({u"info"_s, u"--json"_s, folderLocation()}));
    QVERIFY2(folder.exitCode == 0, folder.err.constData());
    QCOMPARE(folder.out.count('\n'), 2);
}

void RemotePullTest::findsAndChecksInOneRun()
{
    const Run scan = run(cli(),
        with({u"scan"_s, u"eventlog://"_s + hostText() + u"/Application"_s, u"--on"_s, hostText(), u"--format"_s,
            u"json"_s}));
    QVERIFY2(scan.exitCode == 0, scan.err.constData());
    const QJsonArray findings = QJsonDocument::fromJson(scan.out).object()[u"findings"].toArray();
    QJsonObject perflib;
    for (const auto &finding : findings) {
        if (finding[u"provider"].toString() == u"Perflib")
            perflib = finding.toObject();
    }
    QCOMPARE(perflib[u"article"].toString(), u"performance/perflib-1008-msexchangeimc"_s);
    QCOMPARE(perflib[u"conclusion"].toString(), u"does not apply"_s); // the service is installed there
    QCOMPARE(perflib[u"checks"][0][u"answeredAs"].toString(), u"WINHOST"_s);
}

void RemotePullTest::listsWhatThereIs()
{
    const RemoteTarget target = byAddress(m_host->port());
    const auto found = listRemoteLogs(*accessTo(target), target, {});
    QVERIFY(found.has_value());
    QCOMPARE(found->computer, u"WINHOST"_s);
    QCOMPARE(found->way, LogWay::Files);
    QCOMPARE(found->logs.size(), 2U);
    QCOMPARE(found->logs[0].name, u"System"_s);
    QCOMPARE(found->logs[0].location, folderLocation() + u"/System.evtx"_s);
    QCOMPARE(found->logs[0].size, std::optional<std::uint64_t>(QFileInfo(m_real).size()));
    QVERIFY(found->logs[0].changed.value_or(0) > 1'000'000'000ULL * 1'600'000'000ULL);
    QCOMPARE(found->logs[1].name, u"Microsoft-Windows-GroupPolicy/Operational"_s);
}

void RemotePullTest::listsClassicLogsWithoutTheShare()
{
    const RemoteTarget target = byAddress(m_host->port());
    auto access = std::make_shared<RemoteAccess>(remoteProgram());
    access->use(target, WinHost::user(u"plain1"_s, "S3cret!"));
    const auto found = listRemoteLogs(*access, target, {});
    QVERIFY(found.has_value());
    QCOMPARE(found->way, LogWay::Calls);
    QVERIFY(found->shareTrouble.has_value());
    QCOMPARE(found->shareTrouble->code, ErrorCode::NoPermission);
    QCOMPARE(found->shareTrouble->what, ShareSubject);
    QVERIFY(!found->logs.empty());
    QCOMPARE(found->logs[0].name, u"Application"_s);
    QCOMPARE(found->logs[0].records, std::optional<std::uint32_t>(Events));
    QCOMPARE(found->logs[0].location, u"eventlog://"_s + hostText() + u"/Application"_s);
}

void RemotePullTest::tellsFailuresApart_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("words");
    const QString share = u"smb://HOST/C$/Windows/System32/winevt/Logs/System.evtx"_s;
    QTest::addRow("no file") << u"smb://HOST/C$/nix.evtx"_s << u"admin1"_s << u"is not there"_s;
    QTest::addRow("no share") << u"smb://HOST/nix/System.evtx"_s << u"admin1"_s << u"does not offer this share"_s;
    QTest::addRow("share refused") << share << u"plain1"_s << u"remote UAC"_s;
    QTest::addRow("unknown user") << share << u"nobody7"_s << u"password"_s;
    QTest::addRow("no log") << u"eventlog://HOST/Nothing"_s << u"admin1"_s << u"no classic log of that name"_s;
    QTest::addRow("no location") << u"smb://HOST"_s << u"admin1"_s << u"is not there"_s;
}

void RemotePullTest::tellsFailuresApart()
{
    QFETCH(QString, location);
    QFETCH(const QString, user);
    QFETCH(const QString, words);
    location.replace(u"HOST"_s, hostText());
    const Run told = run(cli(), with({u"info"_s, location, u"--lang"_s, u"en"_s}, user));
    QCOMPARE(told.exitCode, 3);
    QCOMPARE(told.err.count('\n'), 1);
    QVERIFY2(told.err.contains(words.toUtf8()), told.err.constData());
    QVERIFY2(!told.err.contains("%1") && !told.err.contains("unexpected"), told.err.constData());
}

void RemotePullTest::tellsAGuest()
{
    // Whoever is not known is let in as a guest there: nothing could be signed or sealed then, and nothing is read.
    const WinHost host({u"map to guest = bad user"_s, u"guest account = nobody"_s});
    QVERIFY2(host.error().isEmpty(), qPrintable(host.error()));
    const QString name = u"127.0.0.1:"_s + QString::number(host.port());
    for (const QString &location : {u"smb://"_s + name + u"/C$/Windows/System32/winevt/Logs/System.evtx"_s,
             u"eventlog://"_s + name + u"/Application"_s}) {
        const Run told = run(cli(), with({u"info"_s, location, u"--lang"_s, u"en"_s}, u"nobody7"_s));
        QCOMPARE(told.exitCode, 3);
        QVERIFY2(told.err.contains("as a guest alone"), told.err.constData());
        QVERIFY2(told.err.contains("neither signed nor sealed"), told.err.constData());
    }
}

void RemotePullTest::tellsAForbiddenLog()
{
    if (geteuid() != 0)
        QSKIP("only root can give the log to somebody else");
    m_host->feed(u"System"_s, 3);
    m_host->closeLog(u"System"_s);
    const QString location = u"eventlog://"_s + hostText() + u"/System"_s;
    const Run refused = run(cli(), with({u"info"_s, location, u"--lang"_s, u"en"_s}, u"plain1"_s));
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.err.contains("Event Log Readers"), refused.err.constData());
    QCOMPARE(run(cli(), with({u"info"_s, location})).exitCode, 0);
}

void RemotePullTest::tellsABusyFile()
{
    // A client that shares the file with nobody, as a service that keeps its log to itself does.
    QFile script(out(u"lock.py"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(
        "import sys\n"
        "from impacket.smbconnection import SMBConnection\n"
        "c = SMBConnection('WINHOST', '127.0.0.1', sess_port=int(sys.argv[1]))\n"
        "c.login('admin1', 'S3cret!')\n"
        "t = c.connectTree('C$')\n"
        "c.openFile(t, 'Windows\\\\System32\\\\winevt\\\\Logs\\\\System.evtx', desiredAccess=0x80000000, shareMode=0)\n"
        "print('open', flush=True)\nsys.stdin.read()\n");
    script.close();
    QProcess holder;
    holder.start(u"python3"_s, {script.fileName(), QString::number(m_host->port())});
    QVERIFY(holder.waitForReadyRead(10'000));
    const Run told = run(cli(), with({u"info"_s, folderLocation() + u"/System.evtx"_s, u"--lang"_s, u"en"_s}));
    holder.closeWriteChannel();
    holder.waitForFinished(5'000);
    QCOMPARE(told.exitCode, 3);
    QVERIFY2(told.err.contains("is in use"), told.err.constData());
}

void RemotePullTest::refusesWhatWasAltered_data()
{
    QTest::addColumn<QString>("location");
    QTest::addRow("file") << u"smb://HOST/C$/Windows/System32/winevt/Logs/System.evtx"_s;
    QTest::addRow("calls") << u"eventlog://HOST/Application"_s;
}

void RemotePullTest::refusesWhatWasAltered()
{
    QFETCH(const QString, location);
    const QByteArray good =
        run(cli(), with({u"dump"_s, QString(location).replace(u"HOST"_s, hostText()), u"--format"_s, u"jsonl"_s})).out;
    QVERIFY(good.size() > 10'000);
    int altered = 0;
    for (int frame = 0; frame < 40; frame += 4) {
        TcpProxy proxy(m_host->port(), {.delay = 0ms, .keeps = false, .alteredReply = frame});
        const QString through = QString(location).replace(u"HOST"_s, u"127.0.0.1:"_s + QString::number(proxy.port()));
        const Run told = run(cli(), with({u"dump"_s, through, u"--format"_s, u"jsonl"_s}));
        altered += proxy.alteredCount();
        // Either it was noticed and said, or asked for anew: never is something else believed.
        QVERIFY2(told.exitCode != 0 || told.out == good, qPrintable(QString::number(frame)));
        if (told.exitCode != 0)
            QVERIFY(!told.err.isEmpty());
    }
    QVERIFY(altered > 5);
}

void RemotePullTest::keepsRequestsOnTheirWay()
{
    // At 20 ms round trip, one request of 64 KiB at a time brings at most 3.2 MB a second.
    const QString path = m_host->logFolder() + u"/Big.evtx"_s;
    constexpr qint64 Megabytes = 64;
    QVERIFY(writeNumbers(path, Megabytes));
    TcpProxy proxy(m_host->port(), {.delay = 10ms});
    const RemoteTarget target = byAddress(proxy.port());
    QElapsedTimer clock;
    clock.start();
    const auto file = openLogOnShare(accessTo(target), target, u"Big.evtx"_s, {});
    QVERIFY(file.has_value());
    std::vector<std::uint8_t> last(4096);
    QByteArray all(static_cast<qsizetype>((*file)->size()), '\0');
    const auto got =
        (*file)->read(0, {reinterpret_cast<std::uint8_t *>(all.data()), static_cast<std::size_t>(all.size())});
    const qint64 took = clock.elapsed();
    QVERIFY(got.has_value());
    QVERIFY(all == contentOf(path));
    constexpr qint64 OneAtATime = Megabytes * 16 * 20; // ms
    qInfo("64 MiB at 20 ms round trip: %lld ms, one request at a time at least %lld ms", took, OneAtATime);
    QVERIFY2(took * 5 < OneAtATime, qPrintable(QString::number(took)));
    QFile::remove(path);
}

void RemotePullTest::leavesNoPasswordBehind()
{
    // Beside the tests' own password file, nothing that was written holds it; and no argument of a process does.
    TcpProxy proxy(m_host->port(), {.delay = 5ms, .keeps = true});
    const QString through = u"127.0.0.1:"_s + QString::number(proxy.port());
    QProcess process;
    process.start(cli(), with({u"pull"_s, through, u"Application"_s, u"-o"_s, out(u"x.evt"_s)}));
    QVERIFY(process.waitForStarted());
    bool wasSeen = false;
    while (!process.waitForFinished(10)) {
        for (const QString &pid : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
            const QByteArray line = contentOf(u"/proc/"_s + pid + u"/cmdline"_s);
            if (line.contains("evident-remote") || line.contains("evident-cli")) {
                wasSeen = true;
                QVERIFY2(!line.contains("S3cret!"), line.constData());
            }
        }
    }
    QVERIFY(wasSeen);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(!process.readAllStandardError().contains("S3cret!"));
    const QByteArray wire = proxy.kept();
    QVERIFY(wire.size() > 100'000);
    QVERIFY(!wire.contains("S3cret!"));
    const QString wide = u"MSExchangeIMC"_s;
    QVERIFY(!wire.contains(QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2)));
    for (const QFileInfo &file : QDir(m_out.path()).entryInfoList(QDir::Files)) {
        if (file.filePath() != m_password && file.fileName() != u"lock.py")
            QVERIFY2(!contentOf(file.filePath()).contains("S3cret!"), qPrintable(file.fileName()));
    }
}

QTEST_GUILESS_MAIN(RemotePullTest)
#include "tst_pull.moc"

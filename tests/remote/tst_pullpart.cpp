// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Of a log on a share no more than is wanted: its newest events, those since a time; how fast it would come; and the same
// computer by its IPv6 address.

#include "pulling.h"
#include "remote/pull.h"
#include "tcpproxy.h"
#include "winhost.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace evident;

namespace {

const QString Log = QStringLiteral(EVIDENT_BINARY_DIR "/bench/10mb.evtx"); // of many chunks, from forge

/// Time and number of every record, as they stand in the file.
QStringList recordsOf(const QString &log)
{
    QStringList found;
    const Run dump = run(cli(), {u"dump"_s, log, u"--format"_s, u"jsonl"_s});
    for (const QByteArray &line : dump.out.split('\n')) {
        const QJsonObject system = QJsonDocument::fromJson(line).object()[u"Event"][u"System"].toObject();
        if (!line.isEmpty())
            found.append(system[u"TimeCreated"][u"#attributes"][u"SystemTime"].toString() + u' '
                + system[u"EventRecordID"].toVariant().toString());
    }
    return found;
}

RemoteTarget byAddress(std::uint16_t port)
{
    return {.host = u"127.0.0.1"_s, .port = port};
}

bool share(const WinHost &host, const QString &file, const QString &name)
{
    const QString path = host.logFolder() + u'/' + name;
    return QFile::copy(file, path) && QFile::setPermissions(path, QFile::Permissions(0x6644));
}

} // namespace

class RemotePartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsTheNewestOfAFileAlone();
    void readsWhatIsNewSinceATime();
    void speaksIpv6();
    void guessesHowFastFilesCome();

private:
    [[nodiscard]] QStringList with(const QStringList &arguments) const
    {
        return arguments + QStringList{u"--user"_s, u"admin1"_s, u"--password-file"_s, m_password};
    }
    [[nodiscard]] QString hostText() const { return byAddress(m_host->port()).text(); }
    [[nodiscard]] QString out(const QString &name) const { return m_out.filePath(name); }

    std::unique_ptr<WinHost> m_host;
    QTemporaryDir m_out;
    QString m_password;
};

void RemotePartTest::initTestCase()
{
    QVERIFY2(QFile::exists(Log), "the build did not make it");
    m_host = std::make_unique<WinHost>();
    if (m_host->isMissing())
        QSKIP("smbd or libnss_wrapper is not installed: no computer could be asked");
    QVERIFY2(m_host->error().isEmpty(), qPrintable(m_host->error()));
    m_password = out(u"password"_s);
    QFile password(m_password);
    QVERIFY(password.open(QIODevice::WriteOnly) && password.write("S3cret!\n") > 0);
    QVERIFY(share(*m_host, Log, u"Long.evtx"_s));
}

void RemotePartTest::readsTheNewestOfAFileAlone()
{
    TcpProxy proxy(m_host->port(), {.keeps = true});
    const QString through = u"127.0.0.1:"_s + QString::number(proxy.port());
    constexpr int Wanted = 250;
    const Run pulled = run(cli(),
        with({u"pull"_s, through, u"Long.evtx"_s, u"--newest"_s, QString::number(Wanted), u"-o"_s,
            out(u"newest.evtx"_s)}));
    QVERIFY2(pulled.exitCode == 0, pulled.err.constData());
    const qsizetype size = QFileInfo(Log).size();
    QVERIFY2(proxy.kept().size() < size / 4, qPrintable(u"%1 of %2"_s.arg(proxy.kept().size()).arg(size)));
    const QStringList all = recordsOf(Log);
    QVERIFY(all.size() > 10 * Wanted);
    QCOMPARE(recordsOf(out(u"newest.evtx"_s)), all.last(Wanted));
    const Run scan = run(cli(),
        with({u"info"_s, u"smb://%1/ADMIN$/System32/winevt/Logs/Long.evtx?newest=7"_s.arg(through), u"--json"_s}));
    QVERIFY2(scan.exitCode == 0, scan.err.constData());
    QCOMPARE(QJsonDocument::fromJson(scan.out).object()[u"records"].toInt(), 7);
}

void RemotePartTest::readsWhatIsNewSinceATime()
{
    const QStringList all = recordsOf(Log);
    const QString since = all.at(all.size() * 19 / 20).first(19); // to the second
    QStringList expected = all;
    expected.removeIf([&since](const QString &record) { return record < since; });
    QVERIFY(!expected.isEmpty() && expected.size() < all.size() / 4);
    const Run pulled = run(cli(),
        with({u"pull"_s, hostText(), u"Long.evtx"_s, u"--since"_s, since + u'Z', u"-o"_s, out(u"since.evtx"_s)}));
    QVERIFY2(pulled.exitCode == 0, pulled.err.constData());
    QCOMPARE(recordsOf(out(u"since.evtx"_s)), expected);
    const Run none = run(cli(),
        with({u"pull"_s, hostText(), u"Long.evtx"_s, u"--since"_s, u"2100-01-01"_s, u"-o"_s, out(u"none.evtx"_s)}));
    QVERIFY2(none.exitCode == 0, none.err.constData());
    QVERIFY(recordsOf(out(u"none.evtx"_s)).isEmpty());
}

void RemotePartTest::speaksIpv6()
{
    WinHost host({u"interfaces = 127.0.0.1/8 ::1/128"_s});
    QVERIFY2(host.error().isEmpty(), qPrintable(host.error()));
    const QString name = u"[::1]:%1"_s.arg(host.port());
    QVERIFY(share(host, Log, u"System.evtx"_s));
    QFile known(u"/proc/net/if_inet6"_s);
    if (!known.open(QIODevice::ReadOnly) || !known.readAll().contains(" lo"))
        QSKIP("this machine has no IPv6");
    const Run pulled = run(cli(), with({u"pull"_s, name, u"System.evtx"_s, u"-o"_s, out(u"six.evtx"_s)}));
    QVERIFY2(pulled.exitCode == 0, pulled.err.constData());
    QVERIFY(contentOf(out(u"six.evtx"_s)) == contentOf(Log));
    const Run info =
        run(cli(), with({u"info"_s, u"smb://"_s + name + u"/C$/Windows/System32/winevt/Logs/System.evtx"_s}));
    QVERIFY2(info.exitCode == 0, info.err.constData());
    host.feed(u"Application"_s, 5);
    const Run classic =
        run(cli(), with({u"dump"_s, u"eventlog://"_s + name + u"/Application"_s, u"--format"_s, u"jsonl"_s}));
    QVERIFY2(classic.exitCode == 0, classic.err.constData());
    QCOMPARE(classic.out.count('\n'), 5);
}

void RemotePartTest::guessesHowFastFilesCome()
{
    QVERIFY(writeNumbers(m_host->logFolder() + u"/Big.evtx"_s, 16));
    TcpProxy proxy(m_host->port(), {.delay = 40ms});
    const auto rate = [](std::uint16_t port) {
        const RemoteTarget target = byAddress(port);
        RemoteAccess access(remoteProgram());
        access.use(target, WinHost::admin());
        return listRemoteLogs(access, target, {})->bytesPerSecond.value_or(0);
    };
    const double near = rate(m_host->port());
    const double far = rate(proxy.port());
    qInfo("near %.1f MB/s, far %.1f MB/s", near / 1e6, far / 1e6);
    QVERIFY2(near > far, qPrintable(u"%1 and %2"_s.arg(near).arg(far)));
    QVERIFY(far > 0 && far < 2.2e6 / 0.080); // no piece comes faster than a round trip
}

QTEST_GUILESS_MAIN(RemotePartTest)
#include "tst_pullpart.moc"

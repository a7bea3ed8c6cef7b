// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Computers that freeze, end and come again in the middle of a copy or a call: what had arrived is kept, and nobody waits
// past his deadline.

#include "events/names.h"
#include "formats/openlog.h"
#include "pulling.h"
#include "remote/pull.h"
#include "sources/filesource.h"
#include "tcpproxy.h"
#include "winhost.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace evident;

namespace {

std::shared_ptr<RemoteAccess> accessTo(const RemoteTarget &target)
{
    auto access = std::make_shared<RemoteAccess>(remoteProgram());
    access->use(target, WinHost::admin());
    return access;
}

RemoteTarget byAddress(std::uint16_t port)
{
    return {.host = u"127.0.0.1"_s, .port = port};
}

} // namespace

class RemoteLossTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goesOnAfterARestart();
    void givesUpOnAFrozenHost();
    void keepsWhatCameBeforeTheEnd();
    void writesTheWholePartThatCame();
    void givesUpOnAHostThatFreezesInACall();
};

void RemoteLossTest::initTestCase()
{
    const WinHost host;
    if (host.isMissing())
        QSKIP("smbd or libnss_wrapper is not installed: no computer could be asked");
}

void RemoteLossTest::goesOnAfterARestart()
{
    WinHost host;
    const QString path = host.logFolder() + u"/Big.evtx"_s;
    QVERIFY(writeNumbers(path, 48));
    // Slow enough that the computer ends in the middle.
    TcpProxy proxy(host.port(), {.delay = 15ms});
    const RemoteTarget target = byAddress(proxy.port());
    const auto file = openLogOnShare(accessTo(target), target, u"Big.evtx"_s, {});
    QVERIFY(file.has_value());
    while ((*file)->arrived() < (8U << 20))
        std::this_thread::sleep_for(5ms);
    QVERIFY((*file)->arrived() < (*file)->size());
    host.kill();
    std::thread([&host] {
        std::this_thread::sleep_for(400ms);
        host.startAgain();
    }).join();
    QByteArray all(static_cast<qsizetype>((*file)->size()), '\0');
    const auto got =
        (*file)->read(0, {reinterpret_cast<std::uint8_t *>(all.data()), static_cast<std::size_t>(all.size())});
    QVERIFY2(got.has_value(), got ? "" : got.error().what);
    QVERIFY(all == contentOf(path));
    QVERIFY(!(*file)->trouble().has_value());
}

void RemoteLossTest::givesUpOnAFrozenHost()
{
    WinHost host;
    QVERIFY(writeNumbers(host.logFolder() + u"/Big.evtx"_s, 32));
    TcpProxy proxy(host.port(), {.delay = 15ms});
    const RemoteTarget target = byAddress(proxy.port());
    const SmbPath path = logFolderBelowC(target).below(u"Big.evtx"_s);
    const auto file = RemoteFile::open(
        accessTo(target), path, RemoteFile::Fetch::Everything, {}, {.answer = 6'000ms, .giveUp = 8'000ms});
    QVERIFY(file.has_value());
    std::vector<std::uint8_t> first(4096);
    QVERIFY((*file)->read(0, first).has_value());
    host.freeze();
    QElapsedTimer clock;
    clock.start();
    std::vector<std::uint8_t> last(4096);
    const auto got = (*file)->read((*file)->size() - last.size(), last);
    const qint64 took = clock.elapsed();
    QVERIFY(!got.has_value());
    QCOMPARE(got.error().code, ErrorCode::TimedOut);
    QCOMPARE(got.error().place.source, path.text());
    QVERIFY2(took < 16'000, qPrintable(QString::number(took)));
    QVERIFY((*file)->read(0, first).has_value()); // what had arrived is there
    host.thaw();
}

void RemoteLossTest::keepsWhatCameBeforeTheEnd()
{
    WinHost host;
    host.feed(u"Application"_s, 600);
    QVERIFY2(host.error().isEmpty(), qPrintable(host.error()));
    const RemoteTarget target = byAddress(host.port());
    bool isDead = false;
    const auto pulled =
        pullClassicLog(*accessTo(target), {.target = target, .log = u"Application"_s, .newest = 0, .since = {}}, 0, {},
            [&](std::uint64_t came, std::uint64_t expected) {
                QCOMPARE(expected, 600U);
                if (!isDead && came < expected)
                    host.kill();
                isDead = true;
            });
    QVERIFY(pulled.has_value());
    QVERIFY(pulled->trouble.has_value());
    QCOMPARE(pulled->trouble->code, ErrorCode::ConnectionLost);
    QVERIFY(pulled->count > 100 && pulled->count < 600);
    QCOMPARE(pulled->newest, 600U);
    Names names;
    const auto reader = openLog(std::make_shared<const MemorySource>(u"x"_s, pulled->evt), names);
    QVERIFY(reader.has_value());
    QVERIFY((*reader)->headDamages().empty());
}

void RemoteLossTest::writesTheWholePartThatCame()
{
    WinHost host;
    const QString path = host.logFolder() + u"/Big.evtx"_s;
    QVERIFY(writeNumbers(path, 48));
    TcpProxy proxy(host.port(), {.delay = 15ms, .keeps = true});
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.evtx"_s);
    QFile password(folder.filePath(u"password"_s));
    QVERIFY(password.open(QIODevice::WriteOnly) && password.write("S3cret!\n") > 0);
    password.close();
    QProcess pull;
    pull.start(cli(),
        {u"pull"_s, u"127.0.0.1:"_s + QString::number(proxy.port()), u"Big.evtx"_s, u"-o"_s, copy, u"--user"_s,
            u"admin1"_s, u"--password-file"_s, password.fileName(), u"--lang"_s, u"en"_s});
    QVERIFY(pull.waitForStarted());
    while (proxy.kept().size() < (12 << 20))
        std::this_thread::sleep_for(5ms);
    host.kill();
    QElapsedTimer clock;
    clock.start();
    QVERIFY(pull.waitForFinished(40'000)); // it tries for a while to begin again
    QVERIFY2(clock.elapsed() < 32'000, qPrintable(QString::number(clock.elapsed())));
    const QByteArray said = pull.readAllStandardError();
    QVERIFY2(pull.exitCode() == 1, said.constData());
    QVERIFY2(said.contains("Only the first "), said.constData());
    const QByteArray whole = contentOf(path);
    const QByteArray part = contentOf(copy);
    QVERIFY(part.size() >= (4 << 20) && part.size() < whole.size());
    QVERIFY(whole.startsWith(part));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2); // nothing unfinished is left
}

void RemoteLossTest::givesUpOnAHostThatFreezesInACall()
{
    WinHost host;
    host.feed(u"Application"_s, 600);
    QVERIFY2(host.error().isEmpty(), qPrintable(host.error()));
    const RemoteTarget target = byAddress(host.port());
    bool isFrozen = false;
    QElapsedTimer clock;
    const auto pulled =
        pullClassicLog(*accessTo(target), {.target = target, .log = u"Application"_s, .newest = 0, .since = {}}, 0, {},
            [&](std::uint64_t came, std::uint64_t expected) {
                if (!isFrozen && came < expected)
                    host.freeze();
                isFrozen = true;
                clock.start();
            });
    const qint64 took = clock.elapsed();
    host.thaw();
    QVERIFY(pulled.has_value());
    QVERIFY(pulled->trouble.has_value());
    QCOMPARE(pulled->trouble->code, ErrorCode::TimedOut);
    QVERIFY(pulled->count > 100 && pulled->count < 600);
    QVERIFY2(took < 13'000, qPrintable(QString::number(took))); // a call has ten seconds
}

QTEST_GUILESS_MAIN(RemoteLossTest)
#include "tst_loss.moc"

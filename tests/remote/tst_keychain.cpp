// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A password that the person asked to keep, in a real keychain (with-keyring): the window's own functions keep it, the
// command line finds it and asks a real computer with it, and what was forgotten is gone.

#include "app/keychain/keychain.h"
#include "winhost.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class KeychainTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsAndForgets();
    void isOfOneAccountAtOneComputer();
    void liesInTheKeyringUnreadable();
    void letsTheCommandLineAsk();
};

namespace {

const RemoteTarget Mail{.host = u"MAIL01"_s};

QByteArray kept(const RemoteTarget &target, const QString &user)
{
    QByteArray password;
    QEventLoop loop;
    readPassword(target, user, &loop, [&](const std::shared_ptr<const Secret> &found) {
        password = found ? found->bytes() : QByteArray();
        loop.quit();
    });
    loop.exec();
    return password;
}

} // namespace

void KeychainTest::keepsAndForgets()
{
    QVERIFY(hasKeychain());
    QCOMPARE(kept(Mail, u"DOM\\anna"_s), QByteArray());
    keepPassword(Mail, u"DOM\\anna"_s, Secret("pä$$ \"word\""));
    QTRY_COMPARE(kept(Mail, u"DOM\\anna"_s), QByteArray("pä$$ \"word\""));
    keepPassword(Mail, u"DOM\\anna"_s, Secret("another"));
    QTRY_COMPARE(kept(Mail, u"DOM\\anna"_s), QByteArray("another"));
    forgetPassword(Mail, u"DOM\\anna"_s);
    QTRY_COMPARE(kept(Mail, u"DOM\\anna"_s), QByteArray());
}

void KeychainTest::isOfOneAccountAtOneComputer()
{
    keepPassword(Mail, u"bob"_s, Secret("bob's"));
    QTRY_COMPARE(kept(Mail, u"bob"_s), QByteArray("bob's"));
    QCOMPARE(kept({.host = u"mail01"_s}, u"bob"_s), QByteArray("bob's")); // names have no case
    QCOMPARE(kept({.host = u"MAIL02"_s}, u"bob"_s), QByteArray());
    QCOMPARE(kept(Mail, u"anna"_s), QByteArray());
}

void KeychainTest::liesInTheKeyringUnreadable()
{
    keepPassword(Mail, u"carl"_s, Secret("n0t-to-be-read"));
    QTRY_COMPARE(kept(Mail, u"carl"_s), QByteArray("n0t-to-be-read"));
    int files = 0;
    QDirIterator all(QFile::decodeName(qgetenv("HOME")), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("n0t-to-be-read"), qPrintable(file.fileName()));
        files += file.fileName().startsWith(QFile::decodeName(qgetenv("EVIDENT_KEYRINGS"))) ? 1 : 0;
    }
    QVERIFY(files > 0);
}

void KeychainTest::letsTheCommandLineAsk()
{
    const WinHost host;
    if (host.isMissing())
        QSKIP("smbd or libnss_wrapper is not installed: no computer could be asked");
    QVERIFY2(host.error().isEmpty(), qPrintable(host.error()));
    const auto check = [&host] {
        QProcess cli;
        cli.start(qEnvironmentVariable("EVIDENT_BIN") + u"/evident-cli"_s,
            {u"check"_s, u"Spooler"_s, u"--on"_s, u"127.0.0.1:%1"_s.arg(host.port()), u"--user"_s, u"admin1"_s,
                u"--json"_s});
        cli.closeWriteChannel();
        cli.waitForFinished(30'000);
        return std::pair(
            cli.exitCode(), QJsonDocument::fromJson(cli.readAllStandardOutput()).object().value("outcome"_L1));
    };
    QCOMPARE(check().first, 2); // no password, and no terminal to ask for it
    const Credentials admin = WinHost::admin();
    const RemoteTarget target{.host = u"127.0.0.1"_s, .port = host.port()};
    keepPassword(target, admin.account(), *admin.password);
    QTRY_VERIFY(!kept(target, admin.account()).isEmpty());
    QCOMPARE(check(), std::pair(0, QJsonValue(u"running"_s)));
}

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_keychain.moc"

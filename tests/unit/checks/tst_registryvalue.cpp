// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Registry values of running computers, from replies composed byte by byte, and of hives: what they say, what is missing,
// and what nobody could find out.

#include "checks/hive.h"
#include "checks/registryvalue.h"
#include "forge/hive.h"
#include "unit/checks/composedhost.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evident;
using namespace evident::composed;
using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

CheckQuestion startIs(const QStringList &wanted, const QString &key = u"SYSTEM\\CurrentControlSet\\Services\\Spooler"_s)
{
    return {.kind = CheckQuestion::Kind::RegistryValue, .key = key, .name = u"Start"_s, .wanted = wanted};
}

/// Whose registry opens, and has this value everywhere.
class RegistryHost final : public ComposedHost {
public:
    explicit RegistryHost(const QByteArray &value)
        : ComposedHost(0)
    {
        registryError.reset();
        registry.replies[OpenMachine] = {handleReply(0)};
        registry.replies[OpenKey] = {handleReply(0)};
        registry.replies[QueryValue] = {value};
        registry.replies[CloseKey] = {handleReply(0)};
    }
};

CheckResult ask(ComposedHost &host, const CheckQuestion &question = startIs({u"4"_s}))
{
    CheckResult result = answerTo(question);
    if (const auto done = askRegistryValue(host, result, Patience::of(10s)); !done)
        result.evidence = u"error %1"_s.arg(int(done.error().code));
    return result;
}

QByteArray wide(QStringView text)
{
    return {reinterpret_cast<const char *>(text.utf16()), text.size() * 2};
}

} // namespace

class RegistryValueTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryType();
    void comparesAsPeopleDo();
    void asksARunningComputer();
    void tellsWhatIsMissing();
    void neverGuesses();
    void asksAHive();
    void asksAHiveForWhatItCannotHold();
};

void RegistryValueTest::readsEveryType()
{
    QCOMPARE(registryTexts(4, QByteArray("\x04\0\0\0", 4)), QStringList{u"4"_s});
    QCOMPARE(registryTexts(5, QByteArray("\0\0\0\x04", 4)), QStringList{u"4"_s});
    QCOMPARE(
        registryTexts(11, QByteArray("\xff\xff\xff\xff\xff\xff\xff\xff", 8)), QStringList{u"18446744073709551615"_s});
    QCOMPARE(registryTexts(1, wide(u"one\0two"_s)), QStringList{u"one"_s});
    QCOMPARE(registryTexts(2, wide(u"%SystemRoot%")), QStringList{u"%SystemRoot%"_s});
    QCOMPARE(registryTexts(7, wide(u"RPCSS\0http\0\0"_s)), (QStringList{u"RPCSS"_s, u"http"_s}));
    QCOMPARE(registryTexts(7, {}), QStringList{QString()});
    QCOMPARE(registryTexts(3, QByteArray("\x0a\xff", 2)), QStringList{u"0A FF"_s});
    QCOMPARE(registryTexts(4, QByteArray("\x04\0", 2)), QStringList{u"04 00"_s}); // cut short: bytes, never a number
    QCOMPARE(registryTexts(1, QByteArray("a", 1)), QStringList{QString()}); // half a character
}

void RegistryValueTest::comparesAsPeopleDo()
{
    QVERIFY(isWanted({u"4"_s}, {u"3"_s, u"0x4"_s}));
    QVERIFY(isWanted({u"http"_s, u"RPCSS"_s}, {u"rpcss"_s}));
    QVERIFY(isWanted({QString()}, {}));
    QVERIFY(!isWanted({u"14"_s}, {u"4"_s}));
    QVERIFY(!isWanted({u"0x4x"_s}, {u"4"_s}));
    QVERIFY(!isWanted({QString()}, {u"0"_s}));
}

void RegistryValueTest::asksARunningComputer()
{
    RegistryHost host(valueReply(4));
    CheckResult result = ask(host);
    QCOMPARE(result.state, ServiceState::Yes);
    QCOMPARE(result.by, CheckedBy::Registry);
    QCOMPARE(answerOf(result), std::optional(true));
    QCOMPARE(result.evidence,
        u"The value Start in the key HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Spooler is 4."_s);
    QVERIFY(host.calls() <= 6);
    host.registry.replies[QueryValue] = {valueReply(2)};
    const int before = host.calls();
    result = ask(host);
    QCOMPARE(answerOf(result), std::optional(false));
    QVERIFY(host.calls() - before <= 3); // key, value, close: the root stands
}

void RegistryValueTest::tellsWhatIsMissing()
{
    RegistryHost host(noValueReply());
    QCOMPARE(ask(host).state, ServiceState::No);
    QCOMPARE(ask(host).code, 2U);
    host.registry.replies[OpenKey] = {handleReply(2)};
    const CheckResult result = ask(host);
    QCOMPARE(result.state, ServiceState::No);
    QVERIFY(result.evidence.startsWith(u"There is no key "_s));
}

void RegistryValueTest::neverGuesses()
{
    RegistryHost host(valueReply(4));
    host.registryError = errorOf(ErrorCode::NotFound, 0xC0000034);
    CheckResult result = ask(host);
    QCOMPARE(result.state, ServiceState::NotPossible);
    QVERIFY(result.evidence.contains(u"Remote Registry"_s) && result.next.contains(u"reg query"_s));
    host.registryError = errorOf(ErrorCode::NoPermission, 0xC0000022);
    QCOMPARE(ask(host).state, ServiceState::NotPossible);
    host.registryError = errorOf(ErrorCode::ConnectionLost, 0xC000020C);
    QCOMPARE(ask(host).evidence, u"error %1"_s.arg(int(ErrorCode::ConnectionLost)));
    host.registryError.reset();
    host.registry.replies[OpenKey] = {handleReply(5)};
    result = ask(host);
    QCOMPARE(result.state, ServiceState::NotPossible);
    QVERIFY(result.evidence.contains(u"may not read"_s));
    const QByteArray whole = valueReply(4);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        RegistryHost broken(whole.first(size));
        QVERIFY(!answerOf(ask(broken)));
    }
}

void RegistryValueTest::asksAHive()
{
    forge::HiveKey root{.name = "SYSTEM", .values = {}, .keys = {}};
    root.key("Select").dword("Current", 2);
    root.key("Setup").dword("SystemSetupInProgress", 0);
    root.key("ControlSet001/Services/Spooler").dword("Start", 4);
    root.key("ControlSet002/Services/Spooler").dword("Type", 0x10).dword("Start", 2);
    root.key("ControlSet002/Control/ComputerName/ComputerName").text("ComputerName", u"PC1");
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"SYSTEM"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(forge::hiveBytes(root, {})));
    file.close();
    const auto hive = SystemHive::open(path);
    QVERIFY(hive.has_value());

    const CheckResult result = hive->check(startIs({u"2"_s}), u"PC1"_s);
    QCOMPARE(result.state, ServiceState::Yes); // of the control set in use
    QCOMPARE(result.by, CheckedBy::Hive);
    QCOMPARE(result.address, path);
    QCOMPARE(hive->check(startIs({u"4"_s}), u"PC1"_s).state, ServiceState::No);
    QCOMPARE(hive->check(startIs({u"2"_s}), u"PC2"_s).state, ServiceState::HostIsAnother);
    QCOMPARE(hive->check(startIs({}, u"SYSTEM\\Setup"_s), {}).state, ServiceState::No); // has no value Start
    QCOMPARE(hive->check(startIs({}, u"SYSTEM\\ControlSet001\\Services\\Spooler"_s), {}).state, ServiceState::Yes);
    QCOMPARE(hive->check(startIs({}, u"SYSTEM\\CurrentControlSet\\Services\\None"_s), {}).state, ServiceState::No);
}

void RegistryValueTest::asksAHiveForWhatItCannotHold()
{
    forge::HiveKey root{.name = "SYSTEM", .values = {}, .keys = {}};
    root.key("Select").dword("Current", 1);
    root.key("ControlSet001/Services");
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"SYSTEM"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(forge::hiveBytes(root, {})));
    file.close();
    const auto hive = SystemHive::open(file.fileName());
    QVERIFY(hive.has_value());
    QCOMPARE(hive->check(startIs({}, u"SOFTWARE\\Microsoft"_s), {}).state, ServiceState::NotPossible);
    const CheckQuestion near{.kind = CheckQuestion::Kind::EventsNear, .service = u"Spooler"_s, .ids = {7036}};
    QCOMPARE(hive->check(near, {}).state, ServiceState::NotPossible);
}

QTEST_GUILESS_MAIN(RegistryValueTest)
#include "tst_registryvalue.moc"

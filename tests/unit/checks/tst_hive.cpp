// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A SYSTEM hive is asked: every state it can answer, in every style of hive, and hostile hives, which must be refused
// or answered without a confirmation, never believed.

#include "checks/hive.h"
#include "checks/hivefile.h"
#include "forge/hive.h"
#include "sources/filesource.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

constexpr int FileHeader = 0x1000;

forge::HiveKey &addService(forge::HiveKey &set, const std::string &name)
{
    return set.key("Services/" + name)
        .dword("Type", 0x10)
        .dword("Start", 3)
        .expandable("ImagePath", u"C:\\exchsrvr\\connect\\msexcimc\\bin\\msexcimc.exe")
        .text("DisplayName", u"Microsoft Exchange Internet Mail Service");
}

/// MAIL01 with a few services; @p change may add to its control set.
template<typename Change>
forge::HiveKey systemOf(Change change)
{
    forge::HiveKey root{.name = "SYSTEM", .values = {}, .keys = {}};
    root.key("Select").dword("Current", 2).dword("Default", 1);
    root.key("ControlSet001/Services/Other");
    forge::HiveKey &set = root.key("ControlSet002");
    set.key("Control/ComputerName/ComputerName").text("ComputerName", u"MAIL01");
    for (const char *name : {"Alerter", "EventLog", "W3SVC"})
        set.key(std::string("Services/") + name).dword("Type", 0x20).dword("Start", 2);
    change(set);
    return root;
}

forge::HiveKey originWith(bool service)
{
    return systemOf([service](forge::HiveKey &set) {
        if (service)
            addService(set, "MSExchangeIMC");
        set.key("Services/MSExchangeIMC/Performance").text("Library", u"gwperf.dll");
    });
}

} // namespace

class HiveTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void answersInEveryStyle_data();
    void answersInEveryStyle();
    void findsKeysInLongLists_data() { answersInEveryStyle_data(); }
    void findsKeysInLongLists();
    void knowsDisplayNames();
    void knowsTheComputer_data();
    void knowsTheComputer();
    void seesDeletedServices();
    void doesNotBelieveHalfAService();
    void ignoresKeysThatHoldNothing();
    void fallsBackWhenSelectSaysNothing();
    void tellsUnwrittenChanges();
    void readsAWrongHeaderChecksum();
    void refusesWhatIsNoSystemHive();
    void survivesTruncation();
    void survivesFlippedBytes();
    void survivesCycles();

private:
    QString write(const std::string &bytes);
    CheckResult ask(const std::string &bytes, const QString &service, const QString &computer = {});
    QTemporaryDir m_folder;
    int m_files = 0;
};

void HiveTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

QString HiveTest::write(const std::string &bytes)
{
    const QString path = m_folder.filePath(u"SYSTEM%1"_s.arg(m_files++));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()))
        qFatal("cannot write the hive");
    return path;
}

CheckResult HiveTest::ask(const std::string &bytes, const QString &service, const QString &computer)
{
    const auto hive = SystemHive::open(write(bytes));
    if (!hive)
        qFatal("hive refused: %s at %lld", hive.error().what, static_cast<long long>(hive.error().place.offset));
    return hive->check(serviceQuestion(service), computer);
}

void HiveTest::answersInEveryStyle_data()
{
    QTest::addColumn<forge::HiveStyle>("style");
    QTest::newRow("NT 3.51") << forge::HiveStyle::Nt351;
    QTest::newRow("NT 4") << forge::HiveStyle::Nt4;
    QTest::newRow("today") << forge::HiveStyle::Today;
}

void HiveTest::answersInEveryStyle()
{
    QFETCH(forge::HiveStyle, style);
    const CheckResult there =
        ask(forge::hiveBytes(originWith(true), {.style = style}), u"msexchangeimc"_s, u"mail01.example.org"_s);
    QCOMPARE(there.state, ServiceState::Installed);
    QCOMPARE(there.startType, StartType::Manual);
    QCOMPARE(there.displayName, u"Microsoft Exchange Internet Mail Service"_s);
    QCOMPARE(there.imagePath, u"C:\\exchsrvr\\connect\\msexcimc\\bin\\msexcimc.exe"_s);
    QCOMPARE(there.asked, u"mail01.example.org"_s);
    QCOMPARE(there.answeredAs, u"MAIL01"_s);
    QCOMPARE(there.by, CheckedBy::Hive);
    QVERIFY(there.evidence.contains(u"HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet002\\Services\\msexchangeimc"_s));
    QVERIFY(!there.checkedBy.isEmpty() && !there.time.isNull() && there.milliseconds >= 0);

    const CheckResult gone =
        ask(forge::hiveBytes(originWith(false), {.style = style}), u"MSExchangeIMC"_s, u"MAIL01"_s);
    QCOMPARE(gone.state, ServiceState::NotInstalledButCountersRegistered);
    QCOMPARE(gone.startType, std::nullopt);
    QVERIFY(gone.evidence.contains(u"Performance"_s));

    const CheckResult absent = ask(forge::hiveBytes(originWith(false), {.style = style}), u"MSExchangeIMCX"_s);
    QCOMPARE(absent.state, ServiceState::NotInstalled);
    QCOMPARE(absent.asked, u"MAIL01"_s);
}

void HiveTest::findsKeysInLongLists()
{
    QFETCH(forge::HiveStyle, style);
    const auto root = systemOf([](forge::HiveKey &set) {
        for (int i = 0; i < 1'200; ++i)
            addService(set, "Filler" + std::to_string(i));
        addService(set, "MSExchangeIMC");
    });
    const std::string bytes = forge::hiveBytes(root, {.style = style, .longestList = 400});
    QCOMPARE(ask(bytes, u"MSExchangeIMC"_s).state, ServiceState::Installed);
    QCOMPARE(ask(bytes, u"Filler1199"_s).state, ServiceState::Installed);
    QCOMPARE(ask(bytes, u"Filler1200"_s).state, ServiceState::NotInstalled);
}

void HiveTest::knowsDisplayNames()
{
    const CheckResult result =
        ask(forge::hiveBytes(originWith(true), {}), u"microsoft exchange internet mail service"_s);
    QCOMPARE(result.state, ServiceState::IsDisplayName);
    QCOMPARE(isInstalled(result.state), std::nullopt);
    QVERIFY2(result.next.contains(u"MSExchangeIMC"_s), qPrintable(result.next));
}

void HiveTest::knowsTheComputer_data()
{
    QTest::addColumn<QString>("own"); // ComputerName
    QTest::addColumn<QString>("host"); // Tcpip's Hostname
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("same");
    QTest::newRow("same") << u"MAIL01"_s << QString() << u"MAIL01"_s << true;
    QTest::newRow("other case") << u"MAIL01"_s << QString() << u"mail01"_s << true;
    QTest::newRow("full name") << u"MAIL01"_s << QString() << u"mail01.corp.example"_s << true;
    QTest::newRow("another") << u"MAIL01"_s << QString() << u"MAIL02"_s << false;
    QTest::newRow("begins alike") << u"MAIL01"_s << QString() << u"MAIL011"_s << false;
    QTest::newRow("cut at 15") << u"EXCHANGE-SERVER"_s << QString() << u"exchange-server-12.corp"_s << true;
    QTest::newRow("cut at 15, host known")
        << u"EXCHANGE-SERVER"_s << u"exchange-server-11"_s << u"exchange-server-12.corp"_s << false;
    QTest::newRow("host name") << u"EXCHANGE-SERVER"_s << u"exchange-server-12"_s << u"exchange-server-12"_s << true;
    QTest::newRow("nobody asked for one") << u"MAIL01"_s << QString() << QString() << true;
    QTest::newRow("hive does not say") << QString() << QString() << u"MAIL02"_s << true;
}

void HiveTest::knowsTheComputer()
{
    QFETCH(QString, own);
    QFETCH(QString, host);
    QFETCH(QString, asked);
    QFETCH(bool, same);
    const auto root = systemOf([&](forge::HiveKey &set) {
        set.key("Control/ComputerName").keys.clear();
        if (!own.isEmpty())
            set.key("Control/ComputerName/ComputerName").text("ComputerName", own.toStdU16String());
        if (!host.isEmpty())
            set.key("Services/Tcpip/Parameters").text("Hostname", host.toStdU16String());
    });
    const CheckResult result = ask(forge::hiveBytes(root, {}), u"W3SVC"_s, asked);
    QCOMPARE(result.state, same ? ServiceState::Installed : ServiceState::HostIsAnother);
    QCOMPARE(result.answeredAs, own);
    QCOMPARE(result.evidence.contains(u"does not say whose"_s), own.isEmpty());
}

void HiveTest::seesDeletedServices()
{
    const auto root = systemOf([](forge::HiveKey &set) { addService(set, "MSExchangeIMC").dword("DeleteFlag", 1); });
    const CheckResult result = ask(forge::hiveBytes(root, {}), u"MSExchangeIMC"_s);
    QCOMPARE(result.state, ServiceState::MarkedForDeletion);
    QCOMPARE(isInstalled(result.state), true);
}

void HiveTest::doesNotBelieveHalfAService()
{
    const auto root = systemOf([](forge::HiveKey &set) { set.key("Services/PSched").dword("Start", 3); });
    const CheckResult result = ask(forge::hiveBytes(root, {}), u"PSched"_s);
    QCOMPARE(result.state, ServiceState::NotPossible);
    QVERIFY(!result.next.isEmpty());
}

void HiveTest::ignoresKeysThatHoldNothing()
{
    const auto root = systemOf([](forge::HiveKey &set) { set.key("Services/PSched/Parameters").dword("x", 1); });
    QCOMPARE(ask(forge::hiveBytes(root, {}), u"PSched"_s).state, ServiceState::NotInstalled);
}

void HiveTest::fallsBackWhenSelectSaysNothing()
{
    forge::HiveKey root = originWith(true);
    root.key("Select").values.clear();
    const CheckResult first = ask(forge::hiveBytes(root, {}), u"MSExchangeIMC"_s);
    QCOMPARE(first.state, ServiceState::NotInstalled); // it stands in the second set alone
    QVERIFY(first.evidence.contains(u"ControlSet001"_s) && first.evidence.contains(u"the first was taken"_s));
    root.key("Select").dword("Default", 2);
    const CheckResult standard = ask(forge::hiveBytes(root, {}), u"MSExchangeIMC"_s);
    QCOMPARE(standard.state, ServiceState::Installed);
    QVERIFY(standard.evidence.contains(u"its default was taken"_s));
}

void HiveTest::tellsUnwrittenChanges()
{
    std::string bytes = forge::hiveBytes(originWith(true), {});
    QVERIFY(!ask(bytes, u"MSExchangeIMC"_s).evidence.contains(u"may be missing"_s));
    ++bytes[4]; // the first sequence number; the checksum no longer fits either
    const QString without = ask(bytes, u"MSExchangeIMC"_s).evidence;
    QVERIFY2(without.contains(u"neither of its logs (.LOG1, .LOG2) lies beside it"_s), qPrintable(without));
    const QString path = write(bytes);
    const auto evidence = [&path] {
        return SystemHive::open(path)->check(serviceQuestion(u"MSExchangeIMC"_s), {}).evidence;
    };
    QFile log(path + u".LOG1"_s);
    QVERIFY(log.open(QIODevice::WriteOnly));
    QVERIFY(evidence().contains(u"neither of its logs"_s)); // it is empty
    QCOMPARE(log.write("regf"), 4);
    log.close();
    QVERIFY2(evidence().contains(u"nothing in %1.LOG1 beside it continues it"_s.arg(QFileInfo(path).fileName())),
        qPrintable(evidence()));
}

void HiveTest::readsAWrongHeaderChecksum()
{
    std::string bytes = forge::hiveBytes(originWith(true), {});
    ++bytes[508];
    QCOMPARE(ask(bytes, u"MSExchangeIMC"_s).state, ServiceState::Installed);
}

void HiveTest::refusesWhatIsNoSystemHive()
{
    const auto missing = SystemHive::open(m_folder.filePath(u"nothing"_s));
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QCOMPARE(SystemHive::open(m_folder.path()).error().code, ErrorCode::BadHive);

    const QString text = write("regf, but nothing more");
    QVERIFY(SystemHive::looksLikeHive(text));
    QCOMPARE(SystemHive::open(text).error().code, ErrorCode::BadHive);
    QCOMPARE(SystemHive::open(text).error().place.offset, 0);
    QVERIFY(!SystemHive::looksLikeHive(write("MZ")));
    QVERIFY(!SystemHive::looksLikeHive(m_folder.path()));

    forge::HiveKey software{.name = "SOFTWARE", .values = {}, .keys = {}};
    software.key("Microsoft/Windows");
    const QString path = write(forge::hiveBytes(software, {}));
    QVERIFY(SystemHive::looksLikeHive(path));
    QCOMPARE(SystemHive::open(path).error().code, ErrorCode::BadHive);
    QCOMPARE(SystemHive::open(path).error().place.source, path);

    std::string old = forge::hiveBytes(originWith(true), {});
    old[24] = 1; // NT 3.1 to 3.5 betas have other cells
    const auto refused = SystemHive::open(write(old));
    QCOMPARE(refused.error().code, ErrorCode::BadHive);
    QCOMPARE(refused.error().place.offset, 20);
}

void HiveTest::survivesTruncation()
{
    const std::string whole = forge::hiveBytes(originWith(true), {});
    for (std::size_t length = 0; length < whole.size(); length += 509) {
        const auto hive = SystemHive::open(write(whole.substr(0, length)));
        QVERIFY(!hive);
        QCOMPARE(hive.error().code, ErrorCode::BadHive);
    }
}

/// Whatever is broken, the service that is there is never said to be away on the strength of a broken list.
void HiveTest::survivesFlippedBytes()
{
    std::mt19937 random(1008);
    for (const auto style : {forge::HiveStyle::Nt351, forge::HiveStyle::Nt4, forge::HiveStyle::Today}) {
        const std::string whole = forge::hiveBytes(originWith(true), {.style = style});
        for (int round = 0; round < 500; ++round) {
            std::string bytes = whole;
            const auto at = std::size_t(round) < FileHeader / 8 ? random() % 64
                                                                : FileHeader + random() % (bytes.size() - FileHeader);
            for (std::size_t i = at; i < std::min(at + 1 + random() % 4, bytes.size()); ++i)
                bytes[i] = char(random() % 3 == 0 ? 0xFF : random());
            const QString path = m_folder.filePath(u"flipped"_s);
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes.data(), qint64(bytes.size())) > 0);
            file.close();
            if (const auto hive = SystemHive::open(path))
                std::ignore = hive->check(serviceQuestion(u"MSExchangeIMC"_s), u"MAIL01"_s);
        }
    }
}

void HiveTest::survivesCycles()
{
    std::string bytes = forge::hiveBytes(originWith(true), {});
    const MemorySource source(u"hive"_s, QByteArray::fromStdString(bytes));
    const auto hive = HiveFile::open(source);
    QVERIFY(hive);
    const auto services = hive->child(hive->root(), u"ControlSet002");
    QVERIFY(services);
    // The control set's list of keys becomes the root's: the set holds itself.
    constexpr std::size_t ListOfKey = 32;
    const auto root = std::size_t(hive->root());
    bytes.replace(std::size_t(*services) + ListOfKey, 4, bytes.substr(root + ListOfKey, 4));
    constexpr std::size_t CountOfKeys = 24;
    bytes.replace(std::size_t(*services) + CountOfKeys, 4, bytes.substr(root + CountOfKeys, 4));
    const auto refused = SystemHive::open(write(bytes));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadHive);
}

QTEST_APPLESS_MAIN(HiveTest)
#include "tst_hive.moc"

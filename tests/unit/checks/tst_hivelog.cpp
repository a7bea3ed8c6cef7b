// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Hives that were copied from a running machine are read with what their logs hold: what continues them and nothing else.

#include "checks/hive.h"
#include "checks/hivelog.h"
#include "forge/hivelog.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// MAIL01 with @p services, by time of writing @p time.
std::string stateWith(const std::vector<std::string> &services, std::uint64_t time = 1)
{
    forge::HiveKey root{.name = "SYSTEM", .values = {}, .keys = {}};
    root.key("Select").dword("Current", 1);
    forge::HiveKey &set = root.key("ControlSet001");
    set.key("Control/ComputerName/ComputerName").text("ComputerName", u"MAIL01");
    set.key("Services/EventLog").dword("Type", 0x20).dword("Start", 2);
    for (const std::string &service : services)
        set.key("Services/" + service).dword("Type", 0x10).dword("Start", 3).text("ImagePath", u"C:\\x.exe");
    return forge::hiveBytes(root, {.time = time});
}

std::string stateWithMany()
{
    std::vector<std::string> services{"MSExchangeIMC", "Late"};
    for (int i = 0; i < 200; ++i)
        services.push_back("Service" + std::to_string(i));
    return stateWith(services);
}

QByteArray bytesOf(const std::string &bytes)
{
    return QByteArray::fromStdString(bytes);
}

} // namespace

class HiveLogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hashesAsPublished();
    void followsEntries();
    void followsThemOverBothLogs();
    void needsEachStep();
    void stopsAtAWrongHash();
    void followsTheOldFormat();
    void leavesTheLogOfAnotherState();
    void leavesAWholeHiveAlone();
    void takesAHeaderFromTheLog();
    void survivesBrokenLogs_data();
    void survivesBrokenLogs();

private:
    struct Copy {
        std::string hive;
        std::string log1 = {};
        std::string log2 = {};
    };
    /// What the hive says of @p service when it lies in a folder of its own, as it was copied.
    CheckResult ask(const Copy &copy, const QString &service)
    {
        const QString folder = m_folder.filePath(QString::number(++m_count));
        if (!QDir().mkpath(folder))
            return {};
        const auto put = [&folder](const QString &name, const std::string &bytes) {
            QFile file(folder + u'/' + name);
            return bytes.empty()
                || (file.open(QIODevice::WriteOnly) && file.write(bytesOf(bytes)) == qint64(bytes.size()));
        };
        if (!put(u"SYSTEM"_s, copy.hive) || !put(u"SYSTEM.LOG1"_s, copy.log1) || !put(u"system.log2"_s, copy.log2))
            return {};
        const auto hive = SystemHive::open(folder + u"/SYSTEM"_s);
        return hive ? hive->check(serviceQuestion(service), {}) : CheckResult{};
    }

    QTemporaryDir m_folder;
    int m_count = 0;
    const std::string m_without = stateWith({});
    const std::string m_with = stateWith({"MSExchangeIMC"});
    const std::string m_more = stateWithMany();
};

/// The figures that .NET's own tests hold.
void HiveLogTest::hashesAsPublished()
{
    constexpr std::uint64_t Seed = 0x004FB61A'001BDBCC;
    const auto hash = [](const char *hex) {
        const QByteArray bytes = QByteArray::fromHex(hex);
        return marvin32({reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size())}, Seed);
    };
    QCOMPARE(hash(""), 0x30ED35C1'00CD3C7DU);
    QCOMPARE(hash("AF"), 0x48E73FC7'7D75DDC1U);
    QCOMPARE(hash("E70F"), 0xB5F6E1FC'485DBFF8U);
    QCOMPARE(hash("37F495"), 0xF0B07C78'9B8CF7E8U);
    QCOMPARE(hash("8642DC59"), 0x7008F2E8'7E9CF556U);
}

void HiveLogTest::followsEntries()
{
    const std::string log = forge::hiveLog({m_without, m_with, m_more}, forge::HiveLogStyle::Entries);
    const CheckResult before = ask({forge::dirtyHive(m_without)}, u"MSExchangeIMC"_s);
    QCOMPARE(before.state, ServiceState::NotInstalled);
    const Copy copy{forge::dirtyHive(m_without), log};
    const CheckResult after = ask(copy, u"MSExchangeIMC"_s);
    QCOMPARE(after.state, ServiceState::Installed);
    QVERIFY2(
        after.evidence.contains(u"what SYSTEM.LOG1 beside it held was read with it"_s), qPrintable(after.evidence));
    QCOMPARE(ask(copy, u"Late"_s).state, ServiceState::Installed);
    QVERIFY(m_more.size() > m_with.size()); // the hive grew
    const QByteArray logBytes = bytesOf(log);
    const HiveReplay replay = replayHiveLogs(bytesOf(copy.hive), {&logBytes, 1}, 1 << 20);
    QCOMPARE(replay.entries, 2);
    QCOMPARE(replay.hive.mid(4096), bytesOf(m_more).mid(4096));
}

void HiveLogTest::followsThemOverBothLogs()
{
    Copy copy{.hive = forge::dirtyHive(m_without),
        .log1 = forge::hiveLog({m_with, m_more}, forge::HiveLogStyle::Entries, 1),
        .log2 = forge::hiveLog({m_without, m_with}, forge::HiveLogStyle::Entries)};
    const CheckResult both = ask(copy, u"Late"_s);
    QCOMPARE(both.state, ServiceState::Installed);
    QVERIFY2(both.evidence.contains(u"SYSTEM.LOG1, system.log2"_s), qPrintable(both.evidence));
}

void HiveLogTest::needsEachStep()
{
    const CheckResult gap = ask(
        {forge::dirtyHive(m_without), forge::hiveLog({m_with, m_more}, forge::HiveLogStyle::Entries, 1)}, u"Late"_s);
    QCOMPARE(gap.state, ServiceState::NotInstalled);
    QVERIFY2(gap.evidence.contains(u"beside it continues it"_s), qPrintable(gap.evidence));
}

void HiveLogTest::stopsAtAWrongHash()
{
    std::string log = forge::hiveLog({m_without, m_with, m_more}, forge::HiveLogStyle::Entries);
    log.back() = char(log.back() + 1);
    const Copy copy{forge::dirtyHive(m_without), log};
    QCOMPARE(ask(copy, u"MSExchangeIMC"_s).state, ServiceState::Installed);
    QCOMPARE(ask(copy, u"Late"_s).state, ServiceState::NotInstalled);
    log[forge::hiveLog({m_without}, forge::HiveLogStyle::Entries).size() + 12] ^= 1; // the number of the first
    QCOMPARE(ask({copy.hive, log}, u"MSExchangeIMC"_s).state, ServiceState::NotInstalled);
}

void HiveLogTest::followsTheOldFormat()
{
    const std::string log = forge::hiveLog({m_without, m_more}, forge::HiveLogStyle::Dirt);
    const CheckResult answer = ask({forge::dirtyHive(m_without), {}, log}, u"MSExchangeIMC"_s);
    QCOMPARE(answer.state, ServiceState::Installed);
    QVERIFY2(answer.evidence.contains(u"what system.log2 beside it held"_s), qPrintable(answer.evidence));
}

void HiveLogTest::leavesTheLogOfAnotherState()
{
    const std::string log = forge::hiveLog({m_without, stateWith({"MSExchangeIMC"}, 2)}, forge::HiveLogStyle::Dirt);
    const CheckResult answer = ask({forge::dirtyHive(m_without), log}, u"MSExchangeIMC"_s);
    QCOMPARE(answer.state, ServiceState::NotInstalled);
    QVERIFY(answer.evidence.contains(u"beside it continues it"_s));
}

void HiveLogTest::leavesAWholeHiveAlone()
{
    const std::string log = forge::hiveLog({m_without, m_with}, forge::HiveLogStyle::Entries);
    const CheckResult answer = ask({m_without, log}, u"MSExchangeIMC"_s);
    QCOMPARE(answer.state, ServiceState::NotInstalled);
    QVERIFY2(!answer.evidence.contains(u"LOG1"_s), qPrintable(answer.evidence));
}

void HiveLogTest::takesAHeaderFromTheLog()
{
    std::string torn = forge::dirtyHive(m_without);
    torn[508] = char(torn[508] + 1);
    torn[8] = char(torn[8] + 9); // and its sequence number cannot be believed either
    for (const auto style : {forge::HiveLogStyle::Entries, forge::HiveLogStyle::Dirt}) {
        const CheckResult answer = ask({torn, forge::hiveLog({m_without, m_with}, style)}, u"MSExchangeIMC"_s);
        QCOMPARE(answer.state, ServiceState::Installed);
    }
}

void HiveLogTest::survivesBrokenLogs_data()
{
    QTest::addColumn<forge::HiveLogStyle>("style");
    QTest::newRow("dirt") << forge::HiveLogStyle::Dirt;
    QTest::newRow("entries") << forge::HiveLogStyle::Entries;
}

/// A log that is cut or changed is followed or it is not; where it has hashes, a change is never followed.
void HiveLogTest::survivesBrokenLogs()
{
    QFETCH(const forge::HiveLogStyle, style);
    const QByteArray hive = bytesOf(forge::dirtyHive(m_without));
    const QByteArray whole = bytesOf(forge::hiveLog({m_without, m_more}, style));
    const auto entries = [&hive](const QByteArray &log) { return replayHiveLogs(hive, {&log, 1}, 1 << 20).entries; };
    QCOMPARE(entries(whole), 1);
    for (qsizetype size = 0; size < whole.size(); size += size < 2048 ? 1 : 97)
        QCOMPARE(entries(whole.first(size)), 0);
    std::mt19937 random(163727);
    for (int round = 0; round < 3000; ++round) {
        QByteArray log = whole;
        const auto at = qsizetype(random() % (round % 2 == 0 ? 1024U : std::size_t(log.size())));
        log[at] = char(log[at] ^ char(1 + random() % 255));
        const int followed = entries(log);
        QVERIFY(followed == 0 || style == forge::HiveLogStyle::Dirt);
    }
    QCOMPARE(replayHiveLogs(hive, {&whole, 1}, std::size_t(hive.size())).entries, 0); // larger than it may be
}

QTEST_APPLESS_MAIN(HiveLogTest)
#include "tst_hivelog.moc"

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace evident::golden;
using namespace Qt::StringLiterals;

/// The origin case from the command line: what scan finds in the demo, and what each hive makes of it.
class CliScanTest : public QObject {
    Q_OBJECT
private slots:
    void findsTheOriginCase();
    void eachHiveDrawsItsConclusion_data();
    void eachHiveDrawsItsConclusion();
    void everyFormTellsTheConclusion_data();
    void everyFormTellsTheConclusion();
    void speaksGermanToPeopleAlone();
    void aHiveOfAnotherComputerConfirmsNothing();
    void tellsAHiveThatIsNone();
    void takesArticlesOfOnesOwn();
    void checkAsksAHive();

private:
    [[nodiscard]] static QJsonObject originCase(const QJsonObject &report);
};

namespace {

const QString Absent = QStringLiteral("hives/MAIL01-SYSTEM-imc-absent");
const QString Present = QStringLiteral("hives/MAIL01-SYSTEM-imc-present");

} // namespace

QJsonObject CliScanTest::originCase(const QJsonObject &report)
{
    for (const QJsonValue value : report.value(u"findings").toArray()) {
        const QJsonObject finding = value.toObject();
        if (finding.value(u"article").toString() == u"performance/perflib-1008-msexchangeimc"
            && finding.value(u"computer").toString() == u"MAIL01")
            return finding;
    }
    return {};
}

void CliScanTest::findsTheOriginCase()
{
    const CliRun run = runCli({u"scan"_s, u"--format=json"_s, demoFile(u"logs"_s)});
    QCOMPARE(run.exitCode, 1); // one log is damaged
    const QJsonObject report = run.json();
    QVERIFY(report.value(u"generator").toString().startsWith(u"Evident "));
    QCOMPARE(report.value(u"files").toArray().size(), 6);
    QVERIFY(report.value(u"events").toInt() > 412);
    const QJsonObject finding = originCase(report);
    QCOMPARE(finding.value(u"count").toInt(), 412);
    QCOMPARE(finding.value(u"provider").toString(), u"Perflib"_s);
    QCOMPARE(finding.value(u"id").toInt(), 1008);
    QCOMPARE(finding.value(u"level").toString(), u"error"_s);
    QVERIFY(finding.value(u"why").toArray().size() >= 2);
    QCOMPARE(finding.value(u"checks").toArray().size(), 0);
    QVERIFY(finding.value(u"sample").toObject().value(u"file").toString().endsWith(u"MAIL01-Application.evt"));
    for (const QJsonValue value : report.value(u"findings").toArray()) {
        const QJsonObject other = value.toObject();
        if (other.value(u"article") == finding.value(u"article"))
            QVERIFY(other.value(u"sample").toObject().value(u"text").toString().contains(u"MSExchangeIMC"));
    }
}

void CliScanTest::eachHiveDrawsItsConclusion_data()
{
    QTest::addColumn<QString>("hive");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<bool>("installed");
    QTest::addColumn<QString>("conclusion");
    QTest::newRow("absent") << Absent << u"notInstalledButCountersRegistered"_s << false << u"confirmed harmless"_s;
    QTest::newRow("present") << Present << u"installed"_s << true << u"does not apply"_s;
}

void CliScanTest::eachHiveDrawsItsConclusion()
{
    QFETCH(const QString, hive);
    QFETCH(const QString, outcome);
    QFETCH(const bool, installed);
    QFETCH(const QString, conclusion);
    const CliRun run = runCli(
        {u"scan"_s, u"--format=json"_s, u"--hive"_s, demoFile(hive), demoFile(u"logs/MAIL01-Application.evt"_s)});
    QCOMPARE(run.exitCode, 0);
    const QJsonObject finding = originCase(run.json());
    QCOMPARE(finding.value(u"conclusion").toString(), conclusion);
    const QJsonArray checks = finding.value(u"checks").toArray();
    QCOMPARE(checks.size(), 1);
    const QJsonObject check = checks.first().toObject();
    QCOMPARE(check.value(u"service").toString(), u"MSExchangeIMC"_s);
    QCOMPARE(check.value(u"outcome").toString(), outcome);
    QCOMPARE(check.value(u"installed").toBool(), installed);
    QCOMPARE(check.value(u"by").toString(), u"hive"_s);
    QCOMPARE(check.value(u"asked").toString(), u"MAIL01"_s);
}

void CliScanTest::everyFormTellsTheConclusion_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("text") << u"text"_s << QByteArray("onfirmed harmless");
    QTest::newRow("html") << u"html"_s << QByteArray("onfirmed harmless");
    QTest::newRow("csv") << u"csv"_s << QByteArray("depends,confirmed harmless,412,");
    QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF-");
}

void CliScanTest::everyFormTellsTheConclusion()
{
    QFETCH(const QString, form);
    QFETCH(const QByteArray, words);
    const CliRun run = runCli(
        {u"scan"_s, u"--format"_s, form, u"--hive"_s, demoFile(Absent), demoFile(u"logs/MAIL01-Application.evt"_s)});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains(words), run.out.left(2000).constData());
}

void CliScanTest::speaksGermanToPeopleAlone()
{
    const QStringList words{
        u"scan"_s, u"--lang=de"_s, u"--hive"_s, demoFile(Absent), demoFile(u"logs/MAIL01-Application.evt"_s)};
    const CliRun text = runCli(words);
    QCOMPARE(text.exitCode, 0);
    QVERIFY2(text.out.contains("Best\xC3\xA4tigt harmlos"), text.out.left(2000).constData());
    QVERIFY(!text.out.contains("What it means"));
    const QStringList asJson{u"--format"_s, u"json"_s};
    const QJsonObject german = originCase(runCli(words + asJson).json());
    const QJsonObject english =
        originCase(runCli(QStringList(words).replaceInStrings(u"--lang=de"_s, u"--lang=en"_s) + asJson).json());
    QCOMPARE(german.value(u"conclusion").toString(), u"confirmed harmless"_s);
    QCOMPARE(german.value(u"title"), english.value(u"title"));
    QCOMPARE(german.value(u"why"), english.value(u"why"));
}

void CliScanTest::aHiveOfAnotherComputerConfirmsNothing()
{
    const CliRun run = runCli({u"scan"_s, u"--format=json"_s, u"--hive"_s, demoFile(u"hives/CLIENT07-SYSTEM"_s),
        demoFile(u"logs/MAIL01-Application.evt"_s)});
    const QJsonObject finding = originCase(run.json());
    QCOMPARE(finding.value(u"conclusion").toString(), u"not confirmed"_s);
    QVERIFY(finding.value(u"checks").toArray().first().toObject().value(u"installed").isNull());
}

void CliScanTest::tellsAHiveThatIsNone()
{
    const CliRun run = runCli({u"scan"_s, u"--format=json"_s, u"--hive"_s, demoFile(u"logs/MAIL01-Application.evt"_s),
        demoFile(u"logs/MAIL01-Application.evt"_s)});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains("is no SYSTEM registry hive"), run.err.constData());
    QVERIFY(!originCase(run.json()).isEmpty());
}

void CliScanTest::takesArticlesOfOnesOwn()
{
    const QTemporaryDir folder;
    QFile broken(folder.filePath(u"broken.md"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("no head at all\n");
    broken.close();
    const CliRun run = runCli(
        {u"scan"_s, u"--format=json"_s, u"--articles"_s, folder.path(), demoFile(u"logs/MAIL01-Application.evt"_s)});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains("broken.md"), run.err.constData());
    QCOMPARE(runCli({u"articles"_s, u"lint"_s, folder.path()}).exitCode, 1);
    QCOMPARE(runCli({u"articles"_s, u"lint"_s, QStringLiteral(EVIDENT_SOURCE_DIR "/resources/articles")}).exitCode, 0);
    QCOMPARE(runCli({u"articles"_s, u"lint"_s, folder.filePath(u"nowhere"_s)}).exitCode, 3);
    const CliRun list = runCli({u"articles"_s, u"list"_s});
    QCOMPARE(list.exitCode, 0);
    QVERIFY(list.out.contains("performance/perflib-1008-msexchangeimc\t"));
}

void CliScanTest::checkAsksAHive()
{
    const CliRun absent = runCli({u"check"_s, u"MSExchangeIMC"_s, u"--hive"_s, demoFile(Absent), u"--json"_s});
    QCOMPARE(absent.exitCode, 0);
    QCOMPARE(absent.json().value(u"outcome").toString(), u"notInstalledButCountersRegistered"_s);
    QVERIFY(absent.json().value(u"installed").isBool());
    const CliRun present = runCli({u"check"_s, u"MSExchangeIMC"_s, u"--hive"_s, demoFile(Present), u"--json"_s});
    QCOMPARE(present.exitCode, 0);
    QCOMPARE(present.json().value(u"installed"), QJsonValue(true));
    QVERIFY(runCli({u"check"_s, u"MSExchangeIMC"_s, u"--hive"_s, demoFile(Present)}).out.contains("MSExchangeIMC"));
    QCOMPARE(runCli({u"check"_s, u"MSExchangeIMC"_s, u"--hive"_s, u"/nowhere"_s}).exitCode, 3);
}

QTEST_GUILESS_MAIN(CliScanTest)
#include "tst_cliscan.moc"

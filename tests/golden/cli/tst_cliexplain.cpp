// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include <QJsonArray>
#include <QTest>

using namespace evident::golden;
using namespace Qt::StringLiterals;

/// explain gives the article of the origin case first for MSExchangeIMC in all four layouts of Perflib 1008, and never
/// for another service.
class CliExplainTest : public QObject {
    Q_OBJECT
private slots:
    void knowsTheOriginCaseInEveryLayout_data();
    void knowsTheOriginCaseInEveryLayout();
    void neverTakesAnotherServiceForIt_data();
    void neverTakesAnotherServiceForIt();
    void tellsWhyAndHowWell();
    void saysThatNothingIsKnown();
    void writesTextForPeople();
    void setsTablesInColumns();
};

namespace {

const QString OriginCase = QStringLiteral("performance/perflib-1008-msexchangeimc");

/// The ways in which @p service and its library stand in Perflib 1008.
std::vector<std::pair<const char *, QStringList>> layoutsFor(const QString &service)
{
    return {
        {"NT 4, 2000, 2003",
            {u"--provider=Perflib"_s, u"--id=1008"_s, u"--string"_s, service, u"--string"_s, u"C:\\bin\\gwperf.dll"_s,
                u"--data=7e000000"_s}},
        {"Vista to 2012 R2",
            {u"--provider=Microsoft-Windows-Perflib"_s, u"--id=1008"_s, u"--value"_s, u"param1="_s + service,
                u"--value"_s, u"param2=C:\\bin\\gwperf.dll"_s, u"--data=7e000000"_s}},
        {"later",
            {u"--provider=Microsoft-Windows-Perflib"_s, u"--id=1008"_s, u"--value"_s, u"Service="_s + service,
                u"--value"_s, u"Library=C:\\bin\\gwperf.dll"_s, u"--value"_s, u"Win32Error=126"_s}},
    };
}

QStringList articlesIn(const CliRun &run)
{
    QStringList ids;
    for (const QJsonValue match : run.json().value(u"matches").toArray())
        ids.append(match.toObject().value(u"article").toString());
    return ids;
}

} // namespace

void CliExplainTest::knowsTheOriginCaseInEveryLayout_data()
{
    QTest::addColumn<QStringList>("words");
    for (const auto &[name, words] : layoutsFor(u"MSExchangeIMC"_s))
        QTest::newRow(name) << words;
}

void CliExplainTest::knowsTheOriginCaseInEveryLayout()
{
    QFETCH(const QStringList, words);
    const CliRun run = runCli(QStringList{u"explain"_s, u"--json"_s} + words);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(articlesIn(run).value(0), OriginCase);
}

void CliExplainTest::neverTakesAnotherServiceForIt_data()
{
    QTest::addColumn<QStringList>("words");
    for (const char *service : {"MSExchangeDS", "PSched", "MSExchangeIMCX", "W3SVC", ""}) {
        for (const auto &[name, words] : layoutsFor(QString::fromLatin1(service)))
            QTest::addRow("%s, %s", service, name) << words;
    }
}

void CliExplainTest::neverTakesAnotherServiceForIt()
{
    QFETCH(const QStringList, words);
    const CliRun run = runCli(QStringList{u"explain"_s, u"--json"_s} + words);
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.json().contains(u"matches"));
    QVERIFY2(!articlesIn(run).contains(OriginCase), run.out.constData());
}

void CliExplainTest::tellsWhyAndHowWell()
{
    const CliRun run = runCli(QStringList{u"explain"_s, u"--json"_s} + layoutsFor(u"MSExchangeIMC"_s).front().second);
    double last = 1.0;
    for (const QJsonValue value : run.json().value(u"matches").toArray()) {
        const QJsonObject match = value.toObject();
        QCOMPARE(match.keys(), (QStringList{u"article"_s, u"score"_s, u"title"_s, u"verdict"_s, u"why"_s}));
        const double score = match.value(u"score").toDouble();
        QVERIFY(score >= 0.0 && score <= last); // best first
        last = score;
        QVERIFY(!match.value(u"why").toArray().isEmpty());
    }
    QVERIFY(run.json()
            .value(u"matches")
            .toArray()
            .first()
            .toObject()
            .value(u"why")
            .toArray()
            .contains(u"string 1 is MSExchangeIMC"_s));
}

void CliExplainTest::saysThatNothingIsKnown()
{
    const CliRun run = runCli({u"explain"_s, u"--provider=Nobody"_s, u"--id=1"_s, u"--json"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json(), (QJsonObject{{u"matches"_s, QJsonArray()}}));
    QCOMPARE(runCli({u"explain"_s, u"--provider=Nobody"_s, u"--id=1"_s}).out,
        QByteArray("No article speaks of this event.\n"));
}

void CliExplainTest::writesTextForPeople()
{
    const CliRun run = runCli(QStringList{u"explain"_s} + layoutsFor(u"MSExchangeIMC"_s).front().second);
    QCOMPARE(run.exitCode, 0);
    for (const char *text : {"What it means", "Cause", "What to do", "Why this matched", "MSExchangeIMC"})
        QVERIFY2(run.out.contains(text), text);
}

void CliExplainTest::setsTablesInColumns()
{
    const CliRun run = runCli(
        {u"explain"_s, u"--provider=Microsoft-Windows-Bits-Client"_s, u"--id=61"_s, u"--value"_s, u"hr=0x80072ee2"_s});
    QCOMPARE(run.exitCode, 0);
    const QByteArray rows = "  Code                                    Meaning\n"
                            "  0x80072EE2 (12002)                      no answer in time\n";
    QVERIFY2(run.out.contains(rows), run.out.constData());
}

QTEST_GUILESS_MAIN(CliExplainTest)
#include "tst_cliexplain.moc"

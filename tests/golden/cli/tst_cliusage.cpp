// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/types.h>

using namespace evident::golden;
using namespace Qt::StringLiterals;

/// Help, wrong usage, exit codes, output files and cancelling.
class CliUsageTest : public QObject {
    Q_OBJECT
private slots:
    void everyCommandHasHelp_data();
    void everyCommandHasHelp();
    void tellsItsVersion();
    void listsItsCommands();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void saysWhatIsNotBuiltYet_data();
    void saysWhatIsNotBuiltYet();
    void tellsMissingFiles();
    void oneThatIsNoLogAmongLogs();
    void passesOverOtherFilesOfAFolder();
    void aFolderWithoutLogsIsNothing();
    void writesAFileWholeOrNotAtAll();
    void writesIntoWhatIsNoFile();
    void interruptLeavesNothingHalfWritten();
    void readsStandardInput();
    void startsQuickly();
};

void CliUsageTest::everyCommandHasHelp_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"info", "dump", "scan", "explain", "check", "articles"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void CliUsageTest::everyCommandHasHelp()
{
    QFETCH(const QString, command);
    const CliRun run = runCli({command, u"--help"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.startsWith("evident-cli " + command.toLatin1()));
    for (const char *option : {"-o FILE", "-q", "--color", "--tz", "--help"})
        QVERIFY2(run.out.contains(option), option);
    QCOMPARE(run.err, QByteArray());
}

void CliUsageTest::tellsItsVersion()
{
    const CliRun run = runCli({u"--version"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.startsWith("Evident "));
}

void CliUsageTest::listsItsCommands()
{
    const CliRun run = runCli({u"--help"_s});
    QCOMPARE(run.exitCode, 0);
    for (const char *command : {"info", "dump", "scan", "explain", "check", "articles"})
        QVERIFY2(run.out.contains(QByteArray("evident-cli ") + command), command);
}

void CliUsageTest::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
    QTest::newRow("unknown option") << QStringList{u"info"_s, u"--frobnicate"_s, u"x.evtx"_s};
    QTest::newRow("no path") << QStringList{u"info"_s};
    QTest::newRow("no format") << QStringList{u"dump"_s, u"x.evtx"_s};
    QTest::newRow("unknown format") << QStringList{u"dump"_s, u"x.evtx"_s, u"--format"_s, u"doc"_s};
    QTest::newRow("missing value") << QStringList{u"dump"_s, u"x.evtx"_s, u"--format"_s};
    QTest::newRow("switch with value") << QStringList{u"info"_s, u"--json=yes"_s, u"x.evtx"_s};
    QTest::newRow("no threads") << QStringList{u"dump"_s, u"x.evtx"_s, u"--format=xml"_s, u"-j0"_s};
    QTest::newRow("bad time zone") << QStringList{u"info"_s, u"x.evtx"_s, u"--tz"_s, u"Mars"_s};
    QTest::newRow("bad colour") << QStringList{u"scan"_s, u"x.evtx"_s, u"--color"_s, u"pink"_s};
    QTest::newRow("bad scan format") << QStringList{u"scan"_s, u"x.evtx"_s, u"--format"_s, u"doc"_s};
    QTest::newRow("explain without id") << QStringList{u"explain"_s, u"--provider"_s, u"Perflib"_s};
    QTest::newRow("explain with odd data")
        << QStringList{u"explain"_s, u"--provider=a"_s, u"--id=1"_s, u"--data=123"_s};
    QTest::newRow("explain with bad level")
        << QStringList{u"explain"_s, u"--provider=a"_s, u"--id=1"_s, u"--level=dire"_s};
    QTest::newRow("check without hive") << QStringList{u"check"_s, u"MSExchangeIMC"_s};
    QTest::newRow("check without service") << QStringList{u"check"_s, u"--hive"_s, u"x"_s};
    QTest::newRow("check of hive and host")
        << QStringList{u"check"_s, u"Spooler"_s, u"--hive"_s, u"x"_s, u"--on"_s, u"MAIL01"_s};
    QTest::newRow("check on no host") << QStringList{u"check"_s, u"Spooler"_s, u"--on"_s, u"a b"_s};
    QTest::newRow("check with a password of nobody")
        << QStringList{u"check"_s, u"Spooler"_s, u"--on"_s, u"MAIL01"_s, u"--password-file"_s, u"x"_s};
    QTest::newRow("articles alone") << QStringList{u"articles"_s};
    QTest::newRow("lint without folder") << QStringList{u"articles"_s, u"lint"_s};
}

void CliUsageTest::refusesWrongUsage()
{
    QFETCH(const QStringList, words);
    const CliRun run = runCli(words);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.startsWith("evident-cli: ") && run.err.endsWith('\n'), run.err.constData());
}

void CliUsageTest::saysWhatIsNotBuiltYet_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("dump filter") << QStringList{
        u"dump"_s, u"x.evtx"_s, u"--format"_s, u"xml"_s, u"--filter"_s, u"id:1"_s};
    QTest::newRow("scan xlsx") << QStringList{u"scan"_s, u"x.evtx"_s, u"--format=xlsx"_s};
    QTest::newRow("scan md") << QStringList{u"scan"_s, u"x.evtx"_s, u"--format=md"_s};
    QTest::newRow("messages") << QStringList{u"messages"_s, u"list"_s};
}

void CliUsageTest::saysWhatIsNotBuiltYet()
{
    QFETCH(const QStringList, words);
    const CliRun run = runCli(words);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY2(run.err.contains("not built yet"), run.err.constData());
}

void CliUsageTest::tellsMissingFiles()
{
    const CliRun run = runCli({u"info"_s, u"/nowhere/at/all.evtx"_s});
    QCOMPARE(run.exitCode, 3);
    QVERIFY2(run.err.contains("/nowhere/at/all.evtx does not exist."), run.err.constData());
    const CliRun both =
        runCli({u"info"_s, u"--json"_s, u"/nowhere/at/all.evtx"_s, demoFile(u"logs/MAIL01-Application.evt"_s)});
    QCOMPARE(both.exitCode, 1);
    QCOMPARE(both.jsonLines().size(), std::size_t{1});
}

void CliUsageTest::oneThatIsNoLogAmongLogs()
{
    const QString noLog = QStringLiteral(EVIDENT_SOURCE_DIR "/CMakeLists.txt");
    QCOMPARE(runCli({u"info"_s, noLog, demoFile(u"logs/MAIL01-Application.evt"_s)}).exitCode, 1);
    const CliRun alone = runCli({u"info"_s, noLog});
    QCOMPARE(alone.exitCode, 3);
    QVERIFY2(alone.err.contains("is no event log"), alone.err.constData());
}

void CliUsageTest::passesOverOtherFilesOfAFolder()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"sub"_s));
    QVERIFY(QFile::copy(demoFile(u"logs/MAIL01-Application.evt"_s), folder.filePath(u"sub/a.evt"_s)));
    QVERIFY(QFile::copy(QStringLiteral(EVIDENT_SOURCE_DIR "/CMakeLists.txt"), folder.filePath(u"b.txt"_s)));
    const CliRun run = runCli({u"info"_s, u"--json"_s, folder.path()});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.jsonLines().size(), std::size_t{1});
    QVERIFY2(run.err.contains("no log"), run.err.constData());
    QCOMPARE(runCli({u"info"_s, u"-q"_s, folder.path()}).err, QByteArray());
    QCOMPARE(runCli({u"scan"_s, u"--format=json"_s, folder.path()}).json().value(u"skipped").toInt(), 1);
}

void CliUsageTest::aFolderWithoutLogsIsNothing()
{
    const QTemporaryDir folder;
    const CliRun run = runCli({u"info"_s, folder.path()});
    QCOMPARE(run.exitCode, 3);
    QVERIFY(!run.err.isEmpty());
}

void CliUsageTest::writesAFileWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"out.jsonl"_s);
    const QStringList words{u"dump"_s, u"--format"_s, u"jsonl"_s, demoFile(u"logs/MAIL01-Application.evt"_s)};
    const CliRun toFile = runCli(words + QStringList{u"-o"_s, file});
    QCOMPARE(toFile.exitCode, 0);
    QCOMPARE(toFile.out, QByteArray());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), runCli(words).out);

    const CliRun nowhere = runCli(words + QStringList{u"-o"_s, folder.filePath(u"no/such/folder/out"_s)});
    QCOMPARE(nowhere.exitCode, 3);
    QVERIFY2(nowhere.err.contains("does not exist"), nowhere.err.constData());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"out.jsonl"_s});
}

void CliUsageTest::writesIntoWhatIsNoFile()
{
    const QStringList words{u"dump"_s, u"--format=jsonl"_s, demoFile(u"logs/MAIL01-Application.evt"_s), u"-o"_s};
    QCOMPARE(runCli(words + QStringList{u"/dev/null"_s}).exitCode, 0);
    const CliRun full = runCli(words + QStringList{u"/dev/full"_s});
    QCOMPARE(full.exitCode, 3);
    QVERIFY2(full.err.contains("could not be written"), full.err.constData());
    QCOMPARE(runCli(words + QStringList{u"-"_s}).out, runCli(words.first(words.size() - 1)).out);
}

/// Standard input never ends here, so the command is surely still at work.
void CliUsageTest::interruptLeavesNothingHalfWritten()
{
    const QTemporaryDir folder;
    QProcess process;
    process.start(cliProgram(),
        {u"dump"_s, u"--format=xml"_s, demoFile(u"logs"_s), u"-"_s, u"-o"_s, folder.filePath(u"out.xml"_s)});
    QVERIFY(process.waitForStarted());
    QTest::qWait(300);
    QCOMPARE(process.state(), QProcess::Running);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(5'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{});
}

void CliUsageTest::readsStandardInput()
{
    QFile log(demoFile(u"logs/CLIENT07-Application.evtx"_s));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray bytes = log.readAll();
    const CliRun piped = runCli({u"info"_s, u"--json"_s, u"-"_s}, bytes);
    QCOMPARE(piped.exitCode, 0);
    QJsonObject expected = runCli({u"info"_s, u"--json"_s, log.fileName()}).json();
    QVERIFY(expected.value(u"records").toInt() > 0);
    expected[u"path"] = u"-"_s;
    QCOMPARE(piped.json(), expected);
    QCOMPARE(runCli({u"info"_s, u"-"_s}).exitCode, 3); // nothing comes
}

/// Generous: the machine may be busy. It catches a start that reads what it does not need.
void CliUsageTest::startsQuickly()
{
    QElapsedTimer clock;
    clock.start();
    constexpr int Runs = 10;
    for (int i = 0; i < Runs; ++i)
        QCOMPARE(runCli({u"--version"_s}).exitCode, 0);
    QVERIFY2(clock.elapsed() < Runs * 200, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(CliUsageTest)
#include "tst_cliusage.moc"

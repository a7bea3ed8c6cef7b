// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One report in every form: the public formats to the byte or key, and for people: everything that was found and
// asked is in it, and nothing of a hostile event becomes more than text. What was written stays in
// <build>/reports to be looked at.

#include "paper/reportdocument.h"
#include "unit/reports/samplereport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QString outputPath(const QString &name)
{
    const QDir folder(QStringLiteral(EVIDENT_BINARY_DIR "/reports"));
    folder.mkpath(u"."_s);
    return folder.filePath(name);
}

QStringList sortedKeys(const QJsonObject &object)
{
    return object.keys(); // QJsonObject keeps them sorted
}

} // namespace

class ReportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void writesTheContractsJson();
    void saysNotConfirmedWithoutAnAnswer();
    void writesTheContractsCsv();
    void textTellsEverything();
    void textIsNarrowAndTame();
    void colourIsOptional();
    void htmlTellsEverything();
    void htmlFetchesNothing();
    void pdfTellsEverything();
    void isQuickOnManyFindings();
    void canBeOfOneFinding();
    void saysWhatCannotBeWritten();

private:
    void expectEverything(QString text);
    std::unique_ptr<sample::Sample> m_sample;
};

void ReportTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_sample = sample::makeSample();
    QCOMPARE(m_sample->report.findings.findings[0].explanation.articleId, u"performance/perflib-1008-msexchangeimc"_s);
}

/// What a person must find, whatever the form. @p text: with any white space.
void ReportTest::expectEverything(QString text)
{
    text = text.simplified();
    for (const QString &part : {u"Counters of the Exchange Internet Mail service could not be opened"_s, u"Depends 2"_s,
             u"412 ×"_s, u"MAIL01"_s, u"Confirmed harmless"_s, u"there is no service MSExchangeIMC on this computer"_s,
             u"not installed; only its performance counters are registered"_s, u"ControlSet001"_s, u"anna"_s,
             u"12 ms"_s, u"UTC+01:00"_s, u"UTC+02:00"_s, u"Europe/Berlin"_s, u"What it means"_s, u"Cause"_s,
             u"What to do"_s, u"unlodctr MSExchangeIMC"_s, u"When this does not apply"_s,
             u"C:\\exchsrvr\\bin\\gwperf.dll"_s, u"7e 00 00 00"_s, u"Why this matched"_s, u"Q163727"_s,
             u"/logs/mail01/SYSTEM"_s, u"2 places could not be read"_s, u"chunk header at byte 65,536"_s,
             u"Not confirmed"_s, u"Srv"_s, u"2013"_s, u"Evident 0."_s})
        QVERIFY2(text.contains(part), qPrintable(part));
}

void ReportTest::writesTheContractsJson()
{
    const QByteArray bytes = reportAsJson(m_sample->report);
    QVERIFY(writeWhole(outputPath(u"report.json"_s), bytes));
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    QCOMPARE(sortedKeys(object),
        (QStringList{u"events"_s, u"files"_s, u"findings"_s, u"generator"_s, u"skipped"_s, u"unexplained"_s}));
    QVERIFY(QRegularExpression(u"^Evident \\d+\\.\\d+"_s).match(object.value(u"generator"_s).toString()).hasMatch());
    QCOMPARE(object.value(u"events"_s).toInteger(), 12'345);
    QCOMPARE(object.value(u"skipped"_s).toInteger(), 2);
    QCOMPARE(object.value(u"files"_s).toArray().size(), 1);

    const QJsonObject finding = object.value(u"findings"_s).toArray().at(0).toObject();
    QCOMPARE(sortedKeys(finding),
        (QStringList{u"alsoPossible"_s, u"article"_s, u"checks"_s, u"computer"_s, u"conclusion"_s, u"conclusionText"_s,
            u"conclusions"_s, u"count"_s, u"first"_s, u"id"_s, u"last"_s, u"level"_s, u"provider"_s, u"sample"_s,
            u"subjectsLeftOut"_s, u"title"_s, u"verdict"_s, u"why"_s}));
    QCOMPARE(finding.value(u"article"_s).toString(), u"performance/perflib-1008-msexchangeimc"_s);
    QCOMPARE(finding.value(u"verdict"_s).toString(), u"depends"_s);
    QCOMPARE(finding.value(u"conclusion"_s).toString(), u"confirmed harmless"_s);
    QCOMPARE(finding.value(u"count"_s).toInteger(), 412);
    QCOMPARE(finding.value(u"first"_s).toString(), u"1999-02-14T13:46:40.0000000Z"_s);
    QCOMPARE(finding.value(u"level"_s).toString(), u"error"_s);
    QCOMPARE(finding.value(u"alsoPossible"_s).toArray().at(0).toString(), u"performance/perflib-1008-service"_s);
    QVERIFY(!finding.value(u"why"_s).toArray().isEmpty());
    const QJsonObject sampled = finding.value(u"sample"_s).toObject();
    QCOMPARE(sortedKeys(sampled), (QStringList{u"file"_s, u"record"_s, u"text"_s}));
    QCOMPARE(sampled.value(u"record"_s).toInteger(), 17);
    const QJsonObject check = finding.value(u"checks"_s).toArray().at(0).toObject();
    QCOMPARE(check.value(u"outcome"_s).toString(), u"notInstalledButCountersRegistered"_s);
    QCOMPARE(check.value(u"installed"_s), QJsonValue(false));
    const QJsonObject unexplained = object.value(u"unexplained"_s).toArray().at(0).toObject();
    QCOMPARE(sortedKeys(unexplained), (QStringList{u"count"_s, u"id"_s, u"level"_s, u"provider"_s}));
}

void ReportTest::saysNotConfirmedWithoutAnAnswer()
{
    const QJsonObject object = QJsonDocument::fromJson(reportAsJson(m_sample->report)).object();
    const QJsonObject finding = object.value(u"findings"_s).toArray().at(1).toObject();
    QCOMPARE(finding.value(u"conclusion"_s).toString(), u"not confirmed"_s);
    QCOMPARE(finding.value(u"checks"_s).toArray().size(), 0);
}

void ReportTest::writesTheContractsCsv()
{
    Report report = m_sample->report;
    report.findings.findings.resize(1);
    report.findings.findings[0].sampleText = u"=1+1, \"quoted\""_s;
    const QByteArray bytes = reportAsCsv(report);
    const QByteArray expected =
        "\xEF\xBB\xBFVerdict,Conclusion,Count,First,Last,Level,Source,Event ID,Computer,Article,Title,Sample,Check,"
        "Outcome,Checked On,Checked By,Check Time\r\n"
        "depends,confirmed harmless,412,1999-02-14T13:46:40.0000000Z,1999-04-13T10:40:00.0000000Z,error,Perflib,1008,"
        "MAIL01,performance/perflib-1008-msexchangeimc,"
        "Counters of the Exchange Internet Mail service could not be opened,\"'=1+1, \"\"quoted\"\"\",MSExchangeIMC,"
        "notInstalledButCountersRegistered,MAIL01,anna,2023-11-14T22:13:20.0000000Z\r\n";
    QCOMPARE(bytes, expected);
}

void ReportTest::textTellsEverything()
{
    const QByteArray text = reportAsText(m_sample->report);
    QVERIFY(writeWhole(outputPath(u"report.txt"_s), text));
    expectEverything(QString::fromUtf8(text));
    QVERIFY(QString::fromUtf8(text).simplified().contains(u"could not be opened (MAIL01)"_s));
}

void ReportTest::textIsNarrowAndTame()
{
    const QString text = QString::fromUtf8(reportAsText(m_sample->report));
    for (const QString &line : text.split(u'\n')) {
        const bool wrappable = line.trimmed().contains(QRegularExpression(u"\\S\\s\\S"_s)) && !line.contains(u"http"_s);
        QVERIFY2(line.size() <= 80 || !wrappable || line.contains(u"script"_s), qPrintable(line));
    }
    QVERIFY(!text.contains(QChar(0x1B)));
    QVERIFY(!text.contains(QChar(0x202E)));
    QVERIFY(text.contains(u"␛[31m"_s)); // shown, not obeyed
}

void ReportTest::colourIsOptional()
{
    const QByteArray plain = reportAsText(m_sample->report);
    QByteArray coloured = reportAsText(m_sample->report, TextColour::Ansi);
    QVERIFY(coloured.contains("\033[1;34m"));
    const QString stripped = QString::fromUtf8(coloured).remove(QRegularExpression(u"\x1B\\[[0-9;]*m"_s));
    QCOMPARE(stripped.toUtf8(), plain);
}

void ReportTest::htmlTellsEverything()
{
    const QByteArray html = reportAsHtml(m_sample->report);
    QVERIFY(writeWhole(outputPath(u"report.html"_s), html));
    QString text = QString::fromUtf8(html);
    text.remove(QRegularExpression(u"<[^>]*>"_s)).replace(u"&quot;"_s, u"\""_s).replace(u"&amp;"_s, u"&"_s);
    expectEverything(text);
    QVERIFY(html.contains("prefers-color-scheme: dark"));
    QVERIFY(html.startsWith("<!DOCTYPE html>"));
    QVERIFY(html.contains("<html lang=\"en"));
}

void ReportTest::htmlFetchesNothing()
{
    const QString html = QString::fromUtf8(reportAsHtml(m_sample->report));
    QVERIFY(!html.contains(u"<script"_s));
    QVERIFY(!html.contains(u"<img"_s));
    QVERIFY(html.contains(u"&lt;script&gt;alert(1)&lt;/script&gt;"_s));
    static const QRegularExpression fetched(
        u"<(?:link|iframe|object|embed|audio|video|source|base)\\b|\\ssrc=\\s*\"|url\\(|@import|\\son\\w+=\\s*\""_s);
    const auto match = fetched.match(html);
    QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
    QVERIFY(html.contains(u"default-src 'none'"_s));
    if (!QStandardPaths::findExecutable(u"xmllint"_s).isEmpty()) {
        QProcess lint;
        lint.start(u"xmllint"_s, {u"--html"_s, u"--noout"_s, outputPath(u"report.html"_s)});
        QVERIFY(lint.waitForFinished());
        QString said = QString::fromUtf8(lint.readAllStandardError());
        // It knows HTML 4 alone: tags of HTML 5 and SVG are news to it.
        said.remove(
            QRegularExpression(u"[^\\n]*Tag (?:main|header|section|article|footer|svg|path) invalid\\n.*\\n.*\\n"_s));
        QCOMPARE(said, QString());
    }
}

void ReportTest::pdfTellsEverything()
{
    const auto pdf = reportAsPdf(m_sample->report);
    QVERIFY(pdf);
    QVERIFY(pdf->startsWith("%PDF-"));
    QVERIFY(writeWhole(outputPath(u"report.pdf"_s), *pdf));
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        QSKIP("pdftotext is not here");
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, outputPath(u"report.pdf"_s), u"-"_s});
    QVERIFY(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    expectEverything(text);
    const auto page = QRegularExpression(u"Page 1 of (\\d+)"_s).match(text);
    QVERIFY(page.hasMatch());
    QVERIFY(text.contains(u"Page %1 of %1"_s.arg(page.captured(1))));
    QVERIFY(page.captured(1).toInt() >= 2);
}

/// Time grows with the number of findings, not with its square.
void ReportTest::isQuickOnManyFindings()
{
    Report report = m_sample->report;
    for (int i = 0; i < 200; ++i)
        report.findings.findings.push_back(report.findings.findings.front());
    QElapsedTimer clock;
    clock.start();
    const auto pdf = reportAsPdf(report);
    QVERIFY(pdf);
    const qint64 paper = clock.restart();
    QVERIFY(!reportAsHtml(report).isEmpty());
    QVERIFY(!reportAsText(report).isEmpty());
    qInfo("202 findings: %lld ms on paper, %lld ms as HTML and text", paper, clock.elapsed());
    QVERIFY(paper < 30'000 && clock.elapsed() < 10'000);
}

void ReportTest::canBeOfOneFinding()
{
    Report report = m_sample->report;
    QCOMPARE(currentOnly(report).findings.findings.size(), std::size_t(2));
    report.findings.findings[0].key.computer = NameId{7};
    report.current = report.findings.findings[0].key;
    report.logs.push_back(report.logs.front());
    report.logs.back().path = u"/logs/other.evt"_s;
    const Report one = currentOnly(report);
    QCOMPARE(one.findings.findings.size(), std::size_t(1));
    QCOMPARE(one.findings.findings[0].count, std::uint32_t(412));
    QVERIFY(one.findings.unexplained.empty());
    QCOMPARE(one.logs.size(), std::size_t(1));
    QCOMPARE(one.madeBy, report.madeBy);
}

void ReportTest::saysWhatCannotBeWritten()
{
    const auto noFolder = writeWhole(u"/nonexistent/folder/report.txt"_s, "x");
    QVERIFY(!noFolder);
    QCOMPARE(noFolder.error().code, ErrorCode::NotFound);
    QCOMPARE(noFolder.error().place.source, u"/nonexistent/folder/report.txt"_s);
    const auto folder = writeWhole(QStringLiteral(EVIDENT_BINARY_DIR), "x");
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, ErrorCode::WriteFailed);
}

QTEST_MAIN(ReportTest)
#include "tst_report.moc"

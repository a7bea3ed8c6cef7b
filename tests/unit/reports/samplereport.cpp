// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/reports/samplereport.h"

#include "knowledge/explanation.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace evident::sample {

namespace {

Event perflibEvent(const QString &service, const QString &dll, std::uint32_t seconds)
{
    Event event;
    event.time = Timestamp::fromUnix(seconds);
    event.recordId = 17;
    event.id = 1008;
    event.level = Level::Error;
    event.provider = u"Perflib"_s;
    event.channel = u"Application"_s;
    event.computer = u"MAIL01"_s;
    event.content.values = {{{}, service}, {{}, dll}};
    event.content.data = QByteArray::fromHex("7E000000DEADBEEF00112233445566778899AABBCCDDEEFF");
    return event;
}

Finding makeFinding(const Matcher &matcher, const Event &event, std::uint32_t count)
{
    Finding finding;
    finding.key = {{}, NameId{1}, NameId{2}, event.id, event.level};
    finding.computer = event.computer;
    finding.provider = event.provider;
    finding.count = count;
    finding.first = Timestamp::fromUnix(919'000'000);
    finding.last = event.time;
    finding.sample = event;
    finding.sampleFile = u"/logs/mail01/Application.evt"_s;
    finding.explanation = explain(matcher, event).value_or(Explanation{});
    finding.key.article = finding.explanation.article;
    if (!finding.explanation.checks.empty())
        finding.subjects = {{.name = subjectOf(finding.explanation.checks),
            .count = count,
            .time = event.time,
            .checks = finding.explanation.checks,
            .conclusion = {}}};
    finding.alsoPossible = {{u"performance/perflib-1008-service"_s, u"Another reading"_s}};
    finding.sampleText = finding.explanation.summary;
    finding.sampleOrigin = DescriptionOrigin::Article;
    return finding;
}

LogInfo makeLog()
{
    LogInfo info;
    info.path = u"/logs/mail01/Application.evt"_s;
    info.format = LogFormat::Evt;
    info.size = 524'288;
    info.records = 12'345;
    info.firstTime = Timestamp::fromUnix(915'000'000);
    info.lastTime = Timestamp::fromUnix(924'000'000);
    info.computers = QStringList{u"MAIL01"_s};
    info.damages = {
        {65'536, 512, ErrorCode::BadChecksum, "chunk header"}, {131'072, 40, ErrorCode::Truncated, "record"}};
    return info;
}

} // namespace

QString hostileText()
{
    return u"\"><script>alert(1)</script><img src=http://evil.example/x.png onerror=alert(2)>\x1B[31m\u202Egnp.exe"_s;
}

CheckResult absentAnswer()
{
    return {.service = u"MSExchangeIMC"_s,
        .question = {},
        .asked = u"MAIL01"_s,
        .address = u"/logs/mail01/SYSTEM"_s,
        .answeredAs = u"MAIL01"_s,
        .as = {},
        .by = CheckedBy::Hive,
        .state = ServiceState::NotInstalledButCountersRegistered,
        .startType = {},
        .displayName = {},
        .imagePath = {},
        .milliseconds = 12,
        .time = Timestamp::fromUnix(1'700'000'000),
        .checkedBy = u"anna"_s,
        .evidence =
            u"The key HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\MSExchangeIMC holds only Performance."_s,
        .next = {}};
}

std::unique_ptr<Sample> makeSample()
{
    auto sample = std::make_unique<Sample>();
    const auto faults = sample->shelf.addFolder(QStringLiteral(EVIDENT_SOURCE_DIR "/resources/articles"));
    if (!faults.empty())
        qFatal("%s", qPrintable(faults.front().sentence));
    const Matcher matcher(sample->shelf);
    Report &report = sample->report;
    report.findings.findings.push_back(
        makeFinding(matcher, perflibEvent(u"MSExchangeIMC"_s, u"C:\\exchsrvr\\bin\\gwperf.dll"_s, 924'000'000), 412));
    addChecks(report.findings.findings.front(), {absentAnswer()});
    report.findings.findings.push_back(
        makeFinding(matcher, perflibEvent(hostileText(), u"C:\\x|y.dll"_s, 923'000'000), 3));
    report.findings.unexplained = {{u"Srv"_s, 2013, Level::Warning, 5}, {u"=cmd|x"_s, 1, Level::Error, 1}};
    report.logs = {makeLog()};
    report.events = 12'345;
    report.skipped = 2;
    report.zone = QTimeZone("Europe/Berlin");
    report.madeAt = Timestamp::fromUnix(1'700'000'100);
    report.madeBy = u"anna@desk12"_s;
    return sample;
}

} // namespace evident::sample

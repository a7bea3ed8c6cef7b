// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows of real .evt bytes become findings: grouped by article, computer, provider, id and level, weightiest first,
// with the newest row as sample, and what no article speaks of is counted.

#include "forge/evtfile.h"
#include "formats/openlog.h"
#include "reports/finding.h"
#include "sources/filesource.h"

#include <QTest>

#include <sstream>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t Start = 920'000'000;

forge::EvtEvent event(std::uint32_t seconds, std::uint32_t id, forge::EvtType type, const std::u16string &source,
    std::vector<std::u16string> strings = {}, const std::u16string &computer = u"MAIL01")
{
    return {.generated = Start + seconds,
        .eventId = id,
        .type = type,
        .source = source,
        .computer = computer,
        .sid = {},
        .strings = std::move(strings),
        .data = std::string("\x7E\0\0\0", 4)};
}

std::vector<forge::EvtEvent> originLog()
{
    using enum forge::EvtType;
    const std::u16string dll = u"C:\\exchsrvr\\bin\\gwperf.dll";
    const std::u16string service = u"MSExchangeIMC";
    return {
        event(100, 1008, Error, u"Perflib", {service, dll}),
        event(300, 1008, Error, u"Perflib", {service, dll + u"2"}), // the newest is not the last
        event(200, 1008, Error, u"Perflib", {service, dll}),
        event(250, 1008, Error, u"Perflib", {service, dll}, u"MAIL02"),
        event(260, 1008, Error, u"Perflib", {u"Spooler", u"x.dll"}),
        event(10, 2013, Warning, u"LabelPrinter", {u"C:"}),
        event(20, 2013, Warning, u"LabelPrinter", {u"C:"}),
        event(30, 9, Error, u"atapi"),
        event(40, 6009, Information, u"SomethingElse"),
    };
}

std::vector<forge::EvtEvent> severalServices()
{
    using enum forge::EvtType;
    return {
        event(1, 1008, Error, u"Perflib", {u"Tcpip", u"a.dll"}),
        event(2, 1008, Error, u"Perflib", {u"W3Proxy", u"b.dll"}),
        event(3, 1008, Error, u"Perflib", {u"w3proxy", u"b.dll"}),
        event(4, 1008, Error, u"Perflib", {u"a\\b", u"c.dll"}),
        event(9, 1010, Error, u"Perflib", {u"Tcpip", u"a.dll"}),
    };
}

struct Loaded {
    Names names;
    Shelf shelf;
    std::unique_ptr<Matcher> matcher;
    EventStore store;
};

std::unique_ptr<Loaded> load(const std::vector<forge::EvtEvent> &events)
{
    std::ostringstream out;
    forge::EvtFile log(out);
    for (const auto &one : events)
        log.add(one);
    log.finish();

    auto loaded = std::make_unique<Loaded>();
    loaded->shelf.addFolder(QStringLiteral(EVIDENT_SOURCE_DIR "/resources/articles"));
    loaded->matcher = std::make_unique<Matcher>(loaded->shelf);
    const auto source =
        std::make_shared<MemorySource>(u"/logs/Application.evt"_s, QByteArray::fromStdString(out.str()));
    const auto reader = openLog(source, loaded->names);
    if (!reader)
        qFatal("forge's log is refused: %s", reader.error().what);
    BatchBuilder builder(*reader, 0, *loaded->matcher, loaded->names);
    for (std::size_t part = 0; part < (*reader)->partCount(); ++part)
        (*reader)->readPart(part, builder);
    loaded->store.append(builder.seal());
    return loaded;
}

} // namespace

class FindingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void groupsRows();
    void countsWhatNobodyExplains();
    void keepsAnswersAndConcludes();
    void tellsServicesApart();
    void findsNothingInNothing();
};

void FindingTest::groupsRows()
{
    const auto loaded = load(originLog());
    const Findings found = gatherFindings(loaded->store, *loaded->matcher, loaded->names);
    QCOMPARE(found.findings.size(), std::size_t(3));

    const Finding &first = found.findings[0];
    QCOMPARE(first.explanation.articleId, u"performance/perflib-1008-msexchangeimc"_s);
    QCOMPARE(first.count, std::uint32_t(3));
    QCOMPARE(first.computer, u"MAIL01"_s);
    QCOMPARE(first.provider, u"Perflib"_s);
    QCOMPARE(first.key.id, std::uint16_t(1008));
    QCOMPARE(first.key.level, Level::Error);
    QCOMPARE(first.first, Timestamp::fromUnix(Start + 100));
    QCOMPARE(first.last, Timestamp::fromUnix(Start + 300));
    QCOMPARE(first.sampleRow, RowId{1});
    QCOMPARE(first.sample.content.string(2), u"C:\\exchsrvr\\bin\\gwperf.dll2"_s);
    QCOMPARE(first.sample.recordId, std::optional<std::uint64_t>(2));
    QCOMPARE(first.sampleFile, u"/logs/Application.evt"_s);
    QCOMPARE(first.sampleOrigin, DescriptionOrigin::Article);
    QVERIFY(first.sampleText.contains(u"MSExchangeIMC"_s));
    QVERIFY(!first.conclusion);

    const auto on = [&](const QString &computer, const QString &article) {
        return std::ranges::count_if(found.findings, [&](const Finding &finding) {
            return finding.computer == computer && finding.explanation.articleId == article && finding.count == 1;
        });
    };
    QCOMPARE(on(u"MAIL02"_s, u"performance/perflib-1008-msexchangeimc"_s), 1);
    QCOMPARE(on(u"MAIL01"_s, u"performance/perflib-1008-service"_s), 1);
}

void FindingTest::countsWhatNobodyExplains()
{
    const auto loaded = load(originLog());
    const Findings found = gatherFindings(loaded->store, *loaded->matcher, loaded->names);
    QStringList rows;
    for (const Unexplained &row : found.unexplained)
        rows.append(u"%1 %2 %3 %4"_s.arg(row.count).arg(row.provider).arg(row.id).arg(levelWord(row.level)));
    QCOMPARE(rows, (QStringList{u"2 LabelPrinter 2013 warning"_s, u"1 atapi 9 error"_s}));
}

void FindingTest::keepsAnswersAndConcludes()
{
    const auto loaded = load(originLog());
    Findings found = gatherFindings(loaded->store, *loaded->matcher, loaded->names);
    Finding &finding = found.findings[0];
    CheckResult result;
    result.service = u"msexchangeimc"_s;
    result.state = ServiceState::NotInstalledButCountersRegistered;
    addChecks(finding, {result});
    QCOMPARE(finding.conclusion->kind, ConclusionKind::ConfirmedHarmless);
    result.state = ServiceState::Installed;
    addChecks(finding, {result});
    QCOMPARE(finding.conclusion->kind, ConclusionKind::DoesNotApply);
    result.state = ServiceState::TimedOut;
    addChecks(finding, {result});
    QCOMPARE(finding.conclusion->kind, ConclusionKind::NotConfirmed);
    result.state = ServiceState::NotInstalled;
    result.service = u"W3SVC"_s;
    addChecks(finding, {result});
    QCOMPARE(finding.conclusion->kind, ConclusionKind::NotConfirmed);
    QCOMPARE(finding.checks.size(), std::size_t(4));
}

void FindingTest::tellsServicesApart()
{
    const auto loaded = load(severalServices());
    Findings found = gatherFindings(loaded->store, *loaded->matcher, loaded->names);
    const auto of = [&](const QString &article) {
        return std::ranges::find(found.findings, article, [](const Finding &one) { return one.explanation.articleId; });
    };
    auto finding = of(u"performance/perflib-1008-service"_s);
    QVERIFY(finding != found.findings.end());
    QCOMPARE(finding->subjects.size(), 3U);
    QCOMPARE(finding->subjects[0].name, u"W3Proxy"_s); // in whichever spelling
    QCOMPARE(finding->subjects[0].count, 2U);
    QCOMPARE(finding->subjects[0].newest, RowId{2});
    QCOMPARE(finding->subjects[1].name, QString()); // what no service can be called is not asked about
    QCOMPARE(finding->subjects[2].name, u"Tcpip"_s);
    QCOMPARE(questionsOf(*finding).size(), 2U);

    const auto answer = [&](const QString &service, ServiceState state) {
        CheckResult result = answerTo(serviceQuestion(service));
        result.state = state;
        addChecks(*finding, {result});
    };
    answer(u"Tcpip"_s, ServiceState::NotInstalled);
    QCOMPARE(finding->subjects[2].conclusion->kind, ConclusionKind::ConfirmedHarmless);
    QCOMPARE(finding->subjects[0].conclusion->kind, ConclusionKind::NotConfirmed);
    QCOMPARE(finding->conclusion->kind, ConclusionKind::NotConfirmed); // one answer never stands for all
    answer(u"W3Proxy"_s, ServiceState::NotInstalled);
    QCOMPARE(finding->conclusion->kind, ConclusionKind::NotConfirmed); // there is one that nobody can ask about
    finding->subjects.erase(finding->subjects.begin() + 1);
    addChecks(*finding, {});
    QCOMPARE(finding->conclusion->kind, ConclusionKind::ConfirmedHarmless);
    answer(u"W3Proxy"_s, ServiceState::Running);
    QCOMPARE(finding->subjects[0].conclusion->kind, ConclusionKind::DoesNotApply);
    QVERIFY(finding->subjects[0].conclusion->sentence.contains(u"w3proxy"_s));
    QCOMPARE(finding->conclusion->kind, ConclusionKind::NotConfirmed);
    QCOMPARE(newestAnswers(*finding).size(), 2U);
    QCOMPARE(subjectNamed(*finding, u"TCPIP"_s), &finding->subjects[1]);
    QCOMPARE(subjectNamed(*finding, u"Other"_s), nullptr);
}

void FindingTest::findsNothingInNothing()
{
    const auto loaded = load({});
    const Findings found = gatherFindings(loaded->store, *loaded->matcher, loaded->names);
    QVERIFY(found.findings.empty() && found.unexplained.empty());
}

QTEST_APPLESS_MAIN(FindingTest)
#include "tst_finding.moc"

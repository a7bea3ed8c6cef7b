// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the open logs say about a service around a time: found, certainly not there, or no log that could say so.

#include "checks/eventsnear.h"
#include "forge/evtfile.h"
#include "formats/openlog.h"
#include "sources/filesource.h"

#include <QTest>

#include <sstream>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t Noon = 920'000'000;
constexpr std::uint32_t Minute = 60;

const CheckQuestion Asked{.kind = CheckQuestion::Kind::EventsNear,
    .service = u"Spooler"_s,
    .source = u"Service Control Manager"_s,
    .ids = {7036, 7040},
    .minutes = 10};

forge::EvtEvent record(std::uint32_t seconds, std::uint32_t id, std::vector<std::u16string> strings,
    const std::u16string &source = u"Service Control Manager", const std::u16string &computer = u"PC1")
{
    return {.generated = seconds,
        .eventId = id,
        .source = source,
        .computer = computer,
        .sid = {},
        .strings = std::move(strings),
        .data = {}};
}

/// A log that goes from an hour before noon to an hour behind it.
std::vector<forge::EvtEvent> dayWith(std::vector<forge::EvtEvent> events)
{
    events.insert(events.begin(), record(Noon - 60 * Minute, 7036, {u"Alerter", u"running"}));
    events.push_back(record(Noon + 60 * Minute, 6006, {}, u"EventLog"));
    return events;
}

struct Logs {
    Names names;
    Matcher matcher{Shelf()};
    EventStore store;

    void add(const std::vector<forge::EvtEvent> &events)
    {
        std::ostringstream out;
        forge::EvtFile log(out);
        for (const auto &one : events)
            log.add(one);
        log.finish();
        const auto source = std::make_shared<MemorySource>(u"System.evt"_s, QByteArray::fromStdString(out.str()));
        const auto reader = openLog(source, names);
        if (!reader)
            qFatal("forge's log is refused: %s", reader.error().what);
        BatchBuilder builder(*reader, m_number++, matcher, names);
        for (std::size_t part = 0; part < (*reader)->partCount(); ++part)
            (*reader)->readPart(part, builder);
        store.append(builder.seal());
    }

    CheckResult ask(const QStringList &otherNames = {}, const QString &computer = u"PC1"_s) const
    {
        return lookNear(
            store, names, Asked, {.computer = computer, .time = Timestamp::fromUnix(Noon), .names = otherNames});
    }

private:
    std::uint32_t m_number = 0;
};

} // namespace

class EventsNearTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsByKeyNameAndByTheNameShown();
    void takesTheNearest();
    void looksAtTheTimeTheIdTheSourceAndTheComputer();
    void saysNoOnlyWhereALogGoesOverTheTime();
};

void EventsNearTest::findsByKeyNameAndByTheNameShown()
{
    Logs byKey;
    byKey.add(dayWith({record(Noon - Minute, 7040, {u"Print Spooler", u"auto start", u"disabled", u"spooler"})}));
    const CheckResult found = byKey.ask();
    QCOMPARE(found.state, ServiceState::Yes);
    QCOMPARE(found.by, CheckedBy::Logs);
    QCOMPARE(found.asked, u"PC1"_s);
    QVERIFY2(
        found.evidence.contains(u"Event 7040"_s) && found.evidence.contains(u"disabled"_s), qPrintable(found.evidence));

    Logs byData;
    auto running = record(Noon + Minute, 7036, {u"Druckwarteschlange", u"wird ausgeführt"});
    running.data = std::string("S\0p\0o\0o\0l\0e\0r\0/\0004\0\0\0", 20);
    byData.add(dayWith({running}));
    QCOMPARE(byData.ask().state, ServiceState::Yes);

    Logs byName;
    byName.add(dayWith({record(Noon + Minute, 7036, {u"Print Spooler", u"stopped"})}));
    QCOMPARE(byName.ask().state, ServiceState::No); // nobody knows that this is its name
    QCOMPARE(byName.ask({u"print spooler"_s}).state, ServiceState::Yes);
    QCOMPARE(byName.ask({}, u"pc1.corp.example"_s).state, ServiceState::No);
    QCOMPARE(byName.ask({u"Print Spooler"_s}, u"pc1.corp.example"_s).state, ServiceState::Yes);
}

void EventsNearTest::takesTheNearest()
{
    Logs logs;
    logs.add(dayWith({record(Noon - 8 * Minute, 7036, {u"Spooler", u"running"}),
        record(Noon + 2 * Minute, 7036, {u"Spooler", u"stopped"}),
        record(Noon + 9 * Minute, 7036, {u"Spooler", u"paused"})}));
    QVERIFY(logs.ask().evidence.contains(u"stopped"_s));
}

void EventsNearTest::looksAtTheTimeTheIdTheSourceAndTheComputer()
{
    Logs logs;
    logs.add(dayWith({record(Noon - 11 * Minute, 7036, {u"Spooler", u"running"}),
        record(Noon + 11 * Minute, 7036, {u"Spooler", u"running"}), record(Noon, 7000, {u"Spooler"}),
        record(Noon, 7036, {u"Spoolers", u"running"}), record(Noon, 7036, {u"Spooler"}, u"Print"),
        record(Noon, 7036, {u"Spooler", u"running"}, u"Service Control Manager", u"PC2")}));
    const CheckResult result = logs.ask();
    QCOMPARE(result.state, ServiceState::No);
    QVERIFY(result.evidence.contains(u"10 minutes"_s));
    logs.add({record(Noon + 10 * Minute, 7036, {u"Spooler", u"running"})});
    QCOMPARE(logs.ask().state, ServiceState::Yes);
}

void EventsNearTest::saysNoOnlyWhereALogGoesOverTheTime()
{
    Logs logs;
    QCOMPARE(logs.ask().state, ServiceState::NotPossible);
    logs.add(
        {record(Noon - 9 * Minute, 7036, {u"Alerter"}), record(Noon + Minute, 7036, {u"Alerter"})}); // begins too late
    QCOMPARE(logs.ask().state, ServiceState::NotPossible);
    logs.add(
        {record(Noon - 60 * Minute, 7036, {u"Alerter"}), record(Noon - Minute, 7036, {u"Alerter"})}); // ends too soon
    QCOMPARE(logs.ask().state, ServiceState::NotPossible);
    logs.add({record(Noon - 60 * Minute, 1, {}, u"Perflib"), record(Noon + Minute, 1, {}, u"Perflib")}); // another log
    const CheckResult result = logs.ask();
    QCOMPARE(result.state, ServiceState::NotPossible);
    QVERIFY(result.next.contains(u"System log"_s));
    logs.add({record(Noon - 10 * Minute, 7036, {u"Alerter"}), record(Noon, 7036, {u"Alerter"})});
    QCOMPARE(logs.ask().state, ServiceState::No);
    QCOMPARE(logs.ask({}, u"PC9"_s).state, ServiceState::NotPossible);
}

QTEST_GUILESS_MAIN(EventsNearTest)
#include "tst_eventsnear.moc"

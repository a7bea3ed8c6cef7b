// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/eventmix.h"
#include "forge/evtxfile.h"

#include "formats/evtx/evtxreader.h"
#include "sources/filesource.h"
#include "store/rowkind.h"

#include <QHash>
#include <QTest>

#include <algorithm>
#include <sstream>

using namespace evident;
using namespace Qt::StringLiterals;

/// Rows that are read by the shape of records before them, against the same records each alone in a log: there is none before it.
class EvtxRowShapesTest : public QObject {
    Q_OBJECT
private slots:
    void ordinaryEvents();
    void systemOfAnyValues();
    void fewValuesByTurns();
    void nestedOfAnyValues();
    void lastValueAtTheEnd();
};

namespace {

struct Read {
    EventRow row;
    EventValues values;
    std::uint64_t keyKind = 0;
    std::size_t keySize = 0;
    int told = 0; ///< of the places that are sought
    int repeated = 0;
    bool isGlanceRight = true; ///< as its values tell them
};

/// Strings and names, some of which nobody has; and names alone, one of them asked for twice.
const std::array<ContentPlaces, 2> &soughtPlaces()
{
    static const std::array<ContentPlaces, 2> sought{
        ContentPlaces{.serial = 1,
            .places = {{.string = 2, .name = {}}, {.string = 0, .name = u"PARAM1"_s}, {.string = 1, .name = {}},
                {.string = 0, .name = u"targetusersid"_s}, {.string = 4, .name = {}},
                {.string = 0, .name = u"absent"_s}, {.string = 40, .name = {}}}},
        ContentPlaces{.serial = 2,
            .places = {{.string = 0, .name = u"param3"_s}, {.string = 0, .name = u"PARAM1"_s},
                {.string = 0, .name = u"absent"_s}, {.string = 0, .name = u"Param3"_s}}}};
    return sought;
}

bool isRight(const ContentPlaces &sought, const std::vector<QString> &texts, const EventValues &values)
{
    const auto &places = sought.places;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QString text =
            places[i].string != 0 ? values.string(places[i].string) : values.named(places[i].name).value_or(QString());
        if (texts.at(i) != text)
            return false;
    }
    return texts.size() == places.size();
}

/// What is told of places before a record is decoded.
struct Glance {
    bool isTold = false;
    bool isRepeated = false; ///< one of them is the same as another
    std::vector<QString> texts;
};

Glance glanceAt(const ContentPlaces &places, const EventContent &content)
{
    const PlacedValues placed = content.at(places);
    if (placed.kind == 0)
        return {};
    const bool isRepeated =
        std::ranges::any_of(placed.values, [](const RawValue &value) { return (value.type & RawValue::SameAs) != 0; });
    return {.isTold = true, .isRepeated = isRepeated, .texts = content.texts()};
}

class Reads final : public RowSink {
public:
    void row(const EventRow &row, const EventContent &content) override
    {
        const ContentKey key = content.key(); // before the values, which have the record decoded
        Read read{.row = row, .values = {}, .keyKind = key.kind, .keySize = key.bytes.size()};
        std::vector<Glance> glances;
        for (const ContentPlaces &places : soughtPlaces())
            glances.push_back(glanceAt(places, content));
        read.values = content.values();
        for (std::size_t i = 0; i < glances.size(); ++i) {
            const Glance &glance = glances[i];
            read.told += glance.isTold ? 1 : 0;
            read.repeated += glance.isRepeated ? 1 : 0;
            read.isGlanceRight =
                read.isGlanceRight && (!glance.isTold || isRight(soughtPlaces().at(i), glance.texts, read.values));
        }
        read.row.place = 0;
        reads.push_back(std::move(read));
    }
    std::vector<Read> reads;
};

/// A record and what it is written with.
struct Record {
    std::uint64_t id = 0;
    std::uint64_t time = 0;
    forge::Fragment fragment;
};

QByteArray logOf(std::span<const Record> records)
{
    std::ostringstream out;
    forge::EvtxFile log(out);
    for (const Record &record : records)
        log.add(record.id, record.time, record.fragment);
    log.finish();
    return QByteArray::fromStdString(out.str());
}

struct Whole {
    std::vector<Read> reads;
    Damages damages;
};

Whole readAll(const QByteArray &log, Names &names)
{
    Whole whole;
    const auto reader = openEvtx(std::make_shared<MemorySource>(u"log.evtx"_s, log), names);
    if (!reader)
        return whole;
    Reads sink;
    for (std::size_t part = 0; part < (*reader)->partCount(); ++part) {
        const PartReport report = (*reader)->readPart(part, sink);
        whole.damages.insert(whole.damages.end(), report.damages.begin(), report.damages.end());
    }
    whole.reads = std::move(sink.reads);
    return whole;
}

bool isSame(const Read &one, const Read &other)
{
    const EventRow &a = one.row;
    const EventRow &b = other.row;
    return a.time == b.time && a.recordId == b.recordId && a.keywords == b.keywords && a.provider == b.provider
        && a.sourceName == b.sourceName && a.channel == b.channel && a.computer == b.computer && a.user == b.user
        && a.activity == b.activity && a.processId == b.processId && a.threadId == b.threadId && a.id == b.id
        && a.task == b.task && a.opcode == b.opcode && a.level == b.level && a.marks == b.marks
        && one.values.values == other.values.values && one.values.data == other.values.data
        && (one.keyKind == 0) == (other.keyKind == 0) && one.keySize == other.keySize && one.told == other.told
        && one.isGlanceRight && other.isGlanceRight;
}

/// @p leastGlanced: so many records must tell single places of theirs.
void compare(std::span<const Record> records, std::ptrdiff_t leastGlanced)
{
    Names names;
    const Whole together = readAll(logOf(records), names);
    QCOMPARE(together.reads.size(), records.size());
    QVERIFY(std::ranges::count_if(together.reads, [](const Read &read) { return read.told > 0; }) >= leastGlanced);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Whole alone = readAll(logOf(records.subspan(i, 1)), names);
        QCOMPARE(alone.reads.size(), std::size_t{1});
        QVERIFY2(isSame(together.reads[i], alone.reads.front()), qPrintable(QString::number(i)));
        QVERIFY(alone.damages.empty() || !together.damages.empty());
    }
}

/// Rows that are called alike are, in all that a store asks of them once. Answers how many came after one that they are like.
std::size_t checkLikeness(const std::vector<Read> &reads)
{
    std::size_t alike = 0;
    QHash<std::uint32_t, const EventRow *> known;
    for (const Read &read : reads) {
        if (read.row.likeness == 0)
            continue;
        const EventRow *&first = known[read.row.likeness];
        alike += first != nullptr ? 1 : 0;
        if (first == nullptr)
            first = &read.row;
        if (!(RowKind(*first) == RowKind(read.row)))
            return 0;
    }
    return alike;
}

std::string anyBytes(forge::EventMix &mix, std::size_t size)
{
    std::string bytes;
    while (bytes.size() < size)
        bytes.push_back(static_cast<char>(mix.below(3) == 0 ? 0 : mix.below(256)));
    return bytes;
}

/// The type and size of a value; its bytes differ from record to record.
struct Kind {
    std::uint8_t type = 0;
    std::size_t size = 0;
};

/// Sensible for the most part: numbers of every size, a time, text, SIDs; sometimes anything.
Kind anyKind(forge::EventMix &mix)
{
    constexpr std::array<std::size_t, 6> Sizes{1, 2, 4, 8, 3, 16};
    switch (mix.below(8)) {
    case 0: return {};
    case 1: return {.type = 0x01, .size = std::size_t{2} * mix.below(12)};
    case 2: return {.type = 0x11, .size = 8};
    case 3: return {.type = 0x13, .size = 12};
    case 4: return {.type = static_cast<std::uint8_t>(mix.below(0x18)), .size = mix.below(20)};
    case 5: return {.type = static_cast<std::uint8_t>(0x80 | mix.below(0x18)), .size = mix.below(20)};
    default: return {.type = static_cast<std::uint8_t>(3 + mix.below(8)), .size = Sizes.at(mix.below(6))};
    }
}

forge::Value valueOf(forge::EventMix &mix, Kind kind)
{
    return forge::raw(kind.type, anyBytes(mix, kind.size));
}

/// An event whose System takes every column from a value of its own, and behind them a payload.
std::shared_ptr<const forge::Template> systemTemplate(const std::string &guid)
{
    using forge::child;
    std::uint16_t number = 0;
    const auto place = [&number] { return forge::optionalSlot(number++, forge::ValueType::Null); };
    forge::Element system{.name = u"System", .attributes = {}, .content = {}};
    system.content.push_back(child(
        {.name = u"Provider", .attributes = {{u"Name", {place()}}, {u"EventSourceName", {place()}}}, .content = {}}));
    for (const auto *name :
        {u"EventID", u"Level", u"Task", u"Opcode", u"Keywords", u"EventRecordID", u"Channel", u"Computer"})
        system.content.push_back(child({.name = name,
            .attributes = {},
            .content = {place()},
            .dependency = static_cast<std::uint16_t>(number % 5 == 0 ? number - 1 : forge::Element::Independent)}));
    system.content.push_back(
        child({.name = u"TimeCreated", .attributes = {{u"SystemTime", {place()}}}, .content = {}}));
    system.content.push_back(child(
        {.name = u"Execution", .attributes = {{u"ProcessID", {place()}}, {u"ThreadID", {place()}}}, .content = {}}));
    system.content.push_back(child({.name = u"Security", .attributes = {{u"UserID", {place()}}}, .content = {}}));
    system.content.push_back(
        child({.name = u"Correlation", .attributes = {{u"ActivityID", {place()}}}, .content = {}}));
    return std::make_shared<const forge::Template>(forge::Template{
        .guid = guid, .root = {.name = u"Event", .attributes = {}, .content = {child(std::move(system)), place()}}});
}

/// Its leaves are called param0, param1 …; those from @p optional on are there only when they hold something.
std::shared_ptr<const forge::Template> dataTemplate(
    const std::string &guid, std::uint16_t values, std::uint16_t optional)
{
    forge::Element root{.name = u"EventData", .attributes = {}, .content = {}};
    for (std::uint16_t i = 0; i < values; ++i) {
        const auto name = u"param" + QString::number(i).toStdU16String();
        root.content.push_back(forge::child({.name = u"Data",
            .attributes = {{u"Name", {forge::literal(name)}}},
            .content = {forge::optionalSlot(i, forge::ValueType::Null)},
            .dependency = i < optional ? forge::Element::Independent : i}));
    }
    return std::make_shared<const forge::Template>(forge::Template{.guid = guid, .root = std::move(root)});
}

constexpr std::size_t SystemValues = 15;

} // namespace

void EvtxRowShapesTest::ordinaryEvents()
{
    forge::EventMix mix;
    forge::EventShapes shapes;
    std::vector<Record> records;
    for (std::uint64_t id = 1; id <= 1'500; ++id) {
        const forge::EvtxEvent event = mix.next();
        records.push_back({.id = id, .time = event.time, .fragment = shapes.fragment(event, id)});
    }
    compare(records, 1'400);
    Names names;
    QVERIFY(checkLikeness(readAll(logOf(records), names).reads) > 1'000);
}

void EvtxRowShapesTest::systemOfAnyValues()
{
    forge::EventMix mix;
    const auto system = systemTemplate(std::string(16, 'a'));
    const auto data = dataTemplate(std::string(16, 'b'), 1, 1);
    std::vector<Record> records;
    for (int shape = 0; shape < 150; ++shape) {
        std::vector<Kind> kinds;
        kinds.reserve(SystemValues);
        for (std::size_t i = 0; i < SystemValues; ++i)
            kinds.push_back(anyKind(mix));
        for (int i = 0; i < 6; ++i) {
            forge::Fragment event{.definition = system, .values = {}, .element = {}};
            for (const Kind kind : kinds)
                event.values.push_back(valueOf(mix, kind));
            event.values.push_back(shape % 5 == 0
                    ? forge::null()
                    : forge::xml({.definition = data, .values = {forge::uint32(mix.below(9))}, .element = {}}));
            records.push_back({.id = records.size() + 1, .time = 100 + records.size(), .fragment = event});
        }
    }
    std::vector<Record> mixed; // shapes come by turns, so that some are forgotten and learnt again
    mixed.reserve(records.size());
    for (std::size_t i = 0; i < records.size(); ++i)
        mixed.push_back(records[(i * 7) % records.size()]);
    for (std::size_t i = 0; i < mixed.size(); ++i)
        mixed[i].id = i + 1;
    compare(records, 100);
    compare(mixed, 100);
}

/// More kinds of rows than are remembered, whose ids meet in one slot, and that differ in any one column.
void EvtxRowShapesTest::fewValuesByTurns()
{
    forge::EventMix mix;
    const auto system = systemTemplate(std::string(16, 'a'));
    const auto oneOf = [&mix](std::uint32_t count) { return static_cast<std::uint8_t>(mix.below(count)); };
    std::vector<Record> records;
    for (std::uint64_t i = 0; i < 2'000; ++i) {
        forge::Fragment event{.definition = system, .values = {}, .element = {}};
        for (std::size_t value = 0; value < SystemValues; ++value)
            event.values.push_back(forge::uint8(oneOf(value == 2 ? 3 : i % 20 == value ? 2 : 1)));
        event.values.at(1) = forge::text(oneOf(20) == 0 ? u"One" : u"Two");
        event.values.at(10) = forge::raw(0x11, anyBytes(mix, 8)); // its time
        event.values.at(14) = forge::raw(0x0f, anyBytes(mix, 16)); // its activity
        event.values.push_back(forge::null());
        records.push_back({.id = i + 1, .time = 100, .fragment = event});
    }
    compare(records, 0);
    Names names;
    const Whole together = readAll(logOf(records), names);
    QVERIFY(checkLikeness(together.reads) > 1'000);
}

void EvtxRowShapesTest::nestedOfAnyValues()
{
    forge::EventMix mix;
    const auto system = systemTemplate(std::string(16, 'a'));
    const std::array datas{dataTemplate(std::string(16, 'b'), 4, 4), dataTemplate(std::string(16, 'd'), 4, 2),
        dataTemplate(std::string(16, 'e'), 4, 0)};
    const auto inner = dataTemplate(std::string(16, 'c'), 1, 1);
    std::vector<Record> records;
    for (int i = 0; i < 1'000; ++i) {
        forge::Fragment event{.definition = system, .values = {}, .element = {}};
        for (std::size_t value = 0; value < SystemValues; ++value)
            event.values.push_back(forge::uint32(mix.below(1000)));
        event.values.at(10) = forge::raw(0x11, anyBytes(mix, 8)); // its time
        event.values.at(14) = forge::raw(0x0f, anyBytes(mix, 16)); // its activity
        forge::Fragment nested{.definition = datas.at(mix.below(3)), .values = {}, .element = {}};
        for (int value = 0; value < 4; ++value)
            nested.values.push_back(valueOf(mix, anyKind(mix)));
        if (mix.below(4) == 0)
            nested.values[mix.below(4)] =
                forge::xml({.definition = inner, .values = {forge::text(u"deeper")}, .element = {}});
        if (mix.below(4) == 0)
            nested = {.definition = nullptr,
                .values = {},
                .element = {.name = u"EventData", .attributes = {}, .content = {forge::literal(u"plain")}}};
        event.values.push_back(forge::xml(nested));
        records.push_back({.id = records.size() + 1, .time = 100, .fragment = event});
    }
    compare(records, 300);
    Names names;
    const Whole together = readAll(logOf(records), names);
    QCOMPARE_GT(std::ranges::count_if(together.reads, [](const Read &read) { return read.repeated > 0; }), 200);
}

/// Eight bytes are read for a number of one: the last value of a record must not be read beyond the chunk's end.
void EvtxRowShapesTest::lastValueAtTheEnd()
{
    const auto system = systemTemplate(std::string(16, 'a'));
    std::vector<Record> records;
    for (std::uint64_t i = 0; i < 1'000; ++i) {
        forge::Fragment event{.definition = system, .values = {}, .element = {}};
        for (std::size_t value = 0; value < SystemValues; ++value)
            event.values.push_back(forge::uint8(static_cast<std::uint8_t>(i + value)));
        records.push_back({.id = i + 1, .time = 100, .fragment = event});
    }
    compare(records, 0);
}

QTEST_APPLESS_MAIN(EvtxRowShapesTest)
#include "tst_evtxrowshapes.moc"

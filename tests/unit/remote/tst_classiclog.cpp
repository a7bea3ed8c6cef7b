// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading a classic log of a computer that is made of composed replies: what is asked, every trap of the interface, and
// replies that lie.

#include "events/names.h"
#include "formats/openlog.h"
#include "remote/classiclog.h"
#include "remote/ntstatus.h"
#include "sources/filesource.h"

#include <QTest>

#include <cstring>
#include <deque>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace evident;

namespace {

constexpr std::uint16_t Close = 2;
constexpr std::uint16_t Count = 4;
constexpr std::uint16_t Oldest = 5;
constexpr std::uint16_t Open = 7;
constexpr std::uint16_t Read = 10;
constexpr std::uint32_t EndOfFile = 0xC0000011;
constexpr std::uint32_t TooSmall = 0xC0000023;

void put32(QByteArray &bytes, std::uint32_t value)
{
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

/// An EVENTLOGRECORD of Perflib, event 1008, in time with its number.
QByteArray record(std::uint32_t number, const QString &text = u"MSExchangeIMC"_s)
{
    const QString names = u"Perflib"_s + QChar(0) + u"MAIL01"_s + QChar(0);
    const QString strings = text + QChar(0);
    QByteArray body;
    body.append(reinterpret_cast<const char *>(names.utf16()), names.size() * 2);
    body.append(reinterpret_cast<const char *>(strings.utf16()), strings.size() * 2);
    body.append((4 - body.size() % 4) % 4, '\0');
    const auto size = static_cast<std::uint32_t>(56 + body.size() + 4);
    const auto stringsAt = static_cast<std::uint32_t>(56 + names.size() * 2);
    QByteArray bytes;
    for (const std::uint32_t value : {size, 0x654c664cU, number, 1'000'000 + number, 1'000'000 + number, 0xC00003F0U,
             1U | (1U << 16), 0U, 0U, stringsAt, 0U, stringsAt, 0U, size - 4})
        put32(bytes, value);
    bytes += body;
    put32(bytes, size);
    return bytes;
}

/// Plays the event log service.
class FakeService final : public RpcPipe {
public:
    struct Log {
        std::uint32_t first = 1; ///< number of the oldest
        QByteArrayList records; ///< oldest first
    };
    std::map<QString, Log> logs;
    bool opensApplicationForUnknown = true; ///< as Windows does
    bool endsWithNothing = false; ///< 0 bytes instead of END_OF_FILE
    std::deque<QByteArray> lies; ///< given instead of the next answers to a read
    std::optional<Error> breaksAfter; ///< once no lie is left
    int readsBeforeBreak = -1;
    QList<std::pair<std::uint32_t, std::uint32_t>> reads; ///< flags and number as asked
    QList<std::uint32_t> rooms;
    int opened = 0;
    int closed = 0;

    Result<QByteArray> call(std::uint16_t number, const QByteArray &stub, const Patience & /*patience*/) override
    {
        NdrReader in(stub);
        NdrWriter out;
        if (number == Open)
            return open(in);
        const std::uint8_t handle = in.handle().bytes[0];
        const Log &log = logs[handle < m_names.size() ? m_names[handle] : QString()];
        switch (number) {
        case Close: ++closed; return out.handle({}).u32(0).bytes();
        case Count: return out.u32(static_cast<std::uint32_t>(log.records.size())).u32(0).bytes();
        case Oldest: return out.u32(log.first).u32(0).bytes();
        default: return read(log, in);
        }
    }

    static QByteArray readAnswer(
        const QByteArray &records, std::uint32_t room, std::uint32_t needed, std::uint32_t status)
    {
        QByteArray stub;
        put32(stub, room);
        stub += records.leftJustified(room, '\0', true);
        stub.append((4 - stub.size() % 4) % 4, '\0');
        put32(stub, static_cast<std::uint32_t>(records.size()));
        put32(stub, needed);
        put32(stub, status);
        return stub;
    }

private:
    Result<QByteArray> open(NdrReader &in)
    {
        in.u32();
        const std::uint16_t length = in.u16();
        const std::uint16_t largest = in.u16();
        in.u32();
        const QString name = in.string();
        if (length != name.size() * 2 || largest != length + 2)
            qFatal("the lengths of the name are %d and %d", length, largest);
        const bool isKnown = logs.contains(name);
        NdrWriter out;
        RpcHandle handle;
        if (!isKnown && !opensApplicationForUnknown)
            return out.handle(handle).u32(0xC0000034).bytes();
        ++opened;
        m_names.append(isKnown ? name : u"Application"_s);
        handle.bytes[0] = static_cast<std::uint8_t>(m_names.size() - 1);
        m_at = -1;
        return out.handle(handle).u32(0).bytes();
    }

    Result<QByteArray> read(const Log &log, NdrReader &in)
    {
        const std::uint32_t flags = in.u32();
        const std::uint32_t number = in.u32();
        const std::uint32_t room = in.u32();
        reads.append({flags, number});
        rooms.append(room);
        if (!lies.empty()) {
            QByteArray lie = lies.front();
            lies.pop_front();
            return lie;
        }
        if (readsBeforeBreak-- == 0)
            return std::unexpected(*breaksAfter);
        if ((flags & 2) != 0) {
            if (number < log.first || number >= log.first + static_cast<std::uint32_t>(log.records.size()))
                return readAnswer({}, room, 0, 0xC000000D);
            m_at = static_cast<qsizetype>(number - log.first);
        }
        QByteArray records;
        while (m_at >= 0 && records.size() + log.records[m_at].size() <= room)
            records += log.records[m_at--];
        if (!records.isEmpty())
            return readAnswer(records, room, 0, 0);
        if (m_at < 0)
            return readAnswer({}, room, 0, endsWithNothing ? 0 : EndOfFile);
        return readAnswer({}, room, static_cast<std::uint32_t>(log.records[m_at].size()), TooSmall);
    }

    QStringList m_names;
    qsizetype m_at = -1;
};

QByteArrayList records(std::uint32_t first, std::uint32_t count)
{
    QByteArrayList made;
    for (std::uint32_t number = first; number < first + count; ++number)
        made.append(record(number));
    return made;
}

/// The rows of an .evt: record numbers in the order of the file.
class NumberSink final : public RowSink {
public:
    void row(const EventRow &row, const EventContent & /*content*/) override { numbers.append(row.recordId); }
    QList<std::uint64_t> numbers;
};

} // namespace

class ClassicLogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void readsNewestFirst();
    void givesAnEvtFile();
    void emptyLogIsAnEmptyFile();
    void knowsBothEnds_data();
    void knowsBothEnds();
    void growsItsRoom();
    void takesOnlyTheNewest();
    void takesOnlySince();
    void takesOnlyWhatIsNew();
    void refusesApplicationInstead();
    void takesAnotherLogWithTheSameNumbers();
    void tellsUnknownAndForbiddenLogs();
    void refusesNamesThatNoLogHas_data();
    void refusesNamesThatNoLogHas();
    void refusesLies_data();
    void refusesLies();
    void keepsWhatCameBeforeABreak();
    void stopsAtItsLimit();
    void partsNoSecond();
    void triesItsRate();

private:
    [[nodiscard]] Result<void> read(const ClassicWish &wish = {}, const QString &name = u"Application"_s);
    std::unique_ptr<FakeService> m_service;
    ClassicRecords m_records;
};

void ClassicLogTest::init()
{
    m_service = std::make_unique<FakeService>();
    m_service->logs[u"Application"_s] = {.first = 5, .records = records(5, 3000)};
    m_records = {};
}

Result<void> ClassicLogTest::read(const ClassicWish &wish, const QString &name)
{
    auto log = ClassicLog::open(*m_service, name, {.each = 1s, .cancelled = {}});
    if (!log)
        return std::unexpected(log.error());
    m_service->reads.clear();
    auto done = log->read(wish, m_records);
    log->close();
    return done;
}

void ClassicLogTest::readsNewestFirst()
{
    QVERIFY(read().has_value());
    QCOMPARE(m_records.count(), 3000U);
    QCOMPARE(m_records.newest(), 3004U);
    QCOMPARE(m_records.oldest(), 5U);
    QCOMPARE(m_service->reads.first(), std::pair(0xAU, 3004U)); // seek, backwards: once
    for (qsizetype at = 1; at < m_service->reads.size(); ++at)
        QCOMPARE(m_service->reads[at].first, 0x9U); // in sequence, backwards
    QCOMPARE(m_service->rooms.first(), 65536U);
    QCOMPARE(m_service->opened, m_service->closed);
}

void ClassicLogTest::givesAnEvtFile()
{
    QVERIFY(read().has_value());
    Names names;
    const QByteArray file = m_records.evtFile();
    const auto reader = openLog(std::make_shared<MemorySource>(u"Application.evt"_s, file), names);
    QVERIFY(reader.has_value());
    QCOMPARE((*reader)->format(), LogFormat::Evt);
    QVERIFY(!(*reader)->isDirty());
    QVERIFY((*reader)->headDamages().empty());
    NumberSink sink;
    for (std::size_t part = 0; part < (*reader)->partCount(); ++part)
        QVERIFY((*reader)->readPart(part, sink).damages.empty());
    QCOMPARE(sink.numbers.size(), 3000);
    QCOMPARE(sink.numbers.first(), 5U);
    QCOMPARE(sink.numbers.last(), 3004U);
    QVERIFY(std::ranges::is_sorted(sink.numbers));
    // Byte for byte: all records stand between header and end.
    QByteArray all;
    for (const QByteArray &one : m_service->logs[u"Application"_s].records)
        all += one;
    QCOMPARE(file.sliced(0x30, file.size() - 0x30 - 0x28), all);
}

void ClassicLogTest::emptyLogIsAnEmptyFile()
{
    m_service->logs[u"System"_s] = {};
    QVERIFY(read({}, u"System"_s).has_value());
    QCOMPARE(m_service->reads.size(), 0);
    Names names;
    const auto reader = openLog(std::make_shared<MemorySource>(u"System.evt"_s, m_records.evtFile()), names);
    QVERIFY(reader.has_value());
    QVERIFY((*reader)->headDamages().empty());
}

void ClassicLogTest::knowsBothEnds_data()
{
    QTest::addColumn<bool>("nothing");
    QTest::addRow("end of file") << false;
    QTest::addRow("success without a byte") << true;
}

void ClassicLogTest::knowsBothEnds()
{
    QFETCH(const bool, nothing);
    m_service->endsWithNothing = nothing;
    QVERIFY(read().has_value());
    QCOMPARE(m_records.count(), 3000U);
}

void ClassicLogTest::growsItsRoom()
{
    auto &log = m_service->logs[u"Application"_s];
    log.records[2000] = record(2005, QString(50'000, u'x'));
    QVERIFY(read().has_value());
    QCOMPARE(m_records.count(), 3000U);
    QVERIFY(m_service->rooms.contains(static_cast<std::uint32_t>(log.records[2000].size())));
}

void ClassicLogTest::takesOnlyTheNewest()
{
    QVERIFY(read({.newest = 7, .since = {}}).has_value());
    QCOMPARE(m_records.count(), 7U);
    QCOMPARE(m_records.newest(), 3004U);
    QCOMPARE(m_records.oldest(), 2998U);
    QCOMPARE(m_service->reads.size(), 1);
}

void ClassicLogTest::takesOnlySince()
{
    QVERIFY(read({.newest = 0, .since = 1'002'900}).has_value());
    QCOMPARE(m_records.oldest(), 2900U);
    QCOMPARE(m_records.oldestTime(), 1'002'900U);
}

void ClassicLogTest::takesOnlyWhatIsNew()
{
    QVERIFY(read({.newest = 0, .since = {}, .above = 3000}).has_value());
    QCOMPARE(m_records.count(), 4U);
    m_records = {};
    QVERIFY(read({.newest = 0, .since = {}, .above = 3004}).has_value());
    QCOMPARE(m_records.count(), 0U);
    QCOMPARE(m_service->reads.size(), 0);
}

void ClassicLogTest::refusesApplicationInstead()
{
    const auto done = read({}, u"Aplication"_s);
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, ErrorCode::NotFound);
    QCOMPARE(done.error().what, LogSubject);
    QCOMPARE(m_records.count(), 0U);
}

void ClassicLogTest::takesAnotherLogWithTheSameNumbers()
{
    auto other = m_service->logs[u"Application"_s];
    other.records.last() = record(3004, u"Spooler"_s);
    m_service->logs[u"System"_s] = other;
    QVERIFY(read({}, u"System"_s).has_value());
    QCOMPARE(m_records.count(), 3000U);
}

void ClassicLogTest::tellsUnknownAndForbiddenLogs()
{
    m_service->opensApplicationForUnknown = false;
    const auto unknown = read({}, u"Nothing"_s);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    QCOMPARE(static_cast<std::uint32_t>(unknown.error().native), 0xC0000034U);
    m_service->lies.push_back(FakeService::readAnswer({}, 65536, 0, 0xC0000022));
    const auto refused = read();
    QCOMPARE(refused.error().code, ErrorCode::NoPermission);
}

void ClassicLogTest::refusesNamesThatNoLogHas_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("empty") << QString();
    QTest::addRow("channel") << u"Microsoft-Windows-Kernel-Power/Thermal-Operational"_s;
    QTest::addRow("path") << u"C:\\x.evt"_s;
    QTest::addRow("zero") << u"Application"_s + QChar(0);
    QTest::addRow("long") << QString(257, u'x');
}

void ClassicLogTest::refusesNamesThatNoLogHas()
{
    QFETCH(const QString, name);
    QCOMPARE(read({}, name).error().code, ErrorCode::BadUsage);
    QCOMPARE(m_service->opened, 0);
}

void ClassicLogTest::refusesLies_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("kept");
    const auto answer = [](const QByteArray &records) { return FakeService::readAnswer(records, 65536, 0, 0); };
    const QByteArray good = record(3004);
    const auto altered = [](QByteArray bytes, qsizetype at, char value) {
        bytes[at] = value;
        return bytes;
    };
    const QString broken = u"event log record"_s;
    const QString stub = u"reply to ElfrReadELW"_s;
    QTest::addRow("nothing at all") << QByteArray() << stub << 0;
    QTest::addRow("cut stub") << answer(good).first(70'000 - 4'500) << stub << 0;
    QTest::addRow("more than asked for") << FakeService::readAnswer(good, 65540, 0, 0) << stub << 0;
    QByteArray got = answer(good);
    got[got.size() - 10] = 0x7f; // the number of bytes
    QTest::addRow("more bytes than came") << got << stub << 0;
    QTest::addRow("no record") << answer(QByteArray(100, 'x')) << broken << 0;
    QTest::addRow("size too small") << answer(altered(good, 0, 8)) << broken << 0;
    QTest::addRow("size past the end") << answer(altered(good, 1, 0x40)) << broken << 0;
    QTest::addRow("signature") << answer(altered(good, 4, 'X')) << broken << 0;
    QTest::addRow("sizes differ") << answer(altered(good, good.size() - 4, 1)) << broken << 0;
    QTest::addRow("torn second") << answer(good + record(3003).first(40)) << broken << 1;
    QTest::addRow("the same number again") << answer(good + good) << u"number of an event log record"_s << 1;
    QTest::addRow("rising numbers") << answer(good + record(3005)) << u"number of an event log record"_s << 1;
    QTest::addRow("needs no more than there was")
        << FakeService::readAnswer({}, 65536, 65536, TooSmall) << u"size of an event log record"_s << 0;
}

void ClassicLogTest::refusesLies()
{
    QFETCH(const QByteArray, reply);
    QFETCH(const int, kept);
    m_service->lies.push_back(reply);
    const auto done = read();
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, ErrorCode::BadReply);
    QTEST(QString::fromLatin1(done.error().what), "what");
    QCOMPARE(static_cast<int>(m_records.count()), kept);
}

void ClassicLogTest::keepsWhatCameBeforeABreak()
{
    m_service->readsBeforeBreak = 2;
    m_service->breaksAfter =
        Error{.code = ErrorCode::ConnectionLost, .what = "call", .place = {}, .native = 0, .detail = {}};
    const auto done = read();
    QCOMPARE(done.error().code, ErrorCode::ConnectionLost);
    QVERIFY(m_records.count() > 500);
    QCOMPARE(m_records.newest(), 3004U);
    Names names;
    const auto reader = openLog(std::make_shared<MemorySource>(u"Application.evt"_s, m_records.evtFile()), names);
    NumberSink sink;
    for (std::size_t part = 0; part < (*reader)->partCount(); ++part)
        QVERIFY((*reader)->readPart(part, sink).damages.empty());
    QCOMPARE(static_cast<std::size_t>(sink.numbers.size()), m_records.count());
}

void ClassicLogTest::stopsAtItsLimit()
{
    const auto done = read({.newest = 0, .since = {}, .above = 0, .bytes = 100'000});
    QCOMPARE(done.error().code, ErrorCode::TooLarge);
    QVERIFY(m_records.size() <= 100'000);
    QVERIFY(m_records.count() > 500);
}

namespace {

/// The numbers of the records in an .evt, as they stand there.
QList<std::uint64_t> numbersIn(const QByteArray &evt)
{
    Names names;
    const auto reader = openLog(std::make_shared<MemorySource>(u"Application.evt"_s, evt), names);
    NumberSink sink;
    for (std::size_t part = 0; part < (*reader)->partCount(); ++part)
        (*reader)->readPart(part, sink);
    return sink.numbers;
}

} // namespace

void ClassicLogTest::partsNoSecond()
{
    constexpr qsizetype GeneratedAt = 12;
    const auto at = [](std::uint32_t number, std::uint32_t second) {
        QByteArray bytes = record(number);
        std::memcpy(bytes.data() + GeneratedAt, &second, sizeof second);
        return bytes;
    };
    using Take = ClassicRecords::Take;
    QVERIFY(m_records.takeEvtFile(Take::Everything).isEmpty());
    QVERIFY(m_records.add(at(9, 70) + at(8, 60) + at(7, 50), {}).value_or(false));
    QVERIFY(m_records.add(at(6, 50), {}).value_or(false));
    const std::uint64_t all = m_records.waiting();
    QCOMPARE(numbersIn(m_records.takeEvtFile(Take::WholeSeconds)), (QList<std::uint64_t>{8, 9}));
    QCOMPARE(m_records.waiting(), all / 2);
    QVERIFY(m_records.takeEvtFile(Take::WholeSeconds).isEmpty()); // more of the second 50 may follow
    QVERIFY(m_records.add(at(5, 50) + at(4, 40), {}).value_or(false));
    QCOMPARE(numbersIn(m_records.takeEvtFile(Take::WholeSeconds)), (QList<std::uint64_t>{5, 6, 7}));
    QCOMPARE(m_records.add(at(4, 40), {}).error().code, ErrorCode::BadReply); // what was taken is not forgotten
    QCOMPARE(numbersIn(m_records.takeEvtFile(Take::Everything)), QList<std::uint64_t>{4});
    QCOMPARE(m_records.count(), 6U);
    QCOMPARE(m_records.newest(), 9U);
    QCOMPARE(m_records.oldest(), 4U);
    QCOMPARE(m_records.waiting(), 0U);
    // A second without end is not waited for.
    std::uint32_t number = 1'000'000;
    m_records = {};
    while (m_records.waiting() <= (1U << 20))
        QVERIFY(m_records.add(at(--number, 50), {}).value_or(false));
    QCOMPARE(static_cast<std::size_t>(numbersIn(m_records.takeEvtFile(Take::WholeSeconds)).size()), m_records.count());
}

void ClassicLogTest::triesItsRate()
{
    auto log = ClassicLog::open(*m_service, u"Application"_s, {.each = 1s, .cancelled = {}});
    QVERIFY(log.has_value());
    QVERIFY(log->tryRate().value_or(0) > 0);
    m_service->logs[u"System"_s] = {};
    auto empty = ClassicLog::open(*m_service, u"System"_s, {.each = 1s, .cancelled = {}});
    QVERIFY(empty.has_value() && !empty->tryRate());
}

QTEST_GUILESS_MAIN(ClassicLogTest)
#include "tst_classiclog.moc"

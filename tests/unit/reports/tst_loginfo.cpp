// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The counts of a log, joined from its parts, and their JSON.

#include "reports/loginfo.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

class NoContent final : public EventContent {
public:
    [[nodiscard]] EventValues values() const override { return {}; }
};

class EmptySource final : public ByteSource {
public:
    [[nodiscard]] std::uint64_t size() const override { return 69'632; }
    [[nodiscard]] Result<std::size_t> read(std::uint64_t, std::span<std::uint8_t>) const override { return 0; }
    [[nodiscard]] QString name() const override { return u"/logs/Application.evt"_s; }
};

/// A log with nothing but a head: what LogCounter::info asks of a reader.
class HeadReader final : public LogReader {
public:
    [[nodiscard]] LogFormat format() const override { return LogFormat::Evt; }
    [[nodiscard]] bool isDirty() const override { return true; }
    [[nodiscard]] const Damages &headDamages() const override { return m_damages; }
    [[nodiscard]] const ByteSource &source() const override { return m_source; }
    [[nodiscard]] std::size_t partCount() const override { return 2; }
    [[nodiscard]] std::uint64_t partBytes(std::size_t) const override { return 0; }
    PartReport readPart(std::size_t, RowSink &) const override { return {}; }
    PartReport dumpPart(std::size_t, DumpForm, OutBuffer &) const override { return {}; }
    [[nodiscard]] Result<Event> event(std::uint64_t) const override { return Event{}; }
    [[nodiscard]] Result<QByteArray> eventAs(std::uint64_t, DumpForm) const override { return QByteArray(); }

private:
    EmptySource m_source;
    Damages m_damages{{0, 48, ErrorCode::BadValue, "file header"}};
};

EventRow makeRow(Names &names, const char *provider, std::uint64_t record, std::uint32_t seconds, Level level)
{
    EventRow row;
    row.provider = names.intern(QString::fromLatin1(provider));
    row.channel = names.intern(u"Application");
    row.computer = names.intern(u"MAIL01");
    row.recordId = record;
    row.time = seconds == 0 ? Timestamp{} : Timestamp::fromUnix(seconds);
    row.level = level;
    return row;
}

} // namespace

class LogInfoTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void joinsParts();
    void countsABatchAsItsRows_data();
    void countsABatchAsItsRows();
    void ordersNamesByFrequency();
    void saysNothingOfNothing();
};

void LogInfoTest::joinsParts()
{
    Names names;
    const NoContent content;
    LogCounter first;
    first.row(makeRow(names, "Perflib", 7, 300, Level::Error), content);
    first.row(makeRow(names, "Perflib", 8, 200, Level::Error), content);
    first.row(makeRow(names, "EventLog", 0, 0, Level::Information), content); // neither id nor time
    EventRow recovered = makeRow(names, "Carved", 1, 1, Level::Critical);
    recovered.marks = RowMark::Recovered;
    first.row(recovered, content);
    LogCounter second;
    second.row(makeRow(names, "Perflib", 3, 900, Level::Warning), content);
    first.merge(second);

    const std::vector<PartReport> reports{
        {3, 1, {{65'536, 100, ErrorCode::BadChecksum, "chunk header"}}},
        {1, 0, {{4'096, 8, ErrorCode::Truncated, "record"}}},
    };
    const LogInfo info = first.info(HeadReader(), reports, names);
    const QByteArray expected =
        R"({"channels":["Application"],"computers":["MAIL01"],"damages":[)"
        R"({"code":"BadValue","length":48,"offset":0,"what":"file header"},)"
        R"({"code":"Truncated","length":8,"offset":4096,"what":"record"},)"
        R"({"code":"BadChecksum","length":100,"offset":65536,"what":"chunk header"}],)"
        R"("dirty":true,"firstRecord":3,"firstTime":"1970-01-01T00:03:20.0000000Z","format":"evt","lastRecord":8,)"
        R"("lastTime":"1970-01-01T00:15:00.0000000Z","levels":{"error":2,"information":1,"warning":1},)"
        R"("path":"/logs/Application.evt","providers":{"EventLog":1,"Perflib":3},"records":4,"recovered":1,)"
        R"("size":69632})";
    QCOMPARE(QJsonDocument(toJson(info)).toJson(QJsonDocument::Compact), expected);
}

void LogInfoTest::countsABatchAsItsRows_data()
{
    QTest::addColumn<bool>("isPlain");
    QTest::newRow("rows with ids and times") << true;
    QTest::newRow("carved rows, and some without id or time") << false;
}

void LogInfoTest::countsABatchAsItsRows()
{
    QFETCH(const bool, isPlain);
    Names names;
    const NoContent content;
    std::vector<EventRow> rows{makeRow(names, "Perflib", 7, 300, Level::Error),
        makeRow(names, "Perflib", 9, 200, Level::Warning), makeRow(names, "EventLog", 8, 400, Level::Error)};
    rows.push_back(rows.front());
    if (!isPlain) {
        rows.push_back(makeRow(names, "EventLog", 0, 0, Level::Information));
        rows.push_back(makeRow(names, "Carved", 1, 900, Level::Critical));
        rows.back().marks = RowMark::Recovered;
    }
    LogCounter byRow;
    const Matcher matcher{Shelf()};
    BatchBuilder builder(std::make_shared<HeadReader>(), 0, matcher, names);
    for (const EventRow &row : rows) {
        byRow.row(row, content);
        builder.row(row, content);
    }
    LogCounter byBatch;
    byBatch.add(*builder.seal());
    const LogInfo info = byBatch.info(HeadReader(), {}, names);
    QCOMPARE(toJson(info), toJson(byRow.info(HeadReader(), {}, names)));
    QCOMPARE(info.firstRecord, std::uint64_t{7});
    QCOMPARE(info.lastRecord, std::uint64_t{9});
    QCOMPARE(info.levels.at(Level::Error), std::uint64_t{3});
    QCOMPARE(info.providers.contains(u"Carved"_s), false);
}

void LogInfoTest::ordersNamesByFrequency()
{
    Names names;
    NameTally tally;
    for (const char16_t *name : {u"b", u"a", u"c", u"c", u"", u"a", u"c"})
        tally.add(names.intern(name));
    QCOMPARE(tally.byFrequency(names), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
    NameTally other;
    for (int i = 0; i < 3; ++i)
        other.add(names.intern(u"b"));
    tally.merge(other);
    tally.add(names.intern(u"b")); // behind a merge the last name's place still holds
    QCOMPARE(tally.byFrequency(names).front(), u"b"_s);
    const auto place = std::ranges::find(tally.names(), names.find(u"b")) - tally.names().begin();
    QCOMPARE(tally.counts().at(static_cast<std::size_t>(place)), std::uint64_t(5));
}

void LogInfoTest::saysNothingOfNothing()
{
    const QJsonObject object = toJson(LogCounter().info(HeadReader(), {}, Names()));
    QVERIFY(object.value(u"firstTime"_s).isNull());
    QVERIFY(object.value(u"lastTime"_s).isNull());
    QCOMPARE(object.value(u"records"_s), QJsonValue(0));
    QCOMPARE(object.value(u"providers"_s).toObject(), QJsonObject());
}

QTEST_APPLESS_MAIN(LogInfoTest)
#include "tst_loginfo.moc"

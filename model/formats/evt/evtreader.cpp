// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evt/evtreader.h"

#include "bytes/utf16.h"
#include "events/sid.h"
#include "formats/evt/evtdump.h"
#include "formats/evt/evtlayout.h"
#include "formats/evt/evtrecord.h"

#include <QFileInfo>

#include <unordered_map>

namespace evident {

using namespace evt;

namespace {

/// Large logs are cut into parts of about this many bytes, so that no part's dump is large.
constexpr std::uint64_t PartSize = 4 << 20;

/// A stretch of the log that is read at once.
struct Part {
    Stretch stretch;
    std::optional<std::uint32_t> after; ///< in a log without end-of-file record: the number of the record before
};

/// The interned names that one reading has met, by their bytes.
class NameCache {
public:
    explicit NameCache(Names &names)
        : m_names(names)
    {
    }
    template<typename ToText>
    NameId id(Bytes bytes, ToText toText)
    {
        if (bytes.empty())
            return NameId::None;
        const std::string_view key(reinterpret_cast<const char *>(bytes.data()), bytes.size());
        if (const auto it = m_ids.find(key); it != m_ids.end())
            return it->second;
        return m_ids.emplace(key, m_names.intern(toText(bytes))).first->second;
    }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    Names &m_names;
    std::unordered_map<std::string, NameId, Hash, std::equal_to<>> m_ids;
};

/// The columns of records, with what they share.
class RowMaker {
public:
    RowMaker(Names &names, NameId channel)
        : m_texts(names)
        , m_users(names)
        , m_channel(channel)
    {
    }
    EventRow row(const Record &record, std::uint64_t place)
    {
        EventRow row;
        row.time = Timestamp::fromUnix(record.generated);
        row.recordId = record.number;
        row.place = place;
        row.keywords = record.keywords();
        row.provider = m_texts.id(record.source, toQString);
        row.channel = m_channel;
        row.computer = m_texts.id(record.computer, toQString);
        row.user = m_users.id(record.sid, sidText);
        row.id = record.id;
        row.task = record.category;
        row.level = levelFrom(record.levelNumber(), row.keywords);
        return row;
    }

private:
    NameCache m_texts;
    NameCache m_users;
    NameId m_channel;
};

EventValues valuesOf(const Record &record)
{
    EventValues values;
    values.values.reserve(record.strings.size());
    for (const Bytes string : record.strings)
        values.values.push_back({.name = {}, .text = toQString(string)});
    values.data =
        QByteArray(reinterpret_cast<const char *>(record.data.data()), static_cast<qsizetype>(record.data.size()));
    return values;
}

class RecordContent final : public EventContent {
public:
    explicit RecordContent(const Record &record)
        : m_record(record)
    {
    }
    [[nodiscard]] EventValues values() const override { return valuesOf(m_record); }

private:
    const Record &m_record;
};

class EvtReader final : public LogReader {
public:
    EvtReader(std::shared_ptr<const ByteSource> source, Names &names, Layout layout)
        : m_source(std::move(source))
        , m_names(names)
        , m_layout(std::move(layout))
        , m_channel(QFileInfo(m_source->name()).completeBaseName())
    {
        cutIntoParts();
    }

    [[nodiscard]] LogFormat format() const override { return LogFormat::Evt; }
    [[nodiscard]] bool isDirty() const override { return m_layout.dirty; }
    [[nodiscard]] const Damages &headDamages() const override { return m_layout.damages; }
    [[nodiscard]] const ByteSource &source() const override { return *m_source; }
    [[nodiscard]] std::size_t partCount() const override { return m_parts.size(); }
    [[nodiscard]] std::uint64_t partBytes(std::size_t part) const override
    {
        return m_parts[part].stretch.to - m_parts[part].stretch.from;
    }
    PartReport readPart(std::size_t part, RowSink &sink) const override;
    PartReport dumpPart(std::size_t part, DumpForm form, OutBuffer &out) const override;
    [[nodiscard]] Result<Event> event(std::uint64_t place) const override;
    [[nodiscard]] Result<QByteArray> eventAs(std::uint64_t place, DumpForm form) const override;

private:
    void cutIntoParts();
    template<typename Take>
    PartReport forEachRecord(const Part &part, Take take) const;
    template<typename Take>
    Result<void> withRecordAt(std::uint64_t place, Take take) const;
    void append(OutBuffer &out, const Record &record, DumpForm form) const;
    [[nodiscard]] Ring openRing(std::size_t window) const { return {*m_source, m_layout.end, m_layout.first, window}; }

    std::shared_ptr<const ByteSource> m_source;
    Names &m_names;
    Layout m_layout;
    QString m_channel;
    std::vector<Part> m_parts;
};

void EvtReader::cutIntoParts()
{
    const Stretch log = m_layout.log;
    Part part{.stretch = log, .after = {}};
    if (log.to - log.from > PartSize) {
        Ring ring = openRing(WalkWindow);
        RecordWalk walk(ring, log);
        std::optional<std::uint32_t> before;
        while (walk.next()) {
            if (walk.position() - part.stretch.from >= PartSize) {
                part.stretch.to = walk.position();
                m_parts.push_back(part);
                part = {.stretch = {.from = walk.position(), .to = log.to, .kind = log.kind}, .after = before};
            }
            before = readLe<std::uint32_t>(walk.bytes(), 8);
        }
    }
    if (part.stretch.to > part.stretch.from)
        m_parts.push_back(part);
    if (m_layout.slack.to - m_layout.slack.from >= SmallestRecord)
        m_parts.push_back({.stretch = m_layout.slack, .after = {}});
}

/// Hands on each record of the part with its row's place and marks, and counts.
template<typename Take>
PartReport EvtReader::forEachRecord(const Part &part, Take take) const
{
    PartReport report;
    Ring ring = openRing(WalkWindow);
    RecordWalk walk(ring, part.stretch);
    std::optional<std::uint32_t> last = part.after;
    std::uint64_t lastPlace = 0;
    while (walk.next()) {
        Damages damages;
        const Record record = readRecord(walk.bytes(), damages);
        const std::uint64_t place = ring.place(walk.position());
        // Without an end-of-file record, numbers that do not go on tell that what follows is older than the log's end.
        const bool recovered = part.stretch.kind == StretchKind::Slack
            || (part.stretch.kind == StretchKind::OpenEnd && last && record.number <= *last);
        RowMark marks = recovered ? RowMark::Recovered : RowMark::None;
        if (!damages.empty())
            marks = marks | RowMark::InDamage;
        if (recovered) {
            ++report.recovered;
        } else {
            // A ring that was cut between two records goes on behind its header as if nothing were missing.
            if (place < lastPlace && last && record.number > *last + 1)
                report.damages.push_back(
                    {.offset = m_layout.end, .length = 0, .code = ErrorCode::Truncated, .what = "record"});
            ++report.records;
            last = record.number;
            lastPlace = place;
            for (Damage damage : damages) {
                damage.offset = ring.place(walk.position() + damage.offset);
                report.damages.push_back(damage);
            }
        }
        take(record, place, marks);
    }
    report.damages.insert(report.damages.end(), walk.damages().begin(), walk.damages().end());
    return report;
}

PartReport EvtReader::readPart(std::size_t part, RowSink &sink) const
{
    RowMaker maker(m_names, m_names.intern(m_channel));
    return forEachRecord(m_parts[part], [&](const Record &record, std::uint64_t place, RowMark marks) {
        EventRow row = maker.row(record, place);
        row.marks = marks;
        sink.row(row, RecordContent(record));
    });
}

PartReport EvtReader::dumpPart(std::size_t part, DumpForm form, OutBuffer &out) const
{
    return forEachRecord(m_parts[part], [&](const Record &record, std::uint64_t, RowMark marks) {
        if (!has(marks, RowMark::Recovered))
            append(out, record, form);
    });
}

void EvtReader::append(OutBuffer &out, const Record &record, DumpForm form) const
{
    if (form == DumpForm::JsonLines)
        appendJsonLine(out, record, m_channel);
    else
        appendXml(out, record, m_channel);
}

template<typename Take>
Result<void> EvtReader::withRecordAt(std::uint64_t place, Take take) const
{
    const Place where{.source = m_source->name(), .offset = static_cast<std::int64_t>(place)};
    if (place < HeaderSize || place >= m_layout.end)
        return failure(ErrorCode::BadOffset, "place of an .evt record", where);
    constexpr std::size_t UsualRecord = 1024;
    Ring ring = openRing(UsualRecord);
    const std::uint64_t position = ring.position(place);
    const auto size = recordSizeAt(ring, position, position + ring.size());
    if (!size)
        return failure(size.error() == ErrorCode::ReadFailed ? ErrorCode::ReadFailed : ErrorCode::BadOffset,
            "place of an .evt record", where);
    const Bytes bytes = ring.at(position, *size);
    if (bytes.empty())
        return failure(ErrorCode::ReadFailed, ".evt record", where);
    Damages damages;
    take(readRecord(bytes, damages));
    return {};
}

Result<Event> EvtReader::event(std::uint64_t place) const
{
    Event event;
    const auto done = withRecordAt(place, [&](const Record &record) {
        event.time = Timestamp::fromUnix(record.generated);
        event.recordId = record.number;
        event.id = record.id;
        event.qualifiers = record.qualifiers;
        event.levelNumber = record.levelNumber();
        event.keywords = record.keywords();
        event.level = levelFrom(event.levelNumber, event.keywords);
        event.task = record.category;
        event.provider = toQString(record.source);
        event.channel = m_channel;
        event.computer = toQString(record.computer);
        event.user = sidText(record.sid);
        event.content = valuesOf(record);
    });
    if (!done)
        return std::unexpected(done.error());
    return event;
}

Result<QByteArray> EvtReader::eventAs(std::uint64_t place, DumpForm form) const
{
    OutBuffer out;
    const auto done = withRecordAt(place, [&](const Record &record) { append(out, record, form); });
    if (!done)
        return std::unexpected(done.error());
    return QByteArrayView(out.view()).toByteArray().trimmed();
}

} // namespace

bool sniffEvt(Bytes first)
{
    return looksLikeHeader(first);
}

Result<std::shared_ptr<const LogReader>> openEvt(std::shared_ptr<const ByteSource> source, Names &names)
{
    auto layout = findLayout(*source);
    if (!layout)
        return std::unexpected(layout.error());
    return std::make_shared<const EvtReader>(std::move(source), names, *std::move(layout));
}

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text/textreader.h"

#include "formats/text/textdialect.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace evident {

namespace {

constexpr std::size_t HeadSize = 64 * 1024; ///< for recognising; a heading and a row or two
constexpr std::uint64_t PartSize = 2 * 1024 * 1024;

constexpr std::array Dialects{xmlDialect, jsonDialect, blockDialect, tableDialect, plainRowDialect};

std::unique_ptr<TextDialect> dialectOf(Bytes head)
{
    if (head.empty() || !looksLikeText(head))
        return {};
    const TextStart start = textStart(head);
    head = head.subspan(start.begin);
    while (unitSize(start.encoding) == 1 && !head.empty() && (head.back() & 0x80) != 0)
        head = head.first(head.size() - 1); // cut behind a whole character
    const TextHead text{decodeText(head, start.encoding)};
    for (const auto recognise : Dialects) {
        if (auto dialect = recognise(text))
            return dialect;
    }
    return {};
}

/// The columns' strings of one part, interned once each.
class NameCache {
public:
    explicit NameCache(Names &names)
        : m_names(names)
    {
    }
    NameId id(const QString &text)
    {
        if (text.isEmpty())
            return NameId::None;
        if (const auto known = m_ids.constFind(text); known != m_ids.cend())
            return *known;
        return *m_ids.insert(text, m_names.intern(text));
    }

    ActivityId activity(const QString &text) { return ActivityId::of(text, m_names); }

private:
    Names &m_names;
    QHash<QString, NameId> m_ids;
};

EventRow rowOf(const Event &event, std::uint64_t place, RowMark marks, NameCache &names)
{
    return {.time = event.time,
        .recordId = event.recordId.value_or(0),
        .place = place,
        .keywords = event.keywords,
        .provider = names.id(event.provider),
        .sourceName = names.id(event.sourceName),
        .channel = names.id(event.channel),
        .computer = names.id(event.computer),
        .user = names.id(event.user),
        .activity = names.activity(event.activityId),
        .processId = event.processId,
        .threadId = event.threadId,
        .id = event.id,
        .task = event.task,
        .opcode = event.opcode,
        .level = event.level,
        .marks = marks};
}

class DecodedContent final : public EventContent {
public:
    explicit DecodedContent(const Event &event)
        : m_event(event)
    {
    }
    [[nodiscard]] EventValues values() const override { return m_event.content; }
    [[nodiscard]] QString message() const override { return m_event.renderedMessage; }

private:
    const Event &m_event;
};

class TextReader final : public LogReader {
public:
    TextReader(
        std::shared_ptr<const ByteSource> source, Names &names, TextStart start, std::unique_ptr<TextDialect> dialect);
    void findRecords();

    [[nodiscard]] LogFormat format() const override { return m_dialect->format(); }
    [[nodiscard]] bool isDirty() const override { return false; }
    [[nodiscard]] const Damages &headDamages() const override { return m_headDamages; }
    [[nodiscard]] const ByteSource &source() const override { return *m_source; }
    [[nodiscard]] std::size_t partCount() const override { return m_parts.size(); }
    [[nodiscard]] std::uint64_t partBytes(std::size_t part) const override
    {
        return part < m_parts.size() ? m_parts[part].end - m_parts[part].begin : 0;
    }
    PartReport readPart(std::size_t part, RowSink &sink) const override;
    PartReport dumpPart(std::size_t part, DumpForm form, OutBuffer &out) const override;
    [[nodiscard]] Result<Event> event(std::uint64_t place) const override;
    [[nodiscard]] Result<QByteArray> eventAs(std::uint64_t place, DumpForm form) const override;

private:
    struct Part {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
        std::vector<std::uint32_t> records; ///< where they begin, from the part's begin
    };

    void add(const TextCut &cut);
    [[nodiscard]] std::optional<QString> textOf(const TextCut &cut) const;
    template<typename Take>
    PartReport forEachRecord(std::size_t part, Take take) const;
    [[nodiscard]] Result<QString> recordAt(std::uint64_t place) const;
    [[nodiscard]] Place placeAt(std::uint64_t offset) const
    {
        return {.source = m_source->name(), .offset = static_cast<std::int64_t>(offset)};
    }

    std::shared_ptr<const ByteSource> m_source;
    Names &m_names;
    TextStart m_start;
    std::unique_ptr<TextDialect> m_dialect;
    std::vector<Part> m_parts;
    Damages m_headDamages;
};

TextReader::TextReader(
    std::shared_ptr<const ByteSource> source, Names &names, TextStart start, std::unique_ptr<TextDialect> dialect)
    : m_source(std::move(source))
    , m_names(names)
    , m_start(start)
    , m_dialect(std::move(dialect))
{
}

/// Reads the file through once: where its records begin, and in which order its dates are written.
void TextReader::findRecords()
{
    UnitWindow window(*m_source, m_start.encoding, m_start.begin);
    m_dialect->skipHead(window);
    const std::uint64_t begin = window.offset();
    std::uint64_t firstRecord = begin;
    bool any = false;
    while (const auto cut = m_dialect->next(window)) {
        add(*cut);
        if (cut->kind == TextCut::Kind::Gap)
            continue;
        if (!std::exchange(any, true))
            firstRecord = cut->begin;
        if (m_dialect->isLearning()) {
            if (const auto text = textOf(*cut))
                m_dialect->learn(*text);
        }
    }
    if (m_dialect->settle())
        m_headDamages.push_back({firstRecord, m_source->size() - std::min(firstRecord, m_source->size()),
            ErrorCode::BadValue, "order of day and month"});
    const std::uint64_t end = window.offset();
    if (window.error())
        m_headDamages.push_back(
            {end, m_source->size() - std::min(end, m_source->size()), ErrorCode::ReadFailed, "file"});
    else if (end < m_source->size() && m_source->size() - end >= unitSize(m_start.encoding))
        m_headDamages.push_back({end, m_source->size() - end, ErrorCode::Truncated, "file"});
}

void TextReader::add(const TextCut &cut)
{
    if (m_parts.empty() || cut.begin - m_parts.back().begin >= PartSize)
        m_parts.push_back({cut.begin, cut.end, {}});
    Part &part = m_parts.back();
    part.end = cut.end;
    if (cut.kind != TextCut::Kind::Gap)
        part.records.push_back(static_cast<std::uint32_t>(cut.begin - part.begin));
}

std::optional<QString> TextReader::textOf(const TextCut &cut) const
{
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(std::min(cut.end - cut.begin, 2 * LongestRecord)));
    const auto got = m_source->read(cut.begin, bytes);
    if (!got)
        return {};
    bytes.resize(*got);
    return decodeText(bytes, m_start.encoding);
}

/// Calls @p take with each record's begin, text and marks; it answers the fault it met and whether it took the record.
template<typename Take>
PartReport TextReader::forEachRecord(std::size_t number, Take take) const
{
    PartReport report;
    if (number >= m_parts.size())
        return report;
    const Part &part = m_parts[number];
    UnitWindow window(*m_source, m_start.encoding, part.begin);
    while (window.offset() < part.end) {
        const auto cut = m_dialect->next(window);
        if (!cut)
            break;
        const auto damage = [&](const RecordFault &fault) {
            report.damages.push_back({cut->begin, cut->end - cut->begin, fault.code, fault.what});
        };
        if (cut->kind != TextCut::Kind::Record)
            damage(cut->fault);
        if (cut->kind == TextCut::Kind::Gap || cut->fault.code == ErrorCode::TooLarge)
            continue;
        const auto text = textOf(*cut);
        if (!text) {
            damage({ErrorCode::ReadFailed, "record"});
            continue;
        }
        const bool isTorn = cut->kind == TextCut::Kind::Torn;
        const auto [fault, taken] = take(cut->begin, *text, isTorn);
        if (fault && !isTorn)
            damage(*fault);
        report.records += taken ? 1 : 0;
    }
    if (window.error())
        report.damages.push_back(
            {window.offset(), part.end - std::min(window.offset(), part.end), ErrorCode::ReadFailed, "file"});
    return report;
}

PartReport TextReader::readPart(std::size_t part, RowSink &sink) const
{
    NameCache names(m_names);
    return forEachRecord(part, [&](std::uint64_t place, const QString &text, bool isTorn) {
        const DecodedRecord decoded = m_dialect->decode(text);
        if (decoded.event) {
            const RowMark marks = isTorn || decoded.fault ? RowMark::InDamage : RowMark::None;
            sink.row(rowOf(*decoded.event, place, marks, names), DecodedContent(*decoded.event));
        }
        return std::pair(decoded.fault, decoded.event.has_value());
    });
}

PartReport TextReader::dumpPart(std::size_t part, DumpForm form, OutBuffer &out) const
{
    return forEachRecord(part, [&](std::uint64_t, const QString &text, bool) {
        const auto written = m_dialect->write(text, form, out);
        if (written.isEvent)
            out.append('\n');
        return std::pair(written.fault, written.isEvent);
    });
}

Result<QString> TextReader::recordAt(std::uint64_t place) const
{
    const auto after = std::ranges::upper_bound(m_parts, place, {}, &Part::begin);
    if (after == m_parts.begin())
        return failure(ErrorCode::BadOffset, "no record begins here", placeAt(place));
    const Part &part = *std::prev(after);
    if (place - part.begin > UINT32_MAX
        || !std::ranges::binary_search(part.records, static_cast<std::uint32_t>(place - part.begin)))
        return failure(ErrorCode::BadOffset, "no record begins here", placeAt(place));
    UnitWindow window(*m_source, m_start.encoding, place);
    const auto cut = m_dialect->next(window);
    if (window.error())
        return std::unexpected(*window.error());
    const auto text = cut && cut->begin == place ? textOf(*cut) : std::nullopt;
    if (!text)
        return failure(ErrorCode::BadOffset, "the record is no longer there", placeAt(place));
    return *text;
}

Result<Event> TextReader::event(std::uint64_t place) const
{
    const auto text = recordAt(place);
    if (!text)
        return std::unexpected(text.error());
    DecodedRecord decoded = m_dialect->decode(*text);
    if (!decoded.event)
        return failure(decoded.fault ? decoded.fault->code : ErrorCode::BadValue, "record", placeAt(place));
    return std::move(*decoded.event);
}

Result<QByteArray> TextReader::eventAs(std::uint64_t place, DumpForm form) const
{
    const auto text = recordAt(place);
    if (!text)
        return std::unexpected(text.error());
    OutBuffer out;
    if (!m_dialect->write(*text, form, out).isEvent)
        return failure(ErrorCode::BadValue, "record", placeAt(place));
    return QByteArray(out.view().data(), static_cast<qsizetype>(out.size()));
}

} // namespace

bool sniffTextExport(Bytes head)
{
    return dialectOf(head) != nullptr;
}

Result<std::shared_ptr<const LogReader>> openTextExport(std::shared_ptr<const ByteSource> source, Names &names)
{
    std::vector<std::uint8_t> head(HeadSize);
    const auto got = source->read(0, head);
    if (!got)
        return std::unexpected(got.error());
    head.resize(*got);
    auto dialect = dialectOf(head);
    if (!dialect)
        return failure(ErrorCode::NotALog, "text of no known export", {.source = source->name(), .offset = 0});
    auto reader = std::make_shared<TextReader>(std::move(source), names, textStart(head), std::move(dialect));
    reader->findRecords();
    return reader;
}

} // namespace evident

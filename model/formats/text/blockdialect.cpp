// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Events as labelled lines: `wevtutil qe /f:text` ("Event[0]" before each, two blanks before each label) and Event
// Viewer's "Copy Details as Text" ("Log Name:" first, in the user's language, sometimes with the event's XML behind),
// also as it arrives in a mail: indented, quoted with ">", with backslashes at the ends of lines.
#include "formats/text/datelearner.h"
#include "formats/text/recordevent.h"
#include "formats/text/textdialect.h"
#include "formats/text/xmlrecord.h"

#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t LongestLabel = 64;

enum class Flavour : std::uint8_t { Wevtutil, Copied };

/// The lines of an event whose labels are of no known language.
constexpr std::array CopiedOrder{ExportColumn::Log, ExportColumn::Source, ExportColumn::Date, ExportColumn::EventId,
    ExportColumn::Task, ExportColumn::EventLevel, ExportColumn::Keywords, ExportColumn::User, ExportColumn::Computer,
    ExportColumn::Message};
constexpr std::array WevtutilOrder{ExportColumn::Log, ExportColumn::Source, ExportColumn::Date, ExportColumn::EventId,
    ExportColumn::Task, ExportColumn::EventLevel, ExportColumn::Opcode, ExportColumn::Keywords, ExportColumn::User,
    ExportColumn::UserName, ExportColumn::Computer, ExportColumn::Message};

/// A line without what mail programs and Markdown put before and behind it.
QStringView bare(QStringView line)
{
    line = line.trimmed();
    while (line.startsWith(u'>') || line.startsWith(u'*'))
        line = line.sliced(1).trimmed();
    while (line.endsWith(u'\\'))
        line = line.chopped(1).trimmed();
    return line;
}

struct LabelledLine {
    QStringView label;
    QStringView value;
};

std::optional<LabelledLine> splitLabel(QStringView line)
{
    line = bare(line);
    qsizetype colon = 0;
    while (colon < line.size() && line[colon] != u':' && line[colon] != u'\uff1a')
        ++colon;
    if (colon == 0 || colon == line.size() || colon > qsizetype{LongestLabel})
        return {};
    QStringView value = line.sliced(colon + 1).trimmed();
    while (value.startsWith(u"**")) // **Label:** value
        value = value.sliced(2).trimmed();
    return LabelledLine{line.first(colon).trimmed(), value};
}

/// "Event[12]", with or without a colon.
bool isEventLine(QStringView line)
{
    line = line.trimmed();
    if (line.endsWith(u':'))
        line.chop(1);
    if (!line.startsWith("Event["_L1) || !line.endsWith(u']'))
        return false;
    bool ok = false;
    return line.sliced(6).chopped(1).toULongLong(&ok) < UINT32_MAX && ok;
}

bool isLogNameLine(QStringView line)
{
    const auto labelled = splitLabel(line);
    return labelled && isLogNameLabel(labelled->label);
}

/// Takes one event's lines apart.
class BlockReader {
public:
    BlockReader(Flavour flavour, const DateReading &dates)
        : m_flavour(flavour)
        , m_event(dates)
    {
    }

    DecodedRecord read(QStringView record);
    /// The text of the first line that holds a date and time.
    static QString date(QStringView record);

private:
    void line(QStringView text);
    [[nodiscard]] ExportColumn columnAt(const LabelledLine &labelled) const;
    [[nodiscard]] DecodedRecord withXml(QStringView xml);

    Flavour m_flavour;
    ExportedEvent m_event;
    std::size_t m_place = 0; ///< labelled lines so far
    bool m_inMessage = false;
    QString m_message;
};

ExportColumn BlockReader::columnAt(const LabelledLine &labelled) const
{
    if (const auto known = columnOf(labelled.label); known != ExportColumn::Unknown)
        return known;
    const std::span<const ExportColumn> order = m_flavour == Flavour::Copied
        ? std::span<const ExportColumn>(CopiedOrder)
        : std::span<const ExportColumn>(WevtutilOrder);
    return m_place < order.size() ? order[m_place] : ExportColumn::Unknown;
}

void BlockReader::line(QStringView text)
{
    if (m_inMessage) {
        if (!m_message.isEmpty())
            m_message += u'\n';
        m_message += m_flavour == Flavour::Copied && text.trimmed().startsWith(u'>') ? bare(text) : text;
        return;
    }
    const auto labelled = splitLabel(text);
    if (!labelled)
        return;
    const ExportColumn column = columnAt(*labelled);
    ++m_place;
    if (column == ExportColumn::Message) {
        m_inMessage = true;
        m_message = labelled->value.toString();
        return;
    }
    QStringView value = labelled->value;
    while (value.endsWith(u',')) // "Keyword: Classic, "
        value = value.chopped(1).trimmed();
    m_event.set(column, value, labelled->label);
}

DecodedRecord BlockReader::read(QStringView record)
{
    const qsizetype xml = record.indexOf("<Event "_L1);
    const QStringView lines = xml >= 0 && m_flavour == Flavour::Copied ? record.first(xml) : record;
    for (QStringView text : lines.tokenize(u'\n')) {
        if (text.endsWith(u'\r'))
            text.chop(1);
        if (m_flavour == Flavour::Copied || !isEventLine(text) || m_inMessage)
            line(text);
    }
    if (lines.size() < record.size()) {
        const qsizetype label = m_message.trimmed().lastIndexOf(u'\n'); // "Event Xml:" in some language
        const QString last = m_message.trimmed().sliced(label + 1).trimmed();
        if (last.endsWith(u':') || last.endsWith(u'\uff1a'))
            m_message = m_message.trimmed().first(std::max<qsizetype>(label, 0));
        m_event.set(ExportColumn::Message, m_message.trimmed(), {});
        return withXml(record.sliced(xml));
    }
    m_event.set(ExportColumn::Message, m_message.trimmed(), {});
    return m_event.finish();
}

/// The XML that was copied along says everything exactly; only the message stands in the lines alone.
DecodedRecord BlockReader::withXml(QStringView xml)
{
    DecodedRecord lines = m_event.finish();
    const qsizetype end = xml.indexOf("</Event>"_L1);
    const auto tokens = end < 0 ? Result<RecordTokens>(failure(ErrorCode::Truncated, "event element"))
                                : tokensFromXml(xml.first(end + 8));
    if (!tokens || !isEvent(*tokens)) {
        lines.fault = RecordFault{end < 0 ? ErrorCode::Truncated : ErrorCode::BadToken, "event element"};
        return lines;
    }
    DecodedRecord decoded{eventFrom(*tokens), {}};
    if (lines.event && decoded.event->renderedMessage.isEmpty())
        decoded.event->renderedMessage = lines.event->renderedMessage;
    if (decoded.event->time.isNull())
        decoded.fault = RecordFault{ErrorCode::BadValue, "an event's time"};
    return decoded;
}

QString BlockReader::date(QStringView record)
{
    int lines = 0;
    if (record.contains("<Event "_L1)) // its time is exact
        return {};
    for (const QStringView text : record.tokenize(u'\n')) {
        const auto labelled = splitLabel(text);
        if (labelled && readWrittenDate(labelled->value))
            return labelled->value.toString();
        if (++lines > 16)
            break;
    }
    return {};
}

class BlockDialect final : public TextDialect {
public:
    BlockDialect(Flavour flavour, DateLanguage language)
        : m_flavour(flavour)
        , m_dates(language)
    {
    }

    [[nodiscard]] LogFormat format() const override { return LogFormat::Txt; }
    [[nodiscard]] std::optional<TextCut> next(UnitWindow &window) const override;
    [[nodiscard]] DecodedRecord decode(const QString &record) const override
    {
        return BlockReader(m_flavour, m_dates.reading()).read(record);
    }
    [[nodiscard]] bool isLearning() const override { return m_dates.isLearning(); }
    void learn(const QString &record) override { m_dates.learn(BlockReader::date(record)); }
    [[nodiscard]] bool settle() override { return m_dates.settle(); }

private:
    [[nodiscard]] bool beginsRecord(UnitWindow &window) const;

    Flavour m_flavour;
    DateLearner m_dates;
};

/// The window stands at the begin of a line.
bool BlockDialect::beginsRecord(UnitWindow &window) const
{
    const std::size_t length = lineLength(window, LongestLabel * 4);
    if (m_flavour == Flavour::Copied)
        return length > 0 && isLogNameLine(window.text(length));
    if (length < 8 || length > 64 || !isEventLine(window.text(length)))
        return false;
    // A description may quote such a line; the next one makes sure.
    std::size_t ahead = length;
    while (window.peek(ahead) == '\r' || window.peek(ahead) == '\n')
        ++ahead;
    const std::size_t following = lineLength(window, LongestLabel * 4, ahead);
    return window.peek(ahead) == ' ' && splitLabel(window.text(following, ahead)).has_value();
}

/// A line of an event whose first line is missing.
bool atKnownLabel(UnitWindow &window)
{
    const auto labelled = splitLabel(window.text(lineLength(window, LongestLabel * 2)));
    return labelled && columnOf(labelled->label) != ExportColumn::Unknown;
}

std::optional<TextCut> BlockDialect::next(UnitWindow &window) const
{
    for (int unit = window.peek(); unit == '\r' || unit == '\n' || unit == 0xfeff; unit = window.peek())
        window.advance();
    if (window.atEnd())
        return {};
    TextCut cut{TextCut::Kind::Record, window.offset(), 0, {}};
    if (!beginsRecord(window)) {
        cut.kind = TextCut::Kind::Gap;
        cut.fault = {ErrorCode::BadToken, "text before an event"};
    }
    int labels = 0; // of a gap
    do {
        labels += cut.kind == TextCut::Kind::Gap && atKnownLabel(window) ? 1 : 0;
        skipLine(window);
        if (window.offset() - cut.begin > LongestRecord && cut.kind == TextCut::Kind::Record) {
            cut.kind = TextCut::Kind::Torn;
            cut.fault = {ErrorCode::TooLarge, "lines of an event"};
            break;
        }
    } while (!window.atEnd() && !beginsRecord(window));
    cut.end = window.offset();
    if (cut.kind == TextCut::Kind::Gap && m_flavour == Flavour::Copied && labels < 3)
        return next(window); // what people write above what they copied
    return cut;
}

} // namespace

std::unique_ptr<TextDialect> blockDialect(const TextHead &head)
{
    int lines = 0;
    bool eventLine = false;
    for (const QStringView line : QStringView(head.text).tokenize(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        if (eventLine)
            return line.startsWith(u' ') && splitLabel(line)
                ? std::make_unique<BlockDialect>(Flavour::Wevtutil, DateLanguage::English)
                : nullptr;
        if (isLogNameLine(line)) {
            const bool english = isEnglish(splitLabel(line)->label);
            return std::make_unique<BlockDialect>(
                Flavour::Copied, english ? DateLanguage::English : DateLanguage::Other);
        }
        eventLine = isEventLine(line);
        if (++lines > 40) // a mail's first words at most
            break;
    }
    return {};
}

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tables with a heading: Event Viewer's CSV and TXT (the message is a last column without a name), MMC's "Export List",
// Get-WinEvent and Get-EventLog through Export-Csv, EvtxECmd's and Log Parser's CSV. Columns are found by their names;
// where these are of an unknown language, by Event Viewer's order.
#include "formats/text/cells.h"
#include "formats/text/datelearner.h"
#include "formats/text/textdialect.h"

#include <algorithm>
#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

using Columns = std::vector<ExportColumn>;

struct Heading {
    Columns columns;
    QStringList names;
    QChar separator;
    DateLanguage language = DateLanguage::English;
    qsizetype lines = 1; ///< that the heading takes, PowerShell's #TYPE included
};

class TableDialect final : public TextDialect {
public:
    explicit TableDialect(Heading heading);

    [[nodiscard]] LogFormat format() const override
    {
        return m_heading.separator == u'\t' ? LogFormat::Txt : LogFormat::Csv;
    }
    void skipHead(UnitWindow &window) const override;
    [[nodiscard]] std::optional<TextCut> next(UnitWindow &window) const override;
    [[nodiscard]] DecodedRecord decode(const QString &record) const override;
    [[nodiscard]] bool isLearning() const override { return m_dates.isLearning(); }
    void learn(const QString &record) override;
    [[nodiscard]] bool settle() override { return m_dates.settle(); }

private:
    [[nodiscard]] bool beginsRecord(UnitWindow &window, std::size_t ahead) const;
    TextCut row(UnitWindow &window) const;
    [[nodiscard]] QStringList split(const QString &record) const;

    Heading m_heading;
    std::size_t m_sureColumns = 0; ///< those in front of the message that tell a row's begin; 0 when they cannot
    DateLearner m_dates;
};

bool isWhen(ExportColumn column)
{
    return column == ExportColumn::Time || column == ExportColumn::UtcTime || column == ExportColumn::Date;
}

TableDialect::TableDialect(Heading heading)
    : m_heading(std::move(heading))
    , m_dates(m_heading.language)
{
    const auto &columns = m_heading.columns;
    const auto message = std::ranges::find(columns, ExportColumn::Message);
    const auto id = std::find(columns.begin(), message, ExportColumn::EventId);
    const auto when = std::find_if(columns.begin(), message, isWhen);
    if (id != message && when != message)
        m_sureColumns = static_cast<std::size_t>(std::max(id, when) - columns.begin()) + 1;
}

void TableDialect::skipHead(UnitWindow &window) const
{
    for (qsizetype i = 0; i < m_heading.lines; ++i) {
        skipBlanks(window);
        skipLine(window);
    }
}

/// Whether a line inside of an open quote is the begin of another row: the date and the id are in their columns.
bool TableDialect::beginsRecord(UnitWindow &window, std::size_t ahead) const
{
    if (m_sureColumns == 0)
        return false;
    constexpr std::size_t Reach = 1024;
    std::size_t separators = 0;
    std::size_t length = 0;
    for (; length < Reach && separators < m_sureColumns; ++length) {
        const int unit = window.peek(ahead + length);
        if (unit == UnitWindow::End || unit == '\n' || unit == '\r')
            break;
        separators += unit == m_heading.separator.unicode() ? 1 : 0;
    }
    if (separators + 1 < m_sureColumns)
        return false;
    const QStringList cells = cellsOf(window.text(length, ahead), m_heading.separator);
    for (std::size_t i = 0; i < m_sureColumns; ++i) {
        const QStringView cell =
            i < static_cast<std::size_t>(cells.size()) ? QStringView(cells[static_cast<qsizetype>(i)]) : QStringView();
        const ExportColumn column = m_heading.columns[i];
        if (column == ExportColumn::EventId    ? !isNumber(cell)
                : column == ExportColumn::Date ? cell.isEmpty() || !cell[0].isDigit()
                                               : isWhen(column) && !readWrittenDate(cell))
            return false;
    }
    return true;
}

/// A quote inside of a quoted cell is doubled; one that is neither that nor at the cell's end shows that the cell was
/// never closed, and then the row ends where another one begins.
TextCut TableDialect::row(UnitWindow &window) const
{
    const int separator = m_heading.separator.unicode();
    TextCut cut{TextCut::Kind::Record, window.offset(), 0, {}};
    std::optional<std::uint64_t> another; ///< where, inside of the open quote, another row seems to begin
    bool cellBegins = true;
    bool quoted = false;
    const auto torn = [&](ErrorCode code) {
        if (another)
            window.seek(*another);
        cut = {TextCut::Kind::Torn, cut.begin, window.offset(), {code, "a row's quoted cell"}};
        return cut;
    };
    while (!window.atEnd()) {
        const int unit = window.peek();
        if (!quoted && (unit == '\n' || unit == '\r')) {
            cut.end = window.offset();
            skipLine(window);
            return cut;
        }
        window.advance();
        if (unit == '"' && quoted) {
            const int next = window.peek();
            if (next == '"')
                window.advance();
            else if (next == separator || next == '\r' || next == '\n' || next == UnitWindow::End)
                quoted = false;
            else if (another)
                return torn(ErrorCode::BadToken);
        } else if (quoted && unit == '\n' && !another && beginsRecord(window, 0)) {
            another = window.offset();
        } else if (unit == '"' && cellBegins) {
            quoted = true;
        }
        cellBegins = !quoted && unit == separator;
        if (window.offset() - cut.begin > LongestRecord) {
            if (!another)
                skipLine(window);
            return torn(ErrorCode::TooLarge);
        }
    }
    if (quoted)
        return torn(ErrorCode::Truncated);
    cut.end = window.offset();
    return cut;
}

std::optional<TextCut> TableDialect::next(UnitWindow &window) const
{
    for (int unit = window.peek(); unit == '\r' || unit == '\n'; unit = window.peek())
        window.advance();
    if (window.atEnd())
        return {};
    return row(window);
}

/// What is more than the heading has belongs to the last cell: an unquoted message with separators in it.
QStringList TableDialect::split(const QString &record) const
{
    QStringList cells = cellsOf(record, m_heading.separator);
    const auto columns = static_cast<qsizetype>(m_heading.columns.size());
    while (cells.size() > columns && cells.last().isEmpty())
        cells.removeLast();
    if (cells.size() > columns && m_heading.columns.back() == ExportColumn::Message) {
        const QString rest = cells.sliced(columns - 1).join(m_heading.separator);
        cells.resize(columns);
        cells.last() = rest;
    }
    return cells;
}

DecodedRecord TableDialect::decode(const QString &record) const
{
    ExportedEvent event(m_dates.reading());
    const QStringList cells = split(record);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const auto column = static_cast<std::size_t>(i) < m_heading.columns.size()
            ? m_heading.columns[static_cast<std::size_t>(i)]
            : ExportColumn::Unknown;
        event.set(column, cells[i], i < m_heading.names.size() ? QStringView(m_heading.names[i]) : QStringView());
    }
    return event.finish();
}

void TableDialect::learn(const QString &record)
{
    const QStringList cells = split(record);
    const auto &columns = m_heading.columns;
    const auto when = std::ranges::find_if(columns, isWhen);
    const auto clock = std::ranges::find(columns, ExportColumn::Clock);
    const auto at = when - columns.begin();
    if (when == columns.end() || at >= cells.size())
        return;
    if (*when == ExportColumn::Date && clock != columns.end() && clock - columns.begin() < cells.size())
        m_dates.learn(cells[at] + u' ' + cells[clock - columns.begin()]);
    else
        m_dates.learn(cells[at]);
}

/// Reads a heading's names. EvtxECmd's times are UTC, and its UserName is a piece of the payload.
Columns columnsOf(const QStringList &names)
{
    Columns columns;
    for (const QString &name : names)
        columns.push_back(columnOf(name));
    const bool isEvtxECmd =
        names.contains("PayloadData1"_L1) || (names.contains("EventRecordId"_L1) && names.contains("ChunkNumber"_L1));
    const bool hasClock = std::ranges::contains(columns, ExportColumn::Clock);
    for (ExportColumn &column : columns) {
        if (isEvtxECmd && column == ExportColumn::Time)
            column = ExportColumn::UtcTime;
        else if (isEvtxECmd && column == ExportColumn::UserName)
            column = ExportColumn::PayloadPart;
        else if (column == ExportColumn::Date && !hasClock)
            column = ExportColumn::Time;
    }
    return columns;
}

bool holdsEvents(const Columns &columns)
{
    const auto has = [&](ExportColumn column) { return std::ranges::contains(columns, column); };
    const bool when = std::ranges::any_of(columns, isWhen);
    return when && has(ExportColumn::EventId)
        && (has(ExportColumn::Source) || has(ExportColumn::Message) || has(ExportColumn::EventLevel));
}

/// Level, date and time, source, id, category: Event Viewer's order, under names that are not known.
bool isViewersOrder(const QStringList &row)
{
    return row.size() >= 5 && !isNumber(row[0]) && readWrittenDate(row[1]) && !isNumber(row[2]) && isNumber(row[3]);
}

void nameByPosition(Columns &columns, qsizetype cells)
{
    static constexpr std::array First{
        ExportColumn::EventLevel, ExportColumn::Time, ExportColumn::Source, ExportColumn::EventId, ExportColumn::Task};
    columns.resize(std::max<std::size_t>(columns.size(), First.size()), ExportColumn::Unknown);
    for (std::size_t i = 0; i < First.size(); ++i) {
        if (i > 0 || columns[0] != ExportColumn::Keywords)
            columns[i] = First[i];
    }
    if (cells > static_cast<qsizetype>(columns.size()) && !std::ranges::contains(columns, ExportColumn::Message))
        columns.push_back(ExportColumn::Message);
}

std::optional<Heading> readHeading(const TextHead &head)
{
    Heading heading;
    heading.lines = 0;
    QStringView text(head.text);
    QStringView line;
    do {
        text = text.trimmed();
        const qsizetype end = text.indexOf(u'\n');
        line = (end < 0 ? text : text.first(end)).trimmed();
        text = end < 0 ? QStringView() : text.sliced(end + 1);
        ++heading.lines;
    } while (heading.lines < 4 && (line.startsWith("#TYPE"_L1) || line.startsWith("sep="_L1)));
    heading.separator = separatorOf(line);
    if (heading.separator.isNull() || line.size() > 4096)
        return {};
    heading.names = cellsOf(line, heading.separator);
    heading.columns = columnsOf(heading.names);
    const auto foreign =
        std::ranges::find_if(heading.names, [](const QString &name) { return !name.isEmpty() && !isEnglish(name); });
    const bool mostlyForeign = foreign != heading.names.end() && !isEnglish(heading.names.value(1));
    heading.language = mostlyForeign ? DateLanguage::Other : DateLanguage::English;

    const QStringList row = cellsOf(text.trimmed(), heading.separator, heading.names.size() + 2);
    if (!holdsEvents(heading.columns)) {
        if (heading.names.size() < 5 || !isViewersOrder(row))
            return {};
        nameByPosition(heading.columns, row.size());
    }
    // Event Viewer gives the message no name.
    if (!std::ranges::contains(heading.columns, ExportColumn::Message) && heading.columns.size() >= 5
        && isWhen(heading.columns[1]) && heading.columns[3] == ExportColumn::EventId)
        heading.columns.push_back(ExportColumn::Message);
    return heading;
}

} // namespace

std::unique_ptr<TextDialect> tableDialect(const TextHead &head)
{
    auto heading = readHeading(head);
    if (!heading)
        return {};
    return std::make_unique<TableDialect>(std::move(*heading));
}

} // namespace evident

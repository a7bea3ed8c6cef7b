// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/columnplan.h"

#include "bytes/guid.h"
#include "formats/evtx/knownnames.h"
#include "formats/evtx/systemtime.h"
#include "formats/evtx/valuetext.h"

#include <algorithm>
#include <cstring>

namespace evident::evtx {

namespace {

/// Where in an event's XML each column stands.
struct ColumnPath {
    Column column;
    QLatin1StringView group; ///< child of Event
    QLatin1StringView element;
    QLatin1StringView attribute; ///< empty: the element's content
};

constexpr QLatin1StringView System("System");
constexpr std::array<ColumnPath, ColumnCount> Paths{{
    {Column::Provider, System, QLatin1StringView("Provider"), QLatin1StringView("Name")},
    {Column::SourceName, System, QLatin1StringView("Provider"), QLatin1StringView("EventSourceName")},
    {Column::Id, System, QLatin1StringView("EventID"), {}},
    {Column::Level, System, QLatin1StringView("Level"), {}},
    {Column::Task, System, QLatin1StringView("Task"), {}},
    {Column::Opcode, System, QLatin1StringView("Opcode"), {}},
    {Column::Keywords, System, QLatin1StringView("Keywords"), {}},
    {Column::Time, System, QLatin1StringView("TimeCreated"), QLatin1StringView("SystemTime")},
    {Column::RecordId, System, QLatin1StringView("EventRecordID"), {}},
    {Column::Activity, System, QLatin1StringView("Correlation"), QLatin1StringView("ActivityID")},
    {Column::ProcessId, System, QLatin1StringView("Execution"), QLatin1StringView("ProcessID")},
    {Column::ThreadId, System, QLatin1StringView("Execution"), QLatin1StringView("ThreadID")},
    {Column::Channel, System, QLatin1StringView("Channel"), {}},
    {Column::Computer, System, QLatin1StringView("Computer"), {}},
    {Column::User, System, QLatin1StringView("Security"), QLatin1StringView("UserID")},
    {Column::ProviderGuid, System, QLatin1StringView("Provider"), QLatin1StringView("Guid")},
    {Column::Qualifiers, System, QLatin1StringView("EventID"), QLatin1StringView("Qualifiers")},
    {Column::Version, System, QLatin1StringView("Version"), {}},
    {Column::RelatedActivity, System, QLatin1StringView("Correlation"), QLatin1StringView("RelatedActivityID")},
    {Column::Message, QLatin1StringView("RenderingInfo"), QLatin1StringView("Message"), {}},
}};

constexpr bool isOfRow(Column column)
{
    return column <= Column::User;
}

constexpr bool isName(Column column)
{
    return column == Column::Provider || column == Column::SourceName || column == Column::Channel
        || column == Column::Computer || column == Column::User;
}

std::optional<std::uint64_t> numberOf(QStringView text)
{
    text = text.trimmed();
    bool isNumber = false;
    const bool isHex = text.startsWith(u"0x", Qt::CaseInsensitive);
    std::uint64_t number = isHex ? text.sliced(2).toULongLong(&isNumber, 16) : text.toULongLong(&isNumber, 10);
    if (!isNumber && text.startsWith(u'-'))
        number = static_cast<std::uint64_t>(text.toLongLong(&isNumber, 10));
    return isNumber ? std::optional(number) : std::nullopt;
}

/// A number as records mostly hold it: 1, 2, 4 or 8 bytes. False for any other.
bool readPlain(const Value &value, std::uint64_t &number)
{
    if (isText(value.type) || isArray(value.type))
        return false;
    number = 0;
    switch (value.size) {
    case 1: number = value.data[0]; return true;
    case 2: std::memcpy(&number, value.data, 2); return true;
    case 4: std::memcpy(&number, value.data, 4); return true;
    case 8: std::memcpy(&number, value.data, 8); return true;
    default: return false;
    }
}

std::optional<std::uint64_t> numberOf(const Value &value)
{
    std::uint64_t number = 0;
    if (readPlain(value, number))
        return number;
    return isText(value.type) || isArray(value.type) ? numberOf(QStringView(valueText(value))) : std::nullopt;
}

Timestamp timeOf(const Value &value)
{
    if (value.type == ValueType::FileTime)
        return {readLe<std::uint64_t>(value.bytes(), 0)};
    if (value.type == ValueType::SystemTime)
        return fromSystemTime(value.bytes());
    return isText(value.type) ? fromIsoText(valueText(value)) : Timestamp{};
}

ActivityId activityOf(const Value &value, Names &names)
{
    if (value.type == ValueType::Guid && value.size == GuidSize)
        return ActivityId(value.bytes().first<GuidSize>());
    return ActivityId::of(valueText(value), names);
}

/// Puts a number into the row's column; the level is kept apart, for it is judged together with the keywords.
inline void setNumber(EventRow &row, Column column, std::uint64_t number, std::optional<std::uint8_t> &level)
{
    switch (column) {
    case Column::Id: row.id = static_cast<std::uint16_t>(number); break;
    case Column::Level: level = static_cast<std::uint8_t>(std::min<std::uint64_t>(number, 255)); break;
    case Column::Task: row.task = static_cast<std::uint16_t>(number); break;
    case Column::Opcode: row.opcode = static_cast<std::uint8_t>(number); break;
    case Column::Keywords: row.keywords = number; break;
    case Column::RecordId: row.recordId = number; break;
    case Column::ProcessId: row.processId = static_cast<std::uint32_t>(number); break;
    case Column::ThreadId: row.threadId = static_cast<std::uint32_t>(number); break;
    default: break;
    }
}

void setName(EventRow &row, Column column, NameId id)
{
    switch (column) {
    case Column::Provider: row.provider = id; break;
    case Column::SourceName: row.sourceName = id; break;
    case Column::Channel: row.channel = id; break;
    case Column::Computer: row.computer = id; break;
    case Column::User: row.user = id; break;
    default: break;
    }
}

void setColumn(EventRow &row, Column column, const QString &value, Names &names, std::optional<std::uint8_t> &level)
{
    if (isName(column))
        setName(row, column, names.intern(value));
    else if (column == Column::Activity)
        row.activity = ActivityId::of(value, names);
    else if (column == Column::Time)
        row.time = fromIsoText(value);
    else if (const auto number = numberOf(QStringView(value)))
        setNumber(row, column, *number, level);
}

} // namespace

/// Walks a program once and notes the places of the columns.
class PlanBuilder {
public:
    PlanBuilder(const Program &program, ColumnPlan &plan)
        : m_program(program)
        , m_plan(plan)
    {
    }

    void run()
    {
        for (std::uint32_t i = 0; i < m_program.code.size(); ++i) {
            const Instruction &at = m_program.code[i];
            if (at.op == Op::OpenElement)
                open(at);
            else if (at.op == Op::EndElement)
                close(i);
            else if (at.op == Op::Attribute && m_depth == 3)
                note(m_program.text(at), i + 1, at.end);
            else if (at.op == Op::CloseStart && m_depth == 3)
                m_contentBegin = i + 1;
        }
    }

private:
    void open(const Instruction &at)
    {
        ++m_depth;
        if (m_depth <= 3) {
            m_path[m_depth - 1] = m_program.text(at);
            m_dependency = at.number;
        }
        m_contentBegin = 0;
    }
    void close(std::uint32_t end)
    {
        if (m_depth == 3 && m_contentBegin != 0)
            note({}, m_contentBegin, end);
        --m_depth;
        m_contentBegin = 0;
    }
    void note(QStringView attribute, std::uint32_t begin, std::uint32_t end)
    {
        if (m_path[0] != QLatin1StringView("Event"))
            return;
        const auto path = std::ranges::find_if(Paths, [&](const ColumnPath &candidate) {
            return m_path[1] == candidate.group && m_path[2] == candidate.element && attribute == candidate.attribute;
        });
        if (path == Paths.end())
            return;
        auto &source = m_plan.m_sources[static_cast<std::size_t>(path->column)];
        if (source.begin == source.end)
            source = {.begin = begin, .end = end, .dependency = m_dependency};
    }

    const Program &m_program;
    ColumnPlan &m_plan;
    std::array<QStringView, 3> m_path;
    std::size_t m_depth = 0;
    std::uint32_t m_contentBegin = 0; ///< 0: no content, or it holds elements
    std::uint16_t m_dependency = NoDependency;
};

ColumnPlan::ColumnPlan(const Program &program, Names &names)
{
    PlanBuilder(program, *this).run();
    makePrototype(program, names);
}

void ColumnPlan::makePrototype(const Program &program, Names &names)
{
    for (std::size_t i = 0; i < ColumnCount; ++i) {
        const auto column = static_cast<Column>(i);
        const Source &source = m_sources[i];
        if (source.begin == source.end || !isOfRow(column))
            continue;
        const auto begin = program.code.begin() + source.begin;
        const auto end = program.code.begin() + source.end;
        const bool isLiteral =
            std::none_of(begin, end, [](const Instruction &at) { return at.op == Op::Substitution; });
        if (isLiteral && source.dependency == NoDependency) {
            setColumn(m_prototype, column, text(program, {}, column), names, m_level);
            continue;
        }
        const std::uint16_t number = end - begin == 1 && !isLiteral ? begin->number : NoDependency;
        const std::uint16_t dependency = source.dependency == number ? NoDependency : source.dependency;
        m_feeds.push_back({.column = column, .number = number, .dependency = dependency, .isName = isName(column)});
    }
}

void ColumnPlan::fill(const Program &program, Values values, KnownNames &names, EventRow &row) const
{
    const std::uint64_t place = row.place;
    const Timestamp writtenAt = row.time;
    row = m_prototype;
    row.place = place;
    std::optional<std::uint8_t> level = m_level;
    for (const Feed &feed : m_feeds) {
        if (feed.number == NoDependency) {
            setColumn(row, feed.column, text(program, values, feed.column), names.all(), level);
            continue;
        }
        if (feed.number >= values.size())
            continue;
        const Value &value = values.data()[feed.number];
        if (value.isNull())
            continue;
        if (feed.dependency != NoDependency && valueAt(values, feed.dependency).isNull())
            continue;
        std::uint64_t number = 0;
        if (feed.isName)
            setName(row, feed.column, names.intern(value, static_cast<std::size_t>(feed.column)));
        else if (feed.column == Column::Time)
            row.time = timeOf(value);
        else if (feed.column == Column::Activity)
            row.activity = activityOf(value, names.all());
        else if (readPlain(value, number))
            setNumber(row, feed.column, number, level);
        else if (const auto written = numberOf(value))
            setNumber(row, feed.column, *written, level);
    }
    if (row.time.isNull())
        row.time = writtenAt;
    row.level = levelFrom(level, row.keywords);
}

QString ColumnPlan::text(const Program &program, Values values, Column column) const
{
    const Source &source = m_sources[static_cast<std::size_t>(column)];
    if (source.dependency != NoDependency && valueAt(values, source.dependency).isNull())
        return {};
    QString text;
    for (std::uint32_t i = source.begin; i < source.end; ++i) {
        const Instruction &at = program.code[i];
        if (at.op == Op::Text || at.op == Op::CData)
            text += program.text(at);
        else if (at.op == Op::Substitution)
            text += valueText(valueAt(values, at.number));
    }
    return text;
}

void ColumnPlan::fill(const Program &program, Values values, Event &event) const
{
    const auto string = [&](Column column) { return text(program, values, column); };
    const auto number = [&](Column column) { return numberOf(QStringView(string(column))); };
    if (const auto time = fromIsoText(string(Column::Time)); !time.isNull())
        event.time = time;
    else if (const auto ticks = number(Column::Time); ticks && !Timestamp{*ticks}.isPrintable()) // see appendIso()
        event.time = {*ticks}; // a FILETIME past the year 9999 is written as its number
    event.recordId = number(Column::RecordId);
    event.id = static_cast<std::uint16_t>(number(Column::Id).value_or(0));
    event.qualifiers = number(Column::Qualifiers);
    event.version = static_cast<std::uint8_t>(number(Column::Version).value_or(0));
    event.levelNumber = number(Column::Level);
    event.task = static_cast<std::uint16_t>(number(Column::Task).value_or(0));
    event.opcode = static_cast<std::uint8_t>(number(Column::Opcode).value_or(0));
    event.keywords = number(Column::Keywords).value_or(0);
    event.level = levelFrom(event.levelNumber, event.keywords);
    event.processId = static_cast<std::uint32_t>(number(Column::ProcessId).value_or(0));
    event.threadId = static_cast<std::uint32_t>(number(Column::ThreadId).value_or(0));
    event.provider = string(Column::Provider);
    event.providerGuid = string(Column::ProviderGuid);
    event.sourceName = string(Column::SourceName);
    event.channel = string(Column::Channel);
    event.computer = string(Column::Computer);
    event.user = string(Column::User);
    event.activityId = string(Column::Activity);
    event.relatedActivityId = string(Column::RelatedActivity);
    event.renderedMessage = string(Column::Message);
}

} // namespace evident::evtx

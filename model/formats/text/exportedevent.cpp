// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text/exportedevent.h"

#include "formats/text/jsonrecord.h"
#include "formats/text/recordevent.h"

#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// PowerShell writes the name of a .NET type where a property holds more than one value.
bool isTypeName(QStringView text)
{
    return text.startsWith("System."_L1)
        && (text.endsWith("[]"_L1) || text.contains(u'`') || text.endsWith("EventBookmark"_L1));
}

/// "(5)" as much as "5".
std::optional<std::uint64_t> numberIn(QStringView text)
{
    if (text.startsWith(u'(') && text.endsWith(u')'))
        text = text.sliced(1, text.size() - 2);
    bool ok = false;
    const bool hexadecimal = text.startsWith("0x"_L1, Qt::CaseInsensitive);
    const qulonglong number = hexadecimal ? text.sliced(2).toULongLong(&ok, 16) : text.toULongLong(&ok);
    if (!ok)
        return {};
    return number;
}

QString braced(QStringView guid)
{
    return guid.size() == 36 && !guid.startsWith(u'{') ? u'{' + guid.toString() + u'}' : guid.toString();
}

std::uint8_t numberOf(Level level)
{
    return level <= Level::Verbose ? static_cast<std::uint8_t>(std::to_underlying(level) + 1) : std::uint8_t{0};
}

} // namespace

ExportedEvent::ExportedEvent(const DateReading &dates)
    : m_dates(dates)
{
}

void ExportedEvent::set(ExportColumn column, QStringView text, QStringView heading)
{
    if (column == ExportColumn::Message) {
        if (m_event.renderedMessage.isEmpty() && text.trimmed() != "N/A"_L1)
            m_event.renderedMessage = text.trimmed().toString().replace("\r\n"_L1, "\n"_L1);
        return;
    }
    text = text.trimmed();
    if (text.isEmpty() || column == ExportColumn::Ignored)
        return;
    switch (column) {
    case ExportColumn::EventLevel: setLevel(text); break;
    case ExportColumn::ClassicType: setClassicType(text); break;
    case ExportColumn::Keywords: setKeywords(text); break;
    case ExportColumn::Time: setTime(text, m_dates.local); break;
    case ExportColumn::UtcTime: setTime(text, QTimeZone(QTimeZone::UTC)); break;
    case ExportColumn::Date: m_date = text.toString(); break;
    case ExportColumn::Clock: m_clock = text.toString(); break;
    case ExportColumn::EventId: setEventId(text); break;
    case ExportColumn::Payload: setPayload(text); break;
    case ExportColumn::PayloadPart: m_payloadParts.push_back({heading.toString(), text.toString()}); break;
    case ExportColumn::Strings:
        for (const QStringView part : text.tokenize(u'|'))
            addString(part);
        break;
    case ExportColumn::Unknown:
        if (!isTypeName(text))
            m_event.content.values.push_back({heading.toString(), text.toString()});
        break;
    default:
        if (!meansNothing(text) && !isTypeName(text)) {
            setIdentity(column, text);
            setNumber(column, text);
        }
        break;
    }
}

void ExportedEvent::setIdentity(ExportColumn column, QStringView text)
{
    switch (column) {
    case ExportColumn::Source: m_event.provider = text.toString(); break;
    case ExportColumn::SourceName: m_event.sourceName = text.toString(); break;
    case ExportColumn::ProviderGuid: m_event.providerGuid = braced(text); break;
    case ExportColumn::User: m_event.user = text.toString(); break;
    case ExportColumn::UserName: m_userName = text.toString(); break;
    case ExportColumn::Computer: m_event.computer = text.toString(); break;
    case ExportColumn::Log: m_event.channel = text.toString(); break;
    case ExportColumn::ActivityId: m_event.activityId = braced(text); break;
    case ExportColumn::RelatedActivityId: m_event.relatedActivityId = braced(text); break;
    default: break;
    }
}

void ExportedEvent::setNumber(ExportColumn column, QStringView text)
{
    const auto number = numberIn(text);
    if (!number)
        return;
    switch (column) {
    case ExportColumn::Qualifiers: m_event.qualifiers = static_cast<std::uint16_t>(*number); break;
    case ExportColumn::Version: m_event.version = static_cast<std::uint8_t>(*number); break;
    case ExportColumn::Task: m_event.task = static_cast<std::uint16_t>(*number); break;
    case ExportColumn::Opcode: m_event.opcode = static_cast<std::uint8_t>(*number); break;
    case ExportColumn::RecordId: m_event.recordId = *number; break;
    case ExportColumn::RecordNumber: m_recordNumber = *number; break;
    case ExportColumn::ProcessId: m_event.processId = static_cast<std::uint32_t>(*number); break;
    case ExportColumn::ThreadId: m_event.threadId = static_cast<std::uint32_t>(*number); break;
    default: break;
    }
}

/// A number is winmeta.xml's; Get-EventLog writes 0 for success.
void ExportedEvent::setLevel(QStringView text)
{
    if (const auto number = numberIn(text); number && *number <= 255) {
        m_event.levelNumber = static_cast<std::uint8_t>(*number);
    } else if (const auto level = levelFromExport(text)) {
        m_level = level;
    } else if (!meansNothing(text)) {
        m_otherLevel = text.toString();
    }
}

/// EVENTLOG_…_TYPE of winnt.h.
void ExportedEvent::setClassicType(QStringView text)
{
    switch (text.toUInt()) {
    case 1: m_level = Level::Error; break;
    case 2: m_level = Level::Warning; break;
    case 4: m_level = Level::Information; break;
    case 8: m_level = Level::AuditSuccess; break;
    case 16: m_level = Level::AuditFailure; break;
    default: m_level = Level::LogAlways; break;
    }
}

void ExportedEvent::setKeywords(QStringView text)
{
    bool ok = false;
    if (const auto mask = numberIn(text))
        m_event.keywords |= *mask;
    else if (const qlonglong signedMask = text.toLongLong(&ok); ok) // PowerShell: the mask as a signed number
        m_event.keywords |= static_cast<std::uint64_t>(signedMask);
    else
        m_event.keywords |= auditKeywords(text);
}

void ExportedEvent::setTime(QStringView text, const QTimeZone &local)
{
    if (!m_event.time.isNull())
        return;
    const auto written = readWrittenDate(text);
    const auto time = written ? toTimestamp(*written, m_dates.order, local) : std::nullopt;
    if (time)
        m_event.time = *time;
    else
        m_fault = RecordFault{ErrorCode::BadValue, "an event's date and time"};
}

/// Older tools write the whole 32-bit id.
void ExportedEvent::setEventId(QStringView text)
{
    const auto number = numberIn(text);
    if (!number || *number > 0xffff'ffff || m_hasId)
        return;
    m_hasId = true;
    m_event.id = static_cast<std::uint16_t>(*number);
    if (*number > 0xffff)
        m_event.qualifiers = static_cast<std::uint16_t>(*number >> 16);
}

void ExportedEvent::setPayload(QStringView text)
{
    const auto tokens = tokensFromJson(text, JsonRoot::Content);
    if (!tokens) {
        m_event.content.values.push_back({QString(), text.toString()});
        m_fault = RecordFault{ErrorCode::BadValue, "an event's payload"};
        return;
    }
    m_event.content = eventFrom(*tokens).content;
    m_hasPayload = !m_event.content.values.empty() || !m_event.content.data.isEmpty();
}

void ExportedEvent::addString(QStringView text)
{
    m_event.content.values.push_back({QString(), text.toString()});
}

/// Security events have level 0, which Event Viewer shows as Information; their keywords say what they are.
void ExportedEvent::settleLevel()
{
    if (m_level == Level::AuditSuccess)
        m_event.keywords |= KeywordAuditSuccess;
    if (m_level == Level::AuditFailure)
        m_event.keywords |= KeywordAuditFailure;
    const bool audit = (m_event.keywords & (KeywordAuditSuccess | KeywordAuditFailure)) != 0;
    if (!m_event.levelNumber && (m_level || audit))
        m_event.levelNumber =
            audit && m_level.value_or(Level::Information) == Level::Information ? std::uint8_t{0} : numberOf(*m_level);
    m_event.level = m_event.levelNumber || audit ? levelFrom(m_event.levelNumber, m_event.keywords) : Level::Other;
}

DecodedRecord ExportedEvent::finish()
{
    if (!m_date.isEmpty())
        setTime(m_clock.isEmpty() ? m_date : m_date + u' ' + m_clock, m_dates.local);
    if (!m_hasId)
        return {{}, RecordFault{ErrorCode::BadValue, "an event's id"}};
    if (m_event.time.isNull() && !m_fault)
        m_fault = RecordFault{ErrorCode::BadValue, "an event's date and time"};
    settleLevel();
    if (!m_event.recordId)
        m_event.recordId = m_recordNumber;
    if (m_event.user.isEmpty() && !m_hasPayload)
        m_event.user = m_userName;
    auto &values = m_event.content.values;
    if (!m_hasPayload)
        values.insert(values.end(), m_payloadParts.begin(), m_payloadParts.end());
    if (values.empty())
        values = stringsInMessage(m_event.renderedMessage);
    if (!m_otherLevel.isEmpty() && !m_level && !m_event.levelNumber)
        values.push_back({u"Level"_s, m_otherLevel});
    return {std::move(m_event), m_fault};
}

std::vector<EventValue> stringsInMessage(QStringView message)
{
    // Vista and later: one string a line, then a sentence of the system's about the missing text.
    static constexpr std::array LineMarks{
        u"The following information was included with the event:",
        u"Die folgenden Informationen wurden mit dem Ereignis gespeichert:",
        u"イベントには次の情報が含まれています:",
    };
    // NT 4.0, and 2000 to 2003: the strings with commas between them, then a full stop.
    static constexpr std::array CommaMarks{
        u"It contains the following insertion string(s):",
        u"The following information is part of the event:",
    };
    std::vector<EventValue> values;
    for (const char16_t *mark : LineMarks) {
        const qsizetype at = message.indexOf(QStringView(mark));
        if (at < 0)
            continue;
        bool gap = false; // a blank line behind the strings: what follows is the system's sentence
        for (QStringView line : message.sliced(at + QStringView(mark).size()).tokenize(u'\n')) {
            line = line.trimmed();
            gap = gap || (line.isEmpty() && !values.empty());
            if (!line.isEmpty() && !gap)
                values.push_back({QString(), line.toString()});
        }
        return values;
    }
    for (const char16_t *mark : CommaMarks) {
        const qsizetype at = message.indexOf(QStringView(mark));
        if (at < 0)
            continue;
        QStringView list = message.sliced(at + QStringView(mark).size()).trimmed();
        if (list.endsWith(u'.'))
            list.chop(1);
        for (const QStringView part : list.tokenize(u", "))
            values.push_back({QString(), part.trimmed().toString()});
        return values;
    }
    return values;
}

} // namespace evident

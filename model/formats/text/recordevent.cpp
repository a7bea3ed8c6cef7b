// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text/recordevent.h"

#include "formats/text/writtendate.h"

namespace evident {

using namespace Qt::StringLiterals;

namespace {

using Kind = RecordToken::Kind;

/// Walks the tokens of one record and fills an Event.
class EventFiller {
public:
    Event event;

    void walk(const RecordTokens &tokens)
    {
        for (const RecordToken &token : tokens) {
            switch (token.kind) {
            case Kind::Element: open(token.name); break;
            case Kind::Attribute: attribute(token.name, token.text); break;
            case Kind::Text: m_text += token.text; break;
            case Kind::End: close(); break;
            }
        }
        event.level = levelFrom(event.levelNumber, event.keywords);
    }

private:
    void open(const QString &name)
    {
        if (++m_depth == 2)
            m_section = name;
        m_name = name;
        m_dataName = name == "Data"_L1 ? QString() : name;
        m_text.clear();
        m_isLeaf = true;
    }
    void close()
    {
        if (m_isLeaf && m_depth >= 3)
            leaf();
        m_isLeaf = false;
        --m_depth;
        m_text.clear();
    }
    void attribute(const QString &name, const QString &text);
    void leaf();
    void systemLeaf();
    void systemNumber();
    void contentLeaf();

    int m_depth = 0;
    QString m_section;
    QString m_name;
    QString m_dataName;
    QString m_text;
    bool m_isLeaf = false;
};

QString braced(const QString &guid)
{
    return guid.size() == 36 && !guid.startsWith(u'{') ? u'{' + guid + u'}' : guid;
}

std::uint64_t numberIn(QStringView text)
{
    text = text.trimmed();
    return text.startsWith("0x"_L1, Qt::CaseInsensitive) ? text.sliced(2).toULongLong(nullptr, 16) : text.toULongLong();
}

Timestamp timeIn(QStringView text)
{
    const auto written = readWrittenDate(text);
    return written ? toTimestamp(*written, DayOrder::MonthFirst, QTimeZone(QTimeZone::UTC)).value_or(Timestamp())
                   : Timestamp();
}

void EventFiller::attribute(const QString &name, const QString &text)
{
    if (m_section != "System"_L1 || m_depth != 3) {
        if (m_depth >= 3 && name == "Name"_L1 && (m_name == "Data"_L1 || m_section == "EventData"_L1))
            m_dataName = text;
        return;
    }
    if (m_name == "Provider"_L1) {
        QString &part = name == "Name"_L1 ? event.provider : name == "Guid"_L1 ? event.providerGuid : event.sourceName;
        part = name == "Guid"_L1 ? braced(text) : text;
    } else if (m_name == "EventID"_L1 && name == "Qualifiers"_L1) {
        event.qualifiers = static_cast<std::uint16_t>(numberIn(text));
    } else if (m_name == "TimeCreated"_L1 && name == "SystemTime"_L1) {
        event.time = timeIn(text);
    } else if (m_name == "Correlation"_L1) {
        (name == "ActivityID"_L1 ? event.activityId : event.relatedActivityId) = braced(text);
    } else if (m_name == "Execution"_L1 && name == "ProcessID"_L1) {
        event.processId = static_cast<std::uint32_t>(numberIn(text));
    } else if (m_name == "Execution"_L1 && name == "ThreadID"_L1) {
        event.threadId = static_cast<std::uint32_t>(numberIn(text));
    } else if (m_name == "Security"_L1 && name == "UserID"_L1) {
        event.user = text;
    }
}

void EventFiller::leaf()
{
    if (m_section == "System"_L1 && m_depth == 3)
        systemLeaf();
    else if (m_section == "EventData"_L1 || m_section == "UserData"_L1)
        contentLeaf();
    else if (m_section == "RenderingInfo"_L1 && m_name == "Message"_L1 && event.renderedMessage.isEmpty())
        event.renderedMessage = m_text;
}

void EventFiller::systemLeaf()
{
    if (m_name == "Channel"_L1)
        event.channel = m_text;
    else if (m_name == "Computer"_L1)
        event.computer = m_text;
    else if (!m_text.isEmpty())
        systemNumber();
}

void EventFiller::systemNumber()
{
    const std::uint64_t number = numberIn(m_text);
    if (m_name == "EventID"_L1)
        event.id = static_cast<std::uint16_t>(number);
    else if (m_name == "Version"_L1)
        event.version = static_cast<std::uint8_t>(number);
    else if (m_name == "Level"_L1)
        event.levelNumber = static_cast<std::uint8_t>(number);
    else if (m_name == "Task"_L1)
        event.task = static_cast<std::uint16_t>(number);
    else if (m_name == "Opcode"_L1)
        event.opcode = static_cast<std::uint8_t>(number);
    else if (m_name == "Keywords"_L1)
        event.keywords = number;
    else if (m_name == "EventRecordID"_L1)
        event.recordId = number;
}

/// Binary data and its size are no insertion strings.
void EventFiller::contentLeaf()
{
    if (m_name == "Binary"_L1 || m_name == "binaryData"_L1 || m_dataName == "binaryData"_L1)
        event.content.data = QByteArray::fromHex(m_text.toLatin1());
    else if (m_name != "binaryDataSize"_L1 && m_dataName != "binaryDataSize"_L1)
        event.content.values.push_back({m_dataName, m_text});
}

/// Writes an Event's tokens.
class TokenWriter {
public:
    RecordTokens tokens;

    void open(const QString &name) { tokens.push_back({Kind::Element, name, QString()}); }
    void close() { tokens.push_back({Kind::End, QString(), QString()}); }
    void attribute(const QString &name, const QString &text)
    {
        if (!text.isEmpty())
            tokens.push_back({Kind::Attribute, name, text});
    }
    void leaf(const QString &name, const QString &text)
    {
        open(name);
        if (!text.isEmpty())
            tokens.push_back({Kind::Text, QString(), text});
        close();
    }
    void leafIfAny(const QString &name, const QString &text)
    {
        if (!text.isEmpty())
            leaf(name, text);
    }
};

QString hexadecimal(std::uint64_t number)
{
    return "0x"_L1 + QString::number(number, 16);
}

QString numberIfAny(std::uint64_t number)
{
    return number == 0 ? QString() : QString::number(number);
}

void writeSystem(TokenWriter &out, const Event &event)
{
    out.open(u"System"_s);
    out.open(u"Provider"_s);
    out.attribute(u"Name"_s, event.provider);
    out.attribute(u"Guid"_s, event.providerGuid);
    out.attribute(u"EventSourceName"_s, event.sourceName);
    out.close();
    out.open(u"EventID"_s);
    if (event.qualifiers)
        out.attribute(u"Qualifiers"_s, QString::number(*event.qualifiers));
    out.tokens.push_back({Kind::Text, QString(), QString::number(event.id)});
    out.close();
    out.leafIfAny(u"Version"_s, numberIfAny(event.version));
    if (event.levelNumber)
        out.leaf(u"Level"_s, QString::number(*event.levelNumber));
    out.leafIfAny(u"Task"_s, numberIfAny(event.task));
    out.leafIfAny(u"Opcode"_s, numberIfAny(event.opcode));
    if (event.keywords != 0)
        out.leaf(u"Keywords"_s, hexadecimal(event.keywords));
    out.open(u"TimeCreated"_s);
    out.attribute(u"SystemTime"_s, event.time.toIso());
    out.close();
    if (event.recordId)
        out.leaf(u"EventRecordID"_s, QString::number(*event.recordId));
    if (!event.activityId.isEmpty() || !event.relatedActivityId.isEmpty()) {
        out.open(u"Correlation"_s);
        out.attribute(u"ActivityID"_s, event.activityId);
        out.attribute(u"RelatedActivityID"_s, event.relatedActivityId);
        out.close();
    }
    if (event.processId != 0 || event.threadId != 0) {
        out.open(u"Execution"_s);
        out.attribute(u"ProcessID"_s, QString::number(event.processId));
        out.attribute(u"ThreadID"_s, QString::number(event.threadId));
        out.close();
    }
    out.leafIfAny(u"Channel"_s, event.channel);
    out.leafIfAny(u"Computer"_s, event.computer);
    if (!event.user.isEmpty()) {
        out.open(u"Security"_s);
        out.attribute(u"UserID"_s, event.user);
        out.close();
    }
    out.close();
}

} // namespace

Event eventFrom(const RecordTokens &tokens)
{
    EventFiller filler;
    filler.walk(tokens);
    return std::move(filler.event);
}

bool isEvent(const RecordTokens &tokens)
{
    int depth = 0;
    bool inSystem = false;
    for (const RecordToken &token : tokens) {
        if (token.kind == Kind::Element) {
            ++depth;
            if (depth == 1 && token.name != "Event"_L1)
                return false;
            inSystem = depth == 2 ? token.name == "System"_L1 : inSystem;
            if (depth == 3 && inSystem && token.name == "EventID"_L1)
                return true;
        } else if (token.kind == Kind::End) {
            --depth;
        }
    }
    return false;
}

RecordTokens tokensFrom(const Event &event)
{
    TokenWriter out;
    out.open(u"Event"_s);
    out.attribute(u"xmlns"_s, u"http://schemas.microsoft.com/win/2004/08/events/event"_s);
    writeSystem(out, event);
    if (!event.content.values.empty() || !event.content.data.isEmpty()) {
        out.open(u"EventData"_s);
        for (const EventValue &value : event.content.values) {
            out.open(u"Data"_s);
            out.attribute(u"Name"_s, value.name);
            if (!value.text.isEmpty())
                out.tokens.push_back({Kind::Text, QString(), value.text});
            out.close();
        }
        out.leafIfAny(u"Binary"_s, QString::fromLatin1(event.content.data.toHex().toUpper()));
        out.close();
    }
    if (!event.renderedMessage.isEmpty()) {
        out.open(u"RenderingInfo"_s);
        out.leaf(u"Message"_s, event.renderedMessage);
        out.close();
    }
    out.close();
    return std::move(out.tokens);
}

} // namespace evident

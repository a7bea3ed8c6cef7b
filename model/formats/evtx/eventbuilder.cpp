// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/eventbuilder.h"

#include "formats/evtx/typedtext.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace evident::evtx {

namespace {

/// More than the shapes of all events of a machine; a log that has more makes some of them again.
constexpr qsizetype MostShapes = 4096;

/// What Windows writes into System other than text. An empty attribute: the element's content.
struct SystemType {
    QStringView element;
    QStringView attribute;
    ValueType type;
};
constexpr std::array SystemTypes{
    SystemType{u"Provider", u"Guid", ValueType::Guid},
    SystemType{u"EventID", u"", ValueType::UInt16},
    SystemType{u"EventID", u"Qualifiers", ValueType::UInt16},
    SystemType{u"Version", u"", ValueType::UInt8},
    SystemType{u"Level", u"", ValueType::UInt8},
    SystemType{u"Task", u"", ValueType::UInt16},
    SystemType{u"Opcode", u"", ValueType::UInt8},
    SystemType{u"Keywords", u"", ValueType::HexInt64},
    SystemType{u"TimeCreated", u"SystemTime", ValueType::FileTime},
    SystemType{u"EventRecordID", u"", ValueType::UInt64},
    SystemType{u"Correlation", u"ActivityID", ValueType::Guid},
    SystemType{u"Correlation", u"RelatedActivityID", ValueType::Guid},
    SystemType{u"Execution", u"ProcessID", ValueType::UInt32},
    SystemType{u"Execution", u"ThreadID", ValueType::UInt32},
    SystemType{u"Execution", u"ProcessorID", ValueType::UInt8},
    SystemType{u"Execution", u"SessionID", ValueType::UInt32},
    SystemType{u"Security", u"UserID", ValueType::Sid},
};

bool isIn(const std::vector<QString> &path, QStringView section)
{
    return path.size() > 1 && path[1] == section;
}

template<typename T>
void appendRaw(QByteArray &key, const T &value)
{
    key.append(reinterpret_cast<const char *>(&value), sizeof(value));
}

} // namespace

void EventBuilder::clear()
{
    m_program.code.clear();
    m_program.texts.clear();
    m_program.utf16.clear();
    m_slots.clear();
    m_bytes.clear();
    m_values.clear();
    m_time = {};
}

void EventBuilder::open(QStringView name)
{
    if (m_open.empty())
        clear();
    finishStart();
    flushText();
    m_open.push_back(static_cast<std::uint32_t>(m_program.code.size()));
    m_path.push_back(name.toString());
    this->name(Op::OpenElement, name);
    m_inStart = true;
}

void EventBuilder::attribute(QStringView name, QStringView text)
{
    const std::size_t at = m_program.code.size();
    this->name(Op::Attribute, name);
    // Which value an element is for belongs to the shape of the event.
    if (!isIn(m_path, u"System") && (name == u"Name" || name.startsWith(u"xmlns")))
        literal(text);
    else
        substitute(typeOf(name), text);
    m_program.code[at].end = static_cast<std::uint32_t>(m_program.code.size());
}

void EventBuilder::text(QStringView text)
{
    finishStart();
    m_text += text;
    m_hasText = true;
}

void EventBuilder::close()
{
    const bool isEmpty = m_inStart;
    if (isEmpty)
        m_program.code.push_back({.op = Op::CloseEmpty});
    m_inStart = false;
    flushText();
    Instruction &element = m_program.code[m_open.back()];
    element.end = static_cast<std::uint32_t>(m_program.code.size() + 1);
    m_program.code.push_back({.op = Op::EndElement, .text = element.text});
    m_open.pop_back();
    m_path.pop_back();
}

void EventBuilder::finishStart()
{
    if (m_inStart)
        m_program.code.push_back({.op = Op::CloseStart});
    m_inStart = false;
}

void EventBuilder::flushText()
{
    if (m_hasText)
        substitute(typeOf({}), m_text);
    m_text.clear();
    m_hasText = false;
}

void EventBuilder::name(Op op, QStringView text)
{
    literal(text);
    m_program.code.back().op = op;
}

void EventBuilder::literal(QStringView text)
{
    const auto begin = static_cast<std::uint32_t>(m_program.utf16.size());
    m_program.utf16.append(text.utf16(), static_cast<std::size_t>(text.size()));
    m_program.code.push_back({.op = Op::Text, .text = static_cast<std::uint32_t>(m_program.texts.size())});
    m_program.texts.push_back({.offset = begin, .length = static_cast<std::uint32_t>(text.size())});
}

void EventBuilder::substitute(ValueType type, QStringView text)
{
    Slot slot{.begin = m_bytes.size(), .size = 0, .type = type};
    if (const auto typed = bytesFromText(type, text)) {
        m_bytes.insert(m_bytes.end(), typed->begin(), typed->end());
        if (type == ValueType::FileTime)
            m_time = {readLe<std::uint64_t>(*typed, 0)};
    } else {
        slot.type = ValueType::String;
        const Bytes utf16 = asUtf16Bytes(text);
        m_bytes.insert(m_bytes.end(), utf16.begin(), utf16.end());
    }
    slot.size = m_bytes.size() - slot.begin;
    m_program.code.push_back({.op = Op::Substitution,
        .number = static_cast<std::uint16_t>(m_slots.size()),
        .text = static_cast<std::uint32_t>(slot.type)});
    m_slots.push_back(slot);
}

ValueType EventBuilder::typeOf(QStringView attribute) const
{
    if (isIn(m_path, u"EventData") && m_path.size() == 3 && m_path[2] == u"Binary" && attribute.isEmpty())
        return ValueType::Binary;
    if (!isIn(m_path, u"System") || m_path.size() != 3)
        return ValueType::String;
    const auto known = std::ranges::find_if(
        SystemTypes, [&](const SystemType &type) { return type.element == m_path[2] && type.attribute == attribute; });
    return known != SystemTypes.end() ? known->type : ValueType::String;
}

/// The template of what was built: one for all events whose names, order and types are equal.
std::shared_ptr<const Template> EventBuilder::shape()
{
    QByteArray key;
    for (const Instruction &at : m_program.code) {
        appendRaw(key, at.op);
        appendRaw(key, at.number);
        if (at.op == Op::Substitution) {
            appendRaw(key, at.text);
        } else if (at.op != Op::CloseStart && at.op != Op::CloseEmpty && at.op != Op::EndElement) {
            const QStringView text = m_program.text(at);
            appendRaw(key, text.size());
            key.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        }
    }
    if (const auto known = m_shapes.constFind(key); known != m_shapes.constEnd())
        return *known;
    auto made = std::make_shared<Template>();
    made->program = m_program;
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Md5);
    std::memcpy(made->guid.data(), hash.constData(), made->guid.size());
    if (m_shapes.size() >= MostShapes)
        m_shapes.clear();
    m_shapes.insert(key, made);
    return made;
}

WrittenRecord EventBuilder::record()
{
    for (const Slot &slot : m_slots) {
        // A text that no value can hold does not fit into a chunk either; see FragmentWriter.
        m_values.push_back({.data = m_bytes.data() + slot.begin,
            .size = static_cast<std::uint16_t>(std::min<std::size_t>(slot.size, 0xffff)),
            .type = slot.type});
    }
    WrittenRecord record;
    record.written = m_time;
    record.definition = shape();
    record.program = &record.definition->program;
    record.values = m_values;
    return record;
}

} // namespace evident::evtx

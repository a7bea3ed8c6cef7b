// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/jsonwriter.h"

#include "bytes/guid.h"
#include "formats/evtx/realtext.h"
#include "formats/evtx/recording.h"
#include "formats/evtx/valuetext.h"

#include <algorithm>
#include <string>

namespace evident::evtx {

namespace {

bool isBare(const Value &value)
{
    const bool isNumber = value.type >= ValueType::Int8 && value.type <= ValueType::UInt64;
    return (isNumber || value.type == ValueType::Bool) && value.size >= fixedSize(value.type);
}

} // namespace

void appendJsonValue(OutBuffer &out, const Value &value)
{
    if (value.type == ValueType::String)
        appendJsonText(out, stringBytes(value));
    else if (isText(value.type) || isArray(value.type))
        appendJsonText(out, asUtf16Bytes(valueText(value)));
    else if (value.type == ValueType::Guid)
        appendGuid(out, value.bytes());
    else if (isReal(value.type) && value.size >= fixedSize(value.type))
        appendJsonReal(out, value);
    else
        appendPlain(out, value);
}

JsonWriter::JsonWriter(OutBuffer &out, ValueLog *log)
    : m_out(out)
    , m_log(log)
{
    m_out.append('{');
    m_frames.push_back({.valueAt = m_out.size(), .isObject = true});
}

void JsonWriter::finish()
{
    m_out.append(isEmpty() ? R"("Event":null})" : "}");
}

void JsonWriter::insert(std::size_t at, std::string_view text)
{
    m_out.insert(at, text);
    if (m_log)
        m_log->moved();
}

void JsonWriter::openElement(const Program &program, const Instruction &at)
{
    Frame &parent = m_frames.back();
    if (!parent.isObject)
        openObject(parent);
    closeRun(parent.content);
    const QStringView name = program.text(at);
    const bool isData = parent.isContainer && name == u"Data";
    if (!isData) {
        beginMember(parent);
        writeKey(program, at);
    }
    m_frames.push_back({.valueAt = m_out.size(),
        .firstName = m_names.size(),
        .isContainer = name == u"EventData" || name == u"UserData",
        .isData = isData,
        .isNamed = !isData});
}

void JsonWriter::beginMember(Frame &parent)
{
    closeList(parent.list);
    if (parent.hasMembers)
        m_out.append(',');
    parent.hasMembers = true;
}

/// The key of a child of the innermost element, told apart from its sisters of the same name.
void JsonWriter::writeKey(const Program &program, const Instruction &at)
{
    const QStringView name = program.text(at);
    const auto sisters = m_names.begin() + static_cast<std::ptrdiff_t>(m_frames.back().firstName);
    const auto known =
        std::find_if(sisters, m_names.end(), [&](const NameCount &sister) { return sister.name == name; });
    m_out.append('"');
    program.appendJson(m_out, at);
    if (known != m_names.end()) {
        m_out.append('_');
        appendDecimal(m_out, known->count++);
    } else {
        m_names.push_back({.name = name, .count = 1});
    }
    m_out.append("\":");
}

/// The element has children after all: what it already has becomes its #text.
void JsonWriter::openObject(Frame &frame)
{
    frame.isObject = true;
    if (frame.content.state == Run::State::None) {
        m_out.append('{');
        return;
    }
    closeRun(frame.content);
    constexpr std::string_view Before = R"({"#text":)";
    insert(frame.content.at, Before);
    frame.content.at += Before.size();
    frame.content.end += Before.size();
    frame.hasMembers = true;
}

void JsonWriter::attribute(const Program &program, const Instruction &at)
{
    Frame &frame = m_frames.back();
    m_attributeAt = m_out.size();
    m_attribute = {};
    if (frame.isData) {
        m_target = program.text(at) == u"Name" && !frame.isNamed ? Target::Key : Target::Nothing;
        return;
    }
    m_target = Target::Attribute;
    m_out.append(frame.hasAttributes ? "," : R"({"#attributes":{)");
    m_out.append('"');
    program.appendJson(m_out, at);
    m_out.append("\":");
}

void JsonWriter::endAttribute()
{
    Frame &frame = m_frames.back();
    const bool isEmpty = m_attribute.state == Run::State::None;
    closeRun(m_attribute);
    if (m_target == Target::Attribute && isEmpty)
        m_out.truncate(m_attributeAt);
    else if (m_target == Target::Attribute)
        frame.hasAttributes = true;
    else if (m_target == Target::Key && !isEmpty) {
        frame.isNamed = true;
        m_out.append(':');
    }
    m_target = Target::Content;
}

void JsonWriter::closeStart(Op)
{
    Frame &frame = m_frames.back();
    if (!frame.isNamed)
        beginListItem(m_frames[m_frames.size() - 2]);
    if (frame.hasAttributes) {
        m_out.append('}');
        frame.isObject = frame.hasMembers = true;
    }
    if (frame.isData)
        frame.valueAt = m_out.size();
}

void JsonWriter::beginListItem(Frame &parent)
{
    List &list = parent.list;
    if (list.count == 0) {
        beginMember(parent);
        m_out.append(R"("Data":{"#text":)");
        list.at = m_out.size();
        list.isOpen = true;
    } else if (list.isOpen) {
        if (list.count == 1)
            insert(list.at, "[");
        m_out.append(',');
    }
    ++list.count;
}

/// A list that was already closed takes one more value: it is moved there from the end.
void JsonWriter::endListItem(Frame &parent, std::size_t valueAt)
{
    List &list = parent.list;
    if (list.isOpen)
        return;
    if (m_log)
        m_log->moved();
    std::string item(",");
    item += m_out.view().substr(valueAt);
    m_out.truncate(valueAt);
    if (list.count == 2) {
        insert(list.at, "[");
        ++list.end;
        item += ']';
    }
    insert(list.end, item);
    list.end += item.size() - (list.count == 2 ? 1 : 0);
}

void JsonWriter::closeList(List &list)
{
    if (!list.isOpen)
        return;
    list.isOpen = false;
    list.end = m_out.size();
    m_out.append(list.count > 1 ? "]}" : "}");
}

void JsonWriter::endElement(const Program &, const Instruction &)
{
    Frame &frame = m_frames.back();
    closeList(frame.list);
    if (!frame.isObject && frame.content.state == Run::State::None)
        m_out.append(frame.isData ? R"("")" : "null");
    closeRun(frame.content);
    if (frame.isObject)
        m_out.append('}');
    m_names.resize(frame.firstName);
    const std::size_t valueAt = frame.valueAt;
    const bool isItem = !frame.isNamed;
    m_frames.pop_back();
    if (isItem)
        endListItem(m_frames.back(), valueAt);
}

void JsonWriter::text(const Program &program, const Instruction &at)
{
    if (at.op == Op::Text || at.op == Op::CData)
        take(false, [&] { program.appendJson(m_out, at); });
}

void JsonWriter::value(const Value &value)
{
    take(isBare(value), [&] {
        const std::size_t begin = m_out.size();
        appendJsonValue(m_out, value);
        if (m_log)
            m_log->wrote(begin, m_out.size(), value, ValueSpot::Json);
    });
}

template<typename Write>
void JsonWriter::take(bool isBare, Write write)
{
    if (m_target == Target::Nothing || m_frames.size() == 1)
        return;
    if (m_target == Target::Attribute) {
        piece(m_attribute, isBare, write);
        return;
    }
    const bool isKey = m_target == Target::Key;
    Frame &frame = isKey ? m_frames[m_frames.size() - 2] : m_frames.back();
    Run &run = isKey ? m_attribute : frame.content;
    if (run.state != Run::State::None || (!isKey && !frame.isObject)) {
        piece(run, isBare && !isKey, write);
        return;
    }
    // It begins a member of an object, unless it turns out to be empty.
    const Frame before = frame;
    const std::size_t size = m_out.size();
    beginMember(frame);
    if (!isKey)
        m_out.append(R"("#text":)");
    piece(run, isBare && !isKey, write);
    if (run.state == Run::State::None) {
        frame = before;
        m_out.truncate(size);
    }
}

/// Adds what @p write appends to the run; nothing happens when that is nothing.
template<typename Write>
void JsonWriter::piece(Run &run, bool isBare, Write write)
{
    const std::size_t before = m_out.size();
    if (run.state == Run::State::None && isBare) {
        run = {.at = before, .state = Run::State::Bare};
        write();
        return;
    }
    if (run.state == Run::State::Closed) {
        write();
        if (m_log)
            m_log->moved();
        const std::string late(m_out.view().substr(before));
        m_out.truncate(before);
        insertLate(run, late);
        return;
    }
    if (run.state == Run::State::None) {
        m_out.append('"');
        write();
        if (m_out.size() > before + 1)
            run = {.at = before, .state = Run::State::Quoted};
        else
            m_out.truncate(before);
        return;
    }
    if (run.state == Run::State::Bare) {
        run.state = Run::State::Quoted;
        insert(run.at, R"(")");
    }
    write();
}

/// Text that comes behind a child of its element belongs to the text before it.
void JsonWriter::insertLate(Run &run, std::string_view text)
{
    if (m_out.view()[run.at] != '"') {
        insert(run.end, R"(")");
        insert(run.at, R"(")");
        run.end += 2;
    }
    insert(run.end - 1, text);
    run.end += text.size();
}

void JsonWriter::closeRun(Run &run)
{
    if (run.state == Run::State::Quoted)
        m_out.append('"');
    if (run.state == Run::State::Quoted || run.state == Run::State::Bare) {
        run.end = m_out.size();
        run.state = Run::State::Closed;
    }
}

} // namespace evident::evtx

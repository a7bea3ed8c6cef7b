// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/fragmentwriter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace evident::evtx {

namespace {

constexpr std::array<std::uint8_t, 4> FragmentHeader{static_cast<std::uint8_t>(Token::FragmentHeader), 1, 1, 0};
constexpr std::uint8_t InstanceVersion = 1;

/// The word for a character that XML has no other way to say; empty for others.
QStringView entityOf(char16_t unit, bool isAttribute)
{
    switch (unit) {
    case u'&': return u"amp";
    case u'<': return u"lt";
    case u'>': return u"gt";
    case u'"': return isAttribute ? QStringView(u"quot") : QStringView();
    case u'\'': return isAttribute ? QStringView(u"apos") : QStringView();
    default: return {};
    }
}

/// An Event of which nothing is known.
const Program &emptyEvent()
{
    static const Program program = [] {
        Program event;
        event.utf16 = std::u16string(u"Event");
        event.texts.push_back({.offset = 0, .length = 5});
        event.code = {{.op = Op::OpenElement, .end = 3}, {.op = Op::CloseEmpty}, {.op = Op::EndElement}};
        return event;
    }();
    return program;
}

bool isCharacterData(Op op)
{
    return op == Op::Text || op == Op::CData || op == Op::Substitution;
}

} // namespace

FragmentWriter::FragmentWriter(ChunkImage &image, const WrittenRecord &record)
    : m_image(image)
    , m_record(record)
{
}

void FragmentWriter::write()
{
    m_image.append(FragmentHeader);
    if (m_record.program)
        piece(*m_record.program, m_record.definition, m_record.values);
    else
        piece(emptyEvent(), nullptr, {});
    token(Token::EndOfStream);
}

void FragmentWriter::token(Token token, bool more)
{
    m_image.number(static_cast<std::uint8_t>(static_cast<std::uint8_t>(token) | (more ? MoreFlag : 0)));
}

void FragmentWriter::piece(const Program &program, const std::shared_ptr<const Template> &definition, Values own)
{
    if (!definition) {
        tokens(program, Purpose::Once);
        return;
    }
    token(Token::TemplateInstance);
    m_image.number(InstanceVersion);
    m_image.number(readLe<std::uint32_t>(definition->guid, 0));
    if (const auto known = m_image.find(*definition)) {
        m_image.number(*known);
    } else {
        m_image.number(static_cast<std::uint32_t>(m_image.position() + 4));
        define(definition);
    }
    values(own);
}

void FragmentWriter::define(const std::shared_ptr<const Template> &definition)
{
    m_image.beginDefinition(definition);
    m_image.append(definition->guid);
    const std::size_t sizeAt = m_image.position();
    m_image.number(std::uint32_t{0});
    m_image.append(FragmentHeader);
    tokens(definition->program, Purpose::Template);
    token(Token::EndOfStream);
    m_image.patch(sizeAt, static_cast<std::uint32_t>(m_image.position() - sizeAt - 4));
}

void FragmentWriter::values(Values values)
{
    m_image.number(static_cast<std::uint32_t>(values.size()));
    std::size_t descriptor = m_image.position();
    for (const Value &value : values) {
        m_image.number(value.isNull() ? std::uint16_t{0} : value.size);
        m_image.number(static_cast<std::uint16_t>(value.type));
    }
    for (const Value &value : values) {
        const std::size_t begin = m_image.position();
        if (value.type == ValueType::BinXml)
            nested(value);
        else if (!value.isNull())
            m_image.append(value.bytes());
        m_image.patch(descriptor, static_cast<std::uint16_t>(m_image.position() - begin));
        descriptor += 4;
    }
}

/// What a value nests, as far as it is played (see ProgramWalk).
void FragmentWriter::nested(const Value &value)
{
    if (value.size == 0 || !m_record.source || m_depth >= DeepestFragment)
        return;
    ++m_depth;
    if (static_cast<Token>(value.data[0]) == Token::FragmentHeader)
        m_image.append(FragmentHeader);
    TemplateTable &source = *m_record.source;
    FragmentReader reader(source, Nested::Leave);
    const auto begin = static_cast<std::size_t>(value.data - source.chunk().data());
    reader.start(begin, begin + value.size, m_record.origin);
    while (!m_image.isOverfull() && reader.next())
        piece(reader.program(), reader.sharedDefinition(), reader.values());
    token(Token::EndOfStream);
    --m_depth;
}

void FragmentWriter::tokens(const Program &program, Purpose purpose)
{
    const auto &code = program.code;
    const auto count = static_cast<std::uint32_t>(code.size());
    std::uint32_t attributeEnd = 0;
    for (std::uint32_t i = 0; i < count && !m_image.isOverfull(); ++i) {
        const Instruction &at = code[i];
        const bool isAttribute = i < attributeEnd;
        const bool hasMore = i + 1 < (isAttribute ? attributeEnd : count) && isCharacterData(code[i + 1].op);
        switch (at.op) {
        case Op::OpenElement: openElement(program, i, purpose); break;
        case Op::Attribute:
            attributeEnd = at.end;
            token(Token::Attribute, at.end < count && code[at.end].op == Op::Attribute);
            m_image.name(program.text(at));
            break;
        case Op::CloseStart:
        case Op::CloseEmpty: closeStart(at.op); break;
        case Op::EndElement: endElement(code[i - 1].op == Op::CloseEmpty); break;
        case Op::Text: text(program.text(at), isAttribute, hasMore); break;
        case Op::CData: countedText(static_cast<std::uint8_t>(Token::CDataSection), program.text(at)); break;
        case Op::Substitution:
            if (purpose == Purpose::Once)
                break; // nothing that it could stand for
            token(at.isOptional ? Token::OptionalSubstitution : Token::NormalSubstitution);
            m_image.number(at.number);
            m_image.number(static_cast<std::uint8_t>(at.text));
            break;
        case Op::PiTarget:
            token(Token::PiTarget);
            m_image.name(program.text(at));
            break;
        case Op::PiData: countedText(static_cast<std::uint8_t>(Token::PiData), program.text(at)); break;
        }
    }
}

void FragmentWriter::openElement(const Program &program, std::uint32_t index, Purpose purpose)
{
    const Instruction &at = program.code[index];
    const bool hasAttributes = program.code[index + 1].op == Op::Attribute;
    token(Token::OpenStartElement, hasAttributes);
    if (purpose == Purpose::Template)
        m_image.number(at.number);
    OpenElement element{.sizeAt = m_image.position(), .attributesAt = 0};
    m_image.number(std::uint32_t{0});
    m_image.name(program.text(at));
    if (hasAttributes) {
        element.attributesAt = m_image.position();
        m_image.number(std::uint32_t{0});
    }
    m_open.push_back(element);
}

void FragmentWriter::closeStart(Op op)
{
    if (const std::size_t at = m_open.back().attributesAt; at != 0)
        m_image.patch(at, static_cast<std::uint32_t>(m_image.position() - at - 4));
    token(op == Op::CloseEmpty ? Token::CloseEmptyElement : Token::CloseStartElement);
}

void FragmentWriter::endElement(bool wasEmpty)
{
    if (!wasEmpty)
        token(Token::EndElement);
    const std::size_t at = m_open.back().sizeAt;
    m_image.patch(at, static_cast<std::uint32_t>(m_image.position() - at - 4));
    m_open.pop_back();
}

/// Text as a run of values, with references in the place of what has to be escaped.
void FragmentWriter::text(QStringView text, bool isAttribute, bool hasMore)
{
    constexpr auto Token05 = static_cast<std::uint8_t>(Token::Value);
    const auto isPlain = [isAttribute](QChar c) { return entityOf(c.unicode(), isAttribute).isEmpty(); };
    do {
        const auto length = std::ranges::find_if_not(text, isPlain) - text.begin();
        const bool isLast = length == text.size();
        if (length > 0 || isLast) {
            countedText(Token05 | (isLast && !hasMore ? 0 : MoreFlag), text.first(length));
            text = text.sliced(length);
        }
        if (!text.isEmpty()) {
            token(Token::EntityReference, text.size() > 1 || hasMore);
            m_image.name(entityOf(text.front().unicode(), isAttribute));
            text = text.sliced(1);
        }
    } while (!text.isEmpty() && !m_image.isOverfull());
}

void FragmentWriter::countedText(std::uint8_t token, QStringView text)
{
    m_image.number(token);
    if ((token & ~MoreFlag) == static_cast<std::uint8_t>(Token::Value))
        m_image.number(static_cast<std::uint8_t>(ValueType::String));
    m_image.number(static_cast<std::uint16_t>(text.size()));
    m_image.append(asUtf16Bytes(text)); // longer than its count can say: does not fit the chunk either
}

} // namespace evident::evtx

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/compiler.h"

#include "bytes/utf16.h"
#include "formats/evtx/name.h"
#include "formats/evtx/valuetext.h"

#include <algorithm>
#include <array>
#include <utility>

namespace evident::evtx {

namespace {

/// Deeper than any real event (about ten); hostile input ends here.
constexpr std::size_t DeepestElement = 200;

constexpr std::array<bool, 128> NameCharacters = [] {
    std::array<bool, 128> allowed{};
    for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:"))
        allowed[static_cast<std::size_t>(c)] = true;
    return allowed;
}();

bool isNameUnit(char16_t unit)
{
    return unit < NameCharacters.size() ? NameCharacters[unit] : unit < 0xfffe && (unit < 0xd800 || unit > 0xdfff);
}

bool isNameStart(char16_t unit)
{
    return isNameUnit(unit) && !(unit >= u'0' && unit <= u'9') && unit != u'-' && unit != u'.';
}

Bytes bytesOf(std::u16string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size() * 2};
}

} // namespace

Compiler::Compiler(Bytes chunk, std::size_t begin, std::size_t end, Purpose purpose)
    : m_cursor(chunk.first(std::min(end, chunk.size())), begin)
    , m_chunk(chunk)
    , m_purpose(purpose)
{
}

Program Compiler::run()
{
    while (m_cursor.left() > 0 && step()) { }
    if (m_cursor.failed() || (!m_open.empty() && !m_program.fault))
        fault(ErrorCode::Truncated);
    closeAll();
    if (m_purpose == Purpose::Template)
        writeForms();
    countUses();
    return std::move(m_program);
}

/// Remembers the first fault. Answers false, so that a step can return it.
bool Compiler::fault(ErrorCode code)
{
    if (!m_program.fault)
        m_program.fault = Program::Fault{.code = code, .offset = m_tokenAt};
    return false;
}

bool Compiler::step()
{
    m_tokenAt = m_cursor.position();
    const std::uint8_t byte = m_cursor.u8();
    switch (static_cast<Token>(byte & ~MoreFlag)) {
    case Token::EndOfStream: return false;
    case Token::OpenStartElement: return openElement((byte & MoreFlag) != 0);
    case Token::CloseStartElement: return closeStart(Op::CloseStart);
    case Token::CloseEmptyElement: return closeStart(Op::CloseEmpty) && endElement();
    case Token::EndElement: return endElement();
    case Token::Value: return value();
    case Token::Attribute: return attribute();
    case Token::CDataSection: return countedText(Op::CData);
    case Token::CharReference: return charReference();
    case Token::EntityReference: return entityReference();
    case Token::PiTarget: return piTarget();
    case Token::PiData: return countedText(Op::PiData);
    case Token::NormalSubstitution: return substitution(false);
    case Token::OptionalSubstitution: return substitution(true);
    case Token::FragmentHeader: m_cursor.skip(3); return m_program.code.empty() || fault(ErrorCode::BadToken);
    default: return fault(ErrorCode::BadToken);
    }
}

bool Compiler::openElement(bool hasAttributes)
{
    if (m_spot != Spot::Content)
        return fault(ErrorCode::BadToken);
    if (m_open.size() >= DeepestElement)
        return fault(ErrorCode::TooDeep);
    Instruction element{.op = Op::OpenElement};
    if (m_purpose == Purpose::Template)
        element.number = m_cursor.u16();
    m_cursor.skip(4); // size of the element: what its tokens say counts
    const auto name = readName();
    if (!name)
        return false;
    if (hasAttributes)
        m_cursor.skip(4); // size of the attributes
    element.text = *name;
    m_open.push_back(static_cast<std::uint32_t>(m_program.code.size()));
    m_program.code.push_back(element);
    m_spot = Spot::StartTag;
    return !m_cursor.failed();
}

bool Compiler::closeStart(Op op)
{
    if (m_spot == Spot::Content)
        return fault(ErrorCode::BadToken);
    finishAttribute();
    m_program.code.push_back({.op = op});
    m_spot = Spot::Content;
    return true;
}

bool Compiler::endElement()
{
    if (m_spot != Spot::Content || m_open.empty())
        return fault(ErrorCode::BadToken);
    Instruction &element = m_program.code[m_open.back()];
    const std::uint32_t name = element.text;
    element.end = static_cast<std::uint32_t>(m_program.code.size() + 1);
    m_open.pop_back();
    m_program.code.push_back({.op = Op::EndElement, .text = name});
    return true;
}

bool Compiler::attribute()
{
    if (m_spot == Spot::Content)
        return fault(ErrorCode::BadToken);
    finishAttribute();
    const auto name = readName();
    if (!name)
        return false;
    m_attribute = static_cast<std::uint32_t>(m_program.code.size());
    m_program.code.push_back({.op = Op::Attribute, .text = *name});
    m_spot = Spot::Attribute;
    return true;
}

void Compiler::finishAttribute()
{
    if (m_spot == Spot::Attribute)
        m_program.code[m_attribute].end = static_cast<std::uint32_t>(m_program.code.size());
    m_spot = Spot::StartTag;
}

bool Compiler::value()
{
    if (!takesText())
        return fault(ErrorCode::BadToken);
    const auto type = static_cast<ValueType>(m_cursor.u8());
    if (type == ValueType::String)
        return countedText(Op::Text);
    const std::size_t size = type == ValueType::AnsiString ? m_cursor.u16() : fixedSize(type);
    if (size == 0)
        return fault(ErrorCode::BadToken);
    const Bytes bytes = m_cursor.take(size);
    const Value literal{.data = bytes.data(), .size = static_cast<std::uint16_t>(bytes.size()), .type = type};
    appendText(Op::Text, asUtf16Bytes(valueText(literal)));
    return !m_cursor.failed();
}

bool Compiler::countedText(Op op)
{
    const bool isPiData = op == Op::PiData;
    const bool isPlace = isPiData ? !m_program.code.empty() && m_program.code.back().op == Op::PiTarget : takesText();
    if (!isPlace)
        return fault(ErrorCode::BadToken);
    const std::size_t length = m_cursor.u16();
    const Op kept = op == Op::CData && m_spot == Spot::Attribute ? Op::Text : op;
    appendText(kept, m_cursor.take(length * 2));
    return !m_cursor.failed();
}

bool Compiler::charReference()
{
    const auto unit = static_cast<char16_t>(m_cursor.u16());
    if (!takesText())
        return fault(ErrorCode::BadToken);
    appendText(Op::Text, bytesOf({&unit, 1}));
    return !m_cursor.failed();
}

bool Compiler::entityReference()
{
    static constexpr std::array<std::pair<std::u16string_view, char16_t>, 5> known{
        {{u"amp", u'&'}, {u"lt", u'<'}, {u"gt", u'>'}, {u"quot", u'"'}, {u"apos", u'\''}}};
    const auto read = readName();
    if (!read)
        return false;
    if (!takesText())
        return fault(ErrorCode::BadToken);
    const Text text = m_program.texts[*read];
    const std::u16string name = m_program.utf16.substr(text.offset, text.length);
    m_program.texts.pop_back(); // no name of the program, only a word for a character
    m_program.utf16.resize(text.offset);
    const auto entity = std::ranges::find(known, name, &std::pair<std::u16string_view, char16_t>::first);
    if (entity != known.end())
        appendText(Op::Text, bytesOf({&entity->second, 1}));
    else
        appendText(Op::Text, bytesOf(u"&" + name + u";")); // no event declares entities: shown as it is written
    return true;
}

bool Compiler::piTarget()
{
    if (m_spot != Spot::Content)
        return fault(ErrorCode::BadToken);
    const auto name = readName();
    if (!name)
        return false;
    m_program.code.push_back({.op = Op::PiTarget, .text = *name});
    return true;
}

bool Compiler::substitution(bool isOptional)
{
    const std::uint16_t number = m_cursor.u16();
    const std::uint8_t type = m_cursor.u8(); // that the template expects: each value brings its own
    if (m_cursor.failed() || !(takesText() || (m_spot == Spot::Content && m_open.empty())))
        return fault(ErrorCode::BadToken);
    m_program.code.push_back({.op = Op::Substitution, .isOptional = isOptional, .number = number, .text = type});
    return true;
}

/// Reads a name into the program; nothing when the tokens cannot go on behind it.
std::optional<std::uint32_t> Compiler::readName()
{
    const std::size_t at = m_cursor.position();
    const std::uint32_t offset = m_cursor.u32();
    if (m_cursor.failed())
        return {};
    const auto stored = Name::at(m_chunk, offset);
    const bool isInline = offset == m_cursor.position();
    const std::uint32_t text = addText(stored ? stored->text : Bytes());
    const std::size_t begin = m_program.texts[text].offset;
    if (!stored) {
        fault(ErrorCode::BadOffset);
    } else {
        if (isInline)
            m_cursor.skip(stored->storedSize);
        const auto name = std::u16string_view(m_program.utf16).substr(begin);
        m_program.doNamesFit = m_program.doNamesFit && stored->hash == Name::hashOf(name);
        if (m_purpose == Purpose::Template)
            m_names.push_back({.at = at, .isInline = isInline, .hash = stored->hash, .text = std::u16string(name)});
    }
    if (!makeName(begin))
        fault(ErrorCode::BadValue);
    m_program.texts[text].length = static_cast<std::uint32_t>(m_program.utf16.size() - begin);
    return m_cursor.failed() || (!stored && isInline) ? std::nullopt : std::optional(text);
}

/// Makes what stands behind @p begin something that a dump can use as a name. Answers whether it already was.
bool Compiler::makeName(std::size_t begin)
{
    const std::span name(m_program.utf16.begin() + static_cast<std::ptrdiff_t>(begin), m_program.utf16.end());
    const auto isWrong = [](char16_t unit) { return !isNameUnit(unit); };
    const bool isRight = !name.empty() && isNameStart(name.front()) && std::ranges::none_of(name, isWrong);
    if (!isRight) {
        std::ranges::replace_if(name, isWrong, u'_');
        if (name.empty() || !isNameStart(name.front()))
            m_program.utf16.insert(begin, 1, u'_');
    }
    return isRight;
}

void Compiler::appendText(Op op, Bytes utf16)
{
    auto &code = m_program.code;
    const std::uint32_t text = addText(utf16);
    if (op != Op::Text || code.empty() || code.back().op != Op::Text) {
        code.push_back({.op = op, .text = text});
        return;
    }
    // Goes on with the text before it, which is always the one before it in the pool.
    m_program.texts[code.back().text].length += m_program.texts[text].length;
    m_program.texts.pop_back();
}

std::uint32_t Compiler::addText(Bytes utf16)
{
    const std::size_t begin = m_program.utf16.size();
    const std::size_t length = utf16.size() / 2;
    m_program.utf16.resize(begin + length);
    if (length > 0)
        std::memcpy(m_program.utf16.data() + begin, utf16.data(), length * 2);
    m_program.texts.push_back(
        {.offset = static_cast<std::uint32_t>(begin), .length = static_cast<std::uint32_t>(length)});
    return static_cast<std::uint32_t>(m_program.texts.size() - 1);
}

void Compiler::closeAll()
{
    if (m_spot != Spot::Content) {
        finishAttribute();
        m_program.code.push_back({.op = Op::CloseStart});
        m_spot = Spot::Content;
    }
    while (!m_open.empty() && endElement()) { }
}

void Compiler::writeForms()
{
    OutBuffer out;
    std::uint32_t attributeEnd = 0;
    auto &code = m_program.code;
    for (std::uint32_t i = 0; i < code.size(); ++i) {
        if (code[i].op == Op::Attribute)
            attributeEnd = code[i].end;
        if (code[i].op == Op::CloseStart || code[i].op == Op::CloseEmpty || code[i].op == Op::EndElement
            || code[i].op == Op::Substitution)
            continue;
        Text &text = m_program.texts[code[i].text];
        const Bytes utf16 = bytesOf(std::u16string_view(m_program.utf16).substr(text.offset, text.length));
        text.xmlOffset = static_cast<std::uint32_t>(out.size());
        if (code[i].op == Op::CData || code[i].op == Op::PiData)
            appendUtf8(out, utf16);
        else
            appendXmlText(out, utf16, i < attributeEnd ? XmlSpot::Attribute : XmlSpot::Text);
        text.jsonOffset = static_cast<std::uint32_t>(out.size());
        text.xmlLength = text.jsonOffset - text.xmlOffset;
        appendJsonText(out, utf16);
        text.jsonLength = static_cast<std::uint32_t>(out.size()) - text.jsonOffset;
    }
    m_program.utf8 = out.view();
}

void Compiler::countUses()
{
    std::vector<std::uint32_t> uses;
    for (const Instruction &at : m_program.code) {
        if (at.op != Op::Substitution)
            continue;
        if (at.number >= uses.size())
            uses.resize(at.number + 1U);
        m_program.mostUses = std::max(m_program.mostUses, ++uses[at.number]);
    }
}

} // namespace evident::evtx

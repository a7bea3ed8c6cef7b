// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/fragment.h"

#include "formats/evtx/compiler.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace evident::evtx {

namespace {

constexpr std::uint64_t HighestCost = std::uint64_t{1} << 32; ///< so that sums and products of costs do not overflow
constexpr std::size_t FragmentHeaderSize = 4;
constexpr std::size_t DescriptorSize = 4;
constexpr std::size_t InstanceHeaderSize = 10; // token, version, template id, definition's offset

} // namespace

FragmentReader::FragmentReader(TemplateTable &templates, Nested nested, int depth)
    : m_templates(templates)
    , m_nested(nested)
    , m_depth(depth)
{
}

void FragmentReader::start(std::size_t begin, std::size_t end, Origin origin)
{
    m_origin = origin;
    m_end = std::min(end, m_templates.chunk().size());
    m_position = std::min(begin, m_end);
    m_fault.reset();
    m_isFaultNested = false;
    m_cost = 0;
    m_count = 0;
    m_template = nullptr;
    m_pieces = 0;
    m_nesting = 0;
    m_nestedAt = NoDependency;
}

void FragmentReader::fault(ErrorCode code, std::size_t offset)
{
    if (!m_fault)
        m_fault = Program::Fault{.code = code, .offset = offset};
}

bool FragmentReader::next()
{
    const Bytes bytes = m_templates.chunk().first(m_end);
    while (m_position < m_end && static_cast<Token>(bytes[m_position]) == Token::FragmentHeader)
        m_position = std::min(m_position + FragmentHeaderSize, m_end);
    if (m_position >= m_end || static_cast<Token>(bytes[m_position]) == Token::EndOfStream)
        return false; // the last piece stays known
    ++m_pieces;
    m_count = 0;
    m_template = nullptr;
    m_nesting = 0;
    m_nestedAt = NoDependency;
    if (static_cast<Token>(bytes[m_position]) == Token::TemplateInstance)
        return instance();
    m_own = Template();
    const std::size_t begin = m_position;
    m_own.program = Compiler(m_templates.chunk(), begin, m_end, Purpose::Once).run();
    m_program = &m_own.program;
    m_position = m_end;
    m_cost += m_program->utf16.size();
    if (m_own.program.fault)
        fault(m_own.program.fault->code, m_own.program.fault->offset);
    else if (m_origin == Origin::LeftOver && !m_own.program.doNamesFit)
        fault(ErrorCode::BadOffset, begin);
    return !m_own.program.code.empty();
}

/// The template that an instance names by its place and by the first part of its GUID; null when it was overwritten.
const Template *FragmentReader::findDefinition(std::uint32_t offset, std::uint32_t id)
{
    const Template &found = m_templates.at(offset);
    return m_origin == Origin::Log || found.isWhole(id) ? &found : m_templates.find(id);
}

bool FragmentReader::instance()
{
    Cursor cursor(m_templates.chunk().first(m_end), m_position);
    cursor.skip(InstanceHeaderSize - 8);
    const std::uint32_t id = cursor.u32();
    const std::uint32_t offset = cursor.u32();
    if (cursor.failed()) {
        fault(ErrorCode::Truncated, m_position);
        return false;
    }
    m_template = findDefinition(offset, id);
    if (!m_template) {
        fault(ErrorCode::BadOffset, m_position);
        return false;
    }
    m_program = &m_template->program;
    const bool isInline = offset == cursor.position();
    const std::size_t inlineSize = isInline ? m_templates.at(offset).storedSize : 0;
    if (m_program->fault)
        fault(m_program->fault->code, m_program->fault->offset);
    if (isInline && inlineSize == 0) {
        m_position = m_end; // where its values begin is not known
        return !m_program->code.empty();
    }
    m_position = cursor.position() + inlineSize;
    readValues();
    return !m_program->code.empty();
}

void FragmentReader::readValues()
{
    const Bytes bytes = m_templates.chunk().first(m_end);
    const auto count = readLe<std::uint32_t>(bytes, m_position);
    if (m_position > m_end || m_end - m_position < 4 || count > (m_end - m_position - 4) / DescriptorSize) {
        fault(ErrorCode::BadSize, m_position);
        m_position = m_end;
        return;
    }
    const std::uint8_t *const descriptor = bytes.data() + m_position + 4;
    const std::size_t begin = m_position;
    m_position += 4 + std::size_t{count} * DescriptorSize;
    // What a value nests is looked through for faults alone, mostly: then nobody wants its values.
    if (m_depth == 0 || m_nested == Nested::Keep || !measureValues(descriptor, count, m_end - m_position))
        listValues(descriptor, count);
    const std::uint64_t size = m_position - begin - 4 - std::size_t{count} * DescriptorSize;
    m_valueBytes = bytes.subspan(begin, m_position - begin);
    m_cost += m_program->utf8.size() + std::uint64_t{m_program->mostUses} * size;
    if (m_nesting > 0 && m_nested != Nested::Leave)
        checkNested();
    m_cost = std::min(m_cost, HighestCost);
}

/// Steps over the values without making a list of them; false when there is more to them than that.
bool FragmentReader::measureValues(const std::uint8_t *descriptor, std::size_t count, std::size_t room)
{
    std::uint64_t size = 0;
    for (const std::uint8_t *const end = descriptor + count * DescriptorSize; descriptor != end;
        descriptor += DescriptorSize) {
        std::uint16_t one = 0;
        std::memcpy(&one, descriptor, sizeof(one));
        size += one;
        if (static_cast<ValueType>(descriptor[2]) == ValueType::BinXml)
            return false;
    }
    if (size > room)
        return false;
    m_position += size;
    return true;
}

void FragmentReader::listValues(const std::uint8_t *descriptor, std::size_t count)
{
    const std::uint8_t *const chunk = m_templates.chunk().data();
    const std::uint8_t *data = chunk + m_position;
    const std::uint8_t *const end = chunk + m_end;
    if (m_values.size() < count)
        m_values.resize(count);
    m_count = count;
    Value *const first = m_values.data();
    for (Value *value = first; value != first + count; ++value, descriptor += DescriptorSize) {
        std::uint16_t size = 0;
        std::memcpy(&size, descriptor, sizeof(size));
        if (size > end - data) {
            fault(ErrorCode::BadSize, static_cast<std::size_t>(descriptor - chunk));
            *value = {};
            data = end;
            continue;
        }
        *value = {.data = data, .size = size, .type = static_cast<ValueType>(descriptor[2])};
        if (value->type == ValueType::BinXml && m_nesting++ == 0)
            m_nestedAt = static_cast<std::uint16_t>(value - first);
        data += size;
    }
    m_position = static_cast<std::size_t>(data - chunk);
}

void FragmentReader::checkNested()
{
    const bool isWhole = !m_fault;
    if (!m_inner)
        m_inner = std::make_unique<FragmentReader>(m_templates, m_nested, m_depth + 1);
    const std::size_t first = std::exchange(m_nestedAt, NoDependency);
    for (std::size_t number = first; number < m_count; ++number) {
        const Value &value = m_values[number];
        if (value.type != ValueType::BinXml || m_fault)
            continue;
        const auto begin = static_cast<std::size_t>(value.data - m_templates.chunk().data());
        if (m_depth >= DeepestFragment) {
            fault(ErrorCode::TooDeep, begin);
            break;
        }
        m_inner->start(begin, begin + value.size, m_origin);
        while (m_inner->next()) { }
        if (m_inner->m_fault)
            fault(m_inner->m_fault->code, m_inner->m_fault->offset);
        m_cost = std::min(m_cost + m_inner->m_cost * m_program->mostUses, HighestCost);
    }
    m_isFaultNested = isWhole && m_fault;
    if (m_nesting == 1 && !m_fault && m_inner->m_pieces == 1 && m_inner->m_template && m_inner->m_nesting == 0)
        m_nestedAt = static_cast<std::uint16_t>(first);
}

const ColumnPlan &FragmentReader::plan()
{
    if (m_template)
        return m_template->plan;
    m_own.plan = ColumnPlan(m_own.program, m_templates.names());
    return m_own.plan;
}

} // namespace evident::evtx

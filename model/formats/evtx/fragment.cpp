// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/fragment.h"

#include "formats/evtx/compiler.h"

#include <algorithm>

namespace evident::evtx {

namespace {

constexpr std::size_t FragmentHeaderSize = 4;
constexpr std::size_t InstanceHeaderSize = 10; // token, version, template id, definition's offset

} // namespace

void FragmentReader::start(std::size_t begin, std::size_t end)
{
    m_end = std::min(end, m_templates.chunk().size());
    m_position = std::min(begin, m_end);
    m_fault.reset();
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
    m_values.clear();
    m_template = nullptr;
    if (m_position >= m_end || static_cast<Token>(bytes[m_position]) == Token::EndOfStream)
        return false;
    if (static_cast<Token>(bytes[m_position]) == Token::TemplateInstance)
        return instance();
    m_own = {};
    m_own.program = Compiler(m_templates.chunk(), m_position, m_end, Dependencies::Absent).run();
    m_program = &m_own.program;
    m_position = m_end;
    if (m_own.program.fault)
        fault(m_own.program.fault->code, m_own.program.fault->offset);
    return !m_own.program.code.empty();
}

bool FragmentReader::instance()
{
    Cursor cursor(m_templates.chunk().first(m_end), m_position);
    cursor.skip(InstanceHeaderSize - 4);
    const std::uint32_t offset = cursor.u32();
    if (cursor.failed()) {
        fault(ErrorCode::Truncated, m_position);
        return false;
    }
    m_template = &m_templates.at(offset);
    m_program = &m_template->program;
    const bool isInline = offset == cursor.position();
    if (m_program->fault)
        fault(m_program->fault->code, m_program->fault->offset);
    if (isInline && m_template->storedSize == 0) {
        m_position = m_end; // where its values begin is not known
        return !m_program->code.empty();
    }
    m_position = cursor.position() + (isInline ? m_template->storedSize : 0);
    readValues();
    return !m_program->code.empty();
}

void FragmentReader::readValues()
{
    constexpr std::size_t DescriptorSize = 4;
    const Bytes bytes = m_templates.chunk().first(m_end);
    const auto count = readLe<std::uint32_t>(bytes, m_position);
    if (m_position > m_end || m_end - m_position < 4 || count > (m_end - m_position - 4) / DescriptorSize) {
        fault(ErrorCode::BadSize, m_position);
        m_position = m_end;
        return;
    }
    const std::uint8_t *descriptor = bytes.data() + m_position + 4;
    std::size_t at = m_position + 4 + count * DescriptorSize;
    m_values.resize(count);
    for (Value &value : m_values) {
        std::memcpy(&value.size, descriptor, 2);
        value.type = static_cast<ValueType>(descriptor[2]);
        value.data = bytes.data() + at;
        descriptor += DescriptorSize;
        if (value.size > m_end - at) {
            fault(ErrorCode::BadSize, static_cast<std::size_t>(descriptor - DescriptorSize - bytes.data()));
            value = {};
            at = m_end;
            continue;
        }
        at += value.size;
    }
    m_position = at;
}

const ColumnPlan &FragmentReader::plan()
{
    if (m_template)
        return m_template->plan;
    m_own.plan = ColumnPlan(m_own.program, m_templates.names());
    return m_own.plan;
}

} // namespace evident::evtx

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/contentcollector.h"

#include "formats/evtx/valuetext.h"

namespace evident::evtx {

void ContentCollector::openElement(const Program &program, const Instruction &at)
{
    ++m_depth;
    if (m_depth == 2) {
        const QStringView name = program.text(at);
        m_isContent = name == u"EventData" || name == u"UserData";
    }
    m_isLeaf = m_isContent && m_depth > 2;
    m_name.clear();
    m_text.clear();
    m_binary.clear();
}

void ContentCollector::attribute(const Program &program, const Instruction &at)
{
    m_isAttribute = true;
    m_isNameAttribute = m_isLeaf && program.text(at) == u"Name";
}

void ContentCollector::endAttribute()
{
    m_isAttribute = m_isNameAttribute = false;
}

void ContentCollector::endElement(const Program &program, const Instruction &at)
{
    if (m_isLeaf)
        leaf(program.text(at));
    m_isLeaf = false;
    --m_depth;
    if (m_depth < 2)
        m_isContent = false;
}

void ContentCollector::leaf(QStringView element)
{
    const bool isData = element == u"Data" || element == u"ComplexData";
    const QStringView name = isData ? QStringView(m_name) : element;
    if (name == u"binaryDataSize")
        return;
    if (element == u"Binary" || name == u"binaryData") {
        m_values.data += m_binary.isEmpty() ? QByteArray::fromHex(m_text.toLatin1()) : m_binary;
        return;
    }
    m_values.values.push_back({.name = name.toString(), .text = m_text});
}

void ContentCollector::text(const Program &program, const Instruction &at)
{
    if (at.op != Op::Text && at.op != Op::CData)
        return;
    if (m_isNameAttribute)
        m_name += program.text(at);
    else if (m_isLeaf && !m_isAttribute)
        m_text += program.text(at);
}

void ContentCollector::value(const Value &value)
{
    if (m_isNameAttribute)
        m_name += valueText(value);
    else if (m_isLeaf && !m_isAttribute && value.type == ValueType::Binary)
        m_binary.append(reinterpret_cast<const char *>(value.data), value.size);
    if (m_isLeaf && !m_isAttribute)
        m_text += valueText(value);
}

} // namespace evident::evtx

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/xmlwriter.h"

#include "formats/evtx/realtext.h"
#include "formats/evtx/recording.h"
#include "formats/evtx/valuetext.h"

namespace evident::evtx {

void XmlWriter::finish()
{
    if (isEmpty())
        m_out.append("<Event/>");
}

void XmlWriter::openElement(const Program &program, const Instruction &at)
{
    m_out.append('<');
    program.appendXml(m_out, at, XmlSpot::Text);
}

void XmlWriter::attribute(const Program &program, const Instruction &at)
{
    m_out.append(' ');
    program.appendXml(m_out, at, XmlSpot::Text);
    m_out.append("='");
    m_isAttribute = true;
}

void XmlWriter::endAttribute()
{
    m_out.append('\'');
    m_isAttribute = false;
}

void XmlWriter::closeStart(Op op)
{
    m_isEmptyElement = op == Op::CloseEmpty;
    m_out.append(m_isEmptyElement ? "/>" : ">");
}

void XmlWriter::endElement(const Program &program, const Instruction &at)
{
    if (!m_isEmptyElement) {
        m_out.append("</");
        program.appendXml(m_out, at, XmlSpot::Text);
        m_out.append('>');
    }
    m_isEmptyElement = false;
}

void XmlWriter::text(const Program &program, const Instruction &at)
{
    if (at.op == Op::Text)
        program.appendXml(m_out, at, m_isAttribute ? XmlSpot::Attribute : XmlSpot::Text);
    else
        markup(program, at);
}

/// CDATA and processing instructions cannot escape what would end them: it is split, or kept apart by a space.
void XmlWriter::markup(const Program &program, const Instruction &at)
{
    const bool isCData = at.op == Op::CData;
    const std::string_view end = isCData ? "]]>" : "?>";
    OutBuffer inside;
    program.appendXml(inside, at, XmlSpot::Text);
    std::string_view rest = inside.view();
    m_out.append(isCData ? "<![CDATA[" : at.op == Op::PiTarget ? "<?" : " ");
    for (auto found = rest.find(end); found != rest.npos; found = rest.find(end)) {
        m_out.append(rest.substr(0, found + end.size() - 1));
        m_out.append(isCData ? "]]><![CDATA[" : " ");
        rest = rest.substr(found + end.size() - 1);
    }
    m_out.append(rest);
    if (isCData || at.op == Op::PiData)
        m_out.append(end);
}

void XmlWriter::value(const Value &value)
{
    const std::size_t begin = m_out.size();
    appendXmlValue(m_out, value, m_isAttribute ? XmlSpot::Attribute : XmlSpot::Text);
    if (m_log)
        m_log->wrote(begin, m_out.size(), value, m_isAttribute ? ValueSpot::XmlAttribute : ValueSpot::XmlText);
}

void appendXmlValue(OutBuffer &out, const Value &value, XmlSpot spot)
{
    if (value.type == ValueType::String)
        appendXmlText(out, stringBytes(value), spot);
    else if (isText(value.type) || isArray(value.type))
        appendXmlText(out, asUtf16Bytes(valueText(value)), spot);
    else if (isReal(value.type) && value.size >= fixedSize(value.type))
        appendXmlReal(out, value);
    else
        appendPlain(out, value);
}

} // namespace evident::evtx

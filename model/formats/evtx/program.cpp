// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/program.h"

namespace evident::evtx {

void Program::appendXml(OutBuffer &out, const Instruction &at, XmlSpot spot) const
{
    const Text &entry = texts[at.text];
    if (!utf8.empty())
        out.append({utf8.data() + entry.xmlOffset, entry.xmlLength});
    else if (at.op == Op::CData || at.op == Op::PiData)
        appendUtf8(out, asUtf16Bytes(text(at)));
    else
        appendXmlText(out, asUtf16Bytes(text(at)), spot);
}

void Program::appendJson(OutBuffer &out, const Instruction &at) const
{
    const Text &entry = texts[at.text];
    if (!utf8.empty())
        out.append({utf8.data() + entry.jsonOffset, entry.jsonLength});
    else
        appendJsonText(out, asUtf16Bytes(text(at)));
}

} // namespace evident::evtx

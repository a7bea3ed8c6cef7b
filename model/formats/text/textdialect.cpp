// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text/textdialect.h"

#include "formats/text/jsonrecord.h"
#include "formats/text/recordevent.h"
#include "formats/text/xmlrecord.h"

namespace evident {

TextDialect::Written TextDialect::write(const QString &record, DumpForm form, OutBuffer &out) const
{
    const DecodedRecord decoded = decode(record);
    if (!decoded.event)
        return {false, decoded.fault};
    const RecordTokens tokens = tokensFrom(*decoded.event);
    if (form == DumpForm::Xml)
        appendXml(out, tokens);
    else
        appendJson(out, tokens);
    return {true, decoded.fault};
}

void skipBlanks(UnitWindow &window)
{
    for (int unit = window.peek(); unit == ' ' || unit == '\t' || unit == '\r' || unit == '\n'; unit = window.peek())
        window.advance();
}

void skipLine(UnitWindow &window)
{
    for (int unit = window.peek(); unit != UnitWindow::End; unit = window.peek()) {
        window.advance();
        if (unit == '\n' || (unit == '\r' && window.peek() != '\n'))
            return;
    }
}

std::size_t lineLength(UnitWindow &window, std::size_t most, std::size_t ahead)
{
    std::size_t length = 0;
    for (; length < most; ++length) {
        const int unit = window.peek(ahead + length);
        if (unit == UnitWindow::End || unit == '\n' || unit == '\r')
            break;
    }
    return length;
}

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text/textencoding.h"

#include "bytes/utf16.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>

namespace evident {

namespace {

/// Windows-1252 0x80 to 0x9f (Unicode Consortium, bestfit1252.txt); the other bytes are Latin-1.
constexpr std::array<char16_t, 32> HighControls{
    0x20ac,
    0x0081,
    0x201a,
    0x0192,
    0x201e,
    0x2026,
    0x2020,
    0x2021,
    0x02c6,
    0x2030,
    0x0160,
    0x2039,
    0x0152,
    0x008d,
    0x017d,
    0x008f,
    0x0090,
    0x2018,
    0x2019,
    0x201c,
    0x201d,
    0x2022,
    0x2013,
    0x2014,
    0x02dc,
    0x2122,
    0x0161,
    0x203a,
    0x0153,
    0x009d,
    0x017e,
    0x0178,
};

QString fromWindows1252(Bytes bytes)
{
    QString text(static_cast<qsizetype>(bytes.size()), Qt::Uninitialized);
    QChar *at = text.data();
    for (const std::uint8_t byte : bytes)
        *at++ = QChar(byte >= 0x80 && byte < 0xa0 ? HighControls[byte - 0x80U] : char16_t{byte});
    return text;
}

QString fromUtf16Be(Bytes bytes)
{
    QString text(static_cast<qsizetype>(bytes.size() / 2), Qt::Uninitialized);
    QChar *at = text.data();
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        *at++ = QChar(static_cast<char16_t>(bytes[i] << 8 | bytes[i + 1]));
    return text;
}

bool beginsWith(Bytes head, std::initializer_list<std::uint8_t> mark)
{
    return head.size() >= mark.size() && std::equal(mark.begin(), mark.end(), head.begin());
}

/// Exports begin with ASCII: a digit, a quote, a letter of a heading, an angle bracket or a blank.
bool isAsciiText(std::uint8_t byte)
{
    return (byte >= 0x20 && byte < 0x7f) || byte == '\t' || byte == '\n' || byte == '\r';
}

} // namespace

TextStart textStart(Bytes head)
{
    if (beginsWith(head, {0xef, 0xbb, 0xbf}))
        return {TextEncoding::Utf8, 3};
    if (beginsWith(head, {0xff, 0xfe}))
        return {TextEncoding::Utf16Le, 2};
    if (beginsWith(head, {0xfe, 0xff}))
        return {TextEncoding::Utf16Be, 2};
    if (head.size() >= 4 && isAsciiText(head[0]) && head[1] == 0 && isAsciiText(head[2]) && head[3] == 0)
        return {TextEncoding::Utf16Le, 0};
    if (head.size() >= 4 && head[0] == 0 && isAsciiText(head[1]) && head[2] == 0 && isAsciiText(head[3]))
        return {TextEncoding::Utf16Be, 0};
    return {};
}

bool looksLikeText(Bytes head)
{
    const TextStart start = textStart(head);
    if (unitSize(start.encoding) == 2)
        return true;
    return std::ranges::none_of(
        head.subspan(start.begin), [](std::uint8_t byte) { return byte < 0x08 || byte == 0x0e || byte == 0x0f; });
}

QString decodeText(Bytes bytes, TextEncoding encoding)
{
    const QByteArrayView view(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    switch (encoding) {
    case TextEncoding::EightBit: return view.isValidUtf8() ? QString::fromUtf8(view) : fromWindows1252(bytes);
    case TextEncoding::Utf8: return QString::fromUtf8(view);
    case TextEncoding::Utf16Le: return toQString(bytes);
    case TextEncoding::Utf16Be: return fromUtf16Be(bytes);
    }
    return {};
}

} // namespace evident

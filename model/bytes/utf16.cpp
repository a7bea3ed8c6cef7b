// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bytes/utf16.h"

#include <array>
#include <string_view>

namespace evident {

namespace {

constexpr char32_t Replacement = 0xfffd;

char16_t unitAt(Bytes utf16, std::size_t index)
{
    return static_cast<char16_t>(utf16[2 * index] | utf16[2 * index + 1] << 8);
}

/// Calls @p take with every code point of the text.
template<typename Take>
void forEachCodePoint(Bytes utf16, Take take)
{
    const std::size_t units = utf16.size() / 2;
    for (std::size_t i = 0; i < units; ++i) {
        const char16_t unit = unitAt(utf16, i);
        if (unit < 0xd800 || unit > 0xdfff) {
            take(char32_t{unit});
            continue;
        }
        const char16_t low = unit < 0xdc00 && i + 1 < units ? unitAt(utf16, i + 1) : u'\0';
        if (low < 0xdc00 || low > 0xdfff) {
            take(Replacement);
            continue;
        }
        take(static_cast<char32_t>(0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00)));
        ++i;
    }
}

/// Room for 4 bytes must have been reserved at @p at.
char *putUtf8(char *at, char32_t point)
{
    if (point < 0x80) {
        *at++ = static_cast<char>(point);
    } else if (point < 0x800) {
        *at++ = static_cast<char>(0xc0 | point >> 6);
        *at++ = static_cast<char>(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        *at++ = static_cast<char>(0xe0 | point >> 12);
        *at++ = static_cast<char>(0x80 | (point >> 6 & 0x3f));
        *at++ = static_cast<char>(0x80 | (point & 0x3f));
    } else {
        *at++ = static_cast<char>(0xf0 | point >> 18);
        *at++ = static_cast<char>(0x80 | (point >> 12 & 0x3f));
        *at++ = static_cast<char>(0x80 | (point >> 6 & 0x3f));
        *at++ = static_cast<char>(0x80 | (point & 0x3f));
    }
    return at;
}

/// Writes the text as UTF-8; where @p escape answers with more than nothing, that instead.
template<typename Escape>
void appendEscaped(OutBuffer &out, Bytes utf16, Escape escape)
{
    constexpr std::size_t LongestEscape = 6;
    char *const start = out.reserve(utf16.size() / 2 * LongestEscape + LongestEscape);
    char *at = start;
    forEachCodePoint(utf16, [&](char32_t point) {
        const std::string_view escaped = point < 0x80 || point >= 0xfffe ? escape(point) : std::string_view();
        if (escaped.empty()) {
            at = putUtf8(at, point);
        } else {
            std::memcpy(at, escaped.data(), escaped.size());
            at += escaped.size();
        }
    });
    out.advance(static_cast<std::size_t>(at - start));
}

class JsonEscape {
public:
    std::string_view operator()(char32_t point)
    {
        switch (point) {
        case U'"': return "\\\"";
        case U'\\': return "\\\\";
        case U'\b': return "\\b";
        case U'\f': return "\\f";
        case U'\n': return "\\n";
        case U'\r': return "\\r";
        case U'\t': return "\\t";
        default: break;
        }
        if (point >= 0x20)
            return {};
        constexpr std::string_view Digits = "0123456789abcdef";
        m_control[4] = Digits[point >> 4];
        m_control[5] = Digits[point & 0xf];
        return {m_control.data(), m_control.size()};
    }

private:
    std::array<char, 6> m_control{'\\', 'u', '0', '0', '0', '0'};
};

std::string_view xmlEscape(char32_t point, XmlSpot spot)
{
    constexpr std::string_view Unspeakable = "\xef\xbf\xbd"; // U+FFFD
    switch (point) {
    case U'&': return "&amp;";
    case U'<': return "&lt;";
    case U'>': return "&gt;";
    case U'"': return spot == XmlSpot::Attribute ? "&quot;" : "";
    case U'\'': return spot == XmlSpot::Attribute ? "&apos;" : "";
    case U'\t': return spot == XmlSpot::Attribute ? "&#9;" : "";
    case U'\n': return spot == XmlSpot::Attribute ? "&#10;" : "";
    case U'\r': return "&#13;"; // bare, a reader would take it for a line end
    default: break;
    }
    return point < 0x20 || point == 0xfffe || point == 0xffff ? Unspeakable : std::string_view();
}

} // namespace

void appendUtf8(OutBuffer &out, Bytes utf16)
{
    appendEscaped(out, utf16, [](char32_t) { return std::string_view(); });
}

void appendJsonText(OutBuffer &out, Bytes utf16)
{
    appendEscaped(out, utf16, JsonEscape());
}

void appendXmlText(OutBuffer &out, Bytes utf16, XmlSpot spot)
{
    appendEscaped(out, utf16, [spot](char32_t point) { return xmlEscape(point, spot); });
}

QString toQString(Bytes utf16)
{
    QString text(static_cast<qsizetype>(utf16.size() / 2), Qt::Uninitialized);
    if (!text.isEmpty())
        std::memcpy(text.data(), utf16.data(), utf16.size() / 2 * 2);
    return text;
}

Bytes asUtf16Bytes(QStringView text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.utf16()), static_cast<std::size_t>(text.size()) * 2};
}

ZeroTerminated zeroTerminated(Bytes bytes, std::size_t offset)
{
    if (offset > bytes.size())
        return {.text = {}, .next = bytes.size(), .terminated = false};
    const Bytes rest = bytes.subspan(offset);
    for (std::size_t i = 0; i + 1 < rest.size(); i += 2) {
        if (rest[i] == 0 && rest[i + 1] == 0)
            return {.text = rest.first(i), .next = offset + i + 2, .terminated = true};
    }
    return {.text = rest.first(rest.size() / 2 * 2), .next = bytes.size(), .terminated = false};
}

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bytes/utf16.h"

#include <array>
#include <bit>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace evident {

namespace {

/// What a piece of text is written into, which says what has to be escaped.
enum class Form : std::uint8_t { Utf8, Json, XmlText, XmlAttribute };

constexpr char32_t Replacement = 0xfffd;
constexpr std::size_t LongestEscape = 6;

/// The ASCII characters that a form takes as they are. NUL is none of them, so that it is looked at by itself.
template<Form form>
constexpr std::array<bool, 128> Plain = [] {
    std::array<bool, 128> plain{};
    for (std::size_t c = form == Form::Utf8 ? 1 : 0x20; c < plain.size(); ++c)
        plain[c] = true;
    const auto escape = [&](std::string_view these) {
        for (const char c : these)
            plain[static_cast<std::size_t>(c)] = false;
    };
    if (form == Form::Json)
        escape("\"\\");
    if (form == Form::XmlText || form == Form::XmlAttribute)
        escape("&<>");
    if (form == Form::XmlAttribute)
        escape("'\"");
    if (form == Form::XmlText)
        plain['\t'] = plain['\n'] = plain['\r'] = true;
    return plain;
}();

char16_t unitAt(const std::uint8_t *utf16, std::size_t index)
{
    return static_cast<char16_t>(utf16[2 * index] | utf16[2 * index + 1] << 8);
}

#ifdef __SSE2__

/// The bits of those of 16 characters (as bytes; everything outside of ASCII is negative or 0) that need a closer look.
template<Form form>
int suspects(__m128i characters)
{
    const auto is = [&](char c) { return _mm_cmpeq_epi8(characters, _mm_set1_epi8(c)); };
    __m128i found = _mm_cmplt_epi8(characters, _mm_set1_epi8(form == Form::Utf8 ? 1 : 0x20));
    if constexpr (form == Form::Json)
        found = _mm_or_si128(found, _mm_or_si128(is('"'), is('\\')));
    if constexpr (form == Form::XmlText || form == Form::XmlAttribute)
        found = _mm_or_si128(found, _mm_or_si128(is('&'), _mm_or_si128(is('<'), is('>'))));
    if constexpr (form == Form::XmlAttribute)
        found = _mm_or_si128(found, _mm_or_si128(is('\''), is('"')));
    return _mm_movemask_epi8(found);
}

#endif

/// Copies characters that need nothing done to them and answers how many there were. @p to must have room for all of @p units.
template<Form form>
std::size_t copyPlain(const std::uint8_t *from, std::size_t units, char *to)
{
    std::size_t done = 0;
#ifdef __SSE2__
    constexpr std::size_t Step = 16;
    for (; done + Step <= units; done += Step) {
        const auto *at = reinterpret_cast<const __m128i *>(from + 2 * done);
        const __m128i characters = _mm_packus_epi16(_mm_loadu_si128(at), _mm_loadu_si128(at + 1));
        _mm_storeu_si128(reinterpret_cast<__m128i *>(to + done), characters);
        if (const int found = suspects<form>(characters); found != 0) {
            done += static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(found)));
            break;
        }
    }
#endif
    for (; done < units; ++done) {
        const char16_t unit = unitAt(from, done);
        if (unit >= Plain<form>.size() || !Plain<form>.data()[unit])
            break;
        to[done] = static_cast<char>(unit);
    }
    return done;
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

char *put(char *at, std::string_view text)
{
    std::memcpy(at, text.data(), text.size());
    return at + text.size();
}

char *putJson(char *at, char32_t point)
{
    switch (point) {
    case U'"': return put(at, "\\\"");
    case U'\\': return put(at, "\\\\");
    case U'\b': return put(at, "\\b");
    case U'\f': return put(at, "\\f");
    case U'\n': return put(at, "\\n");
    case U'\r': return put(at, "\\r");
    case U'\t': return put(at, "\\t");
    default: break;
    }
    if (point >= 0x20)
        return putUtf8(at, point);
    constexpr std::string_view Digits = "0123456789abcdef";
    at = put(at, "\\u00");
    *at++ = Digits[point >> 4];
    *at++ = Digits[point & 0xf];
    return at;
}

char *putXml(char *at, char32_t point, XmlSpot spot)
{
    const bool isAttribute = spot == XmlSpot::Attribute;
    switch (point) {
    case U'&': return put(at, "&amp;");
    case U'<': return put(at, "&lt;");
    case U'>': return put(at, "&gt;");
    case U'"': return put(at, isAttribute ? "&quot;" : "\"");
    case U'\'': return put(at, isAttribute ? "&apos;" : "'");
    case U'\t': return put(at, isAttribute ? "&#9;" : "\t");
    case U'\n': return put(at, isAttribute ? "&#10;" : "\n");
    case U'\r': return put(at, isAttribute ? "&#13;" : "\r");
    default: break;
    }
    return putUtf8(at, point < 0x20 || point == 0xfffe || point == 0xffff ? Replacement : point);
}

template<Form form>
char *putPoint(char *at, char32_t point)
{
    if constexpr (form == Form::Json)
        return putJson(at, point);
    else if constexpr (form == Form::Utf8)
        return putUtf8(at, point);
    else
        return putXml(at, point, form == Form::XmlAttribute ? XmlSpot::Attribute : XmlSpot::Text);
}

template<Form form>
void append(OutBuffer &out, Bytes utf16)
{
    const std::uint8_t *from = utf16.data();
    std::size_t units = utf16.size() / 2;
    char *const start = out.reserve(units * LongestEscape + LongestEscape);
    char *at = start;
    while (units > 0) {
        const std::size_t plain = copyPlain<form>(from, units, at);
        at += plain;
        from += 2 * plain;
        units -= plain;
        // One that is not plain is seldom alone: text of other languages goes on here.
        while (units > 0) {
            char32_t point = unitAt(from, 0);
            if (point < 0x80 && Plain<form>.data()[point])
                break;
            std::size_t taken = 1;
            if (point >= 0xd800 && point <= 0xdfff) {
                const char16_t low = point < 0xdc00 && units > 1 ? unitAt(from, 1) : u'\0';
                taken = low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
                point = taken == 2 ? 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00U) : Replacement;
            }
            at = putPoint<form>(at, point);
            from += 2 * taken;
            units -= taken;
        }
    }
    out.advance(static_cast<std::size_t>(at - start));
}

} // namespace

void appendUtf8(OutBuffer &out, Bytes utf16)
{
    append<Form::Utf8>(out, utf16);
}

void appendJsonText(OutBuffer &out, Bytes utf16)
{
    append<Form::Json>(out, utf16);
}

void appendXmlText(OutBuffer &out, Bytes utf16, XmlSpot spot)
{
    if (spot == XmlSpot::Text)
        append<Form::XmlText>(out, utf16);
    else
        append<Form::XmlAttribute>(out, utf16);
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

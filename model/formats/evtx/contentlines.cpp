// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/contentlines.h"

#include "formats/evtx/valuetext.h"

#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace evident::evtx {

namespace {

/// Room for so many more units; what was there moves seldom.
char16_t *grown(QString &text, qsizetype units)
{
    const qsizetype before = text.size();
    const qsizetype size = before + units;
    if (size > text.capacity())
        text.reserve(2 * size);
    text.resize(size);
    return reinterpret_cast<char16_t *>(text.data()) + before;
}

/// Characters below 128, each a byte; eight at once, as long as there are so many.
void widen(std::string_view from, char16_t *to)
{
    std::size_t i = 0;
#ifdef __SSE2__
    constexpr std::size_t Step = 8;
    for (; i + Step <= from.size(); i += Step) {
        const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i *>(from.data() + i));
        _mm_storeu_si128(reinterpret_cast<__m128i *>(to + i), _mm_unpacklo_epi8(bytes, _mm_setzero_si128()));
    }
#endif
    for (; i < from.size(); ++i)
        to[i] = static_cast<unsigned char>(from[i]);
}

} // namespace

void ContentLines::writeLine(const QString &name, const Value &value, ValueLines &to)
{
    const bool isLying = value.type == ValueType::String || value.type == ValueType::EvtXml;
    const bool isPlain = !isLying && !isArray(value.type) && !isText(value.type) && value.type != ValueType::BinXml;
    Bytes lying = isLying ? stringBytes(value) : Bytes();
    QString other;
    if (isPlain) {
        m_written.clear();
        appendPlain(m_written, value);
    } else if (!isLying) {
        other = valueText(value);
        lying = {reinterpret_cast<const std::uint8_t *>(other.constData()), 2 * static_cast<std::size_t>(other.size())};
    }
    const qsizetype size = static_cast<qsizetype>(isPlain ? m_written.size() : lying.size() / 2);
    if (size == 0)
        return;
    const qsizetype joined = to.text.isEmpty() ? 0 : 1;
    const qsizetype named = name.isEmpty() ? 0 : name.size() + 2;
    const qsizetype begin = to.text.size() + joined;
    char16_t *at = grown(to.text, joined + named + size);
    if (joined > 0)
        *at++ = u'\n';
    if (named > 0) {
        std::memcpy(at, name.constData(), 2 * static_cast<std::size_t>(name.size()));
        at += name.size();
        *at++ = u':';
        *at++ = u' ';
    }
    if (isPlain)
        widen(m_written.view(), at);
    else
        std::memcpy(at, lying.data(), 2 * static_cast<std::size_t>(size));
    to.lines.push_back({.begin = begin, .nameSize = name.size(), .end = begin + named + size});
}

bool ContentLines::write(const Template &definition, Bytes valueBytes, ValueLines &to)
{
    if (definition.serial == 0 || !definition.content.isKnown() || !m_strings.list(valueBytes))
        return false;
    to.text.resize(0);
    to.lines.clear();
    const auto &leaves = definition.content.leaves();
    return m_strings.visit(definition.content, [&](std::size_t leaf, const Value &value) {
        writeLine(leaves[leaf].name, value, to);
        return true;
    });
}

} // namespace evident::evtx

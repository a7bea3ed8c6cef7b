// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bytes/textneedle.h"

#include "bytes/utf16.h"

#include <QVarLengthArray>

#include <algorithm>
#include <atomic>
#include <bit>
#include <utility>
#include <vector>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace evident {

namespace {

std::uint64_t nextSerial()
{
    static std::atomic_uint64_t last = 0;
    return ++last;
}

char16_t folded(char16_t unit)
{
    return static_cast<char16_t>(QChar::toCaseFolded(char32_t{unit})); // within the first plane units fold to units
}

char16_t unitAt(const std::uint8_t *bytes)
{
    return static_cast<char16_t>(bytes[0] | bytes[1] << 8);
}

/// The higher the more often logs have it, so that looking for it first finds too much.
qsizetype commonness(char16_t unit)
{
    static constexpr QStringView FromRareToCommon = u"vpgfmhucdl\\:.1-sriota e0";
    return FromRareToCommon.indexOf(unit);
}

} // namespace

TextNeedle::TextNeedle(const QString &text)
    : m_text(text)
    , m_folded(text)
    , m_matcher(text, Qt::CaseInsensitive)
    , m_serial(nextSerial())
    , m_isPaired(std::ranges::any_of(text, [](QChar unit) { return unit.isSurrogate(); }))
{
    for (QChar &unit : m_folded)
        unit = folded(unit.unicode());
    makeProbes();
}

/// Takes the two rarest units that few others fold to. Surrogates fold in pairs and are passed over.
void TextNeedle::makeProbes()
{
    std::vector<bool> isMeant(0x10000, false);
    for (const QChar unit : std::as_const(m_folded))
        isMeant[unit.unicode()] = true;
    std::vector<std::vector<std::uint8_t>> lows(static_cast<std::size_t>(m_folded.size()));
    for (std::uint32_t unit = 0; unit <= 0xffff; ++unit) {
        const auto low = static_cast<std::uint8_t>(unit);
        const char16_t target = folded(static_cast<char16_t>(unit));
        if (!isMeant[target])
            continue;
        for (qsizetype at = m_folded.indexOf(QChar(target)); at >= 0; at = m_folded.indexOf(QChar(target), at + 1)) {
            auto &known = lows[static_cast<std::size_t>(at)];
            if (std::ranges::find(known, low) == known.end())
                known.push_back(low);
        }
    }
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < lows.size(); ++at) {
        if (!m_folded[static_cast<qsizetype>(at)].isSurrogate() && lows[at].size() <= MostLows)
            places.push_back(at);
    }
    m_hasProbes = !places.empty();
    if (!m_hasProbes)
        return;
    std::ranges::stable_sort(places, {}, [&](std::size_t at) {
        return std::pair(lows[at].size() > 2, commonness(m_folded[static_cast<qsizetype>(at)].unicode()));
    });
    const auto probe = [&](std::size_t at) {
        Probe made{.at = 2 * at, .lows = {}, .count = static_cast<int>(lows[at].size())};
        made.lows.fill(lows[at].front());
        std::ranges::copy(lows[at], made.lows.begin());
        return made;
    };
    m_first = probe(places.front());
    m_second = probe(places.size() > 1 ? places[1] : places.front());
}

bool TextNeedle::isIn(Bytes utf16) const
{
    const std::size_t units = utf16.size() / 2;
    if (units < static_cast<std::size_t>(m_text.size()))
        return false;
    QVarLengthArray<char16_t, 512> aligned(static_cast<qsizetype>(units));
    std::memcpy(aligned.data(), utf16.data(), 2 * units);
    return isIn(QStringView(aligned.data(), aligned.size()));
}

bool TextNeedle::isMadeOf(QStringView characters) const
{
    return std::ranges::all_of(m_folded, [characters](QChar unit) { return characters.contains(unit); });
}

/// Surrogates count as equal to anything.
bool TextNeedle::isFoldedAt(const std::uint8_t *bytes) const
{
    for (const QChar unit : m_folded) {
        if (!unit.isSurrogate() && folded(unitAt(bytes)) != unit.unicode())
            return false;
        bytes += 2;
    }
    return true;
}

bool TextNeedle::mayLieIn(Bytes bytes) const
{
    const std::size_t size = 2 * static_cast<std::size_t>(m_folded.size());
    if (bytes.size() < size)
        return false;
    if (!m_hasProbes)
        return true;
    const std::size_t places = bytes.size() - size + 1;
    return std::max(m_first.count, m_second.count) <= 2 ? scan<2>(bytes, places) : scan<MostLows>(bytes, places);
}

/// Looks at the first @p places bytes of @p bytes; behind each of them lie as many as the needle has.
template<int Lows>
bool TextNeedle::scan(Bytes bytes, std::size_t places) const
{
    const std::uint8_t *const begin = bytes.data();
#ifdef __SSE2__
    constexpr std::size_t Step = 16;
    if (places >= Step) {
        struct Low {
            __m128i ofFirst;
            __m128i ofSecond;
        };
        std::array<Low, Lows> lows;
        for (std::size_t i = 0; i < Lows; ++i)
            lows[i] = {
                _mm_set1_epi8(static_cast<char>(m_first.lows[i])), _mm_set1_epi8(static_cast<char>(m_second.lows[i]))};
        const auto candidates = [&](std::size_t at) {
            const __m128i first = _mm_loadu_si128(reinterpret_cast<const __m128i *>(begin + at + m_first.at));
            const __m128i second = _mm_loadu_si128(reinterpret_cast<const __m128i *>(begin + at + m_second.at));
            __m128i isFirst = _mm_cmpeq_epi8(first, lows[0].ofFirst);
            __m128i isSecond = _mm_cmpeq_epi8(second, lows[0].ofSecond);
            for (std::size_t i = 1; i < Lows; ++i) {
                isFirst = _mm_or_si128(isFirst, _mm_cmpeq_epi8(first, lows[i].ofFirst));
                isSecond = _mm_or_si128(isSecond, _mm_cmpeq_epi8(second, lows[i].ofSecond));
            }
            return static_cast<unsigned>(_mm_movemask_epi8(_mm_and_si128(isFirst, isSecond)));
        };
        for (std::size_t at = 0; at < places; at += Step) {
            at = std::min(at, places - Step); // the last ones are looked at together with some before them
            for (unsigned found = candidates(at); found != 0; found &= found - 1) {
                if (isFoldedAt(begin + at + static_cast<std::size_t>(std::countr_zero(found))))
                    return true;
            }
        }
        return false;
    }
#endif
    for (std::size_t at = 0; at < places; ++at) {
        if (isFoldedAt(begin + at))
            return true;
    }
    return false;
}

} // namespace evident

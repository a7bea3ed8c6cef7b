// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Compares what lies in a log with what was remembered, but for bytes that may differ: in one go over all of it, rather than
// piece by piece between those bytes. Pure function.

#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace evident::evtx {

inline constexpr std::size_t MaskStep = 32;

[[nodiscard]] constexpr std::size_t paddedToStep(std::size_t size)
{
    return (size + MaskStep - 1) / MaskStep * MaskStep;
}

/// Whether both hold the same where @p mask has its bits set. @p size is a multiple of MaskStep.
[[nodiscard]] inline bool isSameWhere(
    const std::uint8_t *mask, const std::uint8_t *a, const std::uint8_t *b, std::size_t size)
{
#ifdef __SSE2__
    const auto differenceAt = [=](std::size_t begin) {
        const auto load = [begin](const std::uint8_t *bytes) {
            return _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes + begin));
        };
        return _mm_and_si128(_mm_xor_si128(load(a), load(b)), load(mask));
    };
    __m128i difference = _mm_setzero_si128();
    for (std::size_t at = 0; at < size; at += MaskStep)
        difference = _mm_or_si128(difference, _mm_or_si128(differenceAt(at), differenceAt(at + MaskStep / 2)));
    return _mm_movemask_epi8(_mm_cmpeq_epi8(difference, _mm_setzero_si128())) == 0xffff;
#else
    std::uint8_t difference = 0;
    for (std::size_t at = 0; at < size; ++at)
        difference |= (a[at] ^ b[at]) & mask[at];
    return difference == 0;
#endif
}

} // namespace evident::evtx

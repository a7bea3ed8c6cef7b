// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What nearly every record and everything that values nest consists of: one instance of a template that is kept. Read with a
// few comparisons; whatever is out of the ordinary is refused, and then a FragmentReader has to look. What it does
// answer is what a FragmentReader finds. Owns nothing; offsets are from the chunk's start.

#include "formats/evtx/template.h"

#include <algorithm>
#include <array>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace evident::evtx {

inline constexpr std::size_t DescriptorSize = 4; ///< of a value: size, type, a byte that nobody reads
inline constexpr std::size_t CountSize = 4; ///< of the number of values

/// The front of an instance, up to the descriptions of its values.
struct InstanceHead {
    const Template *definition = nullptr; ///< without fault, with a serial; null: refused
    std::size_t begin = 0; ///< of the number of values, behind which their descriptions begin
    std::uint32_t count = 0; ///< of values, whose descriptions lie before the end
};

/// What a value nests.
struct NestedInstance {
    const Template *definition = nullptr; ///< null: refused
    Bytes valueBytes{}; ///< see FragmentReader
    std::uint64_t cost = 0;
    bool isWhole = false; ///< the values' descriptions and all of their bytes are there
};

/// What the descriptions of values say together.
struct DescribedValues {
    std::uint64_t size = 0;
    bool nests = false; ///< a fragment
};

template<typename T>
[[nodiscard]] inline T numberAt(const std::uint8_t *at)
{
    T number{};
    std::memcpy(&number, at, sizeof(number));
    return number;
}

[[nodiscard]] inline InstanceHead instanceHead(TemplateTable &templates, std::size_t begin, std::size_t end)
{
    constexpr std::size_t FragmentHeaderSize = 4;
    constexpr std::size_t InstanceHeaderSize = 10; // token, version, template id, definition's offset
    const Bytes chunk = templates.chunk();
    end = std::min(end, chunk.size());
    const std::uint8_t *const bytes = chunk.data();
    if (begin >= end)
        return {};
    if (static_cast<Token>(bytes[begin]) == Token::FragmentHeader)
        begin += FragmentHeaderSize;
    if (begin > end || end - begin < InstanceHeaderSize + CountSize
        || static_cast<Token>(bytes[begin]) != Token::TemplateInstance)
        return {};
    const auto offset = numberAt<std::uint32_t>(bytes + begin + InstanceHeaderSize - 4);
    const Template &definition = templates.at(offset);
    if (definition.serial == 0 || definition.program.code.empty())
        return {};
    begin += InstanceHeaderSize;
    if (offset == begin)
        begin += definition.storedSize;
    if (begin > end || end - begin < CountSize)
        return {};
    const auto count = numberAt<std::uint32_t>(bytes + begin);
    if (count > (end - begin - CountSize) / DescriptorSize)
        return {};
    return {.definition = &definition, .begin = begin, .count = count};
}

/// Of less than 65536. The last ones are taken with some before them again, which do not count twice.
[[nodiscard]] inline DescribedValues describedValues(const std::uint8_t *descriptor, std::uint32_t count)
{
    constexpr std::uint32_t Size = 0xffff;
    constexpr std::uint32_t Type = 0xff'0000;
    constexpr std::uint32_t Nests = static_cast<std::uint32_t>(ValueType::BinXml) << 16;
#ifdef __SSE2__
    constexpr std::size_t Together = 4;
    if (count >= Together) {
        alignas(16) static constexpr std::array<std::uint32_t, 2 * Together> Rest{0, 0, 0, 0, ~0U, ~0U, ~0U, ~0U};
        const __m128i sizeMask = _mm_set1_epi32(Size);
        const __m128i typeMask = _mm_set1_epi32(Type);
        const __m128i nesting = _mm_set1_epi32(Nests);
        const auto load = [](const void *from) { return _mm_loadu_si128(static_cast<const __m128i *>(from)); };
        __m128i sizes = _mm_setzero_si128();
        __m128i nests = _mm_setzero_si128();
        const auto add = [&](__m128i descriptions) {
            sizes = _mm_add_epi32(sizes, _mm_and_si128(descriptions, sizeMask));
            nests = _mm_or_si128(nests, _mm_cmpeq_epi32(_mm_and_si128(descriptions, typeMask), nesting));
        };
        const std::uint8_t *const end = descriptor + std::size_t{count} * DescriptorSize;
        for (; descriptor + Together * DescriptorSize <= end; descriptor += Together * DescriptorSize)
            add(load(descriptor));
        add(_mm_and_si128(load(end - Together * DescriptorSize), load(&Rest.at(count % Together))));
        sizes = _mm_add_epi32(sizes, _mm_srli_si128(sizes, 8));
        sizes = _mm_add_epi32(sizes, _mm_srli_si128(sizes, 4));
        return {.size = static_cast<std::uint32_t>(_mm_cvtsi128_si32(sizes)), .nests = _mm_movemask_epi8(nests) != 0};
    }
#endif
    DescribedValues all;
    for (; count > 0; --count, descriptor += DescriptorSize) {
        const auto one = numberAt<std::uint32_t>(descriptor);
        all.size += one & Size;
        all.nests |= (one & Type) == Nests;
    }
    return all;
}

/// One instance whose values nest nothing, with nothing behind it.
[[nodiscard]] inline bool readNested(
    TemplateTable &templates, std::size_t begin, std::size_t end, NestedInstance &nested)
{
    end = std::min(end, templates.chunk().size());
    const InstanceHead head = instanceHead(templates, begin, end);
    if (head.definition == nullptr)
        return false;
    const std::uint8_t *const bytes = templates.chunk().data();
    const std::size_t values = head.begin + CountSize + std::size_t{head.count} * DescriptorSize;
    const DescribedValues described = describedValues(bytes + head.begin + CountSize, head.count);
    if (described.nests || described.size > end - values)
        return false;
    const std::size_t behind = values + described.size;
    if (behind < end && static_cast<Token>(bytes[behind]) != Token::EndOfStream)
        return false;
    const Program &program = head.definition->program;
    nested.definition = head.definition;
    nested.valueBytes = Bytes(bytes + head.begin, behind - head.begin);
    nested.cost = program.utf8.size() + std::uint64_t{program.mostUses} * described.size;
    nested.isWhole = true;
    return true;
}

} // namespace evident::evtx

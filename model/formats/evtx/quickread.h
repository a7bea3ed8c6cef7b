// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What nearly every record and everything that values nest consists of: one instance of a template that is kept. Read with a
// few comparisons; whatever is out of the ordinary is refused, and then a FragmentReader has to look. What it does
// answer is what a FragmentReader finds. Owns nothing; offsets are from the chunk's start.

#include "formats/evtx/template.h"

#include <algorithm>

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

/// Two at a time: each half of a word sums for itself, and borrows where its type is the one that is looked for. Of less than 65536.
[[nodiscard]] inline DescribedValues describedValues(const std::uint8_t *descriptor, std::uint32_t count)
{
    constexpr std::uint64_t Ones = 0x0000'0001'0000'0001;
    constexpr std::uint64_t Nests = Ones * static_cast<std::uint64_t>(ValueType::BinXml);
    std::uint64_t sizes = 0;
    std::uint64_t borrowed = 0;
    const auto add = [&](std::uint64_t descriptions) {
        sizes += descriptions & Ones * 0xffff;
        borrowed |= ((descriptions >> 16 & Ones * 0xff) ^ Nests) - Ones;
    };
    for (; count >= 2; count -= 2, descriptor += 2 * DescriptorSize)
        add(numberAt<std::uint64_t>(descriptor));
    if (count != 0)
        add(numberAt<std::uint32_t>(descriptor));
    return {.size = (sizes & 0xffff'ffff) + (sizes >> 32), .nests = (borrowed & Ones << 31) != 0};
}

/// One instance whose values nest nothing, with nothing behind it.
[[nodiscard]] inline NestedInstance nestedInstance(TemplateTable &templates, std::size_t begin, std::size_t end)
{
    end = std::min(end, templates.chunk().size());
    const InstanceHead head = instanceHead(templates, begin, end);
    if (head.definition == nullptr)
        return {};
    const std::uint8_t *const bytes = templates.chunk().data();
    const std::size_t values = head.begin + CountSize + std::size_t{head.count} * DescriptorSize;
    const DescribedValues described = describedValues(bytes + head.begin + CountSize, head.count);
    if (described.nests || described.size > end - values)
        return {};
    const std::size_t behind = values + described.size;
    if (behind < end && static_cast<Token>(bytes[behind]) != Token::EndOfStream)
        return {};
    const Program &program = head.definition->program;
    return {.definition = head.definition,
        .valueBytes = Bytes(bytes + head.begin, behind - head.begin),
        .cost = program.utf8.size() + std::uint64_t{program.mostUses} * described.size};
}

} // namespace evident::evtx

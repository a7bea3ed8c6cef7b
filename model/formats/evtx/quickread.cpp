// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/quickread.h"

#include <algorithm>

namespace evident::evtx {

namespace {

constexpr std::size_t FragmentHeaderSize = 4;
constexpr std::size_t InstanceHeaderSize = 10; // token, version, template id, definition's offset
constexpr std::size_t CountSize = 4;

template<typename T>
T numberAt(const std::uint8_t *at)
{
    T number{};
    std::memcpy(&number, at, sizeof(number));
    return number;
}

} // namespace

InstanceHead instanceHead(TemplateTable &templates, std::size_t begin, std::size_t end)
{
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

NestedInstance nestedInstance(TemplateTable &templates, std::size_t begin, std::size_t end)
{
    end = std::min(end, templates.chunk().size());
    const InstanceHead head = instanceHead(templates, begin, end);
    if (head.definition == nullptr)
        return {};
    const std::uint8_t *const bytes = templates.chunk().data();
    const std::uint8_t *descriptor = bytes + head.begin + CountSize;
    const std::uint8_t *const last = descriptor + std::size_t{head.count} * DescriptorSize;
    std::uint64_t size = 0;
    bool nests = false;
    for (; descriptor != last; descriptor += DescriptorSize) {
        const auto description = numberAt<std::uint32_t>(descriptor);
        size += description & 0xffff;
        nests |= static_cast<ValueType>(description >> 16 & 0xff) == ValueType::BinXml;
    }
    const auto values = static_cast<std::size_t>(last - bytes);
    if (nests || size > end - values)
        return {};
    const std::size_t behind = values + size;
    if (behind < end && static_cast<Token>(bytes[behind]) != Token::EndOfStream)
        return {};
    const Program &program = head.definition->program;
    return {.definition = head.definition,
        .valueBytes = Bytes(bytes + head.begin, behind - head.begin),
        .cost = program.utf8.size() + std::uint64_t{program.mostUses} * size};
}

} // namespace evident::evtx

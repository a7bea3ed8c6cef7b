// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/hivelog.h"

#include "forge/blob.h"

#include <bit>

namespace forge {

namespace {

constexpr std::size_t Head = 4096;
constexpr std::size_t Page = 4096;
constexpr std::size_t Sector = 512;
constexpr std::size_t ChecksumAt = 508;

std::uint32_t number(std::string_view bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 4; i > 0; --i)
        value = value << 8 | static_cast<std::uint8_t>(bytes[at + i - 1]);
    return value;
}

std::string withChecksum(std::string_view head)
{
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at < ChecksumAt; at += 4)
        sum ^= number(head, at);
    Blob blob;
    blob.bytes(head);
    blob.patch32(ChecksumAt, sum);
    return blob.take();
}

/// The first sector of a log: the hive's own, as another type of file.
std::string logHead(const std::string &hive, std::uint32_t type, std::uint32_t sequence)
{
    Blob head;
    head.bytes(std::string_view(hive).substr(0, Sector));
    head.patch32(4, sequence);
    head.patch32(8, sequence);
    head.patch32(28, type);
    return withChecksum(head.view());
}

bool differs(const std::string &before, const std::string &after, std::size_t at, std::size_t size)
{
    return at + size > before.size() || before.compare(at, size, after, at, size) != 0;
}

std::string entry(const std::string &before, const std::string &after, std::uint32_t sequence)
{
    Blob references;
    Blob pages;
    for (std::size_t at = Head; at < after.size(); at += Page) {
        if (!differs(before, after, at, Page))
            continue;
        references.u32(static_cast<std::uint32_t>(at - Head));
        references.u32(Page);
        pages.bytes(std::string_view(after).substr(at, Page));
    }
    Blob body;
    body.bytes(references.view());
    body.bytes(pages.view());
    const std::size_t size = (40 + body.size() + Sector - 1) / Sector * Sector;
    body.fill(size - 40 - body.size());
    Blob blob;
    blob.bytes("HvLE");
    blob.u32(static_cast<std::uint32_t>(size));
    blob.u32(0);
    blob.u32(sequence);
    blob.u32(static_cast<std::uint32_t>(after.size() - Head));
    blob.u32(static_cast<std::uint32_t>(references.size() / 8));
    blob.u64(marvin32(body.view()));
    blob.u64(marvin32(blob.view()));
    blob.bytes(body.view());
    return blob.take();
}

std::string dirt(const std::string &before, const std::string &after)
{
    Blob bitmap;
    Blob sectors;
    for (std::size_t at = Head; at < after.size(); at += 8 * Sector) {
        std::uint8_t bits = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            if (!differs(before, after, at + i * Sector, Sector))
                continue;
            bits = static_cast<std::uint8_t>(bits | 1U << i);
            sectors.bytes(std::string_view(after).substr(at + i * Sector, Sector));
        }
        bitmap.u8(bits);
    }
    Blob blob;
    blob.bytes("DIRT");
    blob.bytes(bitmap.view());
    blob.align(Sector);
    blob.bytes(sectors.view());
    return blob.take();
}

} // namespace

std::string dirtyHive(std::string hive)
{
    ++hive[4];
    return withChecksum(hive);
}

std::string hiveLog(const std::vector<std::string> &states, HiveLogStyle style, std::uint32_t first)
{
    const std::uint32_t sequence = number(states.front(), 8) + first;
    if (style == HiveLogStyle::Dirt)
        return logHead(states.back(), 1, sequence + 1) + dirt(states.front(), states.back());
    std::string log = logHead(states.front(), 6, sequence);
    for (std::size_t i = 1; i < states.size(); ++i)
        log += entry(states[i - 1], states[i], sequence + static_cast<std::uint32_t>(i) - 1);
    return log;
}

std::uint64_t marvin32(std::string_view bytes)
{
    std::string padded(bytes);
    padded += '\x80';
    padded.append((4 - padded.size() % 4) % 4, '\0');
    std::uint32_t a = 0x884DEF82;
    std::uint32_t b = 0xC5554E7A;
    const auto mix = [&a, &b](std::uint32_t word) {
        a += word;
        b ^= a;
        a = std::rotl(a, 20);
        a += b;
        b = std::rotl(b, 9);
        b ^= a;
        a = std::rotl(a, 27);
        a += b;
        b = std::rotl(b, 19);
    };
    for (std::size_t at = 0; at < padded.size(); at += 4)
        mix(number(padded, at));
    mix(0);
    return std::uint64_t{b} << 32 | a;
}

} // namespace forge

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/hivelog.h"

#include "checks/hivebytes.h"

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

namespace evident {

namespace {

constexpr std::size_t Sector = 512;
constexpr std::size_t PageSize = 0x1000;
constexpr std::size_t PrimaryAt = 4; ///< sequence numbers
constexpr std::size_t SecondaryAt = 8;
constexpr std::size_t TimeAt = 12;
constexpr std::size_t TypeAt = 28;
constexpr std::size_t TimeOfBinAt = HiveHeaderSize + 20;

enum class LogType : std::uint32_t { Dirt = 1, DirtToo = 2, Entries = 6 };

/// As Windows makes it: never 0 and never all ones.
std::uint32_t checksum(Bytes header)
{
    const std::uint32_t sum = hiveChecksum(header);
    return sum == 0 ? 1 : sum == UINT32_MAX ? UINT32_MAX - 1 : sum;
}

bool isBaseBlock(Bytes bytes)
{
    return bytes.size() >= Sector && signature(bytes, 0, 4) == "regf"
        && checksum(bytes) == readLe<std::uint32_t>(bytes, HiveChecksumAt);
}

void marvinMix(std::uint32_t &low, std::uint32_t &high, std::uint32_t add)
{
    low += add;
    high ^= low;
    low = std::rotl(low, 20) + high;
    high = std::rotl(high, 9) ^ low;
    low = std::rotl(low, 27) + high;
    high = std::rotl(high, 19);
}

/// One entry of a log of the new format, looked at in its place.
struct Entry {
    static constexpr std::size_t HeadSize = 40;
    Bytes bytes;

    [[nodiscard]] std::uint32_t number() const { return readLe<std::uint32_t>(bytes, 12); }
    [[nodiscard]] std::size_t binsSize() const { return readLe<std::uint32_t>(bytes, 16); }
    [[nodiscard]] std::size_t pages() const { return readLe<std::uint32_t>(bytes, 20); }
    [[nodiscard]] bool isWhole() const
    {
        return bytes.size() > HeadSize && binsSize() % PageSize == 0 && pages() <= (bytes.size() - HeadSize) / 8
            && readLe<std::uint64_t>(bytes, 24) == marvin32(bytes.subspan(HeadSize))
            && readLe<std::uint64_t>(bytes, 32) == marvin32(bytes.first(32));
    }
};

/// The whole entries of a log in their order, up to the first that is not.
std::vector<Entry> entriesOf(Bytes log)
{
    std::vector<Entry> entries;
    std::size_t at = Sector;
    while (signature(log, at, 4) == "HvLE") {
        const std::size_t size = readLe<std::uint32_t>(log, at + 4);
        const Entry entry{slice(log, at, size)};
        if (!entry.isWhole())
            break;
        entries.push_back(entry);
        at += (size + Sector - 1) / Sector * Sector;
    }
    return entries;
}

void growTo(QByteArray &hive, std::size_t binsSize)
{
    writeLe(hive, HiveBinsSizeAt, static_cast<std::uint32_t>(binsSize));
    const std::size_t size = HiveHeaderSize + binsSize;
    if (const auto had = static_cast<std::size_t>(hive.size()); size > had)
        hive.append(static_cast<qsizetype>(size - had), '\0');
}

/// False when a page lies outside of the hive or behind the entry's end: then nothing was written.
bool apply(const Entry &entry, QByteArray &hive, std::size_t largest)
{
    if (entry.binsSize() > largest - HiveHeaderSize)
        return false;
    std::size_t from = Entry::HeadSize + entry.pages() * 8;
    for (std::size_t i = 0; i < entry.pages(); ++i) {
        const std::size_t at = readLe<std::uint32_t>(entry.bytes, Entry::HeadSize + i * 8);
        const std::size_t size = readLe<std::uint32_t>(entry.bytes, Entry::HeadSize + i * 8 + 4);
        if (at > entry.binsSize() || size > entry.binsSize() - at || size > entry.bytes.size() - from)
            return false;
        from += size;
    }
    growTo(hive, entry.binsSize());
    from = Entry::HeadSize + entry.pages() * 8;
    for (std::size_t i = 0; i < entry.pages(); ++i) {
        const std::size_t at = readLe<std::uint32_t>(entry.bytes, Entry::HeadSize + i * 8);
        const std::size_t size = readLe<std::uint32_t>(entry.bytes, Entry::HeadSize + i * 8 + 4);
        std::memcpy(hive.data() + HiveHeaderSize + at, entry.bytes.data() + from, size);
        from += size;
    }
    return true;
}

void makeWhole(QByteArray &hive, std::uint32_t number)
{
    writeLe(hive, PrimaryAt, number);
    writeLe(hive, SecondaryAt, number);
    writeLe(hive, HiveChecksumAt, checksum(viewOf(hive)));
}

/// All logs' entries that continue @p hive, one after the other, whichever log the next one lies in.
int applyEntries(std::span<const QByteArray> logs, QByteArray &hive, std::size_t largest)
{
    std::vector<Entry> entries;
    for (const QByteArray &log : logs) {
        if (isBaseBlock(viewOf(log))
            && readLe<std::uint32_t>(viewOf(log), TypeAt) == std::to_underlying(LogType::Entries))
            std::ranges::copy(entriesOf(viewOf(log)), std::back_inserter(entries));
    }
    const std::uint32_t first = readLe<std::uint32_t>(viewOf(hive), SecondaryAt);
    std::uint32_t next = first;
    for (;;) {
        const auto found = std::ranges::find(entries, next, &Entry::number);
        if (found == entries.end() || !apply(*found, hive, largest))
            break;
        ++next;
    }
    if (next != first)
        makeWhole(hive, next - 1);
    return static_cast<int>(next - first);
}

/// A log of the old format holds one state of the hive: a bit for each sector of the bins, then the sectors whose bit is
/// set.
bool applyDirt(Bytes log, QByteArray &hive, std::size_t largest)
{
    constexpr std::size_t BitmapAt = Sector + 4;
    const std::size_t binsSize = readLe<std::uint32_t>(log, HiveBinsSizeAt);
    if (signature(log, Sector, 4) != "DIRT" || binsSize % PageSize != 0 || binsSize > largest - HiveHeaderSize)
        return false;
    const Bytes bitmap = slice(log, BitmapAt, binsSize / Sector / 8);
    if (bitmap.size() != binsSize / Sector / 8)
        return false;
    std::size_t sectors = 0;
    for (const std::uint8_t byte : bitmap)
        sectors += static_cast<std::size_t>(std::popcount(byte));
    std::size_t from = (BitmapAt + bitmap.size() + Sector - 1) / Sector * Sector;
    if (sectors == 0 || slice(log, from, sectors * Sector).empty())
        return false;
    growTo(hive, binsSize);
    for (std::size_t bit = 0; bit < binsSize / Sector; ++bit) {
        if ((bitmap[bit / 8] >> (bit % 8) & 1U) == 0)
            continue;
        std::memcpy(hive.data() + HiveHeaderSize + bit * Sector, log.data() + from, Sector);
        from += Sector;
    }
    return true;
}

/// @p hiveTime: when the hive was last written, which a log of the same writing repeats.
bool isOldLogOf(std::uint64_t hiveTime, Bytes log)
{
    const auto type = static_cast<LogType>(readLe<std::uint32_t>(log, TypeAt));
    return isBaseBlock(log) && (type == LogType::Dirt || type == LogType::DirtToo)
        && readLe<std::uint32_t>(log, PrimaryAt) == readLe<std::uint32_t>(log, SecondaryAt)
        && readLe<std::uint64_t>(log, TimeAt) == hiveTime;
}

/// A header that is not to be trusted is taken from the first log that has one.
bool takeHeader(QByteArray &hive, std::span<const QByteArray> logs)
{
    const auto found = std::ranges::find_if(logs, [](const QByteArray &log) { return isBaseBlock(viewOf(log)); });
    if (found == logs.end())
        return false;
    std::memcpy(hive.data(), found->constData(), Sector);
    writeLe(hive, TypeAt, 0);
    return true;
}

} // namespace

std::uint64_t marvin32(Bytes bytes, std::uint64_t seed)
{
    auto low = static_cast<std::uint32_t>(seed);
    auto high = static_cast<std::uint32_t>(seed >> 32);
    std::size_t at = 0;
    for (; bytes.size() - at >= 4; at += 4)
        marvinMix(low, high, readLe<std::uint32_t>(bytes, at));
    std::uint32_t last = 0x80;
    for (std::size_t i = bytes.size(); i > at; --i)
        last = last << 8 | bytes[i - 1];
    marvinMix(low, high, last);
    marvinMix(low, high, 0);
    return std::uint64_t{high} << 32 | low;
}

bool isDirtyHive(Bytes hive)
{
    return !isBaseBlock(hive) || readLe<std::uint32_t>(hive, PrimaryAt) != readLe<std::uint32_t>(hive, SecondaryAt);
}

HiveReplay replayHiveLogs(const QByteArray &hive, std::span<const QByteArray> logs, std::size_t largest)
{
    if (static_cast<std::size_t>(hive.size()) < HiveHeaderSize + PageSize)
        return {};
    HiveReplay replay{.hive = hive, .entries = 0};
    const bool hasHeader = isBaseBlock(viewOf(hive));
    const auto time = readLe<std::uint64_t>(viewOf(hive), hasHeader ? TimeAt : TimeOfBinAt);
    if (!hasHeader && !takeHeader(replay.hive, logs))
        return {};
    const auto old =
        std::ranges::find_if(logs, [time](const QByteArray &log) { return isOldLogOf(time, viewOf(log)); });
    if (old != logs.end() && applyDirt(viewOf(*old), replay.hive, largest)) {
        makeWhole(replay.hive, readLe<std::uint32_t>(viewOf(*old), PrimaryAt));
        replay.entries = 1;
    } else {
        replay.entries = applyEntries(logs, replay.hive, largest);
    }
    return replay.entries > 0 ? std::move(replay) : HiveReplay{};
}

} // namespace evident

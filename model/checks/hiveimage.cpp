// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/hiveimage.h"

#include "checks/hivebytes.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>
#include <vector>

namespace evident {

namespace {

constexpr std::size_t BinHeaderSize = 0x20;
/// More than any 16-bit count of entries of 8 bytes can reach.
constexpr std::size_t ZerosBehind = 0x90000;

std::unexpected<Error> badHive(const char *what, std::size_t offset)
{
    return failure(ErrorCode::BadHive, what, {{}, static_cast<std::int64_t>(offset)});
}

/// A cell in use: where its size stands, and that size.
struct Cell {
    std::size_t at = 0;
    std::size_t size = 0;
};

Result<std::vector<Cell>> cellsOfBin(Bytes file, std::size_t bin, std::size_t binSize)
{
    std::vector<Cell> used;
    std::size_t at = bin + BinHeaderSize;
    while (at < bin + binSize) {
        const auto signedSize = static_cast<std::int64_t>(readLe<std::int32_t>(file, at));
        const auto size = static_cast<std::size_t>(std::abs(signedSize));
        if (size < 8 || size % 4 != 0 || size > bin + binSize - at)
            return badHive("cell", at);
        if (signedSize < 0)
            used.push_back({at, size});
        at += size;
    }
    return used;
}

/// Every cell in use, from the first bin to the last.
Result<std::vector<Cell>> allCells(Bytes file, std::size_t end)
{
    std::vector<Cell> cells;
    std::size_t at = HiveHeaderSize;
    while (at < end) {
        const auto size = static_cast<std::size_t>(readLe<std::uint32_t>(file, at + 8));
        if (signature(file, at, 4) != "hbin" || readLe<std::uint32_t>(file, at + 4) != at - HiveHeaderSize)
            return badHive("hive bin", at);
        if (size == 0 || size % HiveHeaderSize != 0 || size > end - at)
            return badHive("hive bin size", at);
        auto found = cellsOfBin(file, at, size);
        if (!found)
            return std::unexpected(std::move(found.error()));
        cells.insert(cells.end(), found->begin(), found->end());
        at += size;
    }
    return cells;
}

/// Where each "li" list went: offset of its cell → offset of the "lf" cell that says the same.
using Moves = std::map<std::uint32_t, std::uint32_t>;

std::uint32_t hiveOffset(std::size_t at)
{
    return static_cast<std::uint32_t>(at - HiveHeaderSize);
}

void appendFastLeaf(QByteArray &bin, Bytes file, const Cell &leaf, std::uint16_t count)
{
    const std::size_t size = (8 + count * std::size_t{8} + 7) / 8 * 8;
    const auto start = static_cast<std::size_t>(bin.size());
    bin.resize(bin.size() + static_cast<qsizetype>(size), '\0');
    writeLe(bin, start, static_cast<std::uint32_t>(-static_cast<std::int32_t>(size)));
    std::memcpy(bin.data() + start + 4, "lf", 2);
    std::memcpy(bin.data() + start + 6, &count, sizeof count);
    for (std::size_t i = 0; i < count; ++i) // the name hints stay 0; nobody reads them
        writeLe(bin, start + 8 + i * 8, readLe<std::uint32_t>(file, leaf.at + 8 + i * 4));
}

/// A bin with an "lf" list for every "li" list of the hive; empty when it has none.
QByteArray fastLeafBin(Bytes file, const std::vector<Cell> &cells, std::size_t binAt, Moves &moves)
{
    QByteArray bin;
    for (const Cell &cell : cells) {
        const auto count = readLe<std::uint16_t>(file, cell.at + 6);
        if (signature(file, cell.at + 4, 2) != "li" || count == 0 || 8 + count * std::size_t{4} > cell.size)
            continue;
        if (bin.isEmpty())
            bin.resize(BinHeaderSize, '\0');
        moves[hiveOffset(cell.at)] = hiveOffset(binAt + static_cast<std::size_t>(bin.size()));
        appendFastLeaf(bin, file, cell, count);
    }
    if (bin.isEmpty())
        return bin;
    const auto filled = static_cast<std::size_t>(bin.size());
    const std::size_t size = (filled + 8 + HiveHeaderSize - 1) / HiveHeaderSize * HiveHeaderSize;
    bin.resize(static_cast<qsizetype>(size), '\0');
    writeLe(bin, filled, static_cast<std::uint32_t>(size - filled)); // the rest is one free cell
    std::memcpy(bin.data(), "hbin", 4);
    writeLe(bin, 4, hiveOffset(binAt));
    writeLe(bin, 8, static_cast<std::uint32_t>(size));
    return bin;
}

void redirect(QByteArray &bytes, std::size_t at, const Moves &moves)
{
    const auto found = moves.find(readLe<std::uint32_t>(viewOf(bytes), at));
    if (found != moves.end())
        writeLe(bytes, at, found->second);
}

/// Lets keys ("nk") and lists of lists ("ri") point to the new lists.
void redirectAll(QByteArray &bytes, Bytes file, const std::vector<Cell> &cells, const Moves &moves)
{
    constexpr std::size_t ListOfKey = 32;
    for (const Cell &cell : cells) {
        const auto kind = signature(file, cell.at + 4, 2);
        if (kind == "nk" && cell.size >= ListOfKey + 4) {
            redirect(bytes, cell.at + ListOfKey, moves);
        } else if (kind == "ri") {
            const std::size_t room = (cell.size - 8) / 4;
            const auto count = std::min<std::size_t>(room, readLe<std::uint16_t>(file, cell.at + 6));
            for (std::size_t i = 0; i < count; ++i)
                redirect(bytes, cell.at + 8 + i * 4, moves);
        }
    }
}

} // namespace

Result<HiveImage> makeHiveImage(Bytes file)
{
    if (file.size() < HiveHeaderSize + BinHeaderSize || signature(file, 0, 4) != "regf")
        return badHive("base block", 0);
    const auto major = readLe<std::uint32_t>(file, 20);
    HiveImage image{.bytes = {}, .minorVersion = readLe<std::uint32_t>(file, 24)};
    if (major != 1 || image.minorVersion < 2)
        return badHive("version", 20);
    const auto binsSize = static_cast<std::size_t>(readLe<std::uint32_t>(file, HiveBinsSizeAt));
    if (binsSize == 0 || binsSize % HiveHeaderSize != 0 || binsSize > file.size() - HiveHeaderSize)
        return badHive("hive bins size", HiveBinsSizeAt);
    const std::size_t end = HiveHeaderSize + binsSize;
    const auto cells = allCells(file, end);
    if (!cells)
        return std::unexpected(cells.error());

    Moves moves;
    const QByteArray added = fastLeafBin(file, *cells, end, moves);
    image.bytes.reserve(static_cast<qsizetype>(end + ZerosBehind) + added.size());
    image.bytes.append(reinterpret_cast<const char *>(file.data()), static_cast<qsizetype>(end));
    image.bytes.append(added);
    image.bytes.append(static_cast<qsizetype>(ZerosBehind), '\0');
    redirectAll(image.bytes, file, *cells, moves);
    writeLe(image.bytes, HiveBinsSizeAt, static_cast<std::uint32_t>(binsSize + static_cast<std::size_t>(added.size())));
    writeLe(image.bytes, HiveChecksumAt, hiveChecksum(viewOf(image.bytes)));
    return image;
}

} // namespace evident

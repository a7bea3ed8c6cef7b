// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/evtxwriter.h"

#include "formats/evtx/checksum.h"

#include <QIODevice>

#include <cerrno>

namespace evident::evtx {

namespace {

constexpr std::uint32_t MostChunks = 0xffff; ///< its count has 16 bits
constexpr std::size_t ChecksummedSize = 120;

std::vector<std::uint8_t> fileHeader(std::uint32_t chunks, std::uint64_t nextId)
{
    std::vector<std::uint8_t> header(FileHeaderSize);
    const auto put = [&header](
                         std::size_t at, auto number) { std::memcpy(header.data() + at, &number, sizeof(number)); };
    std::memcpy(header.data(), "ElfFile\0", 8);
    put(16, std::uint64_t{chunks == 0 ? 0 : chunks - 1}); // the last chunk; the first is 0
    put(24, nextId);
    put(32, std::uint32_t{128}); // of the header as far as it is used
    put(36, std::uint16_t{1}); // version 3.1
    put(38, std::uint16_t{3});
    put(40, static_cast<std::uint16_t>(FileHeaderSize));
    put(42, static_cast<std::uint16_t>(chunks));
    put(124, crc32(Bytes(header).first(ChecksummedSize)));
    return header;
}

} // namespace

EvtxWriter::EvtxWriter(QIODevice &device)
    : m_device(device)
{
}

Result<EvtxWriter::Added> EvtxWriter::add(const WrittenRecord &record)
{
    bool isAdded = m_chunk.add(record, m_nextId);
    if (!isAdded && !m_chunk.isEmpty()) {
        if (const auto flushed = flush(); !flushed)
            return std::unexpected(flushed.error());
        isAdded = m_chunk.add(record, m_nextId);
    }
    if (!isAdded) {
        m_chunk.clear();
        return Added::LargerThanAChunk;
    }
    ++m_nextId;
    return Added::Yes;
}

Result<void> EvtxWriter::flush()
{
    if (m_chunks == MostChunks)
        return failure(ErrorCode::TooLarge, "more chunks than an .evtx can count");
    if (m_chunks == 0) {
        // Room for the header, which is known last: until then, nobody takes the file for a log.
        if (const auto room = write(std::vector<std::uint8_t>(FileHeaderSize)); !room)
            return room;
    }
    if (const auto written = write(m_chunk.seal()); !written)
        return written;
    ++m_chunks;
    m_chunk.clear();
    return {};
}

Result<void> EvtxWriter::finish()
{
    if (!m_chunk.isEmpty() || m_chunks == 0) { // a log without events has one chunk all the same
        if (const auto flushed = flush(); !flushed)
            return flushed;
    }
    if (!m_device.seek(0))
        return failure(ErrorCode::WriteFailed, "head of an .evtx", {}, errno);
    return write(fileHeader(m_chunks, m_nextId));
}

Result<void> EvtxWriter::write(Bytes bytes)
{
    errno = 0;
    const auto size = static_cast<qint64>(bytes.size());
    if (m_device.write(reinterpret_cast<const char *>(bytes.data()), size) != size)
        return failure(ErrorCode::WriteFailed, ".evtx", {}, errno);
    return {};
}

} // namespace evident::evtx

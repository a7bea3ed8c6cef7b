// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/evtxfile.h"

#include "forge/crc32.h"

#include <ostream>
#include <stdexcept>

namespace forge {

namespace {

constexpr std::size_t HeaderBlock = 4096;

} // namespace

EvtxFile::EvtxFile(std::ostream &out, EvtxOptions options)
    : m_out(out)
    , m_options(options)
    , m_nextId(options.firstRecordId)
{
    m_out.write(std::string(HeaderBlock, '\0').data(), HeaderBlock);
}

void EvtxFile::add(const EvtxEvent &event)
{
    add(m_nextId, event.time, m_shapes.fragment(event, m_nextId));
}

void EvtxFile::add(std::uint64_t recordId, std::uint64_t fileTime, const Fragment &fragment)
{
    if (!m_chunk.add(recordId, fileTime, fragment)) {
        endChunk(m_checksums);
        if (!m_chunk.add(recordId, fileTime, fragment))
            throw std::length_error("the record does not fit into a chunk");
    }
    ++m_records;
    m_nextId = recordId + 1;
}

void EvtxFile::addTorn(std::uint64_t fileTime, std::uint32_t size)
{
    if (!m_chunk.addTorn(m_nextId, fileTime, size)) {
        endChunk(m_checksums);
        if (!m_chunk.addTorn(m_nextId, fileTime, size))
            throw std::length_error("the torn record does not fit into a chunk");
    }
    endChunk(m_checksums);
}

void EvtxFile::endChunk(Checksums checksums)
{
    if (m_chunk.isEmpty())
        return;
    const std::string bytes = m_chunk.close(checksums);
    m_out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    ++m_chunks;
}

std::string EvtxFile::header() const
{
    const bool inUse = m_options.state == EvtxState::InUse;
    const std::uint64_t chunks = inUse ? 1 : m_chunks;
    Blob header;
    header.bytes(std::string_view("ElfFile\0", 8));
    header.u64(0);
    header.u64(chunks == 0 ? 0 : chunks - 1);
    header.u64(inUse ? m_options.firstRecordId : m_nextId);
    header.u32(0x80);
    header.u16(m_options.minorVersion);
    header.u16(3);
    header.u16(HeaderBlock);
    header.u16(m_options.claimedChunks.value_or(static_cast<std::uint16_t>(chunks)));
    header.fill(0x78 - header.size());
    const std::uint32_t crc = crc32(header.view());
    header.u32(inUse ? 1 : 0);
    header.u32(crc);
    return header.take();
}

void EvtxFile::finish()
{
    endChunk(m_checksums);
    const std::string bytes = header();
    m_out.seekp(0);
    m_out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    m_out.seekp(0, std::ios::end);
}

} // namespace forge

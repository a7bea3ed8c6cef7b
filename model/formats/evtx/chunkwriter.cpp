// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/chunkwriter.h"

#include "formats/evtx/checksum.h"
#include "formats/evtx/chunkheader.h"
#include "formats/evtx/fragmentwriter.h"

#include <array>
#include <string_view>

namespace evident::evtx {

namespace {

constexpr std::string_view Magic("ElfChnk\0", 8);
constexpr std::uint32_t HeaderSizeField = 128;
constexpr std::size_t RecordAlignment = 8; ///< as in every file of Windows

} // namespace

bool ChunkWriter::add(const WrittenRecord &record, std::uint64_t id)
{
    const ChunkImage::Mark before = m_image.mark();
    m_image.number(RecordMagic);
    m_image.number(std::uint32_t{0}); // its size, known when it ends
    m_image.number(id);
    m_image.number(record.written.ticks);
    FragmentWriter(m_image, record).write();
    static constexpr std::array<std::uint8_t, RecordAlignment> Padding{};
    const std::size_t behind = (m_image.position() - before.position + 4) % RecordAlignment;
    m_image.append(Bytes(Padding).first((RecordAlignment - behind) % RecordAlignment));
    const auto size = static_cast<std::uint32_t>(m_image.position() - before.position + 4);
    m_image.number(size);
    if (m_image.isOverfull()) {
        m_image.cutBack(before);
        return false;
    }
    m_image.patch(before.position + 4, size);
    m_firstId = m_firstId == 0 ? id : m_firstId;
    m_lastId = id;
    m_lastRecord = before.position;
    return true;
}

Bytes ChunkWriter::seal()
{
    m_image.patch(0, readLe<std::uint64_t>({reinterpret_cast<const std::uint8_t *>(Magic.data()), Magic.size()}, 0));
    const std::uint64_t first = isEmpty() ? 1 : m_firstId;
    const std::uint64_t last = isEmpty() ? ~std::uint64_t{0} : m_lastId; // as Windows marks an empty chunk
    m_image.patch(8, first); // as numbers
    m_image.patch(16, last);
    m_image.patch(24, first); // as ids
    m_image.patch(32, last);
    m_image.patch(40, HeaderSizeField);
    m_image.patch(44, static_cast<std::uint32_t>(m_lastRecord));
    m_image.patch(48, static_cast<std::uint32_t>(m_image.position()));
    const Bytes records = slice(m_image.bytes(), ChunkHeaderSize, m_image.position() - ChunkHeaderSize);
    m_image.patch(52, crc32(records));
    m_image.patch(120, std::uint32_t{0}); // no flags
    m_image.patch(124, ChunkHeader::checksumOf(m_image.bytes()));
    return m_image.bytes();
}

void ChunkWriter::clear()
{
    m_image.clear();
    m_firstId = m_lastId = 0;
    m_lastRecord = 0;
}

} // namespace evident::evtx

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/logheads.h"

#include "formats/evtx/chunkheader.h"
#include "formats/evtx/fileheader.h"
#include "formats/evtx/tokens.h"

namespace evident {

using namespace evtx;

LogHeads::LogHeads(RemoteHost &host)
    : m_host(host)
{
    std::ignore = m_piece.open(); // without it nothing is read
}

std::optional<RecordCount> LogHeads::count(const SmbPath &path, const Patience &patience)
{
    const auto held = m_host.hold(patience);
    if (!held || !m_piece.isOpen())
        return {};
    const auto opened = m_host.openFile(
        {.share = path.share.toStdString(), .path = path.path.toStdString()}, m_piece.handle(), patience);
    if (!opened)
        return {};
    auto count = countOf(*opened, patience);
    if (m_host.isAlive())
        m_host.closeFile(opened->handle, patience);
    return count;
}

std::optional<RecordCount> LogHeads::countOf(const OpenedFile &file, const Patience &patience)
{
    constexpr auto BothHeads = static_cast<std::uint32_t>(FileHeaderSize + ChunkHeaderSize);
    const auto first = bytesAt(file.handle, 0, BothHeads, patience);
    if (!first)
        return {};
    const FileHeader header = FileHeader::read(*first);
    if (!header.isIntact() || header.firstChunk > file.facts.size / ChunkSize)
        return {};
    std::vector<std::uint8_t> chunk(first->begin() + FileHeaderSize, first->end());
    if (header.firstChunk != 0) { // a full log goes on at its beginning
        const auto oldest = bytesAt(
            file.handle, FileHeaderSize + header.firstChunk * ChunkSize, std::uint32_t{ChunkHeaderSize}, patience);
        if (!oldest)
            return {};
        chunk = *oldest;
    }
    if (!ChunkHeader::hasMagic(chunk))
        return {};
    const std::uint64_t oldest = ChunkHeader::read(chunk).firstId;
    const std::uint64_t count = header.nextRecordId > oldest ? header.nextRecordId - oldest : 0;
    if (count > file.facts.size / RecordHeaderSize)
        return {};
    return RecordCount{.count = count, .isExact = (header.flags & FileHeader::Dirty) == 0};
}

std::optional<std::vector<std::uint8_t>> LogHeads::bytesAt(
    std::uint32_t handle, std::uint64_t offset, std::uint32_t length, const Patience &patience)
{
    const auto came = m_host.readFile({.handle = handle, .offset = offset, .length = length}, patience);
    if (!came || *came < length || !m_piece.seek(static_cast<qint64>(offset)))
        return {};
    std::vector<std::uint8_t> bytes(length);
    if (m_piece.read(reinterpret_cast<char *>(bytes.data()), length) != static_cast<qint64>(length))
        return {};
    return bytes;
}

} // namespace evident

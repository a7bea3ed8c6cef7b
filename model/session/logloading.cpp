// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/logloading.h"

#include <algorithm>

namespace evident {

void LogLoading::setReader(std::shared_ptr<const LogReader> reader)
{
    m_reader = std::move(reader);
    m_spans = planSpans(*m_reader);
    for (std::size_t part = 0; part < m_reader->partCount(); ++part)
        m_allBytes += m_reader->partBytes(part);
}

std::shared_ptr<const EventBatch> LogLoading::takeNext()
{
    const auto next = m_waiting.find(m_next);
    if (next == m_waiting.end())
        return nullptr;
    const LoadedSpan loaded = std::move(next->second);
    m_waiting.erase(next);
    ++m_next;
    count(loaded);
    return loaded.batch;
}

void LogLoading::addPiece(const ClassicPiece &piece)
{
    if (m_reader == nullptr)
        m_reader = piece.reader;
    m_pieceBytes += piece.reader->source().size();
    m_recordsHere = piece.came;
    m_recordsExpected = piece.expected;
    count(piece.loaded);
}

void LogLoading::noteMissing(ErrorCode why)
{
    m_report.damages.push_back({.offset = 0, .length = 0, .code = why, .what = "what is older"});
}

void LogLoading::count(const LoadedSpan &loaded)
{
    if (loaded.counter)
        m_counter.merge(*loaded.counter);
    addReport(m_report, loaded.report);
    if (loaded.newestRecord > m_newestRecord) {
        m_newestRecord = loaded.newestRecord;
        m_newestPart = loaded.newestPart;
    }
    m_bytes += loaded.bytes;
}

int LogLoading::permille() const
{
    if (m_recordsExpected > 0)
        return static_cast<int>(std::min<std::uint64_t>(m_recordsHere * 1000 / m_recordsExpected, 1000));
    if (m_pieceBytes > 0)
        return 0;
    return m_allBytes == 0 ? 1000 : static_cast<int>(m_bytes * 1000 / m_allBytes);
}

LogInfo LogLoading::info(const Names &names) const
{
    LogInfo info = m_counter.info(*m_reader, {m_report}, names);
    if (m_pieceBytes > 0)
        info.size = m_pieceBytes;
    return info;
}

} // namespace evident

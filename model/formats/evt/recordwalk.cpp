// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evt/recordwalk.h"

#include <algorithm>
#include <array>
#include <functional>

namespace evident::evt {

namespace {

constexpr std::uint64_t SignatureAt = 4;
constexpr std::array<std::uint8_t, 4> SignatureBytes{'L', 'f', 'L', 'e'};

} // namespace

std::expected<std::uint32_t, ErrorCode> recordSizeAt(Ring &ring, std::uint64_t position, std::uint64_t limit)
{
    if (position >= limit || limit - position < SmallestRecord)
        return std::unexpected(ErrorCode::Truncated);
    const Bytes head = ring.at(position, SignatureAt + SignatureBytes.size());
    if (head.empty())
        return std::unexpected(ErrorCode::ReadFailed);
    const auto size = readLe<std::uint32_t>(head, 0);
    if (readLe<std::uint32_t>(head, SignatureAt) != Signature)
        return std::unexpected(ErrorCode::BadMagic);
    if (size < SmallestRecord || size > LargestRecord)
        return std::unexpected(ErrorCode::BadSize);
    if (size > limit - position)
        return std::unexpected(ErrorCode::Truncated);
    const Bytes copy = ring.at(position + size - 4, 4);
    if (copy.empty())
        return std::unexpected(ErrorCode::ReadFailed);
    if (readLe<std::uint32_t>(copy, 0) != size)
        return std::unexpected(ErrorCode::BadSize);
    return size;
}

RecordWalk::RecordWalk(Ring &ring, Stretch stretch)
    : m_ring(ring)
    , m_stretch(stretch)
    , m_at(stretch.from)
{
}

bool RecordWalk::next()
{
    m_at += m_bytes.size();
    m_bytes = {};
    while (m_at < m_stretch.to) {
        const auto size = recordSizeAt(m_ring, m_at, m_stretch.to);
        if (size) {
            m_bytes = m_ring.at(m_at, *size);
            if (!m_bytes.empty())
                return true;
        }
        if (!skipFiller())
            skipBroken(size ? ErrorCode::ReadFailed : size.error());
    }
    return false;
}

/// Where the fixed part of a record would not fit before the file's end, the next one begins behind the header.
bool RecordWalk::skipFiller()
{
    const std::uint64_t rest = m_ring.beforeFileEnd(m_at);
    if (rest >= RecordHeadSize || m_ring.u32(m_at) != Filler)
        return false;
    m_at = std::min(m_at + rest, m_stretch.to);
    return true;
}

void RecordWalk::skipBroken(ErrorCode code)
{
    const std::uint64_t found = findRecord(m_at + 1);
    const bool tellsNothing = m_stretch.kind == StretchKind::Slack
        || (m_stretch.kind == StretchKind::OpenEnd && found == m_stretch.to && isUnused(m_at, found));
    if (!tellsNothing) {
        if (code == ErrorCode::Truncated && found < m_stretch.to)
            code = ErrorCode::BadSize; // there is more behind it, so its size is wrong
        m_damages.push_back({.offset = m_ring.place(m_at), .length = found - m_at, .code = code, .what = "record"});
    }
    m_at = found;
}

/// The first position from @p from on where a whole record begins; the stretch's end when there is none.
std::uint64_t RecordWalk::findRecord(std::uint64_t from)
{
    const std::boyer_moore_horspool_searcher searcher(SignatureBytes.begin(), SignatureBytes.end());
    while (from < m_stretch.to && m_stretch.to - from >= SmallestRecord) {
        // Only signatures in the window's first half are looked at, so that the end of each record lies in it as well
        // and no pattern of hostile bytes makes it being read again and again.
        const auto left = static_cast<std::size_t>(std::min<std::uint64_t>(m_stretch.to - from, WalkWindow));
        const Bytes window = m_ring.at(from, left);
        if (window.empty())
            return m_stretch.to;
        const std::size_t half = left < WalkWindow ? left : WalkWindow / 2;
        auto hit = window.begin() + SignatureAt;
        const auto end = window.begin() + static_cast<std::ptrdiff_t>(half);
        while ((hit = std::search(hit, end, searcher)) != end) {
            const std::uint64_t start = from + static_cast<std::uint64_t>(hit - window.begin()) - SignatureAt;
            if (recordSizeAt(m_ring, start, m_stretch.to))
                return start;
            ++hit;
        }
        from += half - (half < left ? SignatureAt + SignatureBytes.size() : 0);
    }
    return m_stretch.to;
}

bool RecordWalk::isUnused(std::uint64_t from, std::uint64_t to)
{
    while (from < to) {
        const Bytes window = m_ring.at(from, static_cast<std::size_t>(std::min<std::uint64_t>(to - from, WalkWindow)));
        if (window.empty() || std::ranges::any_of(window, [](std::uint8_t byte) { return byte != 0; }))
            return false;
        from += window.size();
    }
    return true;
}

} // namespace evident::evt

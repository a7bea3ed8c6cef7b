// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text/unitwindow.h"

#include <algorithm>

namespace evident {

namespace {

constexpr std::size_t PieceSize = 256 * 1024;

} // namespace

UnitWindow::UnitWindow(const ByteSource &source, TextEncoding encoding, std::uint64_t begin)
    : m_source(source)
    , m_encoding(encoding)
    , m_unit(unitSize(encoding))
    , m_base(begin)
{
}

/// Moves the buffer on so that the unit @p ahead places further on is in it; false when the text ends before.
bool UnitWindow::fill(std::size_t ahead)
{
    if (m_error)
        return false;
    const std::size_t keep = m_at < m_filled ? m_filled - m_at : 0;
    if (keep > 0)
        std::memmove(m_buffer.data(), m_buffer.data() + m_at, keep);
    m_base += m_at;
    m_at = 0;
    m_filled = keep;
    const std::size_t wanted = std::max(PieceSize, (ahead + 1) * m_unit);
    if (m_base + keep >= m_source.size())
        return false;
    if (m_buffer.size() < wanted)
        m_buffer.resize(wanted);
    const auto got = m_source.read(m_base + keep, std::span(m_buffer).subspan(keep));
    if (!got) {
        m_error = got.error();
        return false;
    }
    m_filled += *got;
    return (ahead + 1) * m_unit <= m_filled;
}

bool UnitWindow::startsWith(QLatin1StringView text, std::size_t ahead)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (peek(ahead + static_cast<std::size_t>(i)) != static_cast<unsigned char>(text[i].toLatin1()))
            return false;
    }
    return true;
}

void UnitWindow::seek(std::uint64_t offset)
{
    if (offset >= m_base && offset - m_base <= m_filled) {
        m_at = static_cast<std::size_t>(offset - m_base);
        return;
    }
    m_base = offset;
    m_at = 0;
    m_filled = 0;
}

QString UnitWindow::text(std::size_t units, std::size_t ahead)
{
    std::size_t have = 0;
    while (have < units && peek(ahead + have) != End)
        ++have;
    const std::size_t begin = m_at + ahead * m_unit;
    return decodeText(Bytes(m_buffer).subspan(have == 0 ? 0 : begin, have * m_unit), m_encoding);
}

} // namespace evident

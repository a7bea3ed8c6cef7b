// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/unpacking.h"

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace evident {

Result<std::shared_ptr<Unpacking>> Unpacking::create()
{
    auto unpacking = std::make_shared<Unpacking>();
    if (!unpacking->m_file.open())
        return failure(ErrorCode::WriteFailed, "a temporary file", {.source = unpacking->m_file.fileTemplate()}, errno);
    return unpacking;
}

bool Unpacking::append(const void *bytes, std::size_t count)
{
    if (m_file.write(static_cast<const char *>(bytes), static_cast<qint64>(count)) != static_cast<qint64>(count))
        return false;
    m_size += count;
    return true;
}

Result<std::size_t> MemberSource::read(std::uint64_t offset, std::span<std::uint8_t> into) const
{
    if (offset >= m_size)
        return 0U;
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), m_size - offset));
    std::size_t done = 0;
    while (done < wanted) {
        const ssize_t got = ::pread(
            m_unpacking->descriptor(), into.data() + done, wanted - done, static_cast<off_t>(m_begin + offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return failure(ErrorCode::ReadFailed, "a temporary file",
                {.source = m_name, .offset = static_cast<std::int64_t>(offset + done)}, got < 0 ? errno : 0);
        done += static_cast<std::size_t>(got);
    }
    return done;
}

} // namespace evident

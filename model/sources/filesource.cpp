// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/filesource.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace evident {

namespace {

ErrorCode codeOf(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR: return ErrorCode::NotFound;
    case EACCES:
    case EPERM: return ErrorCode::NoPermission;
    default: return ErrorCode::ReadFailed;
    }
}

std::unexpected<Error> systemFailure(int error, const char *what, const QString &path, std::int64_t offset = -1)
{
    return failure(codeOf(error), what, {.source = path, .offset = offset}, error);
}

} // namespace

FileSource::FileSource(QString path, int descriptor, std::uint64_t size)
    : m_path(std::move(path))
    , m_descriptor(descriptor)
    , m_size(size)
{
}

FileSource::~FileSource()
{
    ::close(m_descriptor);
}

Result<std::shared_ptr<const ByteSource>> FileSource::open(const QString &path)
{
    // O_NONBLOCK: a named pipe must not make us wait for its writer only to learn that it is no file.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return systemFailure(errno, "opening a file", path);
    struct stat status{};
    if (::fstat(descriptor, &status) != 0) {
        const int error = errno;
        ::close(descriptor);
        return systemFailure(error, "asking for a file's size", path);
    }
    if (!S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return failure(ErrorCode::NotALog, "a folder or device", {.source = path});
    }
    return std::shared_ptr<const ByteSource>(
        new FileSource(path, descriptor, static_cast<std::uint64_t>(status.st_size)));
}

Result<std::size_t> FileSource::read(std::uint64_t offset, std::span<std::uint8_t> into) const
{
    if (offset >= m_size)
        return 0U;
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), m_size - offset));
    std::size_t done = 0;
    while (done < wanted) {
        const ssize_t got = ::pread(m_descriptor, into.data() + done, wanted - done, static_cast<off_t>(offset + done));
        if (got == 0)
            break; // the file has shrunk since it was opened
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemFailure(errno, "reading a file", m_path, static_cast<std::int64_t>(offset + done));
        done += static_cast<std::size_t>(got);
    }
    return done;
}

MemorySource::MemorySource(QString name, QByteArray bytes)
    : m_name(std::move(name))
    , m_bytes(std::move(bytes))
{
}

Result<std::size_t> MemorySource::read(std::uint64_t offset, std::span<std::uint8_t> into) const
{
    if (offset >= size())
        return 0U;
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), size() - offset));
    std::memcpy(into.data(), m_bytes.constData() + offset, count);
    return count;
}

} // namespace evident

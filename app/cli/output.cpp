// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include "interrupt.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace evident {

Output::Output(QString name, int descriptor)
    : m_name(std::move(name))
    , m_descriptor(descriptor)
{
}

Output::Output(Output &&other) noexcept
    : m_name(std::move(other.m_name))
    , m_file(std::move(other.m_file))
    , m_descriptor(std::exchange(other.m_descriptor, STDOUT_FILENO))
{
}

Output::~Output()
{
    if (m_descriptor != STDOUT_FILENO)
        ::close(m_descriptor);
}

Result<Output> Output::open(const QString &path)
{
    if (path.isEmpty() || path == u"-")
        return Output(QCoreApplication::translate("Output", "Standard output"), STDOUT_FILENO);
    const QFileInfo info(path);
    errno = 0;
    if (info.exists() && !info.isFile() && !info.isDir()) {
        const int descriptor = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC);
        if (descriptor < 0)
            return failure(ErrorCode::NoPermission, "output", {.source = path}, errno);
        return Output(path, descriptor);
    }
    Output output(path, STDOUT_FILENO);
    output.m_file = std::make_unique<QSaveFile>(path);
    if (output.m_file->open(QIODevice::WriteOnly))
        return output;
    if (!QFileInfo(info.absolutePath()).isDir())
        return failure(ErrorCode::NotFound, "folder of the output file", {.source = info.absolutePath()}, errno);
    if (output.m_file->error() == QFileDevice::PermissionsError || errno == EACCES || errno == EROFS)
        return failure(ErrorCode::NoPermission, "output file", {.source = path}, errno);
    return output.writeFailure(errno);
}

std::unexpected<Error> Output::writeFailure(int number) const
{
    return failure(ErrorCode::WriteFailed, "output", {.source = m_name}, number);
}

Result<void> Output::write(std::string_view bytes)
{
    if (m_file) {
        errno = 0;
        if (m_file->write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size()))
            return writeFailure(errno);
        return {};
    }
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR || interrupted())
            return writeFailure(errno);
    }
    return {};
}

Result<void> Output::finish()
{
    errno = 0;
    if (m_file && !m_file->commit())
        return writeFailure(errno);
    return {};
}

} // namespace evident

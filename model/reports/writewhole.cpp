// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/report.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

namespace evident {

namespace {

std::unexpected<Error> writeFailure(const QString &path, const QSaveFile &file, int number)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    ErrorCode code = ErrorCode::WriteFailed;
    if (!folder.isDir())
        code = ErrorCode::NotFound;
    else if (file.error() == QFileDevice::PermissionsError || number == EACCES || number == EPERM || number == EROFS)
        code = ErrorCode::NoPermission;
    auto failed = failure(code, "output file", {.source = path}, number);
    failed.error().detail = file.errorString();
    return failed;
}

} // namespace

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    errno = 0;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return writeFailure(path, file, errno);
    return {};
}

} // namespace evident

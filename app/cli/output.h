// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a command's result goes: standard output piece by piece, or with -o a file that appears only when it is whole.

#include "error.h"

#include <QByteArray>
#include <QSaveFile>

#include <memory>
#include <string_view>

namespace evident {

class Output {
public:
    /// @p path: empty or "-" for standard output; a device or pipe is written to as it is. Errors: NoPermission,
    /// NotFound, WriteFailed.
    [[nodiscard]] static Result<Output> open(const QString &path);
    Output(Output &&other) noexcept;
    Output &operator=(Output &&) = delete;
    ~Output();

    /// Errors: WriteFailed with errno. After one, further calls do nothing.
    [[nodiscard]] Result<void> write(std::string_view bytes);
    [[nodiscard]] Result<void> write(const QByteArray &bytes)
    {
        return write(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    }
    /// The file, for who cannot write it from front to back; null where pieces go out at once.
    [[nodiscard]] QSaveFile *file() const { return m_file.get(); }
    /// Makes the file appear. Without it nothing is left of a file.
    [[nodiscard]] Result<void> finish();

private:
    Output(QString name, int descriptor);
    [[nodiscard]] std::unexpected<Error> writeFailure(int number) const;

    QString m_name;
    std::unique_ptr<QSaveFile> m_file; ///< null where pieces go out at once
    int m_descriptor; ///< of those
};

} // namespace evident

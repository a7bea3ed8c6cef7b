// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A log's bytes from a file, by pread (never a mapping: a file that shrinks while it is read must become damage, not a
// signal), or from memory.

#include "bytes/bytesource.h"

#include <QByteArray>

#include <memory>

namespace evident {

class FileSource final : public ByteSource {
public:
    /// Errors: NotFound, NoPermission, ReadFailed (errno in native); a folder or device is NotALog.
    [[nodiscard]] static Result<std::shared_ptr<const ByteSource>> open(const QString &path);
    ~FileSource() override;
    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> into) const override;
    [[nodiscard]] QString name() const override { return m_path; }

private:
    FileSource(QString path, int descriptor, std::uint64_t size);
    QString m_path;
    int m_descriptor;
    std::uint64_t m_size;
};

class MemorySource final : public ByteSource {
public:
    MemorySource(QString name, QByteArray bytes);
    [[nodiscard]] std::uint64_t size() const override { return static_cast<std::uint64_t>(m_bytes.size()); }
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> into) const override;
    [[nodiscard]] QString name() const override { return m_name; }

private:
    QString m_name;
    QByteArray m_bytes;
};

} // namespace evident

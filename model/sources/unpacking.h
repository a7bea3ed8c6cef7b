// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the members of an archive lie once they are unpacked: one temporary file without a name, and a source for each
// stretch of it. Owned by the sources of its members together; the file goes with the last of them.

#include "bytes/bytesource.h"

#include <QTemporaryFile>

#include <memory>

namespace evident {

/// The temporary file that the members of one call share.
class Unpacking {
public:
    /// Errors: WriteFailed.
    [[nodiscard]] static Result<std::shared_ptr<Unpacking>> create();
    [[nodiscard]] std::uint64_t size() const { return m_size; }
    /// False when there is no room.
    [[nodiscard]] bool append(const void *bytes, std::size_t count);
    [[nodiscard]] bool flush() { return m_file.flush(); }
    [[nodiscard]] int descriptor() const { return m_file.handle(); }

private:
    QTemporaryFile m_file; ///< never asked for its name, so that it gets none
    std::uint64_t m_size = 0;
};

/// One member: a stretch of the temporary file.
class MemberSource final : public ByteSource {
public:
    MemberSource(QString name, std::shared_ptr<const Unpacking> unpacking, std::uint64_t begin, std::uint64_t size)
        : m_name(std::move(name))
        , m_unpacking(std::move(unpacking))
        , m_begin(begin)
        , m_size(size)
    {
    }
    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    [[nodiscard]] QString name() const override { return m_name; }
    /// Errors: ReadFailed.
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> into) const override;

private:
    QString m_name;
    std::shared_ptr<const Unpacking> m_unpacking;
    std::uint64_t m_begin;
    std::uint64_t m_size;
};

} // namespace evident

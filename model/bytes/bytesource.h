// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the bytes of one log come from: a file, memory, later an archive's member or a share. Readers of formats see
// nothing else of the outside. Shared by every thread that reads the log; implementations are immutable after opening
// and safe to read from several threads at once.

#include "bytes/bytes.h"
#include "error.h"

#include <QString>

#include <span>

namespace evident {

class ByteSource {
public:
    ByteSource() = default;
    ByteSource(const ByteSource &) = delete;
    ByteSource &operator=(const ByteSource &) = delete;
    virtual ~ByteSource() = default;

    /// Size in bytes when it was opened. What is really there may have shrunk since.
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// Reads up to into.size() bytes from @p offset and answers how many there were: fewer only at the end.
    /// Errors: ReadFailed with errno.
    [[nodiscard]] virtual Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> into) const = 0;
    /// The path or name to show and to report.
    [[nodiscard]] virtual QString name() const = 0;
};

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "standardinput.h"

#include "interrupt.h"

#include <QTemporaryFile>

#include <array>
#include <cerrno>

#include <unistd.h>

namespace evident {

namespace {

class SpooledInput final : public ByteSource {
public:
    SpooledInput(std::unique_ptr<QTemporaryFile> file, std::uint64_t size)
        : m_file(std::move(file))
        , m_size(size)
    {
    }
    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> into) const override
    {
        std::size_t done = 0;
        while (done < into.size()) {
            const ssize_t got =
                pread(m_file->handle(), into.data() + done, into.size() - done, static_cast<off_t>(offset + done));
            if (got == 0)
                break;
            if (got > 0)
                done += static_cast<std::size_t>(got);
            else if (errno != EINTR || interrupted())
                return failure(ErrorCode::ReadFailed, "temporary file",
                    {.source = name(), .offset = static_cast<std::int64_t>(offset)}, errno);
        }
        return done;
    }
    [[nodiscard]] QString name() const override { return QStringLiteral("-"); }

private:
    std::unique_ptr<QTemporaryFile> m_file;
    std::uint64_t m_size;
};

} // namespace

Result<std::shared_ptr<const ByteSource>> readStandardInput()
{
    auto file = std::make_unique<QTemporaryFile>();
    if (!file->open())
        return failure(ErrorCode::WriteFailed, "temporary file", {.source = file->fileTemplate()}, errno);
    ::unlink(QFile::encodeName(file->fileName()).constData()); // the descriptor stays; nothing is left behind
    file->setAutoRemove(false);
    std::array<char, 1 << 16> piece{};
    std::uint64_t size = 0;
    while (true) {
        const ssize_t got = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (got == 0)
            return std::make_shared<const SpooledInput>(std::move(file), size);
        if (got < 0 && errno == EINTR && !interrupted())
            continue;
        if (got < 0)
            return failure(ErrorCode::ReadFailed, "standard input", {.source = QStringLiteral("-")}, errno);
        for (ssize_t written = 0; written < got;) {
            const ssize_t more =
                ::write(file->handle(), piece.data() + written, static_cast<std::size_t>(got - written));
            if (more < 0)
                return failure(ErrorCode::WriteFailed, "temporary file", {.source = QStringLiteral("-")}, errno);
            written += more;
        }
        size += static_cast<std::uint64_t>(got);
    }
}

} // namespace evident

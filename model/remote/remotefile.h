// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A file on another computer's share as a source of bytes. What arrives is put into a temporary file without a name, or
// into one that the caller wants filled, by evident-remote itself, so nothing is fetched or written twice; who reads what
// is not there yet waits for it, and what somebody waits for comes first. A connection that breaks off is made again and
// goes on where it stood. Shared by all who read it; goes with the last.

#include "bytes/bytesource.h"
#include "remote/remoteaccess.h"
#include "remote/smbpath.h"

#include <thread>

namespace evident {

class RemoteFile final : public ByteSource {
public:
    enum class Fetch : std::uint8_t {
        Everything, ///< from front to back, ahead of who reads
        WhatIsRead, ///< nothing else
    };
    /// How long one answer may take, and how long it is tried without a byte arriving.
    struct Times {
        std::chrono::milliseconds answer{10'000};
        std::chrono::milliseconds giveUp{20'000};
    };
    /// Errors: as RemoteHost::openFile; WriteFailed when there is no room for a temporary file.
    [[nodiscard]] static Result<std::shared_ptr<RemoteFile>> open(std::shared_ptr<RemoteAccess> access,
        const SmbPath &path, Fetch fetch, std::shared_ptr<const std::atomic_bool> cancelled = {},
        const Times &times = {.answer = std::chrono::seconds(10), .giveUp = std::chrono::seconds(20)});
    /// Fills the empty file @p into from front to back; the descriptor stays the caller's, and is to be open for reading as
    /// well where read() is wanted.
    [[nodiscard]] static Result<std::shared_ptr<RemoteFile>> fill(int into, std::shared_ptr<RemoteAccess> access,
        const SmbPath &path, std::shared_ptr<const std::atomic_bool> cancelled = {});
    ~RemoteFile() override;

    [[nodiscard]] std::uint64_t size() const override { return m_facts.size; }
    /// Waits until the bytes are there. Errors: what kept them from arriving; Cancelled.
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> into) const override;
    /// Waits until these bytes are there, and reads none. Answers how many there are, fewer only at the end. Errors: as
    /// read().
    [[nodiscard]] Result<std::size_t> await(std::uint64_t offset, std::size_t length) const;
    [[nodiscard]] QString name() const override { return m_path.text(); }

    [[nodiscard]] const FileFacts &facts() const { return m_facts; }
    /// Bytes that are here.
    [[nodiscard]] std::uint64_t arrived() const;
    /// Bytes that are here from the front on without a gap.
    [[nodiscard]] std::uint64_t arrivedFromFront() const;
    /// Why nothing further arrives, if that is so.
    [[nodiscard]] std::optional<Error> trouble() const;

private:
    struct Shared;
    class Fetcher;

    [[nodiscard]] static Result<std::shared_ptr<RemoteFile>> begin(const std::shared_ptr<Shared> &shared,
        std::shared_ptr<RemoteAccess> access, const SmbPath &path, Fetch fetch,
        std::shared_ptr<const std::atomic_bool> cancelled, const Times &times);
    RemoteFile(SmbPath path, FileFacts facts, std::shared_ptr<Shared> shared,
        std::shared_ptr<const std::atomic_bool> cancelled);

    SmbPath m_path;
    FileFacts m_facts;
    std::shared_ptr<Shared> m_shared;
    std::shared_ptr<const std::atomic_bool> m_cancelled;
    std::jthread m_fetcher;
};

} // namespace evident

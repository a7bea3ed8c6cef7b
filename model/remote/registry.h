// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the registry of another computer. Specification: MS-RRP (Windows Remote Registry Protocol), operations 2, 5, 15
// and 17; nothing that changes anything is written here. The service behind it is off on most clients, so every use is
// a second source. Works on a pipe that the caller owns; used by one thread at a time.

#include "remote/ndr.h"
#include "remote/rpcpipe.h"

#include <optional>

namespace evident {

/// winreg, 338cd001-2244-31f1-aaaa-900038001003 1.0
inline constexpr RpcInterface RegistryInterface{
    "winreg", {0x01, 0xd0, 0x8c, 0x33, 0x44, 0x22, 0xf1, 0x31, 0xaa, 0xaa, 0x90, 0x00, 0x38, 0x00, 0x10, 0x03}, 1};

/// Win32 codes that it answers with.
enum class RegistryCode : std::uint32_t { Success = 0, NotFound = 2, AccessDenied = 5, MoreData = 234 };

template<typename T>
struct RegistryAnswer {
    std::uint32_t code = 0;
    T value{};

    [[nodiscard]] bool is(RegistryCode wanted) const { return code == static_cast<std::uint32_t>(wanted); }
};

struct RemoteValue {
    std::uint32_t type = 0; ///< REG_SZ 1, REG_EXPAND_SZ 2, REG_DWORD 4 …
    QByteArray bytes;

    /// A REG_DWORD; nothing when it is of another type or size.
    [[nodiscard]] std::optional<std::uint32_t> number() const;
    /// A REG_SZ or REG_EXPAND_SZ up to its first zero; empty when it is of another type.
    [[nodiscard]] QString text() const;
};

class RemoteRegistry {
public:
    /// @p pipe must outlive it.
    explicit RemoteRegistry(RpcPipe &pipe)
        : m_pipe(pipe)
    {
    }

    // Errors of all: those of the pipe; BadReply for a stub that is none. A Win32 code is no error.

    [[nodiscard]] Result<RegistryAnswer<RpcHandle>> openLocalMachine(const Patience &patience);
    /// @p path below @p parent, such as "SYSTEM\CurrentControlSet\Services\Spooler".
    [[nodiscard]] Result<RegistryAnswer<RpcHandle>> openKey(
        const RpcHandle &parent, const QString &path, const Patience &patience);
    /// Values of more than 64 KiB are answered with MoreData.
    [[nodiscard]] Result<RegistryAnswer<RemoteValue>> value(
        const RpcHandle &key, const QString &name, const Patience &patience);
    [[nodiscard]] Result<void> close(const RpcHandle &key, const Patience &patience);

private:
    RpcPipe &m_pipe;
};

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One call interface of another computer, as far as encoders and decoders see it: bytes go in, bytes come out. The
// real one goes through evident-remote (remotehost.h); tests put recorded and composed replies in its place, and a
// build for Windows can fill it with the system's own calls.

#include "remote/ndr.h"

#include "error.h"

#include <QByteArray>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace evident {

/// How long somebody waits, and whether he still does. Copied freely.
struct Patience {
    std::chrono::steady_clock::time_point until;
    std::shared_ptr<const std::atomic_bool> cancelled; ///< may be null

    [[nodiscard]] static Patience of(std::chrono::milliseconds time, std::shared_ptr<const std::atomic_bool> flag = {})
    {
        return {std::chrono::steady_clock::now() + time, std::move(flag)};
    }
    [[nodiscard]] bool isCancelled() const { return cancelled && *cancelled; }
};

/// What is spoken through a pipe.
struct RpcInterface {
    const char *pipe; ///< "svcctl": below \PIPE
    std::array<std::uint8_t, 16> uuid; ///< as it goes over the wire: three little-endian numbers, then eight bytes
    std::uint32_t version; ///< major in the low half
};

class RpcPipe {
public:
    RpcPipe() = default;
    RpcPipe(const RpcPipe &) = delete;
    RpcPipe &operator=(const RpcPipe &) = delete;
    virtual ~RpcPipe() = default;

    /// Calls operation @p number with @p stub and gives the reply's stub, as it came. Errors: those of RemoteHost;
    /// RemoteRefused with the RPC fault as NTSTATUS, after which the pipe can go on.
    [[nodiscard]] virtual Result<QByteArray> call(
        std::uint16_t number, const QByteArray &stub, const Patience &patience) = 0;
};

/// The interfaces of one computer. RemoteHost is one.
class RpcHost {
public:
    RpcHost() = default;
    RpcHost(const RpcHost &) = delete;
    RpcHost &operator=(const RpcHost &) = delete;
    virtual ~RpcHost() = default;

    /// The pipe of @p interface, opened at the first call and standing from then on. Errors: as RemoteHost::connect, and
    /// NotFound: the computer has no such pipe.
    [[nodiscard]] virtual Result<RpcPipe *> pipe(const RpcInterface &interface, const Patience &patience) = 0;
    /// A handle that is kept as long as its pipe, so that it is asked for once: the service manager's, HKEY_LOCAL_MACHINE's.
    [[nodiscard]] virtual std::optional<RpcHandle> &standingHandle(const RpcInterface &interface) = 0;
};

} // namespace evident

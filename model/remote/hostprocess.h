// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One running evident-remote and the socket that leads to it. Whoever owns it may end it at any moment, which is how a
// deadline and Cancel are kept however deep the child sits in a library: the child has nothing to save. Used by one
// thread at a time.

#include "error.h"
#include "remote/message.h"
#include "remote/rpcpipe.h"

#include <functional>
#include <sys/types.h>

namespace evident {

class HostProcess {
public:
    /// Errors: HelperFailed.
    [[nodiscard]] static Result<std::unique_ptr<HostProcess>> start(const QString &program);
    HostProcess(const HostProcess &) = delete;
    HostProcess &operator=(const HostProcess &) = delete;
    ~HostProcess(); ///< ends the child

    using OnProgress = std::function<void(const ConnectProgress &)>;
    /// Asks, and waits for Done or Failed; @p body is overwritten once it is sent, and @p handedOver is a descriptor that
    /// goes with it, where there is one. Errors, each of which ends the child: TimedOut, Cancelled, HelperFailed (the
    /// child is gone), BadReply (what it said makes no sense).
    [[nodiscard]] Result<Message> ask(MessageKind kind, std::vector<std::uint8_t> body, const Patience &patience,
        const OnProgress &progress = {}, int handedOver = -1);
    [[nodiscard]] bool isAlive() const { return m_socket >= 0; }
    [[nodiscard]] pid_t pid() const { return m_pid; }

private:
    HostProcess(int socket, pid_t pid);
    [[nodiscard]] Result<void> send(Bytes frame, int handedOver, const Patience &patience);
    [[nodiscard]] Result<Message> receive(std::uint32_t number, const Patience &patience, const OnProgress &progress);
    [[nodiscard]] Result<void> readMore(const Patience &patience);
    [[nodiscard]] Result<void> waitFor(short events, const Patience &patience);
    void end();
    [[nodiscard]] std::unexpected<Error> endWith(ErrorCode code, const char *what, int native = 0);

    int m_socket = -1;
    pid_t m_pid = -1;
    std::uint32_t m_lastNumber = 0;
    FrameAssembly m_arrived;
};

/// evident-remote, where it lies beside this program or in the folder it is installed to. Empty when it is nowhere.
[[nodiscard]] QString findRemoteProgram();

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A standing conversation with one computer: its child process, the pipes that are open, and what it calls itself.
// Owned by RemoteHosts and whoever works with it; a question of several calls is asked while holding it.

#include "remote/filemessage.h"
#include "remote/hostprocess.h"
#include "remote/remotetarget.h"
#include "remote/serverinfo.h"

#include <map>
#include <mutex>
#include <optional>

namespace evident {

class RemoteHost final : public RpcHost {
public:
    /// Starts the child @p program, connects and logs on once. Errors: HostNotFound, HostUnreachable, LogonRefused,
    /// NoPermission, ProtocolTooOld, ConnectionLost, TimedOut, Cancelled, RemoteRefused, BadReply, HelperFailed; `native`
    /// is the NTSTATUS, `place.source` the target, `detail` the address where one was found, `what` the step.
    [[nodiscard]] static Result<std::shared_ptr<RemoteHost>> connect(
        const QString &program, const RemoteTarget &target, const Credentials &credentials, const Patience &patience);
    RemoteHost(const RemoteHost &) = delete;
    RemoteHost &operator=(const RemoteHost &) = delete;
    ~RemoteHost() override;

    [[nodiscard]] const RemoteTarget &target() const { return m_target; }
    [[nodiscard]] const QString &address() const { return m_address; }
    [[nodiscard]] const QString &account() const { return m_account; }
    /// What the computer calls itself; the error says why it does not.
    [[nodiscard]] const Result<ServerInfo> &info() const { return m_info; }
    /// Kerberos showed that this is the computer that was asked for.
    [[nodiscard]] bool isProved() const { return m_isProved; }
    /// When the conversation was begun.
    [[nodiscard]] std::chrono::steady_clock::time_point since() const { return m_since; }
    /// False once the child has ended or the computer has gone; then it is of no more use.
    [[nodiscard]] bool isAlive() const { return !m_isLost; }

    /// Waits until nobody else speaks with the computer. Errors: TimedOut, Cancelled.
    [[nodiscard]] Result<std::unique_lock<std::timed_mutex>> hold(const Patience &patience);

    // What follows is called while holding.

    [[nodiscard]] Result<RpcPipe *> pipe(const RpcInterface &interface, const Patience &patience) override;
    [[nodiscard]] std::optional<RpcHandle> &standingHandle(const RpcInterface &interface) override;

    // Files, to be read and nothing else. Errors of all: those of connect and NotFound and NoPermission, `what`
    // being ShareSubject where it is the share; `native` is the errno.

    [[nodiscard]] Result<std::vector<FolderEntry>> listFolder(const FileRequest &folder, const Patience &patience);
    [[nodiscard]] Result<FileFacts> lookAtFile(const FileRequest &file, const Patience &patience);
    /// @p into: the descriptor of a file of ours for what is read of it; stays the caller's. NotALog for a folder.
    [[nodiscard]] Result<OpenedFile> openFile(const FileRequest &file, int into, const Patience &patience);
    /// Puts bytes of the file into ours, at the same offset, and answers how many; fewer than asked for only at the file's
    /// end. WriteFailed when ours does not take them.
    [[nodiscard]] Result<std::uint32_t> readFile(const FileRead &read, const Patience &patience);
    void closeFile(std::uint32_t handle, const Patience &patience);

private:
    class Pipe;

    RemoteHost(std::unique_ptr<HostProcess> process, RemoteTarget target, const Credentials &credentials);
    [[nodiscard]] Result<void> logOn(const Credentials &credentials, const Patience &patience);
    /// As HostProcess::ask, with Failed as an Error.
    [[nodiscard]] Result<std::vector<std::uint8_t>> ask(
        MessageKind kind, std::vector<std::uint8_t> body, const Patience &patience, int handedOver = -1);
    [[nodiscard]] Result<std::vector<std::uint8_t>> askForFile(
        MessageKind kind, std::vector<std::uint8_t> body, const Patience &patience, int handedOver = -1);
    [[nodiscard]] Error errorFrom(const RemoteFailure &failure);

    std::unique_ptr<HostProcess> m_process;
    RemoteTarget m_target;
    QString m_account;
    QString m_address;
    RemoteStep m_step = RemoteStep::Resolve; ///< the last that was heard of
    std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
    bool m_isByTicket = false;
    bool m_isProved = false;
    std::atomic_bool m_isLost = false;
    Result<ServerInfo> m_info{ServerInfo{}};
    std::timed_mutex m_mutex;
    std::map<std::string, std::unique_ptr<Pipe>> m_pipes;
    std::map<std::string, std::optional<RpcHandle>> m_handles;
};

} // namespace evident

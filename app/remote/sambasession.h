// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything that is said to one computer through Samba's libraries: one SMB session, and call pipes on it, each sealed
// (RPC_C_AUTHN_LEVEL_PKT_PRIVACY) or not opened at all. Configured by this source alone: no smb.conf of the machine or
// the person is read. Owned by the Conversation; every call blocks.

#include "remote/message.h"

#include <expected>
#include <map>
#include <memory>

namespace evident {

class SambaSession {
public:
    /// @p address: where reach() found it; the request's host is the name that a Kerberos ticket is asked for.
    SambaSession(const ConnectRequest &request, std::string address);
    SambaSession(const SambaSession &) = delete;
    SambaSession &operator=(const SambaSession &) = delete;
    ~SambaSession();

    /// Opens a pipe; the first one logs on.
    [[nodiscard]] std::expected<std::uint32_t, RemoteFailure> openPipe(const PipeRequest &request);
    [[nodiscard]] std::expected<std::vector<std::uint8_t>, RemoteFailure> call(
        std::uint32_t pipe, std::uint16_t operation, Bytes stub);
    void closePipe(std::uint32_t pipe);

private:
    struct Samba;
    struct Pipe;

    std::string m_address;
    std::string m_name; ///< for the ticket; empty for a host that was given as an address
    std::unique_ptr<Samba> m_samba;
    std::map<std::uint32_t, std::unique_ptr<Pipe>> m_pipes;
    std::uint32_t m_lastPipe = 0;
};

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Computers whose logs are read, and the account to use for each: what opens a remote location needs nothing else.
// Shared by everything that reads, from any thread. Where no account was given, the Kerberos ticket is used.

#include "remote/remotehosts.h"

namespace evident {

class RemoteAccess {
public:
    /// @p program: as for RemoteHosts.
    explicit RemoteAccess(QString program = {})
        : m_hosts(std::move(program))
    {
    }

    /// From now on for that computer; the port belongs to it.
    void use(const RemoteTarget &target, const Credentials &credentials);
    /// For every computer that no account was given for.
    void useElsewhere(const Credentials &credentials, OldProtocol smb1 = OldProtocol::Refused);
    [[nodiscard]] Credentials credentials(const RemoteTarget &target) const;

    /// The conversation with the computer. Errors: as RemoteHosts::host.
    [[nodiscard]] Result<std::shared_ptr<RemoteHost>> host(const RemoteTarget &target, const Patience &patience);

private:
    RemoteHosts m_hosts;
    mutable std::mutex m_mutex; ///< of what follows
    std::map<QString, std::pair<Credentials, OldProtocol>> m_accounts; ///< by lower-cased target
    Credentials m_elsewhere;
    OldProtocol m_smb1Elsewhere = OldProtocol::Refused;
};

} // namespace evident

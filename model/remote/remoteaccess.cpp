// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remoteaccess.h"

namespace evident {

void RemoteAccess::use(const RemoteTarget &target, const Credentials &credentials)
{
    const std::lock_guard lock(m_mutex);
    m_accounts.insert_or_assign(target.text().toLower(), std::pair(credentials, target.smb1));
}

void RemoteAccess::useElsewhere(const Credentials &credentials, OldProtocol smb1)
{
    const std::lock_guard lock(m_mutex);
    m_elsewhere = credentials;
    m_smb1Elsewhere = smb1;
}

Credentials RemoteAccess::credentials(const RemoteTarget &target) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_accounts.find(target.text().toLower());
    return found != m_accounts.end() ? found->second.first : m_elsewhere;
}

Result<std::shared_ptr<RemoteHost>> RemoteAccess::host(const RemoteTarget &target, const Patience &patience)
{
    RemoteTarget asked = target;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_accounts.find(target.text().toLower());
        asked.smb1 = found != m_accounts.end() ? found->second.second : m_smb1Elsewhere;
    }
    return m_hosts.host(asked, credentials(target), patience);
}

} // namespace evident

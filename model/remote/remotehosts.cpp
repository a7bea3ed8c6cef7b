// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remotehosts.h"

namespace evident {

namespace {

using namespace std::chrono_literals;

} // namespace

struct RemoteHosts::Entry {
    std::timed_mutex connecting;
    std::shared_ptr<RemoteHost> host;
    Credentials credentials; ///< of the last attempt
    OldProtocol smb1 = OldProtocol::Refused;
    std::optional<Error> refusal; ///< of that attempt, when it was the logon
};

RemoteHosts::RemoteHosts(QString program)
    : m_program(std::move(program))
{
}

RemoteHosts::~RemoteHosts() = default;

std::shared_ptr<RemoteHosts::Entry> RemoteHosts::entry(const RemoteTarget &target)
{
    const std::lock_guard lock(m_mutex);
    if (m_program.isEmpty())
        m_program = findRemoteProgram();
    auto &entry = m_entries[target.text().toLower()];
    if (!entry)
        entry = std::make_shared<Entry>();
    return entry;
}

Result<std::shared_ptr<RemoteHost>> RemoteHosts::host(
    const RemoteTarget &target, const Credentials &credentials, const Patience &patience)
{
    const auto entry = this->entry(target);
    if (m_program.isEmpty())
        return failure(ErrorCode::HelperFailed, "evident-remote is not installed", {.source = target.text()}, ENOENT);
    std::unique_lock lock(entry->connecting, std::defer_lock);
    while (!lock.try_lock_for(20ms)) {
        if (patience.isCancelled())
            return failure(ErrorCode::Cancelled, "cancelled", {.source = target.text()});
        if (std::chrono::steady_clock::now() >= patience.until)
            return failure(ErrorCode::TimedOut, "busy", {.source = target.text()});
    }
    const bool isSame = entry->credentials.isSameAs(credentials) && entry->smb1 == target.smb1;
    if (isSame && entry->host && entry->host->isAlive())
        return entry->host;
    if (isSame && entry->refusal && credentials.kind == LogonKind::Password)
        return std::unexpected(*entry->refusal);
    entry->credentials = credentials;
    entry->smb1 = target.smb1;
    entry->refusal.reset();
    auto connected = RemoteHost::connect(m_program, target, credentials, patience);
    if (!connected && connected.error().code == ErrorCode::LogonRefused)
        entry->refusal = connected.error();
    entry->host = connected.value_or(nullptr);
    return connected;
}

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The computers that are being spoken with: one standing conversation each, used by every thread that asks. Made once
// by main or a command; whoever asks while another connects waits for that connection instead of logging on again.

#include "remote/remotehost.h"

namespace evident {

class RemoteHosts {
public:
    /// @p program: evident-remote; empty for where it lies by findRemoteProgram().
    explicit RemoteHosts(QString program = {});
    RemoteHosts(const RemoteHosts &) = delete;
    RemoteHosts &operator=(const RemoteHosts &) = delete;
    ~RemoteHosts();

    /// The standing conversation, or a new one. A password that a computer refused is not shown to it a second time: the
    /// refusal is given again, until other credentials come. Errors: as RemoteHost::connect.
    [[nodiscard]] Result<std::shared_ptr<RemoteHost>> host(
        const RemoteTarget &target, const Credentials &credentials, const Patience &patience);

private:
    struct Entry;
    [[nodiscard]] std::shared_ptr<Entry> entry(const RemoteTarget &target);

    QString m_program;
    std::mutex m_mutex; ///< of the map alone
    std::map<QString, std::shared_ptr<Entry>> m_entries; ///< by lower-cased target
};

} // namespace evident

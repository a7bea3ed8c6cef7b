// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is remembered about computers from one day to the next: the name that was typed over an event's, per log; whose
// password lies in the keychain; where SMB 1 is allowed. Never a password. Values in the program's settings.

#include "remote/remotetarget.h"

#include <QSettings>

namespace evident {

class ComputerMemory {
public:
    /// @p store must outlive it.
    explicit ComputerMemory(QSettings &store)
        : m_store(store)
    {
    }

    /// What was typed for @p computer of the events in @p log; @p computer itself when nothing was.
    [[nodiscard]] QString typed(const QString &log, const QString &computer) const;
    void setTyped(const QString &log, const QString &computer, const QString &text);

    /// The user whose password for this host the keychain keeps; empty for none.
    [[nodiscard]] QString keptUser(const RemoteTarget &target) const;
    void setKeptUser(const RemoteTarget &target, const QString &user);

    [[nodiscard]] OldProtocol smb1(const RemoteTarget &target) const;
    void setSmb1(const RemoteTarget &target, OldProtocol allowed);

    /// The computers whose logs were opened, newest first, ten at most.
    [[nodiscard]] QStringList recentComputers() const;
    void rememberComputer(const QString &name);
    [[nodiscard]] QStringList favourites() const;
    void setFavourite(const QString &name, bool favourite);

private:
    QSettings &m_store;
};

} // namespace evident

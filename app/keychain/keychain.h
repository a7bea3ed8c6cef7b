// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The system's keychain (Secret Service, KWallet), where a password is kept when the person asks for it. Free functions;
// they answer later, and not at all when their context is gone.

#include "remote/remotetarget.h"

#include <functional>

class QObject;

namespace evident {

[[nodiscard]] bool hasKeychain();
/// Null when it is not there, or the person did not let us have it.
void readPassword(const RemoteTarget &target, const QString &user, QObject *context,
    const std::function<void(std::shared_ptr<const Secret>)> &done);
void keepPassword(const RemoteTarget &target, const QString &user, const Secret &password);
void forgetPassword(const RemoteTarget &target, const QString &user);

} // namespace evident

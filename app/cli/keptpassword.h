// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The password that the window keeps in the system's keychain, for evident-cli. The keychain and its libraries live in a
// module of their own, evident-keychain.so, which is loaded when somebody asks and costs other commands nothing.

#include "remote/remotetarget.h"

namespace evident {

/// Null when none is kept for @p user at @p target, there is no keychain, or the person did not open it in time.
[[nodiscard]] std::shared_ptr<const Secret> keptPassword(const RemoteTarget &target, const QString &user);

/// What the module exports under the name KeychainEntry.
using ReadKeptPassword = void (*)(const RemoteTarget &target, const QString &user, QByteArray &password);
inline constexpr auto KeychainEntry = "evidentReadKeptPassword";

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds the address of a computer and whether its port answers, before Samba is let near it: what Samba says of a closed
// port or an unknown name cannot be told from other troubles. Free functions; they wait as long as the system does, and
// whoever started this program ends it when that is too long.

#include "remote/message.h"

#include <expected>
#include <functional>

namespace evident {

/// Tells the address that is tried next.
using OnAddress = std::function<void(const std::string &address)>;

/// The first address of the host whose port answers. The failure's step is Resolve or Reach.
[[nodiscard]] std::expected<std::string, RemoteFailure> reach(
    const std::string &host, std::uint16_t port, const OnAddress &trying);

enum class SpokenProtocol : std::uint8_t { OldOnly, Newer, NoFileSharing };
/// Asks for SMB 1 and nothing newer and looks at what comes back. Used only where a conversation could not begin.
[[nodiscard]] SpokenProtocol protocolSpoken(const std::string &address, std::uint16_t port);

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks another computer what it calls itself. Specification: MS-SRVS (Server Service Remote Protocol), NetrServerGetInfo
// at level 101, which every account that may log on is answered. A free function on a pipe.

#include "remote/rpcpipe.h"

#include <QString>

namespace evident {

/// srvsvc, 4b324fc8-1670-01d3-1278-5a47bf6ee188 3.0
inline constexpr RpcInterface ServerInterface{
    "srvsvc", {0xc8, 0x4f, 0x32, 0x4b, 0x70, 0x16, 0xd3, 0x01, 0x12, 0x78, 0x5a, 0x47, 0xbf, 0x6e, 0xe1, 0x88}, 3};

struct ServerInfo {
    QString name; ///< NetBIOS name: at most 15 characters
    std::uint32_t versionMajor = 0; ///< 4: NT 4 … 10: Windows 10 and later
    std::uint32_t versionMinor = 0;
};

/// Errors: those of the pipe; BadReply; RemoteRefused with the Win32 code.
[[nodiscard]] Result<ServerInfo> askServerInfo(RpcPipe &pipe, const Patience &patience);

} // namespace evident

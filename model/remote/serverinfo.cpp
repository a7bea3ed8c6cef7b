// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/serverinfo.h"

#include "remote/ndr.h"

namespace evident {

Result<ServerInfo> askServerInfo(RpcPipe &pipe, const Patience &patience)
{
    constexpr std::uint16_t NetrServerGetInfo = 21;
    constexpr std::uint32_t Level = 101;
    constexpr std::uint32_t VersionMask = 0xf; // the higher bits are nobody's
    NdrWriter stub;
    stub.null().u32(Level);
    const auto bytes = pipe.call(NetrServerGetInfo, stub.bytes(), patience);
    if (!bytes)
        return std::unexpected(bytes.error());
    NdrReader reply(*bytes);
    const std::uint32_t level = reply.u32();
    ServerInfo info;
    if (reply.u32() != 0) {
        reply.u32(); // platform
        const bool hasName = reply.u32() != 0;
        info.versionMajor = reply.u32() & VersionMask;
        info.versionMinor = reply.u32();
        reply.u32(); // type
        const bool hasComment = reply.u32() != 0;
        if (hasName)
            info.name = reply.string();
        if (hasComment)
            reply.string();
    }
    const std::uint32_t code = reply.u32();
    if (reply.failed() || level != Level)
        return failure(ErrorCode::BadReply, "reply to NetrServerGetInfo");
    if (code != 0)
        return failure(ErrorCode::RemoteRefused, "NetrServerGetInfo", {}, static_cast<int>(code));
    return info;
}

} // namespace evident

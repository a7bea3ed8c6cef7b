// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "error.h"

#include <array>
#include <utility>

namespace evident {

QLatin1StringView errorCodeName(ErrorCode code)
{
    static constexpr std::array names{
        "NotFound",
        "NoPermission",
        "ReadFailed",
        "WriteFailed",
        "NotALog",
        "UnsupportedVersion",
        "Truncated",
        "BadMagic",
        "BadChecksum",
        "BadSize",
        "BadOffset",
        "BadToken",
        "BadValue",
        "TooDeep",
        "TooLarge",
        "BadArticle",
        "BadHive",
        "BadUsage",
        "Locked",
        "NotBuiltYet",
        "HostNotFound",
        "HostUnreachable",
        "LogonRefused",
        "ProtocolTooOld",
        "ConnectionLost",
        "TimedOut",
        "Cancelled",
        "RemoteRefused",
        "BadReply",
        "HelperFailed",
    };
    static_assert(names.size() == std::to_underlying(ErrorCode::HelperFailed) + 1U);
    return QLatin1StringView(names.at(std::to_underlying(code)));
}

std::unexpected<Error> failure(ErrorCode code, const char *what, Place place, int native)
{
    return std::unexpected(
        Error{.code = code, .what = what, .place = std::move(place), .native = native, .detail = {}});
}

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one error type of the program. An Error says what kind of failure it is, what it was about in words for
// developers, and where it happened; only app/errortext and app/cli turn it into a sentence for people. Damage inside
// a log is no Error: see events/damage.h.

#include <QString>

#include <cstdint>
#include <expected>

namespace evident {

/// The kinds of failure. Their names are part of the public face (`info --json`: damages[].code).
enum class ErrorCode : std::uint8_t {
    NotFound, ///< no such file, folder, service, article
    NoPermission, ///< the system refused to open it
    ReadFailed, ///< the system failed while reading
    WriteFailed, ///< the system failed while writing
    NotALog, ///< the bytes are of no known kind of log
    UnsupportedVersion, ///< a known kind in a version that cannot be read
    Truncated, ///< the bytes end before the structure does
    BadMagic, ///< a signature is not the one the format demands
    BadChecksum, ///< a CRC32 differs from the bytes it covers
    BadSize, ///< a length is out of its range
    BadOffset, ///< an offset points outside of what it may point to
    BadToken, ///< a binary XML token that is unknown or out of place
    BadValue, ///< a value that its type does not allow
    TooDeep, ///< nested deeper than any real input
    TooLarge, ///< larger than the limit that protects memory
    BadArticle, ///< an article that breaks a rule of the article format
    BadHive, ///< a registry hive that cannot be read
    BadUsage, ///< asked for in a way that makes no sense
    Locked, ///< needs a password that was not given, or another one
    NotBuiltYet, ///< a form that is promised and not there
    HostNotFound, ///< no computer of that name is known
    HostUnreachable, ///< the computer does not answer, or what answers is no Windows file sharing
    LogonRefused, ///< the computer did not accept the account
    ProtocolTooOld, ///< the computer speaks SMB 1 alone
    ConnectionLost, ///< the computer went away, or what it sent was altered on its way
    TimedOut, ///< no answer before the deadline
    Cancelled, ///< whoever asked did not wait
    RemoteRefused, ///< the computer answered with a code that says no
    BadReply, ///< the computer's answer breaks the rules of its protocol
    HelperFailed, ///< the program that speaks to computers could not be started, or ended by itself
};

/// The code's name as CONTRACT-style scripts see it, e.g. "BadChecksum". Never empty, never translated.
[[nodiscard]] QLatin1StringView errorCodeName(ErrorCode code);

/// Where something went wrong. Unknown parts are empty or -1.
struct Place {
    QString source; ///< path or name of the input
    std::int64_t offset = -1; ///< byte offset in it
    std::int64_t record = -1; ///< record number, or line of a text
};

struct [[nodiscard]] Error {
    ErrorCode code = ErrorCode::ReadFailed;
    const char *what = ""; ///< static literal for developers: which structure, which rule
    Place place;
    int native = 0; ///< errno or NTSTATUS, 0 when there is none
    QString detail; ///< a value or a quoted piece of the input, for the sentence; may be empty
};

template<typename T>
using Result = std::expected<T, Error>;

/// Shorthand for `return failure(...)` in a function that returns a Result.
[[nodiscard]] std::unexpected<Error> failure(ErrorCode code, const char *what, Place place = {}, int native = 0);

} // namespace evident

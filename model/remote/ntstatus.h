// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The NTSTATUS codes that a remote conversation ends in, and what they mean for it. Specification: MS-ERREF 2.3; which of
// them arrives when was tried against smbd. Free functions.

#include "error.h"
#include "remote/message.h"

#include <QLatin1StringView>

namespace evident {

/// Why a computer did not accept an account.
enum class LogonProblem : std::uint8_t {
    WrongPassword, ///< or an unknown user: hosts do not tell which
    PasswordExpired,
    PasswordMustChange,
    AccountDisabled,
    AccountExpired,
    AccountLocked,
    Restricted, ///< hours, workstation, empty password, logon type, policy
    ClockSkew, ///< Kerberos: the clocks differ too much
    NoLogonServer, ///< the domain's controller or KDC cannot be reached
    NoTicket, ///< there is no Kerberos ticket, or none for this computer
    NtlmRefused, ///< the computer wants Kerberos
    TrustBroken, ///< the computer and its domain do not trust each other
    Other,
};
[[nodiscard]] LogonProblem logonProblemOf(std::uint32_t status);

// What of a computer is missing or refused, as `what` of an Error with NotFound or NoPermission says it.
inline constexpr const char *ShareSubject = "share";
inline constexpr const char *LogSubject = "classic log";
inline constexpr const char *SealSubject = "sealing";
/// Whether the error is about that.
[[nodiscard]] bool isAbout(const Error &error, const char *subject);
/// Whether somebody else keeps a file of another computer to himself.
[[nodiscard]] bool isBusy(const Error &error);

/// The kind of failure that @p failure is.
[[nodiscard]] ErrorCode errorCodeOf(const RemoteFailure &failure);

/// "LOGON_FAILURE" for 0xC000006D; empty for codes that are not in our table.
[[nodiscard]] QLatin1StringView ntStatusName(std::uint32_t status);

} // namespace evident

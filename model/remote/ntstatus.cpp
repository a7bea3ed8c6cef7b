// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ntstatus.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string_view>

namespace evident {

namespace {

struct Known {
    std::uint32_t status;
    const char *name;
    ErrorCode code;
    std::optional<LogonProblem> logon;
};

constexpr auto Logon = ErrorCode::LogonRefused;
constexpr auto Lost = ErrorCode::ConnectionLost;

/// In the order of the codes.
constexpr std::array Statuses{
    Known{0xC0000008, "INVALID_HANDLE", Lost, {}},
    Known{0xC0000022, "ACCESS_DENIED", ErrorCode::NoPermission, {}},
    Known{0xC0000034, "OBJECT_NAME_NOT_FOUND", ErrorCode::NotFound, {}},
    Known{0xC000005E, "NO_LOGON_SERVERS", Logon, LogonProblem::NoLogonServer},
    Known{0xC0000064, "NO_SUCH_USER", Logon, LogonProblem::WrongPassword},
    Known{0xC000006A, "WRONG_PASSWORD", Logon, LogonProblem::WrongPassword},
    Known{0xC000006D, "LOGON_FAILURE", Logon, LogonProblem::WrongPassword},
    Known{0xC000006E, "ACCOUNT_RESTRICTION", Logon, LogonProblem::Restricted},
    Known{0xC000006F, "INVALID_LOGON_HOURS", Logon, LogonProblem::Restricted},
    Known{0xC0000070, "INVALID_WORKSTATION", Logon, LogonProblem::Restricted},
    Known{0xC0000071, "PASSWORD_EXPIRED", Logon, LogonProblem::PasswordExpired},
    Known{0xC0000072, "ACCOUNT_DISABLED", Logon, LogonProblem::AccountDisabled},
    Known{0xC00000AC, "PIPE_NOT_AVAILABLE", ErrorCode::NotFound, {}},
    Known{0xC00000B5, "IO_TIMEOUT", ErrorCode::TimedOut, {}},
    Known{0xC00000BE, "BAD_NETWORK_PATH", ErrorCode::NotFound, {}},
    Known{0xC00000CC, "BAD_NETWORK_NAME", ErrorCode::NotFound, {}},
    Known{0xC0000133, "TIME_DIFFERENCE_AT_DC", Logon, LogonProblem::ClockSkew},
    Known{0xC000015B, "LOGON_TYPE_NOT_GRANTED", Logon, LogonProblem::Restricted},
    Known{0xC000018B, "NO_TRUST_SAM_ACCOUNT", Logon, LogonProblem::TrustBroken},
    Known{0xC000018C, "TRUSTED_DOMAIN_FAILURE", Logon, LogonProblem::TrustBroken},
    Known{0xC000018D, "TRUSTED_RELATIONSHIP_FAILURE", Logon, LogonProblem::TrustBroken},
    Known{0xC000018E, "TRUST_FAILURE", Logon, LogonProblem::TrustBroken},
    Known{0xC0000192, "NETLOGON_NOT_STARTED", Logon, LogonProblem::NoLogonServer},
    Known{0xC0000193, "ACCOUNT_EXPIRED", Logon, LogonProblem::AccountExpired},
    Known{0xC000020C, "CONNECTION_DISCONNECTED", Lost, {}},
    Known{0xC000020D, "CONNECTION_RESET", Lost, {}},
    Known{0xC0000224, "PASSWORD_MUST_CHANGE", Logon, LogonProblem::PasswordMustChange},
    Known{0xC0000233, "DOMAIN_CONTROLLER_NOT_FOUND", Logon, LogonProblem::NoLogonServer},
    Known{0xC0000234, "ACCOUNT_LOCKED_OUT", Logon, LogonProblem::AccountLocked},
    Known{0xC0000236, "CONNECTION_REFUSED", ErrorCode::HostUnreachable, {}},
    Known{0xC000023C, "NETWORK_UNREACHABLE", ErrorCode::HostUnreachable, {}},
    Known{0xC000023D, "HOST_UNREACHABLE", ErrorCode::HostUnreachable, {}},
    Known{0xC0000241, "CONNECTION_ABORTED", Lost, {}},
    Known{0xC00002F9, "NO_TGT_REPLY", Logon, LogonProblem::NoTicket},
    Known{0xC0000380, "SMARTCARD_WRONG_PIN", Logon, LogonProblem::Restricted},
    Known{0xC0000388, "DOWNGRADE_DETECTED", Logon, LogonProblem::NoLogonServer},
    Known{0xC0000413, "AUTHENTICATION_FIREWALL_FAILED", Logon, LogonProblem::Restricted},
    Known{0xC0000418, "NTLM_BLOCKED", Logon, LogonProblem::NtlmRefused},
    Known{0xC0020057, "RPC_SEC_PKG_ERROR", Lost, {}},
};
static_assert(std::ranges::is_sorted(Statuses, {}, &Known::status));

/// What failed with files is told by an errno alone.
ErrorCode codeOfFile(const RemoteFailure &failure)
{
    switch (failure.systemError) {
    case ENOENT:
    case ENOTDIR: return ErrorCode::NotFound;
    // Of an open file it says that what came was not signed as agreed on.
    case EACCES:
    case EPERM: return failure.step == RemoteStep::Read ? Lost : ErrorCode::NoPermission;
    case EINVAL: return failure.step == RemoteStep::Read ? Lost : ErrorCode::RemoteRefused;
    case EISDIR: return ErrorCode::NotALog;
    case ETIMEDOUT: return ErrorCode::TimedOut;
    case ECONNREFUSED:
    case EHOSTUNREACH:
    case ENETUNREACH: return ErrorCode::HostUnreachable;
    case ECONNRESET:
    case ECONNABORTED:
    case ENETRESET:
    case ENOTCONN:
    case EPIPE:
    case EBADF:
    case EIO: return Lost;
    default: return ErrorCode::RemoteRefused;
    }
}

const Known *find(std::uint32_t status)
{
    const auto at = std::ranges::lower_bound(Statuses, status, {}, &Known::status);
    return at != Statuses.end() && at->status == status ? &*at : nullptr;
}

} // namespace

LogonProblem logonProblemOf(std::uint32_t status)
{
    const Known *known = find(status);
    return known != nullptr ? known->logon.value_or(LogonProblem::Other) : LogonProblem::Other;
}

bool isAbout(const Error &error, const char *subject)
{
    return std::string_view(error.what) == subject;
}

bool isBusy(const Error &error)
{
    return error.code == ErrorCode::RemoteRefused && (error.native == EBUSY || error.native == ETXTBSY);
}

ErrorCode errorCodeOf(const RemoteFailure &failure)
{
    if (failure.fact == FailureFact::OnlyOldProtocol)
        return ErrorCode::ProtocolTooOld;
    if (failure.fact == FailureFact::NotFileSharing)
        return ErrorCode::HostUnreachable;
    if (failure.fact == FailureFact::NotSealed)
        return ErrorCode::BadReply;
    if (failure.fact == FailureFact::NoShare)
        return ErrorCode::NotFound;
    if (failure.fact == FailureFact::ShareRefused)
        return ErrorCode::NoPermission;
    if (failure.fact == FailureFact::NotKept)
        return ErrorCode::WriteFailed;
    if (failure.status == 0 && (failure.step == RemoteStep::File || failure.step == RemoteStep::Read))
        return codeOfFile(failure);
    if (failure.step == RemoteStep::Resolve)
        return ErrorCode::HostNotFound;
    if (failure.step == RemoteStep::Reach)
        return ErrorCode::HostUnreachable;
    const Known *known = find(failure.status);
    return known != nullptr ? known->code : ErrorCode::RemoteRefused;
}

QLatin1StringView ntStatusName(std::uint32_t status)
{
    const Known *known = find(status);
    return known != nullptr ? QLatin1StringView(known->name) : QLatin1StringView();
}

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks the service manager of another computer about one service. Specification: MS-SCMR (Service Control Manager
// Remote Protocol), operations 0, 6, 15, 16, 17, 20 and 21. Nothing that changes anything is written here. Works on a
// pipe that the caller owns; used by one thread at a time.

#include "remote/ndr.h"
#include "remote/rpcpipe.h"

#include <optional>

namespace evident {

/// svcctl, 367abb81-9844-35f1-ad32-98f038001003 2.0
inline constexpr RpcInterface ServiceManagerInterface{
    "svcctl", {0x81, 0xbb, 0x7a, 0x36, 0x44, 0x98, 0xf1, 0x35, 0xad, 0x32, 0x98, 0xf0, 0x38, 0x00, 0x10, 0x03}, 2};

/// Win32 codes that the service manager answers with.
enum class ScmCode : std::uint32_t {
    Success = 0,
    AccessDenied = 5,
    InsufficientBuffer = 122,
    InvalidName = 123,
    ServiceDoesNotExist = 1060,
    MarkedForDelete = 1072,
    ShutdownInProgress = 1115,
};

/// dwCurrentState of SERVICE_STATUS.
enum class RunState : std::uint32_t {
    Stopped = 1,
    StartPending = 2,
    StopPending = 3,
    Running = 4,
    ContinuePending = 5,
    PausePending = 6,
    Paused = 7,
};

struct ServiceStatus {
    std::uint32_t type = 0;
    std::uint32_t state = 0; ///< a RunState, or a number that no specification knows
};

struct ServiceConfig {
    std::uint32_t type = 0;
    std::uint32_t start = 0; ///< 0 boot … 4 disabled
    QString binaryPath;
    QString account;
    QString displayName;
};

/// The answer to a call: the Win32 code, and the value when that is 0.
template<typename T>
struct ScmAnswer {
    std::uint32_t code = 0;
    T value{};

    [[nodiscard]] bool is(ScmCode wanted) const { return code == static_cast<std::uint32_t>(wanted); }
};

/// Rights that are asked for, and no others.
enum class ManagerRight : std::uint32_t { Connect = 0x1 };
enum class ServiceRight : std::uint32_t { QueryConfig = 0x1, QueryStatus = 0x4, QueryBoth = 0x5 };

/// The longest service name there can be.
inline constexpr qsizetype LongestServiceName = 256;
/// Whether a service can have this name at all.
[[nodiscard]] bool canBeServiceName(QStringView name);

class ServiceControl {
public:
    /// @p pipe must outlive it.
    explicit ServiceControl(RpcPipe &pipe)
        : m_pipe(pipe)
    {
    }

    // Errors of all: those of the pipe; BadReply for a stub that is none. A Win32 code is no error.

    /// Opens the manager to connect; the handle stays good as long as the pipe.
    [[nodiscard]] Result<ScmAnswer<RpcHandle>> open(const Patience &patience);
    /// BadUsage for a name that no service can have.
    [[nodiscard]] Result<ScmAnswer<RpcHandle>> openService(
        const RpcHandle &manager, QStringView name, ServiceRight right, const Patience &patience);
    [[nodiscard]] Result<ScmAnswer<ServiceStatus>> status(const RpcHandle &service, const Patience &patience);
    [[nodiscard]] Result<ScmAnswer<ServiceConfig>> config(const RpcHandle &service, const Patience &patience);
    /// The key name of the service shown under @p displayName.
    [[nodiscard]] Result<ScmAnswer<QString>> keyName(
        const RpcHandle &manager, QStringView displayName, const Patience &patience);
    /// The name that service @p keyName is shown under.
    [[nodiscard]] Result<ScmAnswer<QString>> displayName(
        const RpcHandle &manager, QStringView keyName, const Patience &patience);
    [[nodiscard]] Result<void> close(const RpcHandle &handle, const Patience &patience);

private:
    [[nodiscard]] Result<ScmAnswer<QString>> otherName(
        std::uint16_t operation, const RpcHandle &manager, QStringView name, const Patience &patience);

    RpcPipe &m_pipe;
};

} // namespace evident

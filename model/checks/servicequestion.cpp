// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/servicequestion.h"

#include "checks/registryvalue.h"
#include "checks/servicekey.h"
#include "remote/servicecontrol.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ServiceQuestion)
};

constexpr std::uint32_t InvalidHandle = 6;

ServiceState stateFrom(std::uint32_t state)
{
    switch (static_cast<RunState>(state)) {
    case RunState::Stopped: return ServiceState::Stopped;
    case RunState::StartPending: return ServiceState::StartPending;
    case RunState::StopPending: return ServiceState::StopPending;
    case RunState::Running: return ServiceState::Running;
    case RunState::ContinuePending: return ServiceState::StartPending;
    case RunState::PausePending:
    case RunState::Paused: return ServiceState::Paused;
    }
    return ServiceState::Installed; // a state that no Windows has: only that it is there is certain
}

QString answered(const QString &call, std::uint32_t code)
{
    return Words::tr("%1 answered %2.").arg(call).arg(code);
}

class Question {
public:
    Question(RpcHost &host, CheckResult &result, const Patience &patience)
        : m_host(host)
        , m_result(result)
        , m_patience(patience)
    {
    }

    Result<void> ask();

private:
    Result<void> askManager(RpcPipe &pipe);
    Result<ScmAnswer<RpcHandle>> managerHandle(ServiceControl &manager);
    Result<void> askOpened(ServiceControl &manager, const RpcHandle &service, ServiceRight right);
    Result<void> answerAbsent(ServiceControl &manager, const RpcHandle &handle);
    Result<void> answerDenied(const QString &evidence, std::uint32_t code);
    Result<bool> askRegistry();
    void answerRefusal(const QString &call, std::uint32_t code);
    void readConfig(const ServiceConfig &config);
    /// A key below the services of the control set in use; nothing when there is none or the registry may not be asked.
    Result<std::optional<RpcHandle>> openServiceKey(const QString &path);

    RpcHost &m_host;
    CheckResult &m_result;
    const Patience &m_patience;
};

/// What ends a conversation; a registry that is off or refuses does not.
bool endsAll(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ConnectionLost:
    case ErrorCode::TimedOut:
    case ErrorCode::Cancelled:
    case ErrorCode::HelperFailed: return true;
    default: return false;
    }
}

/// A conversation that broke off, or in which something was altered, is not believed in any part of it; a question at
/// its side that was not answered is.
template<typename T>
Result<void> unlessLost(const Result<T> &answer)
{
    if (!answer && answer.error().code == ErrorCode::ConnectionLost)
        return std::unexpected(answer.error());
    return {};
}

Result<void> Question::ask()
{
    m_result.by = CheckedBy::ServiceManager;
    if (!canBeServiceName(m_result.service)) {
        m_result.state = ServiceState::NotPossible;
        m_result.evidence = Words::tr("No service can have this name.");
        m_result.next = Words::tr("Name the service by its key name, for example MSExchangeIMC.");
        return {};
    }
    const auto pipe = m_host.pipe(ServiceManagerInterface, m_patience);
    if (pipe)
        return askManager(**pipe);
    if (pipe.error().code != ErrorCode::NoPermission)
        return std::unexpected(pipe.error());
    return answerDenied(Words::tr("The computer refused the service manager's interface."),
        static_cast<std::uint32_t>(pipe.error().native));
}

/// The manager's handle, kept from the last time.
Result<ScmAnswer<RpcHandle>> Question::managerHandle(ServiceControl &manager)
{
    auto &standing = m_host.standingHandle(ServiceManagerInterface);
    if (standing)
        return ScmAnswer<RpcHandle>{.code = 0, .value = *standing};
    auto opened = manager.open(m_patience);
    if (opened && opened->code == 0)
        standing = opened->value;
    return opened;
}

Result<void> Question::askManager(RpcPipe &pipe)
{
    ServiceControl manager(pipe);
    auto right = ServiceRight::QueryBoth;
    constexpr int Attempts = 3; // a handle that has gone stale, then with fewer rights
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        const auto handle = managerHandle(manager);
        if (!handle)
            return std::unexpected(handle.error());
        if (handle->is(ScmCode::AccessDenied))
            return answerDenied(answered(u"OpenSCManager"_s, handle->code), handle->code);
        if (handle->code != 0) {
            answerRefusal(u"OpenSCManager"_s, handle->code);
            return {};
        }
        const auto service = manager.openService(handle->value, m_result.service, right, m_patience);
        if (!service)
            return std::unexpected(service.error());
        if (service->is(ScmCode::Success))
            return askOpened(manager, service->value, right);
        if (service->is(ScmCode::ServiceDoesNotExist))
            return answerAbsent(manager, handle->value);
        m_result.code = service->code;
        if (service->code == InvalidHandle)
            m_host.standingHandle(ServiceManagerInterface).reset(); // the manager was started anew meanwhile
        else if (service->is(ScmCode::AccessDenied) && right == ServiceRight::QueryBoth)
            right = ServiceRight::QueryStatus;
        else
            break;
    }
    answerRefusal(u"OpenService"_s, m_result.code);
    return {};
}

Result<void> Question::askOpened(ServiceControl &manager, const RpcHandle &service, ServiceRight right)
{
    const auto status = manager.status(service, m_patience);
    if (!status)
        return std::unexpected(status.error());
    m_result.code = status->code;
    if (status->code == 0) {
        m_result.state = stateFrom(status->value.state);
        m_result.evidence = Words::tr("QueryServiceStatus answered state %1 (%2).")
                                .arg(status->value.state)
                                .arg(serviceStateText(m_result.state));
    } else if (status->is(ScmCode::MarkedForDelete)) {
        answerRefusal(u"QueryServiceStatus"_s, status->code);
    } else {
        m_result.state = ServiceState::Installed;
        m_result.evidence = Words::tr("OpenService found the service; QueryServiceStatus answered %1, so whether it "
                                      "runs is not known.")
                                .arg(status->code);
    }
    if (right == ServiceRight::QueryBoth) {
        const auto config = manager.config(service, m_patience);
        if (config && config->code == 0)
            readConfig(config->value);
        else if (const auto whole = unlessLost(config); !whole)
            return whole;
    }
    return unlessLost(manager.close(service, m_patience));
}

void Question::readConfig(const ServiceConfig &config)
{
    m_result.startType = startTypeFrom(config.start);
    m_result.displayName = config.displayName;
    m_result.imagePath = config.binaryPath;
}

void Question::answerRefusal(const QString &call, std::uint32_t code)
{
    m_result.code = code;
    m_result.evidence = answered(call, code);
    switch (static_cast<ScmCode>(code)) {
    case ScmCode::AccessDenied:
        m_result.state = ServiceState::ServiceAccessDenied;
        m_result.evidence +=
            u' ' + Words::tr("The service manager refuses only what is there: the service is installed.");
        m_result.next = Words::tr("Ask as an administrator to learn whether it runs.");
        break;
    case ScmCode::MarkedForDelete:
        m_result.state = ServiceState::MarkedForDeletion;
        m_result.next = Words::tr("It goes when every program has closed it, at the latest with the next start.");
        break;
    case ScmCode::ShutdownInProgress:
        m_result.state = ServiceState::ShuttingDown;
        m_result.next = Words::tr("Ask again when the computer has started.");
        break;
    default:
        m_result.state = ServiceState::NotPossible;
        m_result.next = Words::tr("Look on the computer itself: \"sc query %1\".").arg(m_result.service);
        break;
    }
}

Result<void> Question::answerAbsent(ServiceControl &manager, const RpcHandle &handle)
{
    m_result.code = std::to_underlying(ScmCode::ServiceDoesNotExist);
    m_result.evidence = answered(u"OpenService"_s, m_result.code);
    const auto meant = manager.keyName(handle, m_result.service, m_patience);
    if (!meant && endsAll(meant.error()))
        return std::unexpected(meant.error());
    if (meant && meant->code == 0 && !meant->value.isEmpty()
        && meant->value.compare(m_result.service, Qt::CaseInsensitive) != 0) {
        m_result.state = ServiceState::IsDisplayName;
        m_result.displayName = m_result.service;
        m_result.evidence += u' ' + Words::tr("\"%1\" is the display name of %2.").arg(m_result.service, meant->value);
        m_result.next = Words::tr("Did you mean %1?").arg(meant->value);
        return {};
    }
    m_result.state = ServiceState::NotInstalled;
    const auto counters = openServiceKey(m_result.service + u"\\Performance"_s);
    if (counters && *counters) {
        const auto closed = RemoteRegistry(**m_host.pipe(RegistryInterface, m_patience)).close(**counters, m_patience);
        if (const auto whole = unlessLost(closed); !whole)
            return whole;
        m_result.state = ServiceState::NotInstalledButCountersRegistered;
        m_result.evidence += u' '
            + Words::tr("In its registry the key Services\\%1\\Performance stands: the counters are registered.")
                  .arg(m_result.service);
    }
    return unlessLost(counters); // otherwise 1060 settles it, whatever the registry says
}

Result<std::optional<RpcHandle>> Question::openServiceKey(const QString &path)
{
    const auto key = openMachineKey(m_host, u"SYSTEM\\CurrentControlSet\\Services\\"_s + path, m_patience);
    if (!key)
        return std::unexpected(key.error());
    return key->code == 0 ? std::optional(key->value) : std::nullopt;
}

/// True when the registry showed the service; then the result is filled in.
Result<bool> Question::askRegistry()
{
    const auto key = openServiceKey(m_result.service);
    if (!key)
        return std::unexpected(key.error());
    if (!*key)
        return false;
    RemoteRegistry registry(**m_host.pipe(RegistryInterface, m_patience));
    const auto type = registry.value(**key, u"Type"_s, m_patience);
    const auto start = registry.value(**key, u"Start"_s, m_patience);
    if (!type || !start || !type->value.number() || !start->value.number())
        return false; // only a whole service proves something; what is missing proves nothing
    m_result.by = CheckedBy::Registry;
    m_result.state = ServiceState::Installed;
    m_result.startType = startTypeFrom(start->value.number());
    if (const auto path = registry.value(**key, u"ImagePath"_s, m_patience))
        m_result.imagePath = path->value.text();
    m_result.evidence += u' '
        + Words::tr("In its registry the key Services\\%1 holds a service (Type 0x%2, Start %3).")
              .arg(m_result.service)
              .arg(*type->value.number(), 0, 16)
              .arg(*start->value.number());
    std::ignore = registry.close(**key, m_patience);
    return true;
}

Result<void> Question::answerDenied(const QString &evidence, std::uint32_t code)
{
    m_result.state = ServiceState::ManagerAccessDenied;
    m_result.code = code;
    m_result.evidence = evidence;
    const auto shown = askRegistry();
    if (const auto whole = unlessLost(shown); !whole)
        return whole;
    if (shown && *shown)
        return {};
    m_result.next = Words::tr("Ask as an administrator of the computer. A local administrator account is limited over "
                              "the network (remote UAC): take a domain account, or the built-in Administrator.");
    return {};
}

} // namespace

Result<void> askService(RpcHost &host, CheckResult &result, const Patience &patience)
{
    return Question(host, result, patience).ask();
}

} // namespace evident

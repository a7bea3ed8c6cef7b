// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/servicecontrol.h"

#include <algorithm>
#include <utility>

namespace evident {

namespace {

enum Operation : std::uint16_t {
    CloseServiceHandle = 0,
    QueryServiceStatus = 6,
    OpenManager = 15,
    OpenService = 16,
    QueryServiceConfig = 17,
    GetDisplayName = 20,
    GetKeyName = 21,
};

/// The largest answer to QueryServiceConfig that the protocol has; asked for at once, it takes one call.
constexpr std::uint32_t LargestConfig = 8192;

std::unexpected<Error> badReply(const char *what)
{
    return failure(ErrorCode::BadReply, what);
}

Result<ScmAnswer<RpcHandle>> handleFrom(const QByteArray &stub, const char *what)
{
    NdrReader reply(stub);
    ScmAnswer<RpcHandle> answer;
    answer.value = reply.handle();
    answer.code = reply.u32();
    return reply.failed() ? badReply(what) : Result<ScmAnswer<RpcHandle>>(answer);
}

Result<ScmAnswer<ServiceConfig>> configFrom(const QByteArray &stub)
{
    NdrReader reply(stub);
    ScmAnswer<ServiceConfig> answer;
    ServiceConfig &config = answer.value;
    config.type = reply.u32();
    config.start = reply.u32();
    reply.u32(); // error control
    const bool hasPath = reply.u32() != 0;
    const bool hasGroup = reply.u32() != 0;
    reply.u32(); // tag
    const bool hasDependencies = reply.u32() != 0;
    const bool hasAccount = reply.u32() != 0;
    const bool hasDisplayName = reply.u32() != 0;
    const auto text = [&reply](bool isThere) { return isThere ? reply.string() : QString(); };
    config.binaryPath = text(hasPath);
    text(hasGroup);
    text(hasDependencies);
    config.account = text(hasAccount);
    config.displayName = text(hasDisplayName);
    reply.u32(); // bytes needed
    answer.code = reply.u32();
    return reply.failed() ? badReply("reply to RQueryServiceConfigW") : Result<ScmAnswer<ServiceConfig>>(answer);
}

} // namespace

bool canBeServiceName(QStringView name)
{
    const auto isForbidden = [](QChar c) { return c == u'/' || c == u'\\' || c.unicode() == 0; };
    return !name.isEmpty() && name.size() <= LongestServiceName && std::ranges::none_of(name, isForbidden);
}

Result<ScmAnswer<RpcHandle>> ServiceControl::open(const Patience &patience)
{
    NdrWriter stub;
    stub.null().null().u32(std::to_underlying(ManagerRight::Connect));
    return m_pipe.call(OpenManager, stub.bytes(), patience).and_then([](const QByteArray &reply) {
        return handleFrom(reply, "reply to ROpenSCManagerW");
    });
}

Result<ScmAnswer<RpcHandle>> ServiceControl::openService(
    const RpcHandle &manager, QStringView name, ServiceRight right, const Patience &patience)
{
    if (!canBeServiceName(name))
        return failure(ErrorCode::BadUsage, "service name");
    NdrWriter stub;
    stub.handle(manager).string(name).u32(std::to_underlying(right));
    return m_pipe.call(OpenService, stub.bytes(), patience).and_then([](const QByteArray &reply) {
        return handleFrom(reply, "reply to ROpenServiceW");
    });
}

Result<ScmAnswer<ServiceStatus>> ServiceControl::status(const RpcHandle &service, const Patience &patience)
{
    const auto stub = m_pipe.call(QueryServiceStatus, NdrWriter().handle(service).bytes(), patience);
    if (!stub)
        return std::unexpected(stub.error());
    NdrReader reply(*stub);
    ScmAnswer<ServiceStatus> answer;
    answer.value.type = reply.u32();
    answer.value.state = reply.u32();
    constexpr int Others = 5; // controls accepted, two exit codes, check point, wait hint
    for (int i = 0; i < Others; ++i)
        reply.u32();
    answer.code = reply.u32();
    return reply.failed() ? badReply("reply to RQueryServiceStatus") : Result<ScmAnswer<ServiceStatus>>(answer);
}

Result<ScmAnswer<ServiceConfig>> ServiceControl::config(const RpcHandle &service, const Patience &patience)
{
    NdrWriter stub;
    stub.handle(service).u32(LargestConfig);
    return m_pipe.call(QueryServiceConfig, stub.bytes(), patience).and_then(configFrom);
}

Result<ScmAnswer<QString>> ServiceControl::otherName(
    std::uint16_t operation, const RpcHandle &manager, QStringView name, const Patience &patience)
{
    NdrWriter stub;
    stub.handle(manager).string(name).u32(LongestServiceName);
    const auto bytes = m_pipe.call(operation, stub.bytes(), patience);
    if (!bytes)
        return std::unexpected(bytes.error());
    NdrReader reply(*bytes);
    ScmAnswer<QString> answer;
    answer.value = reply.string();
    reply.u32(); // characters it has, or would have
    answer.code = reply.u32();
    return reply.failed() ? badReply("reply to RGetServiceKeyNameW") : Result<ScmAnswer<QString>>(answer);
}

Result<ScmAnswer<QString>> ServiceControl::keyName(
    const RpcHandle &manager, QStringView displayName, const Patience &patience)
{
    return otherName(GetKeyName, manager, displayName, patience);
}

Result<ScmAnswer<QString>> ServiceControl::displayName(
    const RpcHandle &manager, QStringView keyName, const Patience &patience)
{
    return otherName(GetDisplayName, manager, keyName, patience);
}

Result<void> ServiceControl::close(const RpcHandle &handle, const Patience &patience)
{
    const auto reply = m_pipe.call(CloseServiceHandle, NdrWriter().handle(handle).bytes(), patience);
    return reply ? Result<void>() : std::unexpected(reply.error());
}

} // namespace evident

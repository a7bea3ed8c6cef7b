// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A computer whose every reply a test lays down beforehand, byte by byte: for answers that no test server can be
// brought to give. Each test owns its own.

#include "remote/ndr.h"
#include "remote/registry.h"
#include "remote/servicecontrol.h"

#include <QString>

#include <map>
#include <string_view>

namespace evident::composed {

inline QByteArray handleReply(std::uint32_t code)
{
    RpcHandle handle;
    handle.bytes.fill(code == 0 ? 0x5A : 0);
    return NdrWriter().handle(handle).u32(code).bytes();
}

inline QByteArray statusReply(std::uint32_t state, std::uint32_t code = 0)
{
    NdrWriter stub;
    stub.u32(0x10).u32(state);
    for (int i = 0; i < 5; ++i)
        stub.u32(0);
    return stub.u32(code).bytes();
}

inline QByteArray configReply(std::uint32_t code = 0)
{
    NdrWriter stub;
    stub.u32(0x10).u32(2).u32(1);
    stub.pointer().null().u32(0).null().pointer().pointer();
    stub.string(u"C:\\exchsrvr\\bin\\msexcimc.exe").string(u"LocalSystem").string(u"Microsoft Exchange Internet Mail");
    return stub.u32(0).u32(code).bytes();
}

inline QByteArray keyNameReply(QStringView name, std::uint32_t code)
{
    return NdrWriter().string(name).u32(static_cast<std::uint32_t>(name.size())).u32(code).bytes();
}

/// A REG_DWORD.
inline QByteArray valueReply(std::uint32_t number)
{
    NdrWriter stub;
    stub.pointer().u32(4).pointer().u32(4).u32(0).u32(4).u32(number);
    stub.pointer().u32(4).pointer().u32(4);
    return stub.u32(0).bytes();
}

inline QByteArray noValueReply()
{
    return NdrWriter().null().null().null().null().u32(2).bytes();
}

/// Answers each operation with what was laid down for it, the last one again and again.
class ComposedPipe final : public RpcPipe {
public:
    std::map<std::uint16_t, std::vector<Result<QByteArray>>> replies;
    int calls = 0;

    Result<QByteArray> call(std::uint16_t number, const QByteArray & /*stub*/, const Patience & /*patience*/) override
    {
        ++calls;
        auto &list = replies[number];
        if (list.empty())
            return failure(ErrorCode::RemoteRefused, "call", {}, static_cast<int>(0xC002002E));
        const Result<QByteArray> reply = list.front();
        if (list.size() > 1)
            list.erase(list.begin());
        return reply;
    }
};

/// Of the service manager.
enum Operation : std::uint16_t { Close = 0, Status = 6, OpenManager = 15, OpenService = 16, Config = 17, KeyName = 21 };
/// Of the registry.
enum RegistryOperation : std::uint16_t { OpenMachine = 2, CloseKey = 5, OpenKey = 15, QueryValue = 17 };

inline Error errorOf(ErrorCode code, std::uint32_t native = 0)
{
    return {.code = code, .what = "pipe", .place = {}, .native = static_cast<int>(native), .detail = {}};
}

class ComposedHost : public RpcHost {
public:
    /// Everything stands as it should, and OpenService answers @p openCode.
    explicit ComposedHost(std::uint32_t openCode)
    {
        manager.replies[OpenManager] = {handleReply(0)};
        manager.replies[OpenService] = {handleReply(openCode)};
        manager.replies[Status] = {statusReply(4)};
        manager.replies[Config] = {configReply()};
        manager.replies[Close] = {handleReply(0)};
        manager.replies[KeyName] = {keyNameReply(u"", 1060)};
    }

    ComposedPipe manager;
    ComposedPipe registry;
    std::optional<Error> managerError;
    std::optional<Error> registryError = errorOf(ErrorCode::NotFound, 0xC0000034);
    std::map<std::string, std::optional<RpcHandle>> handles;

    Result<RpcPipe *> pipe(const RpcInterface &interface, const Patience & /*patience*/) override
    {
        const bool isManager = std::string_view(interface.pipe) == "svcctl";
        const auto &error = isManager ? managerError : registryError;
        if (error)
            return std::unexpected(*error);
        return isManager ? &manager : &registry;
    }
    std::optional<RpcHandle> &standingHandle(const RpcInterface &interface) override { return handles[interface.pipe]; }
    [[nodiscard]] int calls() const { return manager.calls + registry.calls; }
};

} // namespace evident::composed

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/registry.h"

#include <cstring>

namespace evident {

namespace {

enum Operation : std::uint16_t { OpenLocalMachine = 2, CloseKey = 5, OpenKey = 15, QueryValue = 17 };

constexpr std::uint32_t KeyRead = 0x20019;
constexpr std::uint32_t LargestValue = 64 * 1024;
constexpr qsizetype LongestPath = 16 * 1024; ///< so that no length overflows its 16 bits

Result<RegistryAnswer<RpcHandle>> handleFrom(const QByteArray &stub)
{
    NdrReader reply(stub);
    RegistryAnswer<RpcHandle> answer;
    answer.value = reply.handle();
    answer.code = reply.u32();
    if (reply.failed())
        return failure(ErrorCode::BadReply, "registry key");
    return answer;
}

} // namespace

std::optional<std::uint32_t> RemoteValue::number() const
{
    constexpr std::uint32_t RegDword = 4;
    std::uint32_t number = 0;
    if (type != RegDword || bytes.size() != sizeof number)
        return {};
    std::memcpy(&number, bytes.constData(), sizeof number);
    return number;
}

QString RemoteValue::text() const
{
    constexpr std::uint32_t RegSz = 1;
    constexpr std::uint32_t RegExpandSz = 2;
    if ((type != RegSz && type != RegExpandSz) || bytes.isEmpty())
        return {};
    QString text(bytes.size() / 2, Qt::Uninitialized);
    std::memcpy(text.data(), bytes.constData(), static_cast<std::size_t>(text.size()) * 2);
    const qsizetype end = text.indexOf(QChar(u'\0'));
    return end < 0 ? text : text.first(end);
}

Result<RegistryAnswer<RpcHandle>> RemoteRegistry::openLocalMachine(const Patience &patience)
{
    NdrWriter stub;
    stub.null().u32(KeyRead);
    return m_pipe.call(OpenLocalMachine, stub.bytes(), patience).and_then(handleFrom);
}

Result<RegistryAnswer<RpcHandle>> RemoteRegistry::openKey(
    const RpcHandle &parent, const QString &path, const Patience &patience)
{
    if (path.size() > LongestPath)
        return failure(ErrorCode::BadUsage, "registry path");
    NdrWriter stub;
    stub.handle(parent).unicodeString(path, NdrWriter::Counted::WithZero).u32(0).u32(KeyRead);
    return m_pipe.call(OpenKey, stub.bytes(), patience).and_then(handleFrom);
}

Result<RegistryAnswer<RemoteValue>> RemoteRegistry::value(
    const RpcHandle &key, const QString &name, const Patience &patience)
{
    if (name.size() > LongestPath)
        return failure(ErrorCode::BadUsage, "registry value");
    NdrWriter stub;
    stub.handle(key).unicodeString(name, NdrWriter::Counted::WithZero);
    stub.pointer().u32(0); // type
    stub.pointer().u32(LargestValue).u32(0).u32(0); // data: room, offset, none sent
    stub.pointer().u32(LargestValue); // size
    stub.pointer().u32(0); // length
    const auto bytes = m_pipe.call(QueryValue, stub.bytes(), patience);
    if (!bytes)
        return std::unexpected(bytes.error());
    NdrReader reply(*bytes);
    RegistryAnswer<RemoteValue> answer;
    if (reply.u32() != 0)
        answer.value.type = reply.u32();
    if (reply.u32() != 0) {
        const Bytes data = reply.varyingBytes();
        answer.value.bytes =
            QByteArray(reinterpret_cast<const char *>(data.data()), static_cast<qsizetype>(data.size()));
    }
    if (reply.u32() != 0)
        reply.u32();
    if (reply.u32() != 0)
        reply.u32();
    answer.code = reply.u32();
    if (reply.failed())
        return failure(ErrorCode::BadReply, "registry value");
    return answer;
}

Result<void> RemoteRegistry::close(const RpcHandle &key, const Patience &patience)
{
    const auto reply = m_pipe.call(CloseKey, NdrWriter().handle(key).bytes(), patience);
    return reply ? Result<void>() : std::unexpected(reply.error());
}

} // namespace evident

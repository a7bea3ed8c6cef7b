// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/message.h"

#include <algorithm>
#include <string.h>
#include <utility>

namespace evident {

namespace {

constexpr std::size_t LengthSize = 4;
constexpr std::uint32_t HeadSize = 5; ///< number and kind
constexpr std::size_t UuidSize = 16;

template<typename T>
void appendLe(std::vector<std::uint8_t> &bytes, T value)
{
    const auto at = bytes.size();
    bytes.resize(at + sizeof(T));
    std::memcpy(bytes.data() + at, &value, sizeof(T));
}

/// The value as that enumeration, when it is not past the @p last one.
template<typename Enum>
std::optional<Enum> enumFrom(std::uint8_t value, Enum last)
{
    if (value > std::to_underlying(last))
        return {};
    return static_cast<Enum>(value);
}

} // namespace

BodyWriter &BodyWriter::u8(std::uint8_t value)
{
    m_body.push_back(value);
    return *this;
}

BodyWriter &BodyWriter::u16(std::uint16_t value)
{
    appendLe(m_body, value);
    return *this;
}

BodyWriter &BodyWriter::u32(std::uint32_t value)
{
    appendLe(m_body, value);
    return *this;
}

BodyWriter &BodyWriter::u64(std::uint64_t value)
{
    appendLe(m_body, value);
    return *this;
}

BodyWriter &BodyWriter::text(std::string_view value)
{
    u32(static_cast<std::uint32_t>(value.size()));
    m_body.insert(m_body.end(), value.begin(), value.end());
    return *this;
}

BodyWriter &BodyWriter::raw(Bytes bytes)
{
    m_body.insert(m_body.end(), bytes.begin(), bytes.end());
    return *this;
}

std::string readText(Cursor &cursor)
{
    const Bytes bytes = cursor.take(cursor.u32());
    return {bytes.begin(), bytes.end()};
}

std::vector<std::uint8_t> bodyOf(const ConnectRequest &request)
{
    // Reserved at once: a body that grew would leave the password behind in freed memory.
    std::vector<std::uint8_t> body;
    body.reserve(64 + request.host.size() + request.user.size() + request.domain.size() + request.password.size());
    const auto text = [&body](const std::string &value) {
        appendLe(body, static_cast<std::uint32_t>(value.size()));
        body.insert(body.end(), value.begin(), value.end());
    };
    text(request.host);
    appendLe(body, request.port);
    body.push_back(std::to_underlying(request.logon));
    body.push_back(std::to_underlying(request.smb1));
    text(request.user);
    text(request.domain);
    text(request.password);
    return body;
}

std::vector<std::uint8_t> bodyOf(const ConnectProgress &progress)
{
    return BodyWriter().u8(std::to_underlying(progress.step)).text(progress.address).take();
}

std::vector<std::uint8_t> bodyOf(const ConnectAnswer &answer)
{
    return BodyWriter().text(answer.address).u32(answer.pipe).take();
}

std::vector<std::uint8_t> bodyOf(const PipeRequest &request)
{
    return BodyWriter().text(request.pipe).raw(request.uuid).u32(request.version).take();
}

std::vector<std::uint8_t> bodyOf(const RemoteFailure &failure)
{
    return BodyWriter()
        .u32(failure.status)
        .u32(failure.systemError)
        .u8(std::to_underlying(failure.step))
        .u8(std::to_underlying(failure.fact))
        .text(failure.address)
        .text(failure.words)
        .take();
}

std::optional<ConnectRequest> connectRequestFrom(Bytes body)
{
    Cursor cursor(body);
    ConnectRequest request;
    request.host = readText(cursor);
    request.port = cursor.u16();
    const auto logon = enumFrom(cursor.u8(), LogonKind::Password);
    const auto smb1 = enumFrom(cursor.u8(), OldProtocol::Allowed);
    request.user = readText(cursor);
    request.domain = readText(cursor);
    request.password = readText(cursor);
    if (cursor.failed() || !logon || !smb1)
        return {};
    request.logon = *logon;
    request.smb1 = *smb1;
    return request;
}

std::optional<ConnectProgress> connectProgressFrom(Bytes body)
{
    Cursor cursor(body);
    const auto step = enumFrom(cursor.u8(), RemoteStep::Read);
    std::string address = readText(cursor);
    if (cursor.failed() || !step)
        return {};
    return ConnectProgress{.step = *step, .address = std::move(address)};
}

std::optional<ConnectAnswer> connectAnswerFrom(Bytes body)
{
    Cursor cursor(body);
    ConnectAnswer answer;
    answer.address = readText(cursor);
    answer.pipe = cursor.u32();
    return cursor.failed() ? std::nullopt : std::optional(std::move(answer));
}

std::optional<PipeRequest> pipeRequestFrom(Bytes body)
{
    Cursor cursor(body);
    PipeRequest request;
    request.pipe = readText(cursor);
    const Bytes uuid = cursor.take(UuidSize);
    request.uuid.assign(uuid.begin(), uuid.end());
    request.version = cursor.u32();
    return cursor.failed() ? std::nullopt : std::optional(std::move(request));
}

std::optional<RemoteFailure> remoteFailureFrom(Bytes body)
{
    Cursor cursor(body);
    RemoteFailure failure;
    failure.status = cursor.u32();
    failure.systemError = cursor.u32();
    const auto step = enumFrom(cursor.u8(), RemoteStep::Read);
    const auto fact = enumFrom(cursor.u8(), FailureFact::NotKept);
    failure.address = readText(cursor);
    failure.words = readText(cursor);
    if (cursor.failed() || !step || !fact)
        return {};
    failure.step = *step;
    failure.fact = *fact;
    return failure;
}

std::vector<std::uint8_t> frameOf(const Message &message)
{
    const auto length = static_cast<std::uint32_t>(HeadSize + message.body.size());
    std::vector<std::uint8_t> frame(LengthSize + length);
    std::memcpy(frame.data(), &length, sizeof length);
    std::memcpy(frame.data() + LengthSize, &message.number, sizeof message.number);
    frame[LengthSize + sizeof message.number] = std::to_underlying(message.kind);
    std::ranges::copy(message.body, frame.begin() + LengthSize + HeadSize);
    return frame;
}

void FrameAssembly::add(Bytes piece)
{
    m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(m_start));
    m_start = 0;
    m_bytes.insert(m_bytes.end(), piece.begin(), piece.end());
}

std::optional<Message> FrameAssembly::take()
{
    Cursor cursor(m_bytes, m_start);
    const auto length = cursor.u32();
    if (m_broken || cursor.failed())
        return {};
    if (length < HeadSize || length > LargestFrame) {
        m_broken = true;
        return {};
    }
    if (cursor.left() < length)
        return {};
    Message message;
    message.number = cursor.u32();
    message.kind = static_cast<MessageKind>(cursor.u8());
    const Bytes body = cursor.take(length - HeadSize);
    message.body.assign(body.begin(), body.end());
    m_start = cursor.position();
    return message;
}

void wipe(std::vector<std::uint8_t> &bytes)
{
    explicit_bzero(bytes.data(), bytes.size());
    bytes.clear();
}

void wipe(std::string &text)
{
    explicit_bzero(text.data(), text.size());
    text.clear();
}

} // namespace evident

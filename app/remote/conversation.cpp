// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversation.h"

#include "reach.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <utility>

namespace evident {

namespace {

constexpr std::uint32_t InvalidParameter = 0xC000000D;
constexpr std::uint32_t AccessDenied = 0xC0000022;
constexpr std::uint32_t FirstLogonStatus = 0xC000005E; ///< from here to the last, the host spoke of the account
constexpr std::uint32_t LastLogonStatus = 0xC0000072;

/// srvsvc: there on every host that serves files, open to every account that may log on, and asked first, so that a
/// refused logon is never taken for a refused right.
PipeRequest firstPipe()
{
    return {.pipe = "srvsvc",
        .uuid = {0xc8, 0x4f, 0x32, 0x4b, 0x70, 0x16, 0xd3, 0x01, 0x12, 0x78, 0x5a, 0x47, 0xbf, 0x6e, 0xe1, 0x88},
        .version = 3};
}

RemoteFailure senseless(RemoteStep step)
{
    return {.status = InvalidParameter, .step = step, .words = "request"};
}

/// The bytes of a frame up to its body.
std::vector<std::uint8_t> frameHead(const Message &message, std::size_t bodySize)
{
    auto head = frameOf(message);
    const auto length = static_cast<std::uint32_t>(head.size() - sizeof(std::uint32_t) + bodySize);
    std::memcpy(head.data(), &length, sizeof length);
    return head;
}

/// Whether the host spoke of the account or its rights: then it speaks a protocol that we speak.
bool isAboutAccount(std::uint32_t status)
{
    return status == AccessDenied || (status >= FirstLogonStatus && status <= LastLogonStatus)
        || (status >= 0xC0000133 && status <= 0xC000015B) || (status >= 0xC000018B && status <= 0xC0000193)
        || status == 0xC0000224 || status == 0xC0000234;
}

} // namespace

void Conversation::run()
{
    FrameAssembly arrived;
    std::vector<std::uint8_t> piece(std::size_t{64} * 1024);
    for (;;) {
        const ssize_t got = receive(piece);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return;
        arrived.add(Bytes(piece).first(static_cast<std::size_t>(got)));
        while (auto request = arrived.take()) {
            m_number = request->number;
            auto answer = answerTo(*request);
            wipe(request->body);
            const bool sent = answer ? send(MessageKind::Done, std::move(*answer))
                                     : send(MessageKind::Failed, bodyOf(answer.error()));
            if (!sent)
                return;
            if (m_files && request->kind == MessageKind::ReadFile)
                m_files->readAhead();
        }
        if (arrived.isBroken())
            return;
    }
}

/// As recv(), which would throw a descriptor away that comes beside the bytes.
ssize_t Conversation::receive(std::span<std::uint8_t> piece)
{
    iovec into{.iov_base = piece.data(), .iov_len = piece.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> beside{};
    msghdr message{};
    message.msg_iov = &into;
    message.msg_iovlen = 1;
    message.msg_control = beside.data();
    message.msg_controllen = beside.size();
    const ssize_t got = recvmsg(m_socket, &message, MSG_CMSG_CLOEXEC);
    const cmsghdr *head = got > 0 ? CMSG_FIRSTHDR(&message) : nullptr;
    if (head != nullptr && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS
        && head->cmsg_len == CMSG_LEN(sizeof(int))) {
        int number = -1;
        std::memcpy(&number, CMSG_DATA(head), sizeof number);
        m_handedOver = Descriptor(number);
    }
    return got;
}

Conversation::Answer Conversation::answerTo(const Message &request)
{
    switch (request.kind) {
    case MessageKind::Connect: return connect(request.body);
    case MessageKind::OpenPipe: return openPipe(request.body);
    case MessageKind::Call: return call(request.body);
    case MessageKind::ClosePipe: return closePipe(request.body);
    case MessageKind::ListFolder:
    case MessageKind::LookAtFile:
    case MessageKind::OpenFile:
    case MessageKind::ReadFile:
    case MessageKind::CloseFile: return answerAboutFile(request);
    default: return std::unexpected(senseless(RemoteStep::Call));
    }
}

Conversation::Answer Conversation::answerAboutFile(const Message &request)
{
    if (!m_files)
        return std::unexpected(senseless(RemoteStep::File));
    const auto body = [](const auto &answer) { return bodyOf(answer); };
    if (request.kind == MessageKind::ReadFile) {
        const auto read = fileReadFrom(request.body);
        if (!read)
            return std::unexpected(senseless(RemoteStep::Read));
        return m_files->read(*read).transform([](std::uint32_t came) { return BodyWriter().u32(came).take(); });
    }
    if (request.kind == MessageKind::CloseFile) {
        Cursor cursor(request.body);
        m_files->close(cursor.u32());
        return std::vector<std::uint8_t>();
    }
    const auto file = fileRequestFrom(request.body);
    if (!file)
        return std::unexpected(senseless(RemoteStep::File));
    switch (request.kind) {
    case MessageKind::ListFolder: return m_files->list(*file).transform(body);
    case MessageKind::LookAtFile: return m_files->lookAt(*file).transform(body);
    default:
        if (!m_handedOver.isOpen())
            return std::unexpected(senseless(RemoteStep::File));
        return m_files->open(*file, std::exchange(m_handedOver, Descriptor())).transform(body);
    }
}

Conversation::Answer Conversation::connect(Bytes body)
{
    auto request = connectRequestFrom(body);
    if (!request || m_session)
        return std::unexpected(senseless(RemoteStep::Resolve));
    tell(RemoteStep::Resolve, {});
    const auto address =
        reach(request->host, request->port, [this](const std::string &trying) { tell(RemoteStep::Reach, trying); });
    if (!address) {
        wipe(request->password);
        return std::unexpected(address.error());
    }
    tell(RemoteStep::LogOn, *address);
    m_session = std::make_unique<SambaSession>(*request, *address);
    m_files = std::make_unique<SmbFiles>(*request, *address);
    wipe(request->password);
    const auto pipe = m_session->openPipe(firstPipe());
    if (pipe)
        return bodyOf(ConnectAnswer{.address = *address, .pipe = *pipe});
    RemoteFailure failure = pipe.error();
    failure.address = *address;
    if (failure.fact == FailureFact::None && !isAboutAccount(failure.status)) {
        switch (protocolSpoken(*address, request->port)) {
        case SpokenProtocol::OldOnly:
            if (request->smb1 == OldProtocol::Refused)
                failure.fact = FailureFact::OnlyOldProtocol;
            break;
        case SpokenProtocol::NoFileSharing: failure.fact = FailureFact::NotFileSharing; break;
        case SpokenProtocol::Newer: break;
        }
    }
    return std::unexpected(failure);
}

Conversation::Answer Conversation::openPipe(Bytes body)
{
    const auto request = pipeRequestFrom(body);
    if (!request || !m_session)
        return std::unexpected(senseless(RemoteStep::Pipe));
    return m_session->openPipe(*request).transform([](std::uint32_t pipe) { return BodyWriter().u32(pipe).take(); });
}

Conversation::Answer Conversation::call(Bytes body)
{
    Cursor cursor(body);
    const auto pipe = cursor.u32();
    const auto operation = cursor.u16();
    const Bytes stub = cursor.take(cursor.left());
    if (cursor.failed() || !m_session)
        return std::unexpected(senseless(RemoteStep::Call));
    return m_session->call(pipe, operation, stub);
}

Conversation::Answer Conversation::closePipe(Bytes body)
{
    Cursor cursor(body);
    const auto pipe = cursor.u32();
    if (cursor.failed() || !m_session)
        return std::unexpected(senseless(RemoteStep::Call));
    m_session->closePipe(pipe);
    return std::vector<std::uint8_t>();
}

void Conversation::tell(RemoteStep step, const std::string &address)
{
    std::ignore = send(MessageKind::Progress, bodyOf(ConnectProgress{.step = step, .address = address}));
}

bool Conversation::send(MessageKind kind, std::vector<std::uint8_t> body)
{
    // The head alone is put together here: a body may be megabytes, and is sent from where it lies.
    const auto head = frameHead({.kind = kind, .number = m_number, .body = {}}, body.size());
    return sendAll(head, MSG_MORE) && sendAll(body, 0);
}

bool Conversation::sendAll(Bytes left, int flags) const
{
    while (!left.empty()) {
        const ssize_t sent = ::send(m_socket, left.data(), left.size(), MSG_NOSIGNAL | flags);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        left = left.subspan(static_cast<std::size_t>(sent));
    }
    return true;
}

} // namespace evident

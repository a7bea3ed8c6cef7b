// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/hostprocess.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace evident {

namespace {

using namespace std::chrono_literals;

constexpr auto LongestWait = 50ms; ///< between two looks at the cancel flag
constexpr std::size_t PieceSize = 256 * 1024;

/// As send(), with a descriptor beside the bytes when there is one.
ssize_t sendWith(int socket, Bytes bytes, int descriptor)
{
    iovec piece{.iov_base = const_cast<std::uint8_t *>(bytes.data()), .iov_len = bytes.size()};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof descriptor)> beside{};
    if (descriptor >= 0) {
        message.msg_control = beside.data();
        message.msg_controllen = beside.size();
        cmsghdr *head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof descriptor);
        std::memcpy(CMSG_DATA(head), &descriptor, sizeof descriptor);
    }
    return sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
}

/// Starts @p program with @p socket as its descriptor 0 and nothing else of ours.
int spawn(const QByteArray &program, int socket, pid_t &pid)
{
    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    // Samba's libraries print as they like; what they print is for whoever asks for it.
    if (qEnvironmentVariableIsEmpty("EVIDENT_REMOTE_DEBUG"))
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    sigset_t none{};
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    // A group of its own: Ctrl+C in a terminal is the program's to answer.
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    QByteArray name = program;
    std::array<char *, 2> arguments{name.data(), nullptr};
    const int failed = posix_spawn(&pid, program.constData(), &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

} // namespace

Result<std::unique_ptr<HostProcess>> HostProcess::start(const QString &program)
{
    std::array<int, 2> sockets{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        return failure(ErrorCode::HelperFailed, "socket pair", {.source = program}, errno);
    pid_t pid = -1;
    const int failed = spawn(QFile::encodeName(program), sockets[1], pid);
    close(sockets[1]);
    if (failed != 0) {
        close(sockets[0]);
        return failure(ErrorCode::HelperFailed, "start of evident-remote", {.source = program}, failed);
    }
    return std::unique_ptr<HostProcess>(new HostProcess(sockets[0], pid));
}

HostProcess::HostProcess(int socket, pid_t pid)
    : m_socket(socket)
    , m_pid(pid)
{
}

HostProcess::~HostProcess()
{
    end();
}

void HostProcess::end()
{
    if (m_socket < 0)
        return;
    close(m_socket);
    m_socket = -1;
    kill(m_pid, SIGKILL);
    while (waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
}

std::unexpected<Error> HostProcess::endWith(ErrorCode code, const char *what, int native)
{
    end();
    return failure(code, what, {}, native);
}

Result<void> HostProcess::waitFor(short events, const Patience &patience)
{
    for (;;) {
        if (patience.isCancelled())
            return endWith(ErrorCode::Cancelled, "cancelled");
        const auto left = patience.until - std::chrono::steady_clock::now();
        if (left <= 0ns)
            return endWith(ErrorCode::TimedOut, "deadline");
        const auto wait = std::min(std::chrono::ceil<std::chrono::milliseconds>(left), LongestWait);
        pollfd entry{.fd = m_socket, .events = events, .revents = 0};
        const int ready = poll(&entry, 1, static_cast<int>(wait.count()));
        if (ready > 0)
            return {};
        if (ready < 0 && errno != EINTR)
            return endWith(ErrorCode::HelperFailed, "poll", errno);
    }
}

Result<void> HostProcess::send(Bytes frame, int handedOver, const Patience &patience)
{
    while (!frame.empty()) {
        if (const auto ready = waitFor(POLLOUT, patience); !ready)
            return ready;
        const auto sent = sendWith(m_socket, frame, handedOver);
        if (sent < 0 && errno != EAGAIN && errno != EINTR)
            return endWith(ErrorCode::HelperFailed, "request", errno);
        if (sent > 0)
            handedOver = -1; // it went with the first byte
        frame = frame.subspan(static_cast<std::size_t>(std::max<ssize_t>(sent, 0)));
    }
    return {};
}

Result<void> HostProcess::readMore(const Patience &patience)
{
    if (const auto ready = waitFor(POLLIN, patience); !ready)
        return ready;
    thread_local std::vector<std::uint8_t> piece(PieceSize);
    const auto got = recv(m_socket, piece.data(), piece.size(), MSG_DONTWAIT);
    if (got == 0)
        return endWith(ErrorCode::HelperFailed, "evident-remote ended by itself");
    if (got < 0 && errno != EAGAIN && errno != EINTR)
        return endWith(ErrorCode::HelperFailed, "answer", errno);
    if (got > 0)
        m_arrived.add(Bytes(piece).first(static_cast<std::size_t>(got)));
    return {};
}

Result<Message> HostProcess::receive(std::uint32_t number, const Patience &patience, const OnProgress &progress)
{
    for (;;) {
        while (auto message = m_arrived.take()) {
            if (message->number != number)
                return endWith(ErrorCode::BadReply, "number of a frame");
            if (message->kind == MessageKind::Done || message->kind == MessageKind::Failed)
                return std::move(*message);
            const auto told = connectProgressFrom(message->body);
            if (message->kind != MessageKind::Progress || !told)
                return endWith(ErrorCode::BadReply, "kind of a frame");
            if (progress)
                progress(*told);
        }
        if (m_arrived.isBroken())
            return endWith(ErrorCode::BadReply, "length of a frame");
        if (const auto more = readMore(patience); !more)
            return std::unexpected(more.error());
    }
}

Result<Message> HostProcess::ask(MessageKind kind, std::vector<std::uint8_t> body, const Patience &patience,
    const OnProgress &progress, int handedOver)
{
    if (!isAlive())
        return failure(ErrorCode::HelperFailed, "evident-remote has ended");
    Message message{.kind = kind, .number = ++m_lastNumber, .body = std::move(body)};
    auto frame = frameOf(message);
    const auto sent = send(frame, handedOver, patience);
    if (kind == MessageKind::Connect) {
        wipe(frame);
        wipe(message.body);
    }
    if (!sent)
        return std::unexpected(sent.error());
    return receive(message.number, patience, progress);
}

QString findRemoteProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &path : {here + QStringLiteral("/evident-remote"),
             here + QStringLiteral("/../libexec/evident-remote"), here + QStringLiteral("/../lib/evident-remote")}) {
        if (QFileInfo(path).isExecutable())
            return QFileInfo(path).canonicalFilePath();
    }
    return {};
}

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tcpproxy.h"

#include <array>
#include <deque>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

void sendAll(int socket, const std::vector<char> &bytes)
{
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const ssize_t now = send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (now <= 0)
            return;
        sent += static_cast<std::size_t>(now);
    }
}

/// What waits until it may go on.
struct Waiting {
    Clock::time_point due;
    std::vector<char> piece;
};

} // namespace

TcpProxy::TcpProxy(std::uint16_t target, Does does)
    : m_target(target)
    , m_does(does)
    , m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    bind(m_socket, reinterpret_cast<sockaddr *>(&address), size);
    getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    listen(m_socket, 16);
    m_acceptor = std::jthread([this] { accept(); });
}

TcpProxy::~TcpProxy()
{
    m_ends = true;
    shutdown(m_socket, SHUT_RDWR);
    m_acceptor.join();
    close(m_socket);
    m_carriers.clear(); // joins
}

QByteArray TcpProxy::kept()
{
    const std::lock_guard lock(m_mutex);
    return m_kept;
}

void TcpProxy::accept()
{
    while (!m_ends) {
        const int client = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            return;
        const int host = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_in address = loopback(m_target);
        if (connect(host, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
            close(client);
            close(host);
            continue;
        }
        const int yes = 1;
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        setsockopt(host, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        const std::lock_guard lock(m_mutex);
        m_carriers.emplace_back([this, client, host] { carry(client, host); });
    }
}

void TcpProxy::carry(int client, int host)
{
    std::array<std::deque<Waiting>, 2> waiting; // to the host, to the client
    const std::array sockets{client, host};
    std::vector<char> room(256 * 1024);
    int frame = 0;
    bool isOpen = true;
    while (isOpen && !m_ends) {
        std::array<pollfd, 2> entries{pollfd{client, POLLIN, 0}, pollfd{host, POLLIN, 0}};
        poll(entries.data(), entries.size(), waiting[0].empty() && waiting[1].empty() ? 50 : 1);
        for (std::size_t from = 0; from < entries.size(); ++from) {
            if (entries[from].revents != 0) {
                const ssize_t got = recv(sockets[from], room.data(), room.size(), 0);
                isOpen = isOpen && got > 0;
                if (got > 0)
                    waiting[from].push_back({Clock::now() + m_does.delay, {room.begin(), room.begin() + got}});
            }
            while (!waiting[from].empty() && waiting[from].front().due <= Clock::now()) {
                forward(waiting[from].front().piece, sockets[1 - from], from == 1, frame);
                waiting[from].pop_front();
            }
        }
    }
    close(client);
    close(host);
}

void TcpProxy::forward(std::vector<char> &piece, int to, bool isReply, int &frame)
{
    if (m_does.keeps) {
        const std::lock_guard lock(m_mutex);
        m_kept.append(piece.data(), static_cast<qsizetype>(piece.size()));
    }
    if (isReply && m_does.alteredReply >= 0)
        alter(piece, frame);
    sendAll(to, piece);
}

/// Frames come one at a time on loopback: who asks waits for the answer.
void TcpProxy::alter(std::vector<char> &piece, int &frame)
{
    constexpr std::size_t FromEnd = 20;
    if (frame++ != m_does.alteredReply || piece.size() < 100)
        return;
    piece[piece.size() - FromEnd] ^= 0x55;
    ++m_altered;
}

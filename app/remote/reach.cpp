// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reach.h"

#include "descriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace evident {

namespace {

constexpr int OneAddressMs = 4000; ///< so that a dead first address leaves time for a second
constexpr int ProbeMs = 1500;

class Socket {
public:
    explicit Socket(int number)
        : m_descriptor(number)
    {
    }
    [[nodiscard]] int get() const { return m_descriptor.number(); }
    [[nodiscard]] bool wait(short events, int milliseconds) const
    {
        pollfd entry{.fd = get(), .events = events, .revents = 0};
        return poll(&entry, 1, milliseconds) == 1;
    }

private:
    Descriptor m_descriptor;
};

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

/// The addresses of a host; @p problem is getaddrinfo's code when there are none.
Addresses resolve(const std::string &host, std::uint16_t port, int flags, int &problem)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV | flags;
    addrinfo *found = nullptr;
    problem = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
    return {problem == 0 ? found : nullptr, &freeaddrinfo};
}

std::string textOf(const addrinfo &address)
{
    std::array<char, NI_MAXHOST> text{};
    if (getnameinfo(address.ai_addr, address.ai_addrlen, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) != 0)
        return {};
    return text.data();
}

/// 0, or why it is not connected.
int connectWithin(const Socket &socket, const addrinfo &address, int milliseconds)
{
    if (socket.get() < 0)
        return errno;
    if (connect(socket.get(), address.ai_addr, address.ai_addrlen) == 0)
        return 0;
    if (errno != EINPROGRESS)
        return errno;
    if (!socket.wait(POLLOUT, milliseconds))
        return ETIMEDOUT;
    int problem = 0;
    socklen_t size = sizeof problem;
    getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &problem, &size);
    return problem;
}

Socket socketFor(const addrinfo &address)
{
    return Socket(socket(address.ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

/// A NEGOTIATE request of SMB 1 that offers "NT LM 0.12" alone (MS-CIFS 2.2.4.52), in its NetBIOS session frame.
std::vector<std::uint8_t> oldNegotiate()
{
    constexpr std::string_view Dialect("\x02NT LM 0.12\0", 12);
    constexpr std::size_t HeaderSize = 32;
    std::vector<std::uint8_t> smb(HeaderSize);
    constexpr std::array<std::uint8_t, 5> Begin{0xff, 'S', 'M', 'B', 0x72};
    std::ranges::copy(Begin, smb.begin());
    smb[9] = 0x18; // canonical paths, case-insensitive
    smb[10] = 0x01; // long names
    smb[11] = 0xc8; // Unicode, NT status codes, extended security
    smb.push_back(0); // no words
    smb.push_back(static_cast<std::uint8_t>(Dialect.size()));
    smb.push_back(0);
    smb.insert(smb.end(), Dialect.begin(), Dialect.end());
    std::vector<std::uint8_t> frame{0, 0, 0, static_cast<std::uint8_t>(smb.size())};
    frame.insert(frame.end(), smb.begin(), smb.end());
    return frame;
}

} // namespace

std::expected<std::string, RemoteFailure> reach(const std::string &host, std::uint16_t port, const OnAddress &trying)
{
    int problem = 0;
    const Addresses addresses = resolve(host, port, 0, problem);
    RemoteFailure failure{.step = RemoteStep::Resolve};
    if (!addresses) {
        failure.systemError = static_cast<std::uint32_t>(-problem);
        failure.words = gai_strerror(problem);
        return std::unexpected(failure);
    }
    failure.step = RemoteStep::Reach;
    for (const addrinfo *address = addresses.get(); address != nullptr; address = address->ai_next) {
        failure.address = textOf(*address);
        trying(failure.address);
        problem = connectWithin(socketFor(*address), *address, OneAddressMs);
        if (problem == 0)
            return failure.address;
        failure.systemError = static_cast<std::uint32_t>(problem);
    }
    return std::unexpected(failure);
}

SpokenProtocol protocolSpoken(const std::string &address, std::uint16_t port)
{
    int problem = 0;
    const Addresses addresses = resolve(address, port, AI_NUMERICHOST, problem);
    if (!addresses)
        return SpokenProtocol::NoFileSharing;
    const Socket socket = socketFor(*addresses);
    if (connectWithin(socket, *addresses, ProbeMs) != 0)
        return SpokenProtocol::NoFileSharing;
    const auto request = oldNegotiate();
    if (send(socket.get(), request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
        return SpokenProtocol::NoFileSharing;
    std::array<std::uint8_t, 512> answer{};
    const ssize_t got = socket.wait(POLLIN, ProbeMs) ? recv(socket.get(), answer.data(), answer.size(), 0) : -1;
    constexpr std::size_t DialectAt = 4 + 32 + 1; // frame, header, word count
    if (got < static_cast<ssize_t>(DialectAt + 2) || answer[5] != 'S' || answer[6] != 'M' || answer[7] != 'B')
        return SpokenProtocol::NoFileSharing;
    const bool isNone = answer[DialectAt] == 0xff && answer[DialectAt + 1] == 0xff; // none of the offered dialects
    return answer[4] == 0xff && !isNone ? SpokenProtocol::OldOnly : SpokenProtocol::Newer;
}

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads what the program asks from the socket, does it, and answers, one request after the other, until the socket is
// closed. Made once by main.

#include "sambasession.h"
#include "smbfiles.h"

#include <span>

namespace evident {

class Conversation {
public:
    explicit Conversation(int socket)
        : m_socket(socket)
    {
    }
    Conversation(const Conversation &) = delete;
    Conversation &operator=(const Conversation &) = delete;
    ~Conversation() = default;
    /// Returns when the other end is gone or makes no sense.
    void run();

private:
    using Answer = std::expected<std::vector<std::uint8_t>, RemoteFailure>;
    [[nodiscard]] Answer answerTo(const Message &request);
    [[nodiscard]] Answer connect(Bytes body);
    [[nodiscard]] Answer openPipe(Bytes body);
    [[nodiscard]] Answer call(Bytes body);
    [[nodiscard]] Answer closePipe(Bytes body);
    [[nodiscard]] Answer answerAboutFile(const Message &request);
    [[nodiscard]] ssize_t receive(std::span<std::uint8_t> piece);
    void tell(RemoteStep step, const std::string &address);
    [[nodiscard]] bool sendAll(Bytes left, int flags) const;
    [[nodiscard]] bool send(MessageKind kind, std::vector<std::uint8_t> body);

    int m_socket;
    Descriptor m_handedOver; ///< came with the request
    std::uint32_t m_number = 0; ///< of the request that is being answered
    std::unique_ptr<SambaSession> m_session;
    std::unique_ptr<SmbFiles> m_files;
};

} // namespace evident

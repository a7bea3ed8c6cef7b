// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A proxy between a client and a test host: delays what passes, keeps a copy of it, or alters one of the host's SMB
// replies. Runs on threads of its own as long as it lives.

#include <QByteArray>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

class TcpProxy {
public:
    struct Does {
        std::chrono::milliseconds delay{0}; ///< each way
        bool keeps = false;
        int alteredReply = -1; ///< which SMB frame from the host gets a byte of its end flipped, counted from 0
    };
    TcpProxy(std::uint16_t target, Does does);
    TcpProxy(const TcpProxy &) = delete;
    TcpProxy &operator=(const TcpProxy &) = delete;
    ~TcpProxy();

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] QByteArray kept();
    [[nodiscard]] int alteredCount() const { return m_altered; }

private:
    void accept();
    void carry(int client, int host);
    void forward(std::vector<char> &piece, int to, bool isReply, int &frame);
    void alter(std::vector<char> &piece, int &frame);

    std::uint16_t m_target;
    Does m_does;
    int m_socket;
    std::uint16_t m_port = 0;
    std::atomic_bool m_ends = false;
    std::atomic_int m_altered = 0;
    std::mutex m_mutex; ///< of what follows
    QByteArray m_kept;
    std::vector<std::jthread> m_carriers;
    std::jthread m_acceptor;
};

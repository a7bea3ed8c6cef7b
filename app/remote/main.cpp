// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// evident-remote: speaks with one computer on behalf of the program that started it, through the socket that it was
// given as standard input. It is started anew for every computer and may be ended at any moment. Nothing secret is
// among its arguments or in its environment, and it leaves nothing on the disk.

#include "conversation.h"

#include <csignal>
#include <cstdio>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace {

/// Ends this process when the other end of the socket is gone, also while a library waits for a computer.
void endWithProgram()
{
    std::thread([] {
        for (;;) {
            pollfd entry{.fd = STDIN_FILENO, .events = POLLRDHUP, .revents = 0};
            if (poll(&entry, 1, -1) > 0 && (entry.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0)
                _exit(0);
        }
    }).detach();
}

/// No memory image of a process that holds a password.
void keepSecrets()
{
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

} // namespace

int main()
{
    struct stat input{};
    if (fstat(STDIN_FILENO, &input) != 0 || !S_ISSOCK(input.st_mode)) {
        std::fputs("evident-remote is started by Evident, not by hand.\n", stderr);
        return 2;
    }
    keepSecrets();
    std::signal(SIGPIPE, SIG_IGN);
    endWithProgram();
    evident::Conversation(STDIN_FILENO).run();
    _exit(0); // closing what is open politely could wait for a computer that hangs
}

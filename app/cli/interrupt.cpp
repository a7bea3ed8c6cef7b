// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interrupt.h"

#include <atomic>
#include <csignal>
#include <initializer_list>

namespace evident {

namespace {

std::atomic_bool wasInterrupted = false;
static_assert(std::atomic_bool::is_always_lock_free); // else a signal handler may not touch it

extern "C" void onSignal(int /*signal*/)
{
    wasInterrupted = true;
}

} // namespace

void watchForInterrupt()
{
    struct sigaction action{};
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND); // no SA_RESTART: a blocked read or write has to come back
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaction(signal, &action, nullptr);
}

bool interrupted()
{
    return wasInterrupted;
}

std::shared_ptr<const std::atomic_bool> interruptFlag()
{
    return {std::shared_ptr<void>(), &wasInterrupted};
}

} // namespace evident

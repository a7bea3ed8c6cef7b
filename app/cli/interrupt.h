// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Ctrl+C and its like: the first asks the running command to stop and leave nothing half written, a second one ends the
// program at once.

#include <atomic>
#include <memory>

namespace evident {

/// To be called once, by main.
void watchForInterrupt();
[[nodiscard]] bool interrupted();
/// The same as the flag that jobs look at; stands as long as the program.
[[nodiscard]] std::shared_ptr<const std::atomic_bool> interruptFlag();

} // namespace evident

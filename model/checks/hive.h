// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks a SYSTEM registry hive that lies on this machine: a copy of %SystemRoot%\System32\config\SYSTEM, from NT 4
// (regf minor version 2 and 3) to today. Opened for reading only; used by one thread at a time.

#include "checks/checkresult.h"
#include "error.h"

#include <memory>

namespace evident {

class SystemHive {
public:
    /// Errors: NotFound, NoPermission, BadHive (no registry hive; or one without Select and control sets: not SYSTEM).
    [[nodiscard]] static Result<SystemHive> open(const QString &path);
    /// True when the first bytes are "regf": the cheap question for what was dropped on the window.
    [[nodiscard]] static bool looksLikeHive(const QString &path);
    SystemHive(SystemHive &&) noexcept;
    SystemHive &operator=(SystemHive &&) noexcept;
    ~SystemHive();

    [[nodiscard]] QString path() const;
    /// Control\ComputerName\ComputerName of the current control set; empty when the hive does not say.
    [[nodiscard]] QString computerName() const;
    /// Looks for the service's key, or the value, in the current control set. @p computer: the computer the answer is
    /// wanted for, empty for whichever it is; when the hive names another one the state is HostIsAnother. What only logs
    /// can answer is NotPossible.
    [[nodiscard]] CheckResult check(const CheckQuestion &question, const QString &computer) const;

private:
    struct Handle;
    explicit SystemHive(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> m_handle;
};

} // namespace evident

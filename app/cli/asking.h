// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which computer a command asks and as whom: --on, --user, --password-file and --allow-smb1, the same for every command
// that has them.

#include "arguments.h"
#include "exitcode.h"
#include "remote/remotetarget.h"

#include <expected>

namespace evident {

/// The options, @p onHelp explaining --on.
[[nodiscard]] std::vector<Option> askingOptions(const QString &onHelp);

struct Asked {
    RemoteTarget target;
    Credentials credentials;
};

struct AskingFault {
    ExitCode code;
    QString sentence;
};

/// What was asked for by --on and its companions. Without --user the Kerberos ticket is used. Asks at the terminal for a
/// password that no file holds.
[[nodiscard]] std::expected<Asked, AskingFault> askedFrom(const Arguments &arguments);

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which computer a command asks and as whom: --on, --user, --password-file and --allow-smb1, the same for every command
// that has them.

#include "arguments.h"
#include "exitcode.h"
#include "remote/remotetarget.h"

#include <expected>
#include <optional>

namespace evident {

/// Adds the options to a command that has them, @p onHelp explaining --on.
void addAskingOptions(Grammar &grammar, const QString &onHelp);
/// What is wrong about them where --on is missing, as a sentence; empty when nothing is.
[[nodiscard]] QString askingComplaint(const Arguments &arguments);

/// The options without --on, for commands that name the computer otherwise.
[[nodiscard]] std::vector<Option> accountOptions();

struct Asked {
    RemoteTarget target;
    Credentials credentials;
};

struct AskingFault {
    ExitCode code;
    QString sentence;
};

/// Whom --user names, for a command that asks @p target; the Kerberos ticket without --user. A password that no file holds
/// is taken from the keychain, or asked for at the terminal.
[[nodiscard]] std::expected<Credentials, AskingFault> credentialsFrom(
    const Arguments &arguments, const RemoteTarget &target);
[[nodiscard]] OldProtocol oldProtocolFrom(const Arguments &arguments);

/// What was asked for by --on and its companions; nothing where there is no --on.
[[nodiscard]] std::expected<std::optional<Asked>, AskingFault> askedFrom(const Arguments &arguments);

} // namespace evident

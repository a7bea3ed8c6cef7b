// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where evident-cli gets a password from: a file, or the person at the terminal. Never from an argument, which everybody
// on the machine can read.

#include "error.h"

#include <QString>

#include <optional>

namespace evident {

/// The first line of the file @p path, or of standard input when it is "-". Errors: NotFound, NoPermission, ReadFailed.
[[nodiscard]] Result<QString> passwordFrom(const QString &path);

/// Shows @p question on the terminal and reads a line without showing it. Nothing when there is no terminal, or when
/// the person gives up.
[[nodiscard]] std::optional<QString> askForPassword(const QString &question);

} // namespace evident

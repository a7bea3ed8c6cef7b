// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The commands of evident-cli: each has its options in a table and its work in a function, both in its own source.

#include "arguments.h"
#include "exitcode.h"

namespace evident {

struct Command {
    Grammar grammar;
    /// @p language: the one spoken, "de" or "en", for articles.
    ExitCode (*run)(const Arguments &arguments, const QString &language);
};

[[nodiscard]] Command infoCommand();
[[nodiscard]] Command dumpCommand();
[[nodiscard]] Command scanCommand();
[[nodiscard]] Command explainCommand();
[[nodiscard]] Command checkCommand();
[[nodiscard]] Command pullCommand();
[[nodiscard]] Command articlesCommand();

} // namespace evident

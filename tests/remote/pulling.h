// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What tests of logs on other computers have in common: evident-cli as scripts call it, and files to copy.

#include <QByteArray>
#include <QStringList>

/// What a program came to.
struct Run {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};
[[nodiscard]] Run run(const QString &program, const QStringList &arguments, const QByteArray &input = {});
/// evident-cli of this build.
[[nodiscard]] QString cli();
[[nodiscard]] QByteArray contentOf(const QString &path);
/// A file of so many mebibytes whose every block differs, so that none can be taken for another.
[[nodiscard]] bool writeNumbers(const QString &path, qsizetype megabytes);

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs evident-cli of this build as a script would, and keeps what it answered.

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace evident::golden {

struct CliRun {
    int exitCode = -1; ///< -1: it crashed or did not end
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const;
    /// One object a line.
    [[nodiscard]] std::vector<QJsonObject> jsonLines() const;
};

/// @p input is its standard input, which is at its end otherwise.
[[nodiscard]] CliRun runCli(const QStringList &arguments, const QByteArray &input = {});
[[nodiscard]] QString cliProgram();
/// The same with an evident-cli that lies elsewhere.
[[nodiscard]] CliRun runProgram(const QString &program, const QStringList &arguments, const QByteArray &input = {});
/// A file or folder of the demo of this build, e.g. "logs/MAIL01-Application.evt".
[[nodiscard]] QString demoFile(const QString &name);

} // namespace evident::golden

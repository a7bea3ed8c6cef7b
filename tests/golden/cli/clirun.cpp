// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include <QJsonDocument>
#include <QProcess>

namespace evident::golden {

namespace {

constexpr int LongestRun = 300'000; // milliseconds; sanitizers and valgrind are slow

} // namespace

QJsonObject CliRun::json() const
{
    return QJsonDocument::fromJson(out).object();
}

std::vector<QJsonObject> CliRun::jsonLines() const
{
    std::vector<QJsonObject> lines;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty())
            lines.push_back(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

QString cliProgram()
{
    return qEnvironmentVariable("EVIDENT_BIN", QStringLiteral(EVIDENT_BINARY_DIR "/bin"))
        + QStringLiteral("/evident-cli");
}

QString demoFile(const QString &name)
{
    return QStringLiteral(EVIDENT_BINARY_DIR "/demo/") + name;
}

CliRun runCli(const QStringList &arguments, const QByteArray &input)
{
    return runProgram(cliProgram(), arguments, input);
}

CliRun runProgram(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    CliRun run;
    if (process.waitForFinished(LongestRun) && process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

} // namespace evident::golden

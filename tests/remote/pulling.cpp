// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pulling.h"

#include <QFile>
#include <QProcess>

#include <cstring>

using namespace Qt::StringLiterals;

Run run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString cli()
{
    return qEnvironmentVariable("EVIDENT_BIN", QStringLiteral(EVIDENT_BINARY_DIR "/bin")) + u"/evident-cli"_s;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeNumbers(const QString &path, qsizetype megabytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QByteArray block(1 << 20, '\0');
    for (qsizetype at = 0; at < megabytes; ++at) {
        for (qsizetype i = 0; i + 8 <= block.size(); i += 8) {
            const std::uint64_t value = static_cast<std::uint64_t>(at * block.size() + i) * 0x9E3779B97F4A7C15ULL;
            std::memcpy(block.data() + i, &value, sizeof value);
        }
        if (file.write(block) != block.size())
            return false;
    }
    return file.setPermissions(QFile::Permissions(0x6644));
}

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include <QFileInfo>

#include <cstdio>
#include <cstdlib>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr qint64 TellEvery = 100; // milliseconds
constexpr char ClearLine[] = "\r\033[K";

void write(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace

void say(const QString &sentence)
{
    write((isatty(STDERR_FILENO) != 0 ? QLatin1StringView(ClearLine) : ""_L1) + "evident-cli: "_L1 + sentence + u'\n');
}

bool wantsColor(const QString &color)
{
    if (color == "always"_L1)
        return true;
    return color == "auto"_L1 && isatty(STDOUT_FILENO) != 0 && qEnvironmentVariableIsEmpty("NO_COLOR");
}

Progress::Progress(Shown shown)
    : m_shown(shown == Shown::OnTerminal && isatty(STDERR_FILENO) != 0)
{
}

Progress::~Progress()
{
    if (m_dirty)
        write(QLatin1StringView(ClearLine));
}

void Progress::tell(const QString &name, std::uint64_t done, std::uint64_t all)
{
    if (!m_shown || all == 0 || (m_sinceLast.isValid() && m_sinceLast.elapsed() < TellEvery))
        return;
    m_sinceLast.start();
    m_dirty = true;
    write(QLatin1StringView(ClearLine) + u"%1 %  %2"_s.arg(done * 100 / all, 3).arg(QFileInfo(name).fileName()));
}

} // namespace evident

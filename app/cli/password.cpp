// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "password.h"

#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <termios.h>
#include <unistd.h>

namespace evident {

namespace {

constexpr qsizetype LongestPassword = 4096;

using Stream = std::unique_ptr<FILE, decltype([](FILE *file) { std::fclose(file); })>;

/// Keeps what is typed from being shown, as long as it lives.
class Unseen {
public:
    explicit Unseen(int terminal)
        : m_terminal(terminal)
        , m_isSet(::tcgetattr(terminal, &m_before) == 0)
    {
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        hidden.c_lflag |= ICANON | ISIG | ECHONL;
        m_isSet = m_isSet && ::tcsetattr(terminal, TCSAFLUSH, &hidden) == 0;
    }
    Unseen(const Unseen &) = delete;
    Unseen &operator=(const Unseen &) = delete;
    ~Unseen()
    {
        if (m_isSet)
            ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    [[nodiscard]] bool isSet() const { return m_isSet; }

private:
    int m_terminal;
    termios m_before{};
    bool m_isSet;
};

QString firstLine(QByteArray line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

} // namespace

Result<QString> passwordFrom(const QString &path)
{
    QFile file(path);
    const bool opened = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        const int native = errno;
        const auto code = native == ENOENT ? ErrorCode::NotFound
            : native == EACCES             ? ErrorCode::NoPermission
                                           : ErrorCode::ReadFailed;
        return failure(code, "a password file", {.source = path}, native);
    }
    const QByteArray line = file.readLine(LongestPassword);
    if (line.isEmpty() && file.error() != QFileDevice::NoError)
        return failure(ErrorCode::ReadFailed, "a password file", {.source = path}, errno);
    return firstLine(line);
}

std::optional<QString> askForPassword(const QString &question)
{
    const Stream terminal(std::fopen("/dev/tty", "r+e"));
    if (!terminal)
        return {};
    const int descriptor = ::fileno(terminal.get());
    const Unseen unseen(descriptor);
    if (!unseen.isSet())
        return {};
    std::fputs((question + u' ').toLocal8Bit().constData(), terminal.get());
    std::fflush(terminal.get());
    QByteArray line(LongestPassword, '\0');
    const ssize_t got = ::read(descriptor, line.data(), static_cast<std::size_t>(line.size()));
    if (got <= 0)
        return {};
    return firstLine(line.first(got));
}

} // namespace evident

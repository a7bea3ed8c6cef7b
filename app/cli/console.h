// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What evident-cli says beside its output: sentences and progress, on standard error.

#include <QElapsedTimer>
#include <QString>

#include <cstdint>

namespace evident {

/// "evident-cli: <sentence>", a line of standard error; a progress line gives way.
void say(const QString &sentence);

/// Whether text for people is coloured, by --color, NO_COLOR and where standard output goes.
[[nodiscard]] bool wantsColor(const QString &color);

/// One line that tells how far a long work has come; shown only on a terminal, removed at the end.
class Progress {
public:
    enum class Shown : std::uint8_t { OnTerminal, Never };
    explicit Progress(Shown shown);
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;
    ~Progress();
    /// @p done of @p all bytes of the file @p name.
    void tell(const QString &name, std::uint64_t done, std::uint64_t all);

private:
    bool m_shown;
    bool m_dirty = false;
    QElapsedTimer m_sinceLast;
};

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The language the program speaks: the one asked for, else the system's; English where there is no translation. Kept by
// main as long as the program runs.

#include <QString>
#include <QTranslator>

namespace evident {

class Language {
public:
    /// @p wanted: a locale's name such as "de" or "de_DE"; empty: the system's. Sets QLocale's default too.
    explicit Language(const QString &wanted);
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;
    ~Language();
    /// "de", "en": what articles are asked for in.
    [[nodiscard]] QString code() const { return m_code; }

private:
    QString m_code;
    QTranslator m_qt;
    QTranslator m_own;
};

} // namespace evident

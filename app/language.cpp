// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace evident {

Language::Language(const QString &wanted)
{
    const QLocale locale = wanted.isEmpty() ? QLocale::system() : QLocale(wanted);
    QLocale::setDefault(locale);
    const auto loadOwn = [this](const QLocale &of) { return m_own.load(of, u"evident"_s, u"_"_s, u":/i18n"_s); };
    const bool spoken = loadOwn(locale);
    m_code = spoken ? QLocale::languageToCode(locale.language()) : u"en"_s;
    // English is written in the sources; its file only knows one from many.
    if (spoken || loadOwn(QLocale(QLocale::English)))
        QCoreApplication::installTranslator(&m_own);
    if (spoken && m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// evident-pack ARTICLES TRANSLATIONS PACK: checks every article and writes them into one file. A broken article is told
// as file:line: sentence, nothing is written and the build stops.

#include "knowledge/articlelint.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        std::fputs("usage: evident-pack ARTICLES TRANSLATIONS PACK\n", stderr);
        return 2;
    }
    const auto linted = evident::lintArticles({arguments[1]}, arguments[2]);
    for (const auto &fault : linted.faults)
        std::fprintf(stderr, "%s\n", qUtf8Printable(evident::faultLine(fault)));
    if (!linted.faults.empty())
        return 1;
    QSaveFile pack(arguments[3]);
    if (!pack.open(QIODevice::WriteOnly) || pack.write(evident::packArticles(linted.articles)) < 0 || !pack.commit()) {
        std::fprintf(stderr, "%s: %s\n", qUtf8Printable(arguments[3]), qUtf8Printable(pack.errorString()));
        return 1;
    }
    return 0;
}

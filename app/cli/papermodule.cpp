// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// evident-paper.so: what evident-cli finds by name and calls when pages are wanted.

#include "paper.h"
#include "paper/reportdocument.h"

#include <QGuiApplication>

#include <type_traits>

using namespace evident;

/// Pages go to a file: no display is looked for.
extern "C" Q_DECL_EXPORT QCoreApplication *evidentMakePaperApplication(int &argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv).release();
}

extern "C" Q_DECL_EXPORT void evidentWritePagesAsPdf(const Report &report, Result<QByteArray> &pdf)
{
    pdf = reportAsPdf(report);
}

static_assert(std::is_same_v<decltype(&evidentMakePaperApplication), MakePaperApplication>);
static_assert(std::is_same_v<decltype(&evidentWritePagesAsPdf), WritePagesAsPdf>);

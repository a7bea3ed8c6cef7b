// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pages for evident-cli. Laying them out takes Qt Gui and two dozen libraries behind it, whose loading takes as long as
// dumping a log of ten megabytes: they live in a module of their own, evident-paper.so, which is loaded when a PDF is
// asked for.

#include "reports/report.h"

class QCoreApplication;

namespace evident {

/// The application that pages need, in place of the ordinary one; null when the module is not there or does not load.
[[nodiscard]] std::unique_ptr<QCoreApplication> makePaperApplication(int &argc, char **argv);

/// Whether the running application is the one above.
[[nodiscard]] bool canLayOutPages();

/// The report's pages as a PDF; only where canLayOutPages(). Errors: WriteFailed.
[[nodiscard]] Result<QByteArray> pagesAsPdf(const Report &report);

/// What the module exports under the names behind them.
using MakePaperApplication = QCoreApplication *(*)(int &argc, char **argv);
inline constexpr auto PaperApplicationEntry = "evidentMakePaperApplication";
using WritePagesAsPdf = void (*)(const Report &report, Result<QByteArray> &pdf);
inline constexpr auto PagesAsPdfEntry = "evidentWritePagesAsPdf";

} // namespace evident

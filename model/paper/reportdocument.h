// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lays a Report out as a QTextDocument, and paints its pages: one look for PDF, preview and paper. All of it needs a
// QGuiApplication. Verdict badges are drawn as shapes, so they are crisp at every resolution and need no font.

#include "reports/report.h"

#include <QPageLayout>
#include <QTextDocument>

#include <memory>

class QPagedPaintDevice;

namespace evident {

/// What the PDF, the print preview and the printer show.
[[nodiscard]] std::unique_ptr<QTextDocument> reportDocument(const Report &report);

/// A4, or Letter where the locale measures in inches, upright.
[[nodiscard]] QPageLayout reportPageLayout();

/// Paints the report's pages, with head and "Page 1 of 3", on a PDF writer or a printer; keeps to the device's page
/// ranges. Errors: WriteFailed when the device takes no paint.
[[nodiscard]] Result<void> paintReport(const Report &report, QPagedPaintDevice &device);

/// The pages as a file, with their numbers. Errors as paintReport().
[[nodiscard]] Result<QByteArray> reportAsPdf(const Report &report);

/// The report in that form; only Pdf can fail.
[[nodiscard]] Result<QByteArray> reportAs(const Report &report, ReportForm form);

} // namespace evident

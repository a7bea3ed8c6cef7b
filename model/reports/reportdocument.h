// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lays a ReportPage out as a QTextDocument, and paints its pages: one look for PDF, preview and paper. Needs a
// QGuiApplication. Verdict badges are drawn as shapes, so they are crisp at every resolution and need no font.

#include "reports/report.h"

#include <QPageLayout>

class QPagedPaintDevice;

namespace evident {

/// A4, or Letter where the locale measures in inches, upright.
[[nodiscard]] QPageLayout reportPageLayout();

/// Paints the report's pages, with head and "Page 1 of 3", on a PDF writer or a printer; keeps to the device's page
/// ranges. Errors: WriteFailed when the device takes no paint.
[[nodiscard]] Result<void> paintReport(const Report &report, QPagedPaintDevice &device);

} // namespace evident

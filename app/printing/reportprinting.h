// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Hands a report over: on paper, as a preview of the paper, or as a file of the form the user picks. Three functions
// that the main window's commands call; the report is a value that they only read, and it lives as long as the call.

#include "reports/report.h"

class QWidget;

namespace evident {

/// Asks for printer and pages, then prints what reportAsPdf() would write. Where the report has a current finding the
/// dialog offers it as the selection. Cancelling prints nothing.
void printReport(QWidget *parent, const Report &report);

/// Shows the pages as they would be printed; printing is offered there.
void previewReport(QWidget *parent, const Report &report);

/// Asks for a name and a form (PDF, HTML, text, CSV, JSON) and writes the file whole or not at all. The form follows
/// the chosen filter, or the name's ending where that is one of ours. Answers the path written, empty when the user
/// cancelled. Errors as writeWhole(): the caller tells them.
[[nodiscard]] Result<QString> saveReport(QWidget *parent, const Report &report);

} // namespace evident

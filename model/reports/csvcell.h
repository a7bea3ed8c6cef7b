// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One cell of a CSV file as RFC 4180 writes it, made safe to open in a spreadsheet: what a spreadsheet would take for
// a formula gets an apostrophe before it.

#include <QByteArray>
#include <QStringView>

namespace evident {

/// Byte order mark of UTF-8: without it spreadsheets take a CSV file for the system's code page.
inline constexpr char CsvMark[] = "\xEF\xBB\xBF";

/// Appends the cell, quoted where it must be, without separator.
void appendCsvCell(QByteArray &line, QStringView text);
/// Appends cells, separators and CR LF.
void appendCsvLine(QByteArray &out, const QStringList &cells);

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The answer somebody is handed: the findings of some logs with explanation, source, check results and conclusions,
// for people (HTML, PDF, paper, text) and for programs (JSON, CSV). A Report is a plain value; the writers below, and for
// pages those of model/paper, turn one into bytes, and nothing else in the program does.

#include "reports/finding.h"
#include "reports/loginfo.h"

#include <QByteArray>
#include <QTimeZone>

namespace evident {

struct Report {
    Findings findings{};
    std::vector<LogInfo> logs{};
    std::uint64_t events = 0;
    std::uint64_t skipped = 0; ///< files of folders that are no logs
    QTimeZone zone{}; ///< for times in text, HTML, PDF and on paper
    Timestamp madeAt{};
    QString madeBy{}; ///< login name and machine
    std::optional<FindingKey> current{}; ///< the finding that the reader is at, when there is one
};

/// The same report with nothing in it but its current finding and the log that holds the sample; all of it when there
/// is none.
[[nodiscard]] Report currentOnly(const Report &report);

enum class ReportForm : std::uint8_t { Text, Json, Html, Pdf, Csv };

/// "Evident 1.2.3": what every report says it was made by.
[[nodiscard]] QString generatorName();

/// The object of `scan --format json`, times in UTC.
[[nodiscard]] QByteArray reportAsJson(const Report &report);
/// Findings as CSV (CONTRACT: UTF-8 with BOM, CRLF, defused cells), times ISO 8601 in UTC.
[[nodiscard]] QByteArray reportAsCsv(const Report &report);
enum class TextColour : std::uint8_t { None, Ansi };
/// At most 80 characters a line where the values allow it.
[[nodiscard]] QByteArray reportAsText(const Report &report, TextColour colour = TextColour::None);
/// A complete page with its style inside and nothing fetched from anywhere.
[[nodiscard]] QByteArray reportAsHtml(const Report &report);

/// Writes a file whole or not at all (a temporary file beside it, then renamed). Errors: WriteFailed, NoPermission,
/// NotFound (no such folder).
[[nodiscard]] Result<void> writeWhole(const QString &path, const QByteArray &bytes);

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A Report put into words: every heading, number and sentence that a person is going to read, in the language and
// locale of the program, in reading order and free of tricks (words.h: visible). The writers for text, HTML and paper
// only lay it out, so they cannot say different things. A plain value.

#include "reports/report.h"

#include <QStringList>

#include <vector>

namespace evident {

struct Fact {
    enum class Face : std::uint8_t { Text, Monospaced };
    QString label;
    QString value;
    Face face = Face::Text;
};
using Facts = std::vector<Fact>;

struct TextSection {
    QString heading;
    QString markdown;
};

/// One answer, or a question that nobody has asked yet.
struct CheckPart {
    QString question;
    QString answer; ///< plain text
    Facts facts;
    QString next; ///< Markdown; may be empty
};

struct FindingPart {
    Verdict verdict = Verdict::Watch;
    QString verdictWord; ///< "Harmless"
    QString title;
    QString count; ///< "412 ×"
    QString computer;
    QString counted; ///< "412 × on MAIL01, first …, last …"
    QString conclusionWord; ///< "Confirmed harmless"; empty when nothing was asked
    QString conclusion; ///< Markdown: "**Confirmed harmless:** …"; empty when the article asks nothing
    QString summary; ///< plain text
    std::vector<TextSection> sections{}; ///< what it means, cause, what to do, when this does not apply
    std::vector<CheckPart> checks;
    Facts event; ///< the sample's head
    QString windowsText{}; ///< Windows' own words, when the log holds them
    Facts values;
    QStringList dataLines; ///< hex and characters, 16 bytes a line
    QStringList why{};
    QStringList alsoPossible{};
    std::vector<ArticleSource> sources;
    Facts article; ///< which article, and what it applies to

    /// "412 × Title (MAIL01) – Confirmed harmless": the finding in one line, behind its verdict.
    [[nodiscard]] QString oneLine() const;
    /// "MAIL01", or "MAIL01 – Confirmed harmless" once that is known.
    [[nodiscard]] QString computerLine() const;
    /// "Depends", or "Depends · Confirmed harmless" once that is known.
    [[nodiscard]] QString verdictLine() const;
};

struct LogPart {
    QString path;
    QString contents; ///< events, span, computers
    QString damageSummary; ///< empty when whole
    QStringList damages;
};

struct UnexplainedRow {
    QString count;
    QString level;
    QString source;
    QString id;
};

struct ReportPage {
    QString title;
    QString made; ///< when, by whom, with what
    QString zone; ///< which time zone holds
    Facts totals;
    std::vector<LogPart> logs{};
    std::vector<FindingPart> findings{};
    std::vector<UnexplainedRow> unexplained{};
};

[[nodiscard]] ReportPage composePage(const Report &report);
[[nodiscard]] FindingPart composeFinding(const Finding &finding, const QTimeZone &zone);
/// "What it means", "Cause", "What to do", "When this does not apply".
[[nodiscard]] QString sectionText(SectionKind kind);

/// Headings that every writer uses.
enum class PageHeading : std::uint8_t {
    Findings,
    NoFindings,
    Logs,
    Unexplained,
    Event,
    WindowsText,
    Values,
    Data,
    Why,
    AlsoPossible,
    Sources,
    Count,
    Level,
    Source,
    EventId,
};
[[nodiscard]] QString headingText(PageHeading heading);

} // namespace evident

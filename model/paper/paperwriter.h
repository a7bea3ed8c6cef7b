// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes into a QTextDocument with the few styles a printed report has; its measures are pixels of 1/96 inch. Owned by
// the function that makes the document.

#include "reports/markdown.h"
#include "reports/reportpage.h"

#include <QTextCursor>
#include <QTextDocument>

namespace evident {

class PaperWriter {
public:
    explicit PaperWriter(QTextDocument &document);

    enum class Weight : std::uint8_t { Normal, Bold };
    enum class Tone : std::uint8_t { Plain, Quiet };

    void title(const QString &text);
    void chapter(const QString &text);
    void heading(const QString &text);
    void paragraph(const QString &text, Tone tone = Tone::Plain, Weight weight = Weight::Normal);
    void monospaced(const QString &lines);
    void bullets(const QStringList &items);
    void markdown(const QString &markdown);
    void facts(const Facts &facts);
    /// A table with a head; column 0 is set flush right.
    void table(const QStringList &head, const std::vector<QStringList> &rows);
    /// Stands above a finding's title, or with @p behind is a line of its own.
    void badge(Verdict verdict, const QString &word, const QString &behind);
    /// A thin line across the page, with room around it.
    void rule();

private:
    void block(const QTextBlockFormat &format, const QTextCharFormat &characters);
    void runs(const TextRuns &runs, const QTextCharFormat &base);
    void markdownTable(const std::vector<TextBlock> &blocks, std::size_t &at);
    void markdownBlock(const TextBlock &block);
    [[nodiscard]] QTextCharFormat characters(int pixels, Weight weight = Weight::Normal, Tone tone = Tone::Plain) const;
    [[nodiscard]] QTextCharFormat code(const QTextCharFormat &base) const;
    QTextTable *beginTable(int rows, int columns, const QList<QTextLength> &widths);
    void fillCell(QTextTable &table, int row, int column, const QString &text, const QTextCharFormat &format);
    void endTable();

    QTextDocument &m_document;
    QTextCursor m_cursor;
    QString m_fixedFamily;
    bool m_fresh = true; ///< the current block is empty and may be used
};

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes HTML that is well formed whatever the texts are: every text is escaped here, and an element is closed by the
// scope that opened it. Owned by the function that writes one page.

#include "reports/markdown.h"

#include <QByteArray>

namespace evident {

class HtmlWriter {
public:
    /// Closes its element when it goes out of scope.
    class Element {
    public:
        Element(const Element &) = delete;
        Element &operator=(const Element &) = delete;
        ~Element();

    private:
        friend class HtmlWriter;
        Element(HtmlWriter &writer, const char *name);
        HtmlWriter &m_writer;
        const char *m_name;
    };

    /// @p classes: value of the class attribute; our own literals, not escaped.
    [[nodiscard]] Element element(const char *name, const char *classes = "");
    [[nodiscard]] Element element(const char *name, const char *attribute, const QString &value);
    /// An element with nothing but text.
    void textElement(const char *name, const QString &text, const char *classes = "");
    void text(const QString &text);
    /// Our own markup, as it stands.
    void raw(QByteArrayView markup) { m_out += markup; }
    void markdown(const QString &markdown);
    [[nodiscard]] QByteArray take() { return std::move(m_out); }

private:
    void runs(const TextRuns &runs);
    void list(const std::vector<TextBlock> &blocks, std::size_t &at);
    void table(const std::vector<TextBlock> &blocks, std::size_t &at);
    void blocks(const std::vector<TextBlock> &blocks, std::size_t &at);
    void block(const TextBlock &block);

    QByteArray m_out;
};

} // namespace evident

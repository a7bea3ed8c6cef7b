// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The event's own XML, indented, coloured by KSyntaxHighlighting with our definition of event XML in a theme that
// follows the palette. Owned by the details pane.

#include <KSyntaxHighlighting/Repository>
#include <QPlainTextEdit>

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace evident {

class XmlPage final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit XmlPage(QWidget *parent = nullptr);
    ~XmlPage() override;
    /// @p xml: one element, UTF-8. What cannot be indented is shown as it is.
    void showXml(const QByteArray &xml);

protected:
    void changeEvent(QEvent *event) override;

private:
    void followPalette();
    KSyntaxHighlighting::Repository m_repository;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter;
};

/// Each element on its own line; the input itself when it is no well-formed XML.
[[nodiscard]] QString indentedXml(const QByteArray &xml);

} // namespace evident

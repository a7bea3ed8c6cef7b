// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Text to read: Markdown or a table of values, as high as its content, without a scroll bar of its own, lines of at
// most 80 characters, values in the monospaced face. Loads nothing from anywhere; only web addresses can be followed.

#include <QTextBrowser>

namespace evident {

class ReadingText final : public QTextBrowser {
    Q_OBJECT
public:
    explicit ReadingText(QWidget *parent = nullptr);

    /// Our Markdown dialect: HTML in it is shown, not obeyed.
    void showMarkdown(const QString &markdown);
    /// As wide as 80 characters of the font usually are.
    [[nodiscard]] int readingWidth() const;
    /// How high @p markdown would be at @p width.
    [[nodiscard]] int heightOf(const QString &markdown, int width) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A link within the program, such as "article:3".
    void placeWanted(const QUrl &place);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QPoint placeOf(const QUrl &link) const;
    void fitHeight();
    QString m_markdown;
};

/// Plain text with every character that Markdown knows made harmless.
[[nodiscard]] QString escapedForMarkdown(QStringView plain);

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draws a verdict's shape inside a line of a QTextDocument. Made by the document's layout owner and registered there
// under VerdictShapeObject; the format of the placeholder character carries the verdict.

#include "knowledge/verdict.h"

#include <QObject>
#include <QTextCharFormat>
#include <QTextObjectInterface>

namespace evident {

/// What paper shows; the screen's colours are the views' business.
[[nodiscard]] QColor paperColour(Verdict verdict);

class VerdictShape final : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    static constexpr int ObjectType = QTextFormat::UserObject + 1;
    using QObject::QObject;
    /// The format of the placeholder for @p verdict, as high as a line of @p font.
    [[nodiscard]] static QTextCharFormat format(Verdict verdict, const QFont &font);

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &place, QTextDocument *document, int position,
        const QTextFormat &format) override;
};

} // namespace evident

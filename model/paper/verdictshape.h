// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draws a verdict's shape inside a line of a QTextDocument. Made by the document's layout owner and registered there
// under VerdictShapeObject; the format of the placeholder character carries the verdict.

#include "knowledge/verdict.h"

#include <QObject>
#include <QTextCharFormat>
#include <QTextObjectInterface>

class QPainterPath;

namespace evident {

/// The shape by which it is told apart, on paper as on the screen, in a square of 16 × 16.
[[nodiscard]] QPainterPath verdictOutline(Verdict verdict);
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

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The badge that says what Evident knows: a shape, a word and a colour, never one of them alone. BadgeLook is the plain
// value that list rows paint; Badge is the same as a widget.

#include "looks/verdictcolors.h"

#include <QPainter>
#include <QWidget>

#include <optional>

namespace evident {

/// act = filled octagon, watch = triangle, depends = diamond, harmless = circle with a tick.
void paintVerdictShape(QPainter &painter, const QRectF &rect, Verdict verdict, const VerdictColors &colors);

/// The verdict whose shape and colour a conclusion borrows.
[[nodiscard]] Verdict verdictOf(ConclusionKind kind);

struct BadgeLook {
    Verdict verdict = Verdict::Harmless;
    QString word;

    [[nodiscard]] static BadgeLook of(Verdict verdict);
    /// The conclusion of a check takes the verdict's place.
    [[nodiscard]] static BadgeLook of(Verdict verdict, std::optional<ConclusionKind> conclusion);
    [[nodiscard]] QSize size(const QFont &font) const;
    /// Paints at the left of @p rect, vertically centred.
    void paint(QPainter &painter, const QRect &rect, const QFont &font, const QPalette &palette) const;
};

/// The face of a badge's word: the given font, a little bolder.
[[nodiscard]] QFont badgeFont(const QFont &font);
/// Wide enough for every badge that a list can show.
[[nodiscard]] int widestBadge(const QFont &font);

class Badge final : public QWidget {
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);
    void setLook(const BadgeLook &look);
    [[nodiscard]] const BadgeLook &look() const { return m_look; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeLook m_look;
};

} // namespace evident

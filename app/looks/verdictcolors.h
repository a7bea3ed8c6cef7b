// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only place where colours stand that do not come from the palette: four verdict roles, each for light, dark and
// high contrast. Text has at least 4.5:1 against its ground (7:1 in high contrast), shapes at least 3:1; tests/gui
// measures it. Plain values, asked for anew whenever something is painted, so a change of the palette needs nothing.

#include "knowledge/verdict.h"

#include <QColor>
#include <QPalette>

namespace evident {

enum class Scheme : std::uint8_t { Light, Dark, HighContrastLight, HighContrastDark };

/// What a palette amounts to. High contrast: pure black on pure white or the other way round, window and base alike.
[[nodiscard]] Scheme schemeOf(const QPalette &palette);

struct VerdictPaint {
    QColor text; ///< words on the base, on a tinted row, and in a badge
    QColor shape; ///< badge shapes, edges
};

class VerdictColors {
public:
    explicit VerdictColors(const QPalette &palette);
    [[nodiscard]] VerdictPaint paint(Verdict verdict) const;
    /// The ground of a row that carries this verdict: at most 12 % of the shape's colour over @p ground.
    [[nodiscard]] QColor rowTint(Verdict verdict, const QColor &ground) const;
    /// The opaque ground of a badge.
    [[nodiscard]] QColor badgeGround(Verdict verdict) const;
    [[nodiscard]] Scheme scheme() const { return m_scheme; }

private:
    Scheme m_scheme;
    QColor m_base;
};

/// WCAG 2.2 contrast ratio, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);
/// @p share (0 to 1) of @p over on @p ground, opaque.
[[nodiscard]] QColor mixed(const QColor &ground, const QColor &over, double share);
/// Text that steps back behind other text and still has 4.5:1 on the palette's base.
[[nodiscard]] QColor quietText(const QPalette &palette);
/// Hairlines that group: clearly weaker than text.
[[nodiscard]] QColor hairline(const QPalette &palette);

} // namespace evident

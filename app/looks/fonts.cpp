// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "looks/fonts.h"

#include <QFontDatabase>

namespace evident {

QFont headingFont(const QFont &font)
{
    QFont face = font;
    face.setPointSizeF(font.pointSizeF() * 1.25);
    face.setWeight(QFont::DemiBold);
    return face;
}

QFont tabularFont(const QFont &font)
{
    QFont face = font;
    face.setFeature(QFont::Tag("tnum"), 1);
    return face;
}

QFont fixedFont(const QFont &font)
{
    QFont face = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    face.setPointSizeF(font.pointSizeF());
    return face;
}

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The desktop's own style, but for the frames of check boxes: Fusion takes them from the window's colour alone, and in a
// dark scheme an empty box cannot be seen. Here they have 3:1 against their ground, as every other shape has. Owned by the
// application.

#include <QProxyStyle>

namespace evident {

class BoxStyle final : public QProxyStyle {
    Q_OBJECT
public:
    /// Over the style that the application has now.
    BoxStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
};

} // namespace evident

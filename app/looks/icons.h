// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every icon of the window: the theme's by its freedesktop name where there is one, else our own SVG from
// resources/icons, painted in the palette's colour at whatever size and scale is asked for.

#include "events/level.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace evident {

enum class IconName : std::uint8_t {
    Open,
    OpenFolder,
    Recent,
    CheckAll,
    Print,
    PrintPreview,
    Export,
    Search,
    Close,
    Stop,
    Copy,
    Filter,
    Log,
    Computer,
    Damage,
    Hive,
    Demo,
    Question,
    Fold,
    Unfold,
    Information,
    Columns,
    Expression,
    ExpressionOn,
};
[[nodiscard]] QIcon icon(IconName name);
/// Event Viewer's meaning, in our own drawing, in a colour that follows the palette.
[[nodiscard]] QIcon levelIcon(Level level, const QPalette &palette);
/// The program's own icon.
[[nodiscard]] QIcon programIcon();

} // namespace evident

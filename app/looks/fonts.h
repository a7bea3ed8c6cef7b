// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The faces of the window, all made from the system's: one heading size, figures of one width, a monospaced face for
// values.

#include <QFont>

namespace evident {

/// 1.25 × the given size, a little bolder: the only heading there is.
[[nodiscard]] QFont headingFont(const QFont &font);
/// The given font with figures of one width, so that columns of numbers line up.
[[nodiscard]] QFont tabularFont(const QFont &font);
/// The system's monospaced face in the given font's size.
[[nodiscard]] QFont fixedFont(const QFont &font);

} // namespace evident

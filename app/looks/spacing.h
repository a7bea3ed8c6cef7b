// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The three distances of the window, in device-independent pixels. Nothing is laid out with any other.

namespace evident::spacing {

inline constexpr int Tight = 4;
inline constexpr int Normal = 8;
inline constexpr int Wide = 16;

} // namespace evident::spacing

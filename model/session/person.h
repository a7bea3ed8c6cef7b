// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who sits at this machine, for "made by" and "checked by" in what is handed on.

#include <QString>

namespace evident {

/// The login name of the person running the program, e.g. "anna".
[[nodiscard]] QString loginName();
/// Login name and machine, e.g. "anna@desk12".
[[nodiscard]] QString personAndMachine();

} // namespace evident

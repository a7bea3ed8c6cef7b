// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds the modules of evident-cli: parts with libraries of their own, loaded when a command needs them, so that they
// cost the others nothing. They stay loaded, since their libraries start threads.

#include <QFunctionPointer>
#include <QString>

namespace evident {

/// What the module @p name exports as @p entry; null when it is not there, cannot be loaded, or has no such entry. The
/// module lies beside the program in a build, else where it is installed to. Needs no application.
[[nodiscard]] QFunctionPointer moduleEntry(const QString &name, const char *entry);

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Chooses among the hives at hand the one that can answer for a computer, and asks it. Runs on a worker, or in the
// command line; opens the hives itself, since a hive belongs to one thread at a time.

#include "checks/hive.h"

#include <QStringList>

namespace evident {

/// Asks the hive of @p hivePaths whose computer is @p computer; a single hive also when it names no
/// computer or another one (the answer is HostIsAnother then), or @p computer is unknown. With none that fits the answer is NotPossible and says what to do next; so it
/// is for hives that can no longer be read.
[[nodiscard]] CheckResult checkInHives(
    const CheckQuestion &question, const QString &computer, const QStringList &hivePaths);

} // namespace evident

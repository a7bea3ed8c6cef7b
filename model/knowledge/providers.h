// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A provider is known by several names: with and without case, classic ("DCOM") and of today
// ("Microsoft-Windows-DistributedCOM"). Articles name one; events carry any. Pure functions.

#include <QString>

namespace evident {

/// One spelling for all names of a provider: lower case, without "Microsoft-Windows-", classic names by their newer one.
[[nodiscard]] QString canonicalProvider(QStringView name);

} // namespace evident

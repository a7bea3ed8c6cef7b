// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A provider is known by several names: with and without case, classic ("DCOM") and of today
// ("Microsoft-Windows-DistributedCOM"). Articles name one; events carry any. Pure functions.

#include <QString>

namespace evident {

/// One spelling for a provider's names: lower case, no "Microsoft-Windows-", classic by newer, SQL instances as one.
[[nodiscard]] QString canonicalProvider(QStringView name);

} // namespace evident

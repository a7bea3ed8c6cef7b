// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads what somebody saw on a computer that cannot be asked from here: the output of sc query, sc qc or Get-Service,
// in any language Windows speaks. The answer is marked as reported by the person, and held to the same rule: only the
// code 1060 says that a service is not installed. A free function.

#include "checks/checkresult.h"

namespace evident {

/// What @p text says of @p service. NotPossible, with the reason as evidence, where it says nothing of it: a list of the
/// running services, another service, a Get-Service that found nothing (which it also says of computers it cannot reach).
[[nodiscard]] CheckResult readPastedAnswer(const QString &text, const QString &service, const QString &computer);

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The question "what is this registry value?", put to a running computer's registry or to its hive, and what a value's
// bytes say. Free functions on interfaces, so that every answer a computer can give is tried in tests.

#include "checks/checkresult.h"
#include "checks/hivefile.h"
#include "remote/registry.h"

namespace evident {

/// What a value's bytes say: a number in decimal, a text, each text of a list, or the bytes in hexadecimal. At least one.
[[nodiscard]] QStringList registryTexts(std::uint32_t type, const QByteArray &bytes);
/// Whether one of @p texts is one of @p wanted, or anything when nothing particular is wanted. "0x4" is "4".
[[nodiscard]] bool isWanted(const QStringList &texts, const QStringList &wanted);

/// Asks @p host about the value that @p result is about, and fills in state, code, by, evidence and next. Errors: what the
/// host's pipes give when the conversation itself fails; a registry that is off or refuses is an answer.
[[nodiscard]] Result<void> askRegistryValue(RpcHost &host, CheckResult &result, const Patience &patience);
/// The same of a SYSTEM hive, whose control set in use is @p set.
void lookUpValue(const HiveFile &hive, HiveKey set, CheckResult &result);

/// A key below HKEY_LOCAL_MACHINE, whose handle is kept. Errors: what the host's pipes give.
[[nodiscard]] Result<RegistryAnswer<RpcHandle>> openMachineKey(
    RpcHost &host, const QString &path, const Patience &patience);

} // namespace evident

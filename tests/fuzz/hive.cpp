// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/hivefile.h"
#include "checks/servicekey.h"
#include "sources/filesource.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const evident::MemorySource source(
        QStringLiteral("fuzz"), QByteArray(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size)));
    const auto hive = evident::HiveFile::open(source);
    const auto set = hive ? hive->child(hive->root(), u"ControlSet001") : evident::Result<evident::HiveKey>();
    const auto services = hive && set ? hive->child(*set, u"Services") : evident::Result<evident::HiveKey>();
    if (hive && set && services) {
        (void)evident::readServiceKey(*hive, *services, QStringLiteral("MSExchangeIMC"));
        (void)evident::servicesDisplayedAs(*hive, *services, QStringLiteral("Event Log"));
    }
    return 0;
}

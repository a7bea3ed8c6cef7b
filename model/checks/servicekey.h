// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one control set of a SYSTEM hive says of one service: read from its key below Services, judged as the service
// manager would judge it at the next start. Free functions on an open HiveFile.

#include "checks/checkresult.h"
#include "checks/hivefile.h"

#include <QStringList>

namespace evident {

/// What stands under Services\<name>.
struct ServiceKey {
    enum class Holds : std::uint8_t {
        Service, ///< Type and Start, as the service manager asks for
        CountersOnly, ///< none of Type, Start, ImagePath, but a Performance key
        Nothing, ///< neither
        Half, ///< some of Type, Start and ImagePath, too few for a service
    };
    Holds holds = Holds::Nothing;
    bool markedForDeletion = false;
    std::optional<std::uint32_t> type; ///< SERVICE_KERNEL_DRIVER 1 … SERVICE_WIN32_OWN_PROCESS 0x10
    std::optional<std::uint32_t> start;
    QString imagePath;
    QString displayName; ///< as it stands there, also "@%SystemRoot%\…,-100"
};

/// Errors: NotFound; BadHive: broken, so that nobody may say what it holds.
[[nodiscard]] Result<ServiceKey> readServiceKey(const HiveFile &hive, HiveKey services, const QString &service);

/// Key names of the services whose DisplayName is @p name, without regard to case.
[[nodiscard]] QStringList servicesDisplayedAs(const HiveFile &hive, HiveKey services, const QString &name);

/// Start 0 to 4; nothing for others.
[[nodiscard]] std::optional<StartType> startTypeFrom(std::optional<std::uint32_t> start);

} // namespace evident
